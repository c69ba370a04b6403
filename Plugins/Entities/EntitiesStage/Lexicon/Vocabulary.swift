import Lexicon

/// The lexicon, and what is worked out from it once for all documents.
final class Vocabulary: @unchecked Sendable {  // filled before it is shared, only read afterwards
  // Unchecked because of the pointers: written only in `init`, and alive as long as the object.
  enum ConceptClass: UInt8 { case organisation, place, term }

  let lexicon: Lexicon
  /// What ``PageScan`` makes something of.
  let filter: LexiconFilter
  /// By the index of a concept: that of its type.
  let types: UnsafePointer<UInt32>
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
    let names = lexicon.types
    let classes = UnsafeMutablePointer<ConceptClass>.allocate(capacity: max(1, names.count))
    for (index, name) in names.enumerated() { (classes + index).initialize(to: Self.conceptClass(name)) }
    self.classes = UnsafePointer(classes)
    let types = UnsafeMutablePointer<UInt32>.allocate(capacity: max(1, lexicon.conceptCount))
    for concept in 0..<lexicon.conceptCount {
      (types + concept).initialize(to: UInt32(lexicon.typeIndex(of: concept)))
    }
    self.types = UnsafePointer(types)
    isSmallUnit = names.map { ["commune", "ward", "township", "street", "village"].contains($0) }
    isVenue = names.map { $0 == "venue" }
    isCountry = names.map { $0 == "country" || $0 == "continent" || $0 == "territory" }
    let cues = UnsafeMutablePointer<CueInfo>.allocate(capacity: max(1, lexicon.cueCount))
    for index in 0..<lexicon.cueCount { (cues + index).initialize(to: CueInfo(lexicon.cue(index))) }
    self.cues = UnsafePointer(cues)
    patterns = (0..<lexicon.patternCount).map { PatternInfo(lexicon.pattern($0)) }
    patternIDs = (0..<lexicon.patternCount).map { lexicon.pattern($0).id }
    collocations = Collocations(lexicon, classes)
    filter = lexicon.filter { Self.need(of: $0, types, classes, cues) }
  }

  /// Follows what ``PageScan`` leaves out.
  private static func need(
    of form: LexiconFilter.Form, _ types: UnsafePointer<UInt32>, _ classes: UnsafePointer<ConceptClass>,
    _ cues: UnsafePointer<CueInfo>
  ) -> LexiconFilter.Need {
    switch form.kind {
    case .concept(let index):
      // In small letters only an exact match counts, and no term.
      classes[Int(types[index])] != .term && form.beginsSmall ? .always : .capital
    case .cue(let index):
      !cues[index].counts ? .never : cues[index].flags.contains(.needsCapital) ? .capital : .always
    case .patternLiteral: form.beginsSmall ? .always : .capital
    case .demonym: .capital
    }
  }

  func typeIndex(of concept: Int32) -> Int { Int(types[Int(concept)]) }

  deinit {
    classes.deallocate()
    types.deallocate()
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
