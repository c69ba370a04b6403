import Lexicon

/// A name pattern as the organisation rule reads it.
struct PatternInfo: Sendable {
  enum Slot: Sendable { case place, country, adjective, organisation, number, words }
  enum Part: Sendable, Equatable { case literal, slot(Slot) }

  let id: String
  let parts: [Part]
  let isVietnamese: Bool

  init(_ pattern: Pattern) {
    id = pattern.id
    isVietnamese = pattern.language == .vietnamese
    parts = pattern.segments.map { segment in
      switch segment {
      case .literal: .literal
      case .slot("place"): .slot(.place)
      case .slot("country"): .slot(.country)
      case .slot("adjective"): .slot(.adjective)
      case .slot("org"): .slot(.organisation)
      case .slot("n"): .slot(.number)
      case .slot: .slot(.words)
      }
    }
  }
}
