import Testing
import TextKit

/// Laws that hold for every legal syllable there is.
struct AllSyllablesTests {
  @Test func thereAreAsManyAsTheOrthographyAllows() {
    // 27 onsets with some 160 rhymes would give 4,300 toneless syllables; the rules forbid a third of them.
    let toneless = Set(
      AllSyllables.list.compactMap { VietnameseSyllable($0) }.map { $0.onset + "|" + $0.glide + $0.nucleus + $0.coda })
    #expect((2_500...4_000).contains(toneless.count), "\(toneless.count)")
    #expect((10_000...20_000).contains(AllSyllables.list.count), "\(AllSyllables.list.count)")
  }

  @Test func formAndCaseDoNotMatter() {
    for syllable in AllSyllables.list {
      let parts = VietnameseSyllable(syllable)
      #expect(parts != nil)
      for spelling in [
        Normaliser.normalise(syllable, .nfd), syllable.uppercased(), Normaliser.normalise(syllable.uppercased(), .nfd),
        syllable.prefix(1).uppercased() + syllable.dropFirst(),
      ] where VietnameseSyllable(spelling) != parts {
        Issue.record("\(syllable) reads otherwise as \(spelling.unicodeScalars.map { String($0.value, radix: 16) })")
      }
    }
  }

  @Test func placementGoesThereAndBack() {
    var changes = 0
    for syllable in AllSyllables.list {
      for spelling in [syllable, Normaliser.normalise(syllable, .nfd), syllable.uppercased()] {
        let traditional = Vietnamese.placingTone(spelling, .traditional) ?? spelling
        let modern = Vietnamese.placingTone(spelling, .modern) ?? spelling
        guard Vietnamese.isSyllable(traditional), Vietnamese.isSyllable(modern) else {
          Issue.record("\(spelling) becomes no syllable")
          continue
        }
        let isStable =
          Vietnamese.placingTone(traditional, .traditional) == nil && Vietnamese.placingTone(modern, .modern) == nil
        let isReversible =
          (Vietnamese.placingTone(modern, .traditional) ?? modern).utf8.elementsEqual(traditional.utf8)
          && (Vietnamese.placingTone(traditional, .modern) ?? traditional).utf8.elementsEqual(modern.utf8)
        if !isStable || !isReversible { Issue.record("\(spelling), \(traditional), \(modern)") }
        if VietnameseSyllable(traditional) != VietnameseSyllable(spelling) { Issue.record("\(spelling) changes") }
        if traditional != modern { changes += 1 }
      }
    }
    #expect(changes > 1_000)
  }

  @Test func onlyOpenOaOeUyHaveTwoPlaces() {
    for syllable in AllSyllables.list {
      guard let parts = VietnameseSyllable(syllable) else { continue }
      let differs = Vietnamese.placingTone(syllable, .modern) != Vietnamese.placingTone(syllable, .traditional)
      let expected =
        ["oa", "oe", "uy"].contains(parts.glide + parts.nucleus + parts.coda) && parts.onset != "qu"
        && parts.tone != .ngang
      if differs != expected { Issue.record("\(syllable)") }
    }
  }

  @Test func foldingForgivesPlacementButKeepsTones() {
    for syllable in AllSyllables.list {
      let key = Folding.key(syllable, .tonePlacement)
      for placement in TonePlacement.allCases {
        guard let placed = Vietnamese.placingTone(syllable, placement) else { continue }
        if Folding.key(placed, .tonePlacement) != key { Issue.record("\(syllable) and \(placed)") }
        if Folding.key(placed, .letterCase) == Folding.key(syllable, .letterCase) { Issue.record("\(placed)") }
      }
      // The key is the syllable in the traditional style.
      let traditional = Vietnamese.placingTone(syllable, .traditional) ?? syllable
      if key != traditional { Issue.record("\(syllable)") }
      if Folding.key(key, .tonePlacement) != key { Issue.record("\(syllable) folds twice") }
    }
  }
}
