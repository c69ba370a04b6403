import Lexicon

/// A name pattern as the organisation rule reads it: up to eight parts in one number.
struct PatternInfo: Sendable {
  enum Part: UInt8 { case none, literal, place, adjective, organisation, number, words }

  private let parts: UInt64
  let count: Int

  init(_ pattern: Pattern) {
    var parts: UInt64 = 0
    // A longer pattern is read as if its tail could not be filled.
    count = min(pattern.segments.count, 8)
    for (place, segment) in pattern.segments.prefix(8).enumerated() {
      let part: Part =
        switch segment {
        case .literal: .literal
        case .slot("place"), .slot("country"): .place
        case .slot("adjective"): .adjective
        case .slot("org"): .organisation
        case .slot("n"): .number
        case .slot: .words
        }
      parts |= UInt64(part.rawValue) << UInt64(8 * place)
    }
    self.parts = parts
  }

  subscript(part: Int) -> Part { Part(rawValue: UInt8(truncatingIfNeeded: parts >> UInt64(8 * part))) ?? .none }
}
