import Lexicon
import StageKit

/// The stage: gives each organisation and place its concept, and marks the terms of the field.
struct GlossaryLinker: Annotator {
  private let lexicon: Lexicon
  private let concepts: ConceptKinds
  private let marksTerms: Bool
  private let store: ConceptStore

  /// Candidates named on a link.
  private static let mostCandidates = 8
  /// Scores nearer than this are a tie.
  private static let margin = 0.03

  init(_ lexicon: Lexicon, marksTerms: Bool, hasDefinitions: Bool) {
    self.lexicon = lexicon
    self.marksTerms = marksTerms
    store = ConceptStore(lexicon, hasDefinitions: hasDefinitions)
    concepts = ConceptKinds(lexicon)
  }

  func annotate(_ document: Document, _ context: StageContext) throws -> AnnotationResult {
    let entities = document.annotations(in: .entity)
    var links = try entityLinks(document, entities, context)
    if marksTerms {
      try context.checkCancelled()
      links += termLinks(document, entities)
    }
    return AnnotationResult(annotations: links)
  }

  // MARK: Entities

  private func entityLinks(
    _ document: Document, _ entities: [Annotation], _ context: StageContext
  ) throws -> [Annotation] {
    var finder = CandidateFinder(lexicon, concepts, document.text)
    var mentions: [Mention] = []
    for (index, entity) in entities.enumerated() where entity.type == "organisation" || entity.type == "place" {
      let found = finder.candidates(for: entity)
      mentions.append(Mention(entity: index, candidates: found.candidates, unit: found.unit))
    }
    try context.checkCancelled()
    let definitions = Definitions(entities, document.text)
    let ranking = PlaceRanking(lexicon, store, date: DocumentDate.find(document, entities), mentions)
    var best: [Int: LinkCandidate] = [:]
    var links: [Annotation] = []
    for (number, mention) in mentions.enumerated() {
      let entity = entities[mention.entity]
      var ranked = mention.candidates
      if entity.type == "place" {
        ranked = ranking.rank(mention, next: following(number, mentions, entities, document.text))
      } else {
        ranked.sort { $0.score != $1.score ? $0.score > $1.score : $0.concept < $1.concept }
        if let long = definitions.longForm(of: entity), let concept = best[long] {
          ranked.removeAll { $0.concept == concept.concept }
          ranked.insert(LinkCandidate(concept: concept.concept, match: .defined, score: Match.defined.score), at: 0)
          if ranked.count > 1 { ranked = [ranked[0]] + ranked.dropFirst().map { lowered($0) } }
        }
      }
      if let first = ranked.first, !isTie(ranked) { best[mention.entity] = first }
      if let link = link(entity, ranked) { links.append(link) }
    }
    for mention in mentions where mention.candidates.isEmpty && best[mention.entity] == nil {
      if let link = patternLink(mention.entity, entities, best) { links.append(link) }
    }
    return links
  }

  /// What the document defines beats what the lexicon knows by the same letters.
  private func lowered(_ candidate: LinkCandidate) -> LinkCandidate {
    LinkCandidate(concept: candidate.concept, match: candidate.match, score: min(candidate.score, 0.5))
  }

  /// The place that follows in a list, or in brackets.
  private func following(
    _ number: Int, _ mentions: [Mention], _ entities: [Annotation], _ text: Text
  ) -> Mention? {
    let range = entities[mentions[number].entity].range
    for next in mentions[(number + 1)...].prefix(3) {
      let start = entities[next.entity].range.start
      guard start >= range.end else { continue }
      guard start - range.end <= 3, entities[next.entity].type == "place" else { return nil }
      let between = text.bytes[range.end..<start]
      let isList = between.contains(UInt8(ascii: ",")) || between.contains(UInt8(ascii: "("))
      return isList && !between.contains(0x0A) ? next : nil
    }
    return nil
  }

  private func isTie(_ ranked: [LinkCandidate]) -> Bool {
    ranked.count > 1 && ranked[0].score - ranked[1].score < Self.margin
  }

  private func link(
    _ entity: Annotation, _ ranked: [LinkCandidate]
  ) -> Annotation? {
    guard let first = ranked.first else { return nil }
    return Annotation(
      .link, "glossary", entity.range, rule: first.match.rule, score: rounded(min(first.score, 1)), target: entity.id,
      attributes: attributes(ranked))
  }

  private func attributes(_ ranked: [LinkCandidate]) -> [Annotation.Attribute] {
    let tie = isTie(ranked)
    var attributes = tie ? [] : store.attributes(of: ranked[0].concept)
    attributes.append(.init("match", .string(ranked[0].match.rawValue)))
    if tie { attributes.append(.init("tie", true)) }
    if ranked.count > 1 {
      attributes.append(
        .init(
          "candidates",
          .list(
            ranked.prefix(Self.mostCandidates).map {
              [store.identifier(of: $0.concept), .number(rounded(min($0.score, 1)))]
            })))
    } else {
      attributes.append(
        .init("candidates", [[store.identifier(of: ranked[0].concept), .number(rounded(min(ranked[0].score, 1)))]]))
    }
    return attributes
  }

  private func rounded(_ score: Double) -> Double { (score * 100).rounded() / 100 }

  /// A body that the glossary does not list, but one of a family that it knows: the family, and the place.
  private func patternLink(_ index: Int, _ entities: [Annotation], _ best: [Int: LinkCandidate]) -> Annotation? {
    let entity = entities[index]
    guard let pattern = entity[attribute: "pattern"]?.string else { return nil }
    var attributes: [Annotation.Attribute] = [.init("pattern", .string(pattern))]
    var inner = index + 1
    while inner < entities.count, entity.range.contains(entities[inner].range) {
      if let place = best[inner], entities[inner].type == "place" {
        attributes.append(.init("place", store.identifier(of: place.concept)))
        break
      }
      inner += 1
    }
    attributes.append(.init("match", .string(Match.pattern.rawValue)))
    return Annotation(
      .link, "glossary", entity.range, rule: Match.pattern.rule, score: Match.pattern.score, target: entity.id,
      attributes: attributes)
  }

  // MARK: Terms

  private func termLinks(
    _ document: Document, _ entities: [Annotation]
  ) -> [Annotation] {
    let plain = document.annotations(in: .language).filter { $0.type == "vi-plain" }.map(\.range)
    let terms = TermFinder(lexicon, concepts).terms(in: document.text, names: outermost(entities), plain: plain)
    return terms.map { term in
      Annotation(
        .link, "term", term.range, rule: term.candidates[0].match.rule, score: rounded(term.candidates[0].score),
        attributes: attributes(term.candidates))
    }
  }

  /// The ranges of entities that are not inside others; they are in document order and do not cross.
  private func outermost(_ entities: [Annotation]) -> [TextRange] {
    var result: [TextRange] = []
    for entity in entities where entity.range.start >= result.last?.end ?? 0 { result.append(entity.range) }
    return result
  }
}
