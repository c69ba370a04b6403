/// Cuts what a child writes to standard error into lines.
struct ErrorLines {
  /// A longer line is cut.
  private static let longest = 4096

  private let log: (String) -> Void
  private var line: [UInt8] = []
  private(set) var last = ""
  var isOpen = true

  init(log: @escaping (String) -> Void) { self.log = log }

  mutating func add(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      if byte == 0x0A || line.count == Self.longest { finish() }
      if byte != 0x0A { line.append(byte) }
    }
  }

  /// Passes on a line that has no end yet.
  mutating func finish() {
    if line.last == 0x0D { line.removeLast() }
    guard !line.isEmpty else { return }
    last = String(decoding: line, as: UTF8.self)
    line.removeAll(keepingCapacity: true)
    log(last)
  }
}
