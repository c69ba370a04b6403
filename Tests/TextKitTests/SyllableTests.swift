import Testing
import TextKit

struct SyllableTests {
  @Test(arguments: [
    "a", "ở", "ạ", "ông", "yêu", "yến", "y", "ý", "ỉa", "uống", "ước", "oan", "uyên", "uỷ", "ủy", "oắt", "ai", "ách",
    "bà", "cá", "của", "chị", "dưới", "đường", "gà", "ghế", "nghiêng", "nghỉ", "ngành", "nguyễn", "ngoằn", "khuya",
    "khuỷu", "khúc", "khuếch", "kỹ", "kĩ", "kẻ", "kiên", "lý", "lí", "mỹ", "sỹ", "tỷ", "thúy", "thuý", "vỹ", "quý",
    "quí",
    "quốc", "quyền", "quỳnh", "quýt", "quỵt", "quen", "qua", "quắc", "quả", "gì", "gìn", "già", "giếng", "giết", "giữa",
    "giặt", "giũ", "giúp", "huỳnh", "hoàn", "hòa", "hoà", "khỏe", "khoẻ", "suýt", "xoong", "soóc", "tuýp", "buýt",
    "voan",
    "phuy",
    "thuở", "huơ", "ngoéo", "ngoảy", "truyện", "trưởng", "nhuyễn", "xuể", "loét", "góa", "chuếnh", "pin", "pa",
  ])
  func legalSyllablesAreKnown(_ syllable: String) {
    #expect(Vietnamese.isSyllable(syllable))
    #expect(Vietnamese.isSyllable(syllable.uppercased()))
    #expect(Vietnamese.isSyllable(Normaliser.normalise(syllable, .nfd)))
    #expect(Vietnamese.isPlainSyllable(Folding.key(syllable, .diacritics)))
  }

  @Test(
    "Other words are none",
    arguments: [
      ("", "empty"), ("ther", "no such coda"), ("and", "no such coda"), ("ca1", "a digit"), ("fa", "no f"),
      ("wa", "no w"), ("ja", "no j"), ("za", "no z"), ("ngiêng", "ng before i"), ("ngĩ", "ng before i"),
      ("ghà", "gh before a"), ("gế", "g before ê"), ("nghà", "ngh before a"), ("ka", "k before a"),
      ("cê", "c before ê"), ("ci", "c before i"), ("coa", "c before a glide"), ("quoan", "qu with a second glide"),
      ("giuy", "gi before a glide"), ("muyên", "a labial before a glide"), ("cat", "a stop coda without tone"),
      ("càt", "a stop coda with huyền"), ("cảc", "a stop coda with hỏi"), ("sãch", "a stop coda with ngã"),
      ("hòan", "tone off the nucleus"), ("qúy", "tone on qu"), ("gìa", "tone on gi"), ("thuơng", "ư without horn"),
      ("tiêng anh", "two words"), ("áá", "two tones"), ("iên", "iê without onset"), ("yê", "open yê"),
      ("tyên", "yê behind an onset"), ("ăn‌", "a format character"), ("by", "y behind b"), ("try", "y behind tr"),
      ("ñan", "not a Vietnamese letter"), ("nghiêngg", "eight letters"), ("Ðà", "eth"),
      ("é\u{302}", "marks out of order"),
      ("a\u{301}\u{300}", "two tone marks"), ("\u{301}a", "a mark before the letter"),
      ("ac", "a stop coda without tone"),
    ])
  func otherWordsAreNone(_ word: String, _ reason: String) {
    #expect(!Vietnamese.isSyllable(word), "\(reason)")
  }

  @Test(arguments: [
    ("duong", true), ("nuoc", true), ("Nguyen", true), ("HANOI", false), ("Ha", true), ("Noi", true), ("quyet", true),
    ("gieng", true), ("khuyu", true), ("dat", true), ("the", true), ("and", false), ("report", false), ("đường", false),
    ("duo\u{31B}ng", false), ("", false), ("workers", false), ("nghieng", true), ("ngieng", false),
  ])
  func plainSyllablesAreThoseOfLostDiacritics(_ word: String, _ expected: Bool) {
    #expect(Vietnamese.isPlainSyllable(word) == expected)
  }

  @Test func theToneMarkMayBeJoinedInEitherOrder() {
    for spelling in ["tiê\u{323}c", "tie\u{323}\u{302}c", "tiẹ\u{302}c", "ti\u{65}\u{302}\u{323}c", "tiệc"] {
      #expect(Vietnamese.isSyllable(spelling))
      #expect(VietnameseSyllable(spelling)?.tone == .nặng)
    }
    #expect(Vietnamese.isSyllable("đươ\u{300}ng") && Vietnamese.isSyllable("đưo\u{300}\u{31B}ng"))
  }

  @Test(arguments: [
    ("Nguyễn", "ng", "u", "yê", "n", Tone.ngã), ("gìn", "gi", "", "i", "n", .huyền),
    ("giếng", "gi", "", "iê", "ng", .sắc),
    ("quốc", "qu", "", "ô", "c", .sắc), ("hoà", "h", "o", "a", "", .huyền), ("ông", "", "", "ô", "ng", .ngang),
    ("KHUỶU", "kh", "u", "y", "u", .hỏi), ("mượn", "m", "", "ươ", "n", .nặng), ("quý", "qu", "", "y", "", .sắc),
    ("nghĩa", "ngh", "", "ia", "", .ngã), ("xoong", "x", "", "oo", "ng", .ngang), ("yêu", "", "", "yê", "u", .ngang),
  ])
  func syllablesHaveParts(
    _ word: String, _ onset: String, _ glide: String, _ nucleus: String, _ coda: String, _ tone: Tone
  ) throws {
    let syllable = try #require(VietnameseSyllable(word))
    #expect(syllable.onset == onset && syllable.glide == glide && syllable.nucleus == nucleus)
    #expect(syllable.coda == coda && syllable.tone == tone)
  }
}
