import Lexicon
import StageKit

/// Vietnamese names: the head comes first, and the name goes on over words with capitals, the small second syllables of
/// such words, connectors, and a place at the end.
extension OrganisationRules {
  func vietnameseHead(_ hit: Hit, _ info: CueInfo, _ findings: inout Findings) {
    let start = Int(hit.start)
    if tokens[start].isLoud {
      loudHead(hit, info, &findings)
      return
    }
    if start > 0, tokens[start].isJoined, !tokens[start - 1].words.isDisjoint(with: .plural), !tokens[start].isCapital {
      return
    }
    // A small syllable alone ("sở", "báo", "hội") is part of another word more often than not.
    if !tokens[start].isCapital, hit.length == 1 { return }
    var walk = VietnameseWalk(self, start, Int(hit.end))
    walk.isSmallHead = !tokens[start].isCapital
    walk.run()
    guard walk.good > Int(hit.end), walk.isNamed else { return }
    if walk.isSmallHead {
      // "hội Chữ thập đỏ", "công ty Đại Lộc Phát": a small head is part of a name only right before it.
      guard page.isNameWord(Int(hit.end)) || walk.placeStart == Int(hit.end) else { return }
      guard info.flags.contains(.local) || walk.placeStart != Int(hit.end) else { return }
    }
    if info.flags.contains(.venue) {
      PlaceRules(page, vocabulary).add(start, walk.good, .placeUnitName, 0.8, nil, .none, &findings)
      return
    }
    if let place = walk.placeStart, place < walk.good { addInner(place, walk.good, &findings) }
    let score =
      (walk.placeStart != nil ? 0.9 : 0.85) - (walk.isSmallHead ? 0.15 : 0) - (info.flags.contains(.weak) ? 0.05 : 0)
    add(start, walk.good, walk.placeStart != nil ? .vietnameseHeadPlace : .vietnameseHead, score, &findings)
    if walk.placeStart == nil { country(start, walk.good, &findings) }
  }

  /// In capitals only a place that the lexicon knows tells where the name ends.
  private func loudHead(_ hit: Hit, _ info: CueInfo, _ findings: inout Findings) {
    var index = Int(hit.end)
    while index < page.count, index - Int(hit.start) < 16, tokens[index].gap <= .line,
      tokens[index].isLoud || tokens[index].isMark(Mark.hyphen) || tokens[index].isMark(Mark.comma)
    {
      if tokens[index].gap == .line, !tokens[index].roles.contains(.unit) { return }
      let end = Int(page.placeEnd[index])
      if end > index {
        // "ĐIỂM TRƯỜNG SÀ PHÌN": one common word before a bare name is not enough.
        if info.flags.contains(.weak), !tokens[index].roles.contains(.unit) { return }
        addInner(index, end, &findings)
        add(Int(hit.start), end, .organisationCapitals, 0.85, &findings)
        return
      }
      index += 1
    }
  }
}
