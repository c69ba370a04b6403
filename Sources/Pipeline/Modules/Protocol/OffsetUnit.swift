import StageKit

/// What a module counts in when it speaks of places in a text.
enum OffsetUnit: String, CaseIterable, Sendable {
  /// Bytes of UTF-8.
  case byte
  /// Unicode scalars, as Python has them.
  case scalar
  /// UTF-16 units, as JavaScript and Java have them.
  case utf16
}

/// Converts places in one text between bytes and the unit of a module.
struct OffsetConverter {
  let unit: OffsetUnit
  private let text: Text
  private let table: OffsetTable
  /// Length of the text in the unit.
  let length: Int

  init(_ text: Text, _ unit: OffsetUnit) {
    self.text = text
    self.unit = unit
    table = OffsetTable(text)
    length = unit == .byte ? text.count : Self.count(table, text.count, unit)
  }

  private static func count(_ table: OffsetTable, _ offset: Int, _ unit: OffsetUnit) -> Int {
    let position = table.position(offset)
    return unit == .scalar ? position.scalar : position.utf16
  }

  /// In the unit of the module; `offset` is a byte offset on a character boundary.
  func fromByte(_ offset: Int) -> Int { unit == .byte ? offset : Self.count(table, offset, unit) }

  /// In bytes; `nil` if `offset` lies outside the text or, in UTF-16, inside a character.
  ///
  /// Byte offsets are taken as they are as long as they lie in the text: the contract check looks at them.
  func toByte(_ offset: Int) -> Int? {
    guard (0...length).contains(offset) else { return nil }
    // Byte by byte the same: the unit of a text in ASCII.
    if unit == .byte || length == text.count { return offset }
    var low = 0
    var high = text.count
    // The byte sought lies in low...high, both on character boundaries.
    while true {
      var middle = low + (high - low) / 2
      while !text.isScalarBoundary(middle) { middle -= 1 }
      let found = fromByte(middle)
      if found == offset { return middle }
      if found < offset {
        var next = middle + 1
        while !text.isScalarBoundary(next) { next += 1 }
        if next > high { return nil }
        low = next
      } else {
        if middle == low { return nil }
        high = middle - 1
        while !text.isScalarBoundary(high) { high -= 1 }
      }
      if low > high { return nil }
    }
  }

  /// A range as the module writes it: a list of start and end.
  func range(_ value: Value) -> Result<TextRange, MessageFields.Problem> {
    guard let list = value.list, list.count == 2, let start = list[0].number.flatMap(Int.init(exactly:)),
      let end = list[1].number.flatMap(Int.init(exactly:))
    else { return .failure(.init("a range is not two whole numbers")) }
    guard start <= end else { return .failure(.init("the range \(start)..<\(end) ends before it starts")) }
    guard let startByte = toByte(start), let endByte = toByte(end) else {
      let isInside = (0...length).contains(start) && (0...length).contains(end)
      return .failure(
        .init(
          "the range \(start)..<\(end) (\(unit.rawValue) offsets) "
            + (isInside ? "starts or ends inside a character" : "reaches outside the text, which has \(length)")))
    }
    return .success(TextRange(startByte, endByte))
  }
}
