import Lexicon

/// The lexicon, and what is worked out from it once for all documents.
final class Vocabulary: @unchecked Sendable {
  // Unchecked because of the pointers: written only in `init`, and alive as long as the object.
  enum ConceptClass: UInt8 { case organisation, place, term }

  let lexicon: Lexicon
  /// By the index of a type.
  let classes: UnsafePointer<ConceptClass>
  /// By the index of a type: administrative units, which share their names with each other and with persons.
  let isSmallUnit: [Bool]
  /// By the index of a type: countries and continents.
  let isCountry: [Bool]
  let isVenue: [Bool]
  let cues: UnsafePointer<CueInfo>
  let patterns: [PatternInfo]
  let patternIDs: [String]
  let collocations: Collocations

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    let types = lexicon.types
    let classes = UnsafeMutablePointer<ConceptClass>.allocate(capacity: max(1, types.count))
    for (index, type) in types.enumerated() { (classes + index).initialize(to: Self.conceptClass(type)) }
    self.classes = UnsafePointer(classes)
    isSmallUnit = types.map { ["commune", "ward", "township", "street", "village"].contains($0) }
    isVenue = types.map { $0 == "venue" }
    isCountry = types.map { $0 == "country" || $0 == "continent" || $0 == "territory" }
    let cues = UnsafeMutablePointer<CueInfo>.allocate(capacity: max(1, lexicon.cueCount))
    for index in 0..<lexicon.cueCount { (cues + index).initialize(to: CueInfo(lexicon.cue(index))) }
    self.cues = UnsafePointer(cues)
    patterns = (0..<lexicon.patternCount).map { PatternInfo(lexicon.pattern($0)) }
    patternIDs = (0..<lexicon.patternCount).map { lexicon.pattern($0).id }
    collocations = Collocations(lexicon, classes)
  }

  deinit {
    classes.deallocate()
    cues.deallocate()
  }

  /// Types of the glossary files of organisations; every other type but `term` is that of a place.
  private static let organisationTypes: Set<String> = [
    "organisation", "state", "ingo", "ngo", "university", "network", "company", "donor", "media", "hospital", "faith",
    "foundation", "association", "embassy", "un", "institute", "regional", "bank", "fund", "enterprise", "mass",
    "party",
    "court", "school", "club",
  ]

  private static func conceptClass(_ type: String) -> ConceptClass {
    type == "term" ? .term : organisationTypes.contains(type) ? .organisation : .place
  }
}
