import TextKit

/// Collects concepts, cue words and patterns, and writes them as a lexicon file.
///
/// The same additions in the same order give the same bytes.
public struct LexiconBuilder {
  var strings = StringInterner()
  var trie = TrieBuilder()
  var concepts: [ConceptRecord] = []
  var forms: [FormRecord] = []
  var successors: [UInt32] = []
  var types: [UInt32] = []
  var cues: [CueRecord] = []
  var patterns: [PatternRecord] = []
  var segments: [SegmentRecord] = []
  /// By the number of the identifier's string.
  var conceptIndices: [UInt32: UInt32] = [:]
  private var typeIndices: [UInt32: UInt32] = [:]
  private var demonyms: [(form: String, language: FormLanguage, concept: String)] = []

  public init() {}

  public var conceptCount: Int { concepts.count }

  /// Adds a concept with all its forms.
  ///
  /// Parent and successors may be added later, or not at all.
  /// - Throws: ``LexiconError`` if the identifier is there already, or a form cannot be matched: it has no letter or
  ///   digit, more than 255 words, or a word longer than 1,024 bytes. Nothing of the concept is then added.
  public mutating func add(_ concept: Concept) throws(LexiconError) {
    for form in concept.forms { try check(form.text, "form “\(form.text)” of concept “\(concept.id)”") }
    let id = strings.number(concept.id)
    guard id != 0 else { throw Self.bad("A concept has no identifier.") }
    guard conceptIndices[id] == nil else { throw Self.bad("The concept “\(concept.id)” is there already.") }
    let index = UInt32(concepts.count)
    conceptIndices[id] = index
    concepts.append(
      ConceptRecord(
        id: id, type: typeIndex(concept.type), firstForm: UInt32(forms.count),
        formCount: UInt32(concept.forms.count), definitionVi: strings.number(concept.definitionVi),
        definitionEn: strings.number(concept.definitionEn), parentId: strings.number(concept.parent ?? ""),
        validFrom: strings.number(concept.validFrom ?? ""), validTo: strings.number(concept.validTo ?? ""),
        firstSuccessor: UInt32(successors.count), successorCount: UInt32(concept.successors.count),
        note: strings.number(concept.note), source: strings.number(concept.source),
        confidence: strings.number(concept.confidence)))
    successors += concept.successors.map { strings.number($0) }
    for form in concept.forms {
      let text = Normaliser.normalise(form.text, .nfc)
      let number = strings.number(text)
      forms.append(
        FormRecord(
          text: number, kind: form.kind.code, language: form.language.code, isCautious: form.isCautious ? 1 : 0))
      try enter(
        text,
        EntryRecord(
          target: index, surface: number, kind: EntryKind.concept.rawValue, form: form.kind.code,
          language: form.language.code, isCautious: form.isCautious ? 1 : 0))
    }
  }

  /// Adds a cue word.
  /// - Throws: ``LexiconError`` if the word cannot be matched.
  public mutating func add(_ cue: Cue) throws(LexiconError) {
    try check(cue.word, "cue word “\(cue.word)”")
    let word = Normaliser.normalise(cue.word, .nfc)
    let number = strings.number(word)
    let entry = EntryRecord(
      target: UInt32(cues.count), surface: number, kind: EntryKind.cue.rawValue, form: FormKind.other.code,
      language: cue.language.code)
    cues.append(
      CueRecord(
        word: number, value: strings.number(cue.value), note: strings.number(cue.note), kind: cue.kind.code,
        language: cue.language.code, position: cue.position.code, isWeak: cue.isWeak ? 1 : 0))
    try enter(word, entry)
  }

  /// Adds a pattern; its literals can be matched, but for those of punctuation only.
  /// - Throws: ``LexiconError`` if it has no literal that can be matched.
  public mutating func add(_ pattern: Pattern) throws(LexiconError) {
    let words = pattern.segments.filter { $0.literal.map { Self.fault(ofForm: $0) == nil } ?? false }
    guard !words.isEmpty, pattern.segments.count <= Int(UInt16.max) else {
      throw Self.bad("The pattern “\(pattern.id)” has no words of its own, so that it would match anything.")
    }
    let index = UInt32(patterns.count)
    patterns.append(
      PatternRecord(
        id: strings.number(pattern.id), parentId: strings.number(pattern.parent ?? ""),
        validFrom: strings.number(pattern.validFrom ?? ""), validTo: strings.number(pattern.validTo ?? ""),
        firstSuccessor: UInt32(successors.count), successorCount: UInt32(pattern.successors.count),
        note: strings.number(pattern.note), firstSegment: UInt32(segments.count),
        segmentCount: UInt32(pattern.segments.count), language: pattern.language.code, form: pattern.form.code))
    successors += pattern.successors.map { strings.number($0) }
    for (place, segment) in pattern.segments.enumerated() {
      switch segment {
      case .slot(let name): segments.append(SegmentRecord(text: strings.number(name), kind: 1))
      case .literal(let literal):
        let text = Normaliser.normalise(literal, .nfc)
        let number = strings.number(text)
        segments.append(SegmentRecord(text: number, kind: 0))
        guard Self.fault(ofForm: text) == nil else { continue }
        try enter(
          text,
          EntryRecord(
            target: index, surface: number, segment: UInt16(place), kind: EntryKind.patternLiteral.rawValue,
            form: pattern.form.code, language: pattern.language.code))
      }
    }
  }

  /// Adds the adjective of a country or region; the concept may be added later.
  /// - Throws: ``LexiconError`` if it cannot be matched.
  public mutating func addDemonym(
    _ word: String, language: FormLanguage = .english, of concept: String
  ) throws(LexiconError) {
    try check(word, "demonym “\(word)” of “\(concept)”")
    demonyms.append((Normaliser.normalise(word, .nfc), language, concept))
  }

  /// Enters the demonyms, now that all concepts are known.
  mutating func enterDemonyms() throws(LexiconError) {
    for demonym in demonyms {
      guard let concept = conceptIndices[strings.number(demonym.concept)] else {
        throw Self.bad("The demonym “\(demonym.form)” belongs to “\(demonym.concept)”, which is no concept.")
      }
      try enter(
        demonym.form,
        EntryRecord(
          target: concept, surface: strings.number(demonym.form), kind: EntryKind.demonym.rawValue,
          form: FormKind.other.code, language: demonym.language.code))
    }
    demonyms = []
  }

  private mutating func typeIndex(_ type: String) -> UInt32 {
    let number = strings.number(type)
    if let known = typeIndices[number] { return known }
    types.append(number)
    typeIndices[number] = UInt32(types.count - 1)
    return UInt32(types.count - 1)
  }

  private mutating func enter(_ form: String, _ entry: EntryRecord) throws(LexiconError) {
    if let fault = trie.add(form, entry, &strings) { throw Self.bad("The form “\(form)” \(fault).") }
  }

  private func check(_ form: String, _ what: @autoclosure () -> String) throws(LexiconError) {
    if let fault = Self.fault(ofForm: form) { throw Self.bad("The \(what()) \(fault).") }
  }

  /// Why a form cannot be matched, as the end of a sentence that begins with the form; `nil` if it can.
  public static func fault(ofForm form: String) -> String? { TrieBuilder.fault(of: Normaliser.normalise(form, .nfc)) }

  static func bad(_ reason: String) -> LexiconError { LexiconError(.badInput, file: "", reason) }
}
