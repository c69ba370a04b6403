import StageKit

/// Short names that the document explains: `Network of Action for Migrant Workers (M-Net)`.
struct Definitions {
  /// From the bytes of the short name to the entity of the long one.
  private var longForms: [ArraySlice<UInt8>: Int] = [:]
  private let text: Text

  /// - Parameter entities: in document order.
  init(_ entities: [Annotation], _ text: Text) {
    self.text = text
    // Organisations by the byte at which they end; the outermost comes first and stays.
    var ends: [Int: Int] = [:]
    for (index, entity) in entities.enumerated() where entity.type == "organisation" {
      if let long = Self.bracket(before: entity.range, text), let name = ends[long],
        entities[name].range.count > entity.range.count
      {
        let key = text.bytes[entity.range.start..<entity.range.end]
        if longForms[key] == nil { longForms[key] = name }
      }
      if ends[entity.range.end] == nil { ends[entity.range.end] = index }
    }
  }

  /// The entity whose name is the long form of this one.
  func longForm(of entity: Annotation) -> Int? {
    guard entity.type == "organisation", !longForms.isEmpty else { return nil }
    return longForms[text.bytes[entity.range.start..<entity.range.end]]
  }

  /// Where the name before the bracket ends, if the range stands right behind an opening bracket.
  private static func bracket(before range: TextRange, _ text: Text) -> Int? {
    guard range.start > 1, text.bytes[range.start - 1] == UInt8(ascii: "(") else { return nil }
    let end = range.start - 1
    return text.bytes[end - 1] == 0x20 ? end - 1 : end
  }
}
