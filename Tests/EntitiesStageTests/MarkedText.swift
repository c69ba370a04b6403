import StageKit

@testable import EntitiesStage

/// Runs the stage on a text of its own.
func entities(in text: String, types: Set<EntityType> = Set(EntityType.allCases)) throws -> [Annotation] {
  try EntityTagger(TestLexicon.shared, types: types).entities(in: Text(text), StageContext())
}

/// The text with each entity as `[type: …]`, nested ones inside.
func marked(_ text: String, types: Set<EntityType> = Set(EntityType.allCases)) throws -> String {
  let bytes = Text(text).bytes
  var opening: [Int: [String]] = [:]
  var closing: [Int: Int] = [:]
  for entity in try entities(in: text, types: types) {
    opening[entity.range.start, default: []].append("[\(entity.type): ")
    closing[entity.range.end, default: 0] += 1
  }
  var result: [UInt8] = []
  for offset in 0...bytes.count {
    result += [UInt8](repeating: UInt8(ascii: "]"), count: closing[offset] ?? 0)
    for mark in opening[offset] ?? [] { result += Array(mark.utf8) }
    if offset < bytes.count { result.append(bytes[offset]) }
  }
  return String(decoding: result, as: UTF8.self)
}
