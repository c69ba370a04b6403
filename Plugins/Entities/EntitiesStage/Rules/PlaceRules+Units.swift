import Lexicon
import StageKit
import TextKit

/// Units: the words that say what kind of place a name is.
extension PlaceRules {
  func unit(_ index: Int, _ findings: inout Findings) {
    for hit in page.hits(at: index) where hit.kind == .cue {
      let info = vocabulary.cues[Int(hit.index)]
      guard info.kind == .placeUnit else { continue }
      if info.flags.contains(.before), unitFirst(hit, info, &findings) { return }
      if info.flags.contains(.after), unitLast(hit, info, &findings) { return }
    }
  }

  /// `quận Hoàn Kiếm`, `TP Thanh Hóa`, `Phường 1`.
  private func unitFirst(_ hit: Hit, _ info: CueInfo, _ findings: inout Findings) -> Bool {
    let start = Int(hit.start)
    var name = Int(hit.end)
    // "TP." is one cue with and one without the full stop.
    if tokens[name].isMark(Mark.stop), tokens[name].gap == .none, info.flags.contains(.strict),
      tokens[name + 1].gap <= .space
    {
      name += 1
    }
    guard tokens[name].isJoined, !info.flags.contains(.generic), !tokens[start].shape.contains(.taken) else {
      return false
    }
    // "B. TỈNH …" and "Poonsap T. Suan": a letter is a unit only before a number or a name that is known.
    if tokens[start].shape.contains(.single) {
      guard !tokens[start].shape.contains(.first), tokens[start].shape.contains(.vietnamese),
        tokens[name].kind == .number || (page.placeEnd[name] > 0 && page.isNameWord(name))
      else { return false }
    }
    if isFamilyName(start, name) { return false }
    // Several units share the word: it is not part of a name.
    if start > 0, tokens[start].isJoined,
      !tokens[start - 1].words.isDisjoint(with: .plural) || (!info.flags.contains(.road) && isCount(start - 1))
    {
      list(from: name, &findings)
      return true
    }
    if tokens[name].kind == .number || tokens[name].shape.contains(.digit) || tokens[name].words.contains(.roman) {
      return numbered(start, name, info, &findings)
    }
    guard tokens[name].isCapital, !tokens[name].shape.contains(.taken) else { return false }
    if !tokens[name].roles.isDisjoint(with: .stop), !tokens[name].roles.contains(.place) { return false }
    if tokens[name].roles.contains(.head), !tokens[name].roles.contains(.place),
      tokens[name].shape.contains(.vietnamese),
      !tokens[name].roles.contains(.surname)
    {
      return false
    }
    let known = lexiconEnd(name)
    if tokens[name].isLoud || (tokens[start].isCapital && tokens[start].isLoud) {
      guard known > name else { return false }
      add(start, known, .placeUnitName, 0.85, nil, .none, &findings)
      return true
    }
    var end = page.nameEnd(from: name, limit: 5, barriers: [.stop, .head])
    if known > name, end > known,
      isNewName(known)
        || (info.flags.contains(.administrative) && known - name > 1 && !tokens[known].shape.contains(.single))
    {
      end = known
    }
    if known > end { end = known }
    // "thôn Thạnh Đức 1", "ấp Đại Thôn A"
    if end < page.count, tokens[end].gap == .space, tokens[end].end - tokens[end].start <= 2,
      tokens[end].kind == .number || tokens[end].shape.contains(.single) && tokens[end].isCapital,
      info.flags.contains(.fine), !tokens[end].shape.contains(.taken), tokens[end + 1].mark != Mark.slash,
      tokens[end].kind != .number || !tokens[end + 1].isWord || tokens[end + 1].gap > .wrap
    {
      end += 1
    }
    guard end > name else { return false }
    if known <= name, info.flags.contains(.weak), tokens[start].shape.contains(.first),
      !tokens[name].shape.contains(.vietnamese)
    {
      return false
    }
    if known <= name, tokens[start].shape.isDisjoint(with: [.vietnamese, .plain]), !info.flags.contains(.vietnamese) {
      // "Lake X", "Mount X" need the capital.
      guard tokens[start].isCapital else { return false }
    }
    add(start, end, .placeUnitName, known >= end ? 0.95 : 0.85, nil, concepts(start, end, name), &findings)
    return true
  }

  /// `Hồ Văn Thuận` is no lake: a unit word that is also a family name, with a capital, before a given name.
  private func isFamilyName(_ start: Int, _ name: Int) -> Bool {
    guard tokens[start].isCapital, !tokens[start].isLoud, tokens[start].roles.contains(.surname), name == start + 1
    else { return false }
    if lexiconEnd(start) > name { return false }
    if tokens[name].words.contains(.personMiddle) || tokens[name].roles.contains(.givenName) { return true }
    return tokens[start].roles.contains(.titled) || !tokens[start].shape.contains(.first) || tokens[name + 1].isCapital
  }

  private func isCount(_ index: Int) -> Bool {
    tokens[index].kind == .number && tokens[index].value <= 99 && !tokens[index].shape.contains(.taken)
  }

  /// Whether another kind of name begins here.
  private func isNewName(_ index: Int) -> Bool {
    !tokens[index].roles.isDisjoint(with: [.head, .unit, .title, .stop, .surname, .organisation])
  }

  private func numbered(_ start: Int, _ name: Int, _ info: CueInfo, _ findings: inout Findings) -> Bool {
    let isUnit = info.flags.contains(.administrative) || tokens[start].words.contains(.numberedUnit)
    guard isUnit, !tokens[name].shape.contains(.taken), tokens[name].end - tokens[name].start <= 4 else { return false }
    if tokens[name].shape.contains(.vietnamese) || tokens[name].shape.contains(.plain) {
      // "3 xã 135": the word counts, and "xã 3 lần" too.
      guard tokens[start].words.contains(.numberedUnit) || info.flags.contains(.road) else { return false }
    } else {
      guard tokens[start].isCapital else { return false }
    }
    if tokens[name + 1].kind == .mark, tokens[name + 1].gap == .none, tokens[name + 1].isMark(Mark.slash) {
      return false
    }
    if tokens[name + 1].isMark(UInt8(ascii: "%")) { return false }
    add(start, name + 1, .placeUnitName, 0.85, nil, concepts(start, name + 1, name), &findings)
    return true
  }

  /// `Dong Anh district`, `Hai Ba Trung Street`, `Ham Luong River`.
  private func unitLast(_ hit: Hit, _ info: CueInfo, _ findings: inout Findings) -> Bool {
    let unit = Int(hit.start)
    guard unit > 0, tokens[unit].isJoined, tokens[unit].gap != .none, !info.flags.contains(.vietnamese) else {
      return false
    }
    let isCapital = tokens[unit].isCapital
    let known = knownStart(before: unit)
    if info.flags.contains(.generic) || info.flags.contains(.weak) {
      guard isCapital, !info.flags.contains(.strict) else { return false }
    }
    if tokens[unit].isLoud {
      guard let known else { return false }
      add(known, Int(hit.end), .placeNameUnit, 0.85, nil, .none, &findings)
      return true
    }
    var start = page.nameStart(before: unit, limit: 5, barriers: [.honorific, .title, .stop, .organisation])
    while start < unit, tokens[start].roles.contains(.head), !tokens[start].roles.contains(.place) { start += 1 }
    if let known, known < start || (known > start && !info.flags.contains(.road)) { start = known }
    guard start < unit else { return false }
    // "a Friendly city": one unknown word before a small unit is no name.
    if unit - start == 1, known == nil, !isCapital, tokens[start].shape.isDisjoint(with: .marked),
      tokens[start].shape.contains(.first) || !Vietnamese.isPlainSyllable(page.slice(start))
    {
      return false
    }
    if unit - start == 1, tokens[start].roles.contains(.demonym), !tokens[start].roles.contains(.place) { return false }
    if info.flags.contains(.strict), tokens[unit].end - tokens[unit].start <= 3, known == nil { return false }
    add(
      start, Int(hit.end), .placeNameUnit, known != nil ? 0.95 : 0.85, nil,
      concepts(start, Int(hit.end), start), &findings)
    return true
  }

  /// `Long Thuan, Tien Thuan and Phuoc Chi communes`; `the communes of Ta Ngao, Pu Sam Cap`.
  func units(_ index: Int, _ findings: inout Findings) {
    if tokens[index + 1].words.contains(.of), tokens[index + 1].isJoined {
      list(from: index + 2, &findings)
      return
    }
    guard index > 0, tokens[index].isJoined else { return }
    var end = index
    for step in 0..<32 {
      let start = page.nameStart(before: end, limit: 5, barriers: [.honorific, .title, .stop, .organisation, .head])
      guard start < end, start > 0 else { break }
      // A single name before a plural is "the southern provinces" in a heading.
      if step == 0, !tokens[start - 1].words.contains(.and), !tokens[start - 1].isMark(Mark.comma) { break }
      add(start, step == 0 ? index + 1 : end, step == 0 ? .placeNameUnit : .placeList, 0.85, nil, .none, &findings)
      guard tokens[start].isJoined, tokens[start - 1].isMark(Mark.comma) || tokens[start - 1].words.contains(.and)
      else { break }
      end = start - 1
      if end > 0, tokens[end - 1].isMark(Mark.comma) { end -= 1 }
    }
  }

  /// Names in a row: `Hà Tĩnh, Quảng Bình và Quảng Trị`.
  func list(from start: Int, _ findings: inout Findings) {
    var start = start
    var found: [(Int, Int)] = []
    while start < page.count, found.count < 64, page.isNameWord(start), tokens[start].isJoined {
      if tokens[start].roles.contains(.head) || tokens[start].roles.contains(.honorific) { break }
      var end = page.nameEnd(from: start, limit: 4, barriers: [.honorific, .stop, .head, .unit])
      let known = lexiconEnd(start)
      if known > end { end = known }
      guard end > start else { break }
      found.append((start, end))
      var next = end
      if tokens[next].isMark(Mark.open), tokens[next].isJoined {
        // "Noong Heo (Sin Ho) and": the list goes on behind the brackets.
        while next < page.count, next - end < 8, !tokens[next].isMark(Mark.close) { next += 1 }
        next += 1
      }
      while next < page.count, next - end < 12, tokens[next].isJoined,
        tokens[next].isMark(Mark.comma) || tokens[next].words.contains(.and)
      {
        next += 1
      }
      if next == end { break }
      start = next
    }
    for (start, end) in found where page.placeEnd[start] < end {
      add(start, end, .placeList, found.count > 1 ? 0.8 : 0.7, nil, .none, &findings)
    }
  }

  // MARK: What the lexicon knows

  /// The end of the longest place name of the lexicon that begins at `start`.
  func lexiconEnd(_ start: Int) -> Int {
    for hit in page.hits(at: start) where hit.kind == .place { return Int(hit.end) }
    return start
  }

  /// The start of a place name of the lexicon that ends before `end`.
  func knownStart(before end: Int) -> Int? {
    for start in max(0, end - 4)..<end {
      for hit in page.hits(at: start) where hit.kind == .place && Int(hit.end) == end { return start }
    }
    return nil
  }

  /// Concepts whose name is the whole span, else those of the bare name.
  func concepts(_ start: Int, _ end: Int, _ name: Int) -> ConceptSpan {
    for (begin, stop) in [(start, end), (name, end), (start, max(start, end - 1))] {
      for hit in page.hits(at: begin) where hit.kind == .place && Int(hit.end) == stop { return hit.span }
    }
    return .none
  }
}
