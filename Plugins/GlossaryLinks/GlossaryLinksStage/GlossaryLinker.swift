import Lexicon
import StageKit

/// The stage: gives each organisation and place its concept, and marks the terms of the field.
struct GlossaryLinker: Annotator {
  private let glossary: Glossary
  private let store: ConceptStore
  private let maker: LinkMaker
  private let pool: LinkMemoryPool

  init(_ lexicon: Lexicon, marksTerms: Bool, hasDefinitions: Bool) {
    glossary = Glossary(lexicon)
    store = ConceptStore(lexicon, hasDefinitions: hasDefinitions)
    maker = LinkMaker(attributes: LinkAttributes(store), store: store)
    pool = LinkMemoryPool(lexicon, terms: marksTerms ? TermFinder.filter(lexicon, glossary.concepts) : nil)
  }

  func annotate(_ document: Document, _ context: StageContext) throws -> AnnotationResult {
    try pool.withMemory { memory in
      let annotations = document.annotations
      let names = Name.all(in: annotations)
      var links = try nameLinks(document, annotations, names, memory, context)
      if let scanner = memory.termScanner {
        try context.checkCancelled()
        appendTermLinks(scanner, memory, document.text, annotations, names, to: &links)
      }
      return AnnotationResult(annotations: links.annotations, concepts: links.concepts)
    }
  }

  // MARK: Names

  private func nameLinks(
    _ document: Document, _ annotations: [Annotation], _ names: [Name], _ memory: LinkMemory, _ context: StageContext
  ) throws -> LinkList {
    let text = document.text
    let finder = CandidateFinder(glossary, text)
    var mentions: [Mention] = []
    for (index, name) in names.enumerated() where name.kind == .organisation || name.kind == .place {
      mentions.append(Mention(name: index, reading: memory.name(name, in: text) { finder.read(name) }))
    }
    try context.checkCancelled()
    let definitions = Definitions(names, text)
    let date = DocumentDate.find(document, annotations, names)
    var ranking = PlaceRanking(glossary.concepts, memory, date: date, mentions)
    var best = [LinkCandidate?](repeating: nil, count: names.count)
    var links = LinkList(capacity: mentions.count)
    for (number, mention) in mentions.enumerated() {
      let name = names[mention.name]
      let reading = mention.reading
      var ranked = reading.sorted
      if name.kind == .place {
        if ranked.count > 1 { ranked = ranking.rank(mention, next: following(number, mentions, names, text)) }
      } else if let long = definitions.longForm(of: name), let concept = best[long] {
        ranked.removeAll { $0.concept == concept.concept }
        ranked.insert(LinkCandidate(concept: concept.concept, match: .defined, score: Match.defined.score), at: 0)
        if ranked.count > 1 { ranked = [ranked[0]] + ranked.dropFirst().map { lowered($0) } }
      }
      guard let first = ranked.first else { continue }
      if !LinkAttributes.isTie(ranked) { best[mention.name] = first }
      links.append("glossary", name.range, reading.link(ranked, maker), target: name.id)
    }
    for mention in mentions where mention.reading.candidates.isEmpty && best[mention.name] == nil {
      if let link = patternLink(mention.name, annotations, names, best) { links.append(link) }
    }
    return links
  }

  /// What the document defines beats what the lexicon knows by the same letters.
  private func lowered(_ candidate: LinkCandidate) -> LinkCandidate {
    LinkCandidate(concept: candidate.concept, match: candidate.match, score: min(candidate.score, 0.5))
  }

  /// The place that follows in a list, or in brackets.
  private func following(_ number: Int, _ mentions: [Mention], _ names: [Name], _ text: Text) -> Mention? {
    let range = names[mentions[number].name].range
    for next in mentions[(number + 1)...].prefix(3) {
      let name = names[next.name]
      let start = name.range.start
      guard start >= range.end else { continue }
      guard start - range.end <= 3, name.kind == .place else { return nil }
      let between = text.bytes[range.end..<start]
      let isList = between.contains(UInt8(ascii: ",")) || between.contains(UInt8(ascii: "("))
      return isList && !between.contains(0x0A) ? next : nil
    }
    return nil
  }

  /// A body that the glossary does not list, but one of a family that it knows: the family, and the place.
  private func patternLink(
    _ index: Int, _ annotations: [Annotation], _ names: [Name], _ best: [LinkCandidate?]
  ) -> Annotation? {
    let name = names[index]
    guard let pattern = annotations[name.index][attribute: "pattern"]?.string else { return nil }
    var attributes: [Annotation.Attribute] = [.init("pattern", .string(pattern))]
    var inner = index + 1
    while inner < names.count, name.range.contains(names[inner].range) {
      if let place = best[inner], names[inner].kind == .place {
        attributes.append(.init("place", store.identifier(of: place.concept)))
        break
      }
      inner += 1
    }
    attributes.append(.init("match", .string(Match.pattern.rawValue)))
    return Annotation(
      .link, "glossary", name.range, rule: Match.pattern.rule, score: Match.pattern.score, target: name.id,
      attributes: attributes)
  }

  // MARK: Terms

  private func appendTermLinks(
    _ scanner: LexiconScanner, _ memory: LinkMemory, _ text: Text, _ annotations: [Annotation], _ names: [Name],
    to links: inout LinkList
  ) {
    let language = Layer.language
    var plain: [TextRange] = []
    for index in annotations.indices
    where annotations[index].layer == language && annotations[index].type == "vi-plain" {
      plain.append(annotations[index].range)
    }
    let finder = TermFinder(memory, maker)
    finder.forEachTerm(in: text, names: outermost(names), plain: plain, scanner) { range, link in
      links.append("term", range, link)
    }
  }

  /// The ranges of names that are not inside others; they are in document order and do not cross.
  private func outermost(_ names: [Name]) -> [TextRange] {
    var result: [TextRange] = []
    var end = 0
    for name in names where name.range.start >= end {
      result.append(name.range)
      end = name.range.end
    }
    return result
  }
}
