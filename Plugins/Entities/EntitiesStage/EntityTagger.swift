import Lexicon
import StageKit

/// The stage: marks organisations, places, persons, dates and addresses.
struct EntityTagger: Annotator {
  private let vocabulary: Vocabulary
  private let types: Set<EntityType>
  private let pool: PagePool

  init(_ lexicon: Lexicon, types: Set<EntityType>) {
    vocabulary = Vocabulary(lexicon)
    pool = PagePool(vocabulary)
    self.types = types
  }

  func annotate(_ document: Document, _ context: StageContext) throws -> AnnotationResult {
    AnnotationResult(annotations: try entities(in: document.text, context))
  }

  func entities(in text: Text, _ context: StageContext) throws -> [Annotation] {
    try pool.withBuffers { try entities(in: text, $0, context) }
  }

  private func entities(in text: Text, _ buffers: PageBuffers, _ context: StageContext) throws -> [Annotation] {
    var annotations: [Annotation] = []
    var memory = Memory()
    var findings = Findings()
    try text.bytes.withUnsafeBufferPointer { buffer in
      guard let bytes = buffer.baseAddress else { return }
      let page = Page(bytes: bytes, buffers)
      var cutter = PageCutter(bytes, text.count)
      while let range = cutter.next() {
        try context.checkCancelled()
        read(page, range, text.count)
        find(on: page, text, range, &findings, &memory)
        let kept = Resolver(page, vocabulary, findings.candidates).resolve()
        PageMemory(page).note(kept, into: &memory)
        for candidate in kept where types.contains(candidate.type) {
          annotations.append(annotation(candidate, page, findings))
        }
      }
    }
    return merged(annotations, memory.leftovers.compactMap { repeated($0, memory) })
  }

  /// Two sorted lists in one.
  private func merged(_ first: [Annotation], _ second: [Annotation]) -> [Annotation] {
    if second.isEmpty { return first }
    var result: [Annotation] = []
    result.reserveCapacity(first.count + second.count)
    var index = 0
    var last = 0
    for annotation in second where annotation.range.start >= last {
      while index < first.count, first[index].range < annotation.range {
        result.append(first[index])
        index += 1
      }
      result.append(annotation)
      last = annotation.range.end
    }
    result.append(contentsOf: first[index...])
    return result
  }

  private func read(_ page: Page, _ range: TextRange, _ limit: Int) {
    LetterTable.shared.withView { letters in
      WordTable.shared.withView { table in
        var reader = PageReader(page, range.start, range.end, limit, letters, table)
        reader.read()
      }
    }
  }

  private func find(
    on page: Page, _ text: Text, _ range: TextRange, _ findings: inout Findings, _ memory: inout Memory
  ) {
    findings.removeAll()
    LiteralRules(page).run(into: &findings)
    DateRules(page).run(into: &findings)
    var scan = PageScan(page, vocabulary)
    scan.scan(text, range)
    PlaceRules(page, vocabulary).run(into: &findings)
    OrganisationRules(page, vocabulary).run(into: &findings)
    PersonRules(page, vocabulary).run(into: &findings)
    AbbreviationRules(page, findings.candidates[...]).run(into: &findings, &memory)
  }

  private func repeated(_ leftover: Memory.Leftover, _ memory: Memory) -> Annotation? {
    guard let type = memory.type(of: leftover.hash), types.contains(type) else { return nil }
    let rule: Rule =
      switch type {
      case .organisation: .organisationAbbreviation
      case .place: .placeRepeated
      default: .personRepeated
      }
    if leftover.isFirst, leftover.isSingle, type == .place { return nil }
    return Annotation(.entity, type.rawValue, leftover.range, rule: rule.rawValue, score: 0.7)
  }

  // MARK: Annotations

  private func annotation(_ candidate: Candidate, _ page: Page, _ findings: Findings) -> Annotation {
    var attributes: [Annotation.Attribute] = []
    if candidate.concepts.count == 1 || candidate.strength != nil { attributes.reserveCapacity(2) }
    // Where several concepts bear the name, the stage that links says which is meant.
    if candidate.concepts.count == 1 {
      let concept = Int(page.concepts[Int(candidate.concepts.start)])
      attributes.append(page.buffers.names[concept])
    }
    if let strength = candidate.strength { attributes.append(.init("match", .string(strength.name))) }
    if candidate.pattern >= 0 {
      attributes.append(.init("pattern", .string(vocabulary.patternIDs[Int(candidate.pattern)])))
    }
    if candidate.date >= 0, candidate.rule != .dateQuarter {
      let (from, to) = findings.dates[Int(candidate.date)]
      if let iso = from.iso {
        if let end = to?.iso {
          attributes.append(.init("iso", .string("\(iso)/\(end)")))
        } else if to == nil {
          attributes.append(.init("iso", .string(iso)))
        }
      }
    }
    return Annotation(
      .entity, candidate.type.rawValue, page.range(candidate), rule: candidate.rule.rawValue,
      score: (Double(candidate.score) * 100).rounded() / 100, attributes: attributes)
  }
}
