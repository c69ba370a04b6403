import StageKit

/// Short names that the document explains: `Network of Action for Migrant Workers (M-Net)`.
struct Definitions {
  /// From the bytes of the short name to the name of the long one.
  private var longForms: [ArraySlice<UInt8>: Int] = [:]
  private let text: Text

  /// - Parameter names: in document order.
  init(_ names: [Name], _ text: Text) {
    self.text = text
    // Organisations by the byte at which they end; the outermost comes first and stays.
    var ends: [Int: Int] = [:]
    for (index, short) in names.enumerated() where short.kind == .organisation {
      if let end = Self.bracket(before: short.range, text), let long = ends[end],
        names[long].range.count > short.range.count
      {
        let key = text.bytes[short.range.start..<short.range.end]
        if longForms[key] == nil { longForms[key] = long }
      }
      if Self.isBeforeBracket(short.range.end, text), ends[short.range.end] == nil { ends[short.range.end] = index }
    }
  }

  /// The name that is the long form of this one.
  func longForm(of name: Name) -> Int? {
    guard name.kind == .organisation, !longForms.isEmpty else { return nil }
    return longForms[text.bytes[name.range.start..<name.range.end]]
  }

  /// Whether a bracket opens at the offset, or behind a space there.
  private static func isBeforeBracket(_ end: Int, _ text: Text) -> Bool {
    guard end + 1 < text.count else { return false }
    return text.bytes[end] == UInt8(ascii: "(")
      || text.bytes[end] == 0x20 && text.bytes[end + 1] == UInt8(ascii: "(")
  }

  /// Where the name before the bracket ends, if the range stands right behind an opening bracket.
  private static func bracket(before range: TextRange, _ text: Text) -> Int? {
    guard range.start > 1, text.bytes[range.start - 1] == UInt8(ascii: "(") else { return nil }
    let end = range.start - 1
    return text.bytes[end - 1] == 0x20 ? end - 1 : end
  }
}
