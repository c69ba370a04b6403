import Lexicon
import StageKit

/// The stage: gives each organisation and place its concept, and marks the terms of the field.
struct GlossaryLinker: Annotator {
  private let glossary: Glossary
  private let store: ConceptStore
  private let attributes: LinkAttributes
  /// `nil` if terms are not to be marked.
  private let terms: TermFinder?

  init(_ lexicon: Lexicon, marksTerms: Bool, hasDefinitions: Bool) {
    glossary = Glossary(lexicon)
    store = ConceptStore(lexicon, hasDefinitions: hasDefinitions)
    attributes = LinkAttributes(store)
    terms = marksTerms ? TermFinder(lexicon, glossary.concepts) : nil
  }

  func annotate(_ document: Document, _ context: StageContext) throws -> AnnotationResult {
    let annotations = document.annotations
    let names = Name.all(in: annotations)
    var links = try nameLinks(document, annotations, names, context)
    if let terms {
      try context.checkCancelled()
      appendTermLinks(terms, document.text, annotations, names, to: &links)
    }
    return AnnotationResult(annotations: links)
  }

  // MARK: Names

  private func nameLinks(
    _ document: Document, _ annotations: [Annotation], _ names: [Name], _ context: StageContext
  ) throws -> [Annotation] {
    let text = document.text
    var finder = CandidateFinder(glossary, text)
    var mentions: [Mention] = []
    for (index, name) in names.enumerated() where name.kind == .organisation || name.kind == .place {
      let found = finder.candidates(for: name)
      mentions.append(Mention(name: index, candidates: found.candidates, unit: found.unit))
    }
    try context.checkCancelled()
    let definitions = Definitions(names, text)
    let date = DocumentDate.find(document, annotations, names)
    let ranking = PlaceRanking(glossary.concepts, store, date: date, mentions)
    var best = [LinkCandidate?](repeating: nil, count: names.count)
    var links: [Annotation] = []
    links.reserveCapacity(mentions.count)
    for (number, mention) in mentions.enumerated() {
      let name = names[mention.name]
      var ranked = mention.candidates
      if name.kind == .place {
        if ranked.count > 1 { ranked = ranking.rank(mention, next: following(number, mentions, names, text)) }
      } else {
        if ranked.count > 1 { ranked.sort { $0.score != $1.score ? $0.score > $1.score : $0.concept < $1.concept } }
        if let long = definitions.longForm(of: name), let concept = best[long] {
          ranked.removeAll { $0.concept == concept.concept }
          ranked.insert(LinkCandidate(concept: concept.concept, match: .defined, score: Match.defined.score), at: 0)
          if ranked.count > 1 { ranked = [ranked[0]] + ranked.dropFirst().map { lowered($0) } }
        }
      }
      guard let first = ranked.first else { continue }
      if !LinkAttributes.isTie(ranked) { best[mention.name] = first }
      links.append(link("glossary", name.range, ranked, target: name.id))
    }
    for mention in mentions where mention.candidates.isEmpty && best[mention.name] == nil {
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

  private func link(
    _ type: String, _ range: TextRange, _ ranked: [LinkCandidate], target: Int? = nil
  ) -> Annotation {
    Annotation(
      .link, type, range, rule: ranked[0].match.rule, score: LinkAttributes.rounded(min(ranked[0].score, 1)),
      target: target, attributes: attributes.attributes(ranked))
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
    _ finder: TermFinder, _ text: Text, _ annotations: [Annotation], _ names: [Name], to links: inout [Annotation]
  ) {
    let language = Layer.language
    var plain: [TextRange] = []
    for index in annotations.indices
    where annotations[index].layer == language && annotations[index].type == "vi-plain" {
      plain.append(annotations[index].range)
    }
    for term in finder.terms(in: text, names: outermost(names), plain: plain) {
      links.append(link("term", term.range, term.candidates))
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
