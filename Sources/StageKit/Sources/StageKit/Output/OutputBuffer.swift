/// Bytes on their way out: an append-only buffer for writers.
///
/// An array would do, but pays a uniqueness and a bounds check on every append; a writer appends some twenty short
/// pieces for each annotation. The buffer owns its memory and cannot be copied.
@frozen public struct OutputBuffer: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  @usableFromInline var used = 0

  /// - Parameter capacity: bytes to set aside at once; the buffer grows as it must.
  public init(capacity: Int = 4096) {
    self.capacity = max(capacity, 64)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// Length in bytes.
  @inlinable public var count: Int { used }

  /// Everything appended so far, as an array of its own.
  public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: used)) }

  /// Forgets everything appended, and keeps the memory.
  public mutating func removeAll() { used = 0 }

  /// Makes room for `extra` more bytes.
  @inlinable public mutating func reserve(_ extra: Int) {
    if capacity &- used < extra { grow(extra) }
  }

  @inline(never) @usableFromInline mutating func grow(_ extra: Int) {
    capacity = max(capacity * 2, used + extra)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: base, count: used)
    base.deallocate()
    base = larger
  }

  @inlinable public mutating func append(_ byte: UInt8) {
    reserve(1)
    base[used] = byte
    used &+= 1
  }

  /// Appends a literal as it stands.
  @inlinable @inline(__always) public mutating func append(_ literal: StaticString) {
    let length = literal.utf8CodeUnitCount
    reserve(length)
    (base + used).update(from: literal.utf8Start, count: length)
    used &+= length
  }

  @inlinable public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
    reserve(bytes.count)
    (base + used).update(from: start, count: bytes.count)
    used += bytes.count
  }

  /// Appends `bytes[range]`.
  @inlinable public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    append(UnsafeBufferPointer(rebasing: bytes[range]))
  }

  public mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  /// Appends the UTF-8 of a string.
  public mutating func append(string: String) {
    if string.utf8.withContiguousStorageIfAvailable({ append($0) }) == nil {
      var string = string
      string.withUTF8 { append($0) }
    }
  }

  /// Lets `body` write up to `limit` bytes; it returns how many it wrote.
  @inlinable public mutating func append(upTo limit: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    reserve(limit)
    let written = body(base + used)
    precondition(0 <= written && written <= limit, "more bytes written than set aside")
    used += written
  }

  /// Lets `body` write up to `limit` bytes through a cursor.
  @inlinable @inline(__always) public mutating func append(upTo limit: Int, writing body: (inout ByteCursor) -> Void) {
    reserve(limit)
    var cursor = ByteCursor(base + used)
    body(&cursor)
    let written = cursor.next - (base + used)
    precondition(written <= limit, "more bytes written than set aside")
    used += written
  }

  /// Appends an integer in decimal digits.
  @inlinable public mutating func append(decimal value: Int) {
    append(upTo: ByteCursor.longestDecimal) { $0.decimal(value) }
  }
}
