/// The closed word classes of English and Vietnamese that rules refer to.
///
/// Open classes (heads of organisations, units of places, titles, surnames) come from the lexicon instead.
struct GrammarWords: OptionSet {
  let rawValue: UInt32

  /// `the`, `a`, `an`.
  static let article = GrammarWords(rawValue: 1 << 0)
  static let of = GrammarWords(rawValue: 1 << 1)
  /// Words inside English names of organisations: `of for on and in to against with the`.
  static let joint = GrammarWords(rawValue: 1 << 2)
  static let and = GrammarWords(rawValue: 1 << 3)
  /// `in at from near to … ở tại từ đến về`: a place follows.
  static let locative = GrammarWords(rawValue: 1 << 4)
  /// Words inside Vietnamese names of organisations: `và về cho vì các trong với của`.
  static let viJoint = GrammarWords(rawValue: 1 << 5)
  /// `các những hai ba bốn …`: units that follow are several.
  static let plural = GrammarWords(rawValue: 1 << 6)
  static let day = GrammarWords(rawValue: 1 << 7)
  static let month = GrammarWords(rawValue: 1 << 8)
  static let year = GrammarWords(rawValue: 1 << 9)
  static let quarter = GrammarWords(rawValue: 1 << 10)
  /// `to đến tới until`: between the ends of a range.
  static let through = GrammarWords(rawValue: 1 << 11)
  /// Words after which a short figure such as `8/7` is a date.
  static let dateCue = GrammarWords(rawValue: 1 << 12)
  /// Written with a capital at most at the head of a sentence.
  static let function = GrammarWords(rawValue: 1 << 13)
  /// An English month that is nothing else; ``Token/value`` has its number.
  static let enMonth = GrammarWords(rawValue: 1 << 14)
  /// A month that is also another word (`May`, `March`), or a Vietnamese number word behind `tháng`.
  static let weakMonth = GrammarWords(rawValue: 1 << 15)
  static let viNumber = GrammarWords(rawValue: 1 << 16)
  /// Plural units: `districts`, `provinces`.
  static let units = GrammarWords(rawValue: 1 << 17)
  /// Roman numeral, at most XII.
  static let roman = GrammarWords(rawValue: 1 << 18)
  /// Vietnamese function words with their diacritics lost; they betray plain Vietnamese.
  static let plainSign = GrammarWords(rawValue: 1 << 19)
  /// English function words.
  static let englishSign = GrammarWords(rawValue: 1 << 20)
  /// Money and measure words and signs behind or before a number.
  static let measure = GrammarWords(rawValue: 1 << 21)
  /// `No số Decree Luật Điều Article …`: a number behind is not a date.
  static let numbering = GrammarWords(rawValue: 1 << 22)
  /// Words behind or before which a four-digit number is a year.
  static let yearCue = GrammarWords(rawValue: 1 << 23)
  /// Administrative unit that may stand for its own body: `Hội Nông dân tỉnh`.
  static let bareUnit = GrammarWords(rawValue: 1 << 24)
  /// Words that say that an organisation or its people follow: `tổ chức`, `NGO`, `members`.
  static let weekday = GrammarWords(rawValue: 1 << 25)
  /// Verbs of saying: a person is near.
  static let saying = GrammarWords(rawValue: 1 << 26)
  /// Words that make a title of a unit not part of the name: `thủ đô`, `vùng`, `miền`.
  static let genericUnit = GrammarWords(rawValue: 1 << 27)
  /// Middle names that only persons have: `Thị`, `Văn`.
  static let personMiddle = GrammarWords(rawValue: 1 << 28)
  /// Ordinal suffix alone: `th`, `nd`.
  static let ordinal = GrammarWords(rawValue: 1 << 29)
  /// Units that go with a number: `Quận 3`, `Phường 1`.
  static let numberedUnit = GrammarWords(rawValue: 1 << 30)
}
