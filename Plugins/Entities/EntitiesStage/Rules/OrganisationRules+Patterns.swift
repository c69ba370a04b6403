import Lexicon
import StageKit

/// Names made after the patterns of the lexicon.
extension OrganisationRules {
  /// `Embassy of {country}`, `{adjective} Embassy`, `UBND {place}`.
  func pattern(_ index: Int, _ findings: inout Findings) {
    var best: (start: Int, end: Int, pattern: Int32)?
    var shortest = Int.max
    for hit in page.hits(at: index) where hit.kind == .literal {
      let info = vocabulary.patterns[Int(hit.index)]
      guard let span = fill(info, hit) else { continue }
      // "Belgian Embassy in Hanoi" is an organisation and a place.
      if span.end < shortest { shortest = span.end }
      if shortest < span.end, page.reads(shortest, "in") || page.reads(shortest, "tại") { continue }
      if let known = best, known.end - known.start >= span.end - span.start,
        !(page.reads(span.end, "in") || page.reads(span.end, "tại"))
      {
        continue
      }
      best = (span.start, span.end, hit.index)
    }
    guard let best else { return }
    var candidate = Candidate(.organisation, best.start, best.end, .organisationPattern, 0.93)
    candidate.pattern = best.pattern
    findings.candidates.append(candidate)
    markOrganisation(best.start)
  }

  /// The span of a pattern whose literal `hit` is its first or, behind one slot, its second part.
  func fill(_ info: PatternInfo, _ hit: Hit) -> (start: Int, end: Int)? {
    let segment = Int(hit.count)
    guard segment <= 1, info.count > 1 else { return nil }
    var start = Int(hit.start)
    var end = Int(hit.end)
    if segment == 1 {
      guard tokens[start].isJoined, let begin = slotStart(info[0], before: start) else { return nil }
      start = begin
    }
    for place in (segment + 1)..<max(info.count, segment + 1) {
      guard end < page.count, tokens[end].isJoined else { return nil }
      switch info[place] {
      case .literal:
        var next: Int?
        for other in page.hits(at: end) where other.kind == .literal && other.index == hit.index {
          next = Int(other.end)
        }
        guard let next else { return nil }
        end = next
      case let slot:
        guard let next = slotEnd(slot, from: end) else { return nil }
        end = next
      }
    }
    return (start, end)
  }

  func slotEnd(_ slot: PatternInfo.Part, from index: Int) -> Int? {
    var index = index
    if tokens[index].words.contains(.article), tokens[index + 1].isJoined { index += 1 }
    switch slot {
    case .place:
      let end = placeEnd(index)
      return end > index ? end : nil
    case .adjective:
      for hit in page.hits(at: index) where hit.kind == .demonym { return Int(hit.end) }
      return nil
    case .organisation:
      for hit in page.hits(at: index) where hit.kind == .organisation && !hit.isCautious { return Int(hit.end) }
      return nil
    case .number: return tokens[index].kind == .number ? index + 1 : nil
    case .words, .literal, .none: return nil
    }
  }

  func slotStart(_ slot: PatternInfo.Part, before index: Int) -> Int? {
    switch slot {
    case .place:
      let start = page.placeStart[index]
      return start >= 0 ? Int(start) : nil
    case .adjective:
      for start in max(0, index - 3)..<index where tokens[start].roles.contains(.demonym) {
        for hit in page.hits(at: start) where hit.kind == .demonym && Int(hit.end) == index { return start }
      }
      return nil
    case .organisation, .number, .words, .literal, .none: return nil
    }
  }
}
