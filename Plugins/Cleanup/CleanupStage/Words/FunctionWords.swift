/// The small words of English that lose the space beside them in texts taken from web pages and word processors.
enum FunctionWords {
  /// May stand before the other word: with the fewest letters that the other word must have.
  static let leading: [[UInt8]: Int] = table([
    "the": 5, "and": 4, "for": 5, "with": 4, "from": 4, "that": 5, "their": 4, "this": 5, "these": 4, "which": 4,
    "through": 4, "between": 4, "including": 4, "in": 6, "on": 6, "of": 6, "to": 6,
  ])
  /// May stand behind the other word.
  static let trailing: [[UInt8]: Int] = table([
    "the": 4, "and": 4, "for": 4, "with": 4, "from": 4, "that": 4, "their": 4, "which": 4, "these": 4, "this": 4,
    "was": 5, "were": 5, "have": 5, "in": 6, "on": 6, "of": 6, "to": 6, "at": 6, "by": 6, "is": 6,
  ])
  /// Two small words at once.
  static let pairs: [[UInt8]: Int] = table([
    "ofthe": 2, "inthe": 2, "tothe": 2, "onthe": 2, "bythe": 2, "atthe": 2, "forthe": 3, "andthe": 3, "withthe": 4,
    "fromthe": 4, "thatthe": 4, "isthe": 2, "inthis": 2, "ofthis": 2, "forthis": 3, "inorder": 2, "inaddition": 2,
    "ingeneral": 2, "inparticular": 2, "interms": 2, "aswell": 2, "dueto": 3, "suchas": 4,
  ])

  /// Words that look glued and are not: compounds, terms of programming, words of other languages.
  static let exceptions: Set<[UInt8]> = Set(
    [
      "foreach", "forall", "formats", "formatter", "inmigrant", "inmigrants", "inmigration", "onscreen", "onstream",
      "oncampus", "onstreet", "inpatients", "inland", "greensand", "oilsand", "tarsand", "tostring", "tolower",
      "toupper", "toarray", "tomorrows", "inplace", "inbound", "inmates", "inputs", "oncoming", "onward", "offence",
      "offences", "forint", "forints", "thereby", "andesite", "wherewith", "herefrom", "therefrom", "thereon",
      "whereof", "whereto", "hereunto", "thesaurus", "theatre", "theatres", "fortnightly", "forbye", "withal",
      "standby", "layby", "flyby", "passerby", "passersby", "bystander", "byproduct", "byproducts",
    ].map { Array($0.utf8) })

  private static func table(_ words: [String: Int]) -> [[UInt8]: Int] {
    Dictionary(uniqueKeysWithValues: words.map { (Array($0.key.utf8), $0.value) })
  }
}
