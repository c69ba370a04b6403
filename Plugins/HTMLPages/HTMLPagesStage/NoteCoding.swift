import StageKit

/// A note that this version of the module did not write.
struct NoteError: Error, CustomStringConvertible {
  var description: String {
    "a note for the index of pages is damaged, or was written by another version of the module html; run again from the start"
  }
}

/// Integers as groups of seven bits, strings and lists with their length before them.
struct NoteEncoder: ~Copyable {
  private var out = OutputBuffer(capacity: 1024)

  var bytes: [UInt8] { out.bytes }

  mutating func integer(_ value: Int) {
    var rest = UInt(bitPattern: value)
    while rest >= 0x80 {
      out.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    out.append(UInt8(rest))
  }

  mutating func integers(_ values: [Int]) {
    integer(values.count)
    for value in values { integer(value) }
  }

  mutating func string(_ value: String) {
    integer(value.utf8.count)
    out.append(string: value)
  }
}

/// Reads what ``NoteEncoder`` wrote, and trusts none of it.
struct NoteDecoder {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Never negative.
  mutating func integer() throws(NoteError) -> Int {
    var value: UInt = 0
    var shift: UInt = 0
    while position < bytes.count, shift < 63 {
      let byte = bytes[position]
      position += 1
      value |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(value) }
      shift += 7
    }
    throw NoteError()
  }

  mutating func integers() throws(NoteError) -> [Int] {
    let count = try integer()
    guard count <= bytes.count - position else { throw NoteError() }
    var values: [Int] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try integer()) }
    return values
  }

  mutating func string() throws(NoteError) -> String {
    let count = try integer()
    guard count <= bytes.count - position else { throw NoteError() }
    position += count
    return String(decoding: bytes[position - count..<position], as: UTF8.self)
  }
}
