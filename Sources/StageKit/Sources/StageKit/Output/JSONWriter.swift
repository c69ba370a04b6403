/// Writes JSON (RFC 8259) into a buffer of bytes, with commas where they belong.
///
///     var json = JSONWriter()
///     json.beginObject()
///     json.key("id")
///     json.number(17)
///     json.endObject()
///     let bytes = json.bytes  // {"id":17}
///
/// It checks nothing: a caller that forgets a key gets what it asked for. Strings are escaped as far as JSON demands,
/// and so are the line separators U+0085, U+2028 and U+2029, at which some readers of JSON Lines would cut a line, and
/// U+FEFF, which some (Foundation's among them) drop as a byte order mark.
@frozen public struct JSONWriter: ~Copyable {
  @usableFromInline var out: OutputBuffer
  @usableFromInline var needsComma = false
  @usableFromInline let isForHTML: Bool

  /// - Parameters:
  ///   - capacity: bytes to set aside at once.
  ///   - isForHTML: whether to escape `<`, `>` and `&` too, so that the JSON can stand inside a `script` element.
  public init(capacity: Int = 4096, isForHTML: Bool = false) {
    out = OutputBuffer(capacity: capacity)
    self.isForHTML = isForHTML
  }

  /// What has been written.
  public var bytes: [UInt8] { out.bytes }
  /// Length in bytes.
  @inlinable public var count: Int { out.count }

  @inlinable mutating func separate() {
    if needsComma { out.append(0x2C) }
    needsComma = true
  }

  @inlinable public mutating func beginObject() {
    separate()
    out.append(0x7B)
    needsComma = false
  }

  @inlinable public mutating func endObject() {
    out.append(0x7D)
    needsComma = true
  }

  @inlinable public mutating func beginArray() {
    separate()
    out.append(0x5B)
    needsComma = false
  }

  @inlinable public mutating func endArray() {
    out.append(0x5D)
    needsComma = true
  }

  /// Writes a key that needs no escape.
  @inlinable @inline(__always) public mutating func key(_ name: StaticString) {
    let length = name.utf8CodeUnitCount
    out.reserve(length + 4)
    if needsComma { out.append(0x2C) }
    out.append(0x22)
    out.append(name)
    out.append(0x22)
    out.append(0x3A)
    needsComma = false
  }

  /// Writes a key of any content.
  public mutating func key(_ name: String) {
    string(name)
    out.append(0x3A)
    needsComma = false
  }

  /// Writes a number as a key.
  public mutating func key(decimal value: Int) {
    separate()
    out.append(0x22)
    out.append(decimal: value)
    out.append(0x22)
    out.append(0x3A)
    needsComma = false
  }

  public mutating func string(_ value: String) {
    if value.utf8.withContiguousStorageIfAvailable({ string($0) }) == nil {
      var value = value
      value.withUTF8 { string($0) }
    }
  }

  /// Writes a string from its UTF-8, which must be valid.
  public mutating func string(_ bytes: UnsafeBufferPointer<UInt8>) {
    separate()
    out.append(0x22)
    JSONEscape.append(bytes, to: &out, isForHTML: isForHTML)
    out.append(0x22)
  }

  public mutating func string(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { string($0) }
  }

  @inlinable public mutating func number(_ value: Int) {
    separate()
    out.append(decimal: value)
  }

  /// Writes a number as briefly as it can be read back; `null` for what JSON has no number for.
  public mutating func number(_ value: Double) {
    separate()
    if value.isFinite { out.append(number: value) } else { out.append("null") }
  }

  /// Writes a number that was kept in single precision, so that 0.97 does not come out as 0.9700000286102295.
  public mutating func number(_ value: Float) {
    separate()
    if value.isFinite { out.append(number: value) } else { out.append("null") }
  }

  public mutating func bool(_ value: Bool) {
    separate()
    out.append(value ? "true" : "false")
  }

  public mutating func null() {
    separate()
    out.append("null")
  }

  /// Appends a literal as it stands; the caller sees to commas inside and after it.
  @inlinable @inline(__always) public mutating func raw(_ literal: StaticString) { out.append(literal) }

  /// Appends bytes that are JSON already, without a comma.
  @inlinable public mutating func raw(bytes: [UInt8]) { raw(bytes: bytes, bytes.indices) }

  /// Appends some of `bytes`, which are JSON already, without a comma.
  @inlinable public mutating func raw(bytes: [UInt8], _ range: Range<Int>) {
    bytes.withUnsafeBufferPointer { out.append($0, range) }
  }

  /// Appends a member or an element that is written already, with a comma before it if it needs one.
  @inlinable public mutating func member(_ bytes: [UInt8], _ range: Range<Int>) {
    separate()
    raw(bytes: bytes, range)
  }

  /// Appends at most `limit` bytes as `body` writes them; it sees to commas inside and before them.
  @inlinable @inline(__always) public mutating func raw(upTo limit: Int, writing body: (inout ByteCursor) -> Void) {
    out.append(upTo: limit, writing: body)
  }

  /// Appends whole members or elements as `body` writes them; a comma follows if more come.
  @inlinable @inline(__always) public mutating func members(upTo limit: Int, writing body: (inout ByteCursor) -> Void) {
    raw(upTo: limit, writing: body)
    needsComma = true
  }

  /// Appends an integer without a comma, for use between two pieces of ``raw(_:)``.
  @inlinable public mutating func rawNumber(_ value: Int) { out.append(decimal: value) }

  /// Ends a line of JSON Lines; what follows is a value of its own.
  @inlinable public mutating func newLine() {
    out.append(0x0A)
    needsComma = false
  }
}
