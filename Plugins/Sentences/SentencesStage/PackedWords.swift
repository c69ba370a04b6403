/// A table of words of at most eight bytes, each packed into one number.
struct PackedWords<Value: Sendable>: Sendable {
  private var values: [UInt64: Value] = [:]

  mutating func add(_ word: some StringProtocol, _ value: Value) {
    precondition(word.utf8.count <= 8, "“\(word)” is too long for the table")
    values[word.utf8.reduce(0) { $0 << 8 | UInt64($1) }] = value
  }

  /// What is known of the bytes from `start` to `end`.
  func find(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Value? {
    guard start < end, end - start <= 8 else { return nil }
    var key: UInt64 = 0
    for offset in start..<end { key = key << 8 | UInt64(bytes[offset]) }
    return values[key]
  }
}
