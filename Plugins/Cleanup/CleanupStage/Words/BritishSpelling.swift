/// British spellings, by rule: the American word list must not call "organisation" unknown.
enum BritishSpelling {
  /// Endings with their American form; from the spelling differences that dictionaries agree on.
  private static let endings: [(british: String, american: String)] = [
    ("isation", "ization"), ("isations", "izations"), ("isational", "izational"), ("ise", "ize"), ("ised", "ized"),
    ("ises", "izes"), ("ising", "izing"), ("iser", "izer"), ("isers", "izers"), ("isable", "izable"),
    ("yse", "yze"), ("ysed", "yzed"), ("yses", "yzes"), ("ysing", "yzing"),
    ("our", "or"), ("ours", "ors"), ("oured", "ored"), ("ouring", "oring"), ("ourable", "orable"),
    ("ourful", "orful"), ("ourless", "orless"), ("ourably", "orably"), ("ourer", "orer"), ("ourers", "orers"),
    ("ourite", "orite"), ("ourites", "orites"), ("bourhood", "borhood"), ("bourhoods", "borhoods"),
    ("bouring", "boring"), ("tre", "ter"), ("tres", "ters"), ("bre", "ber"), ("bres", "bers"), ("tred", "tered"),
    ("ence", "ense"), ("ences", "enses"), ("enced", "ensed"), ("enceless", "enseless"),
    ("lled", "led"), ("lling", "ling"), ("ller", "ler"), ("llers", "lers"), ("llor", "lor"), ("llors", "lors"),
    ("ogue", "og"), ("ogues", "ogs"), ("mme", "m"), ("mmes", "ms"), ("ilful", "illful"), ("ilment", "illment"),
    ("olment", "ollment"), ("ilments", "illments"), ("olments", "ollments"), ("ol", "oll"), ("ols", "olls"),
    ("il", "ill"), ("ils", "ills"), ("dgement", "dgment"), ("dgements", "dgments"), ("wards", "ward"),
    ("lst", "le"), ("exion", "ection"), ("ageing", "aging"), ("pped", "ped"), ("pping", "ping"),
  ]

  /// Letters inside a word with their American form.
  private static let middles: [(british: String, american: String)] = [
    ("ae", "e"), ("oe", "e"), ("ou", "o"), ("ph", "f"), ("isation", "ization"), ("plough", "plow"), ("grey", "gray"),
    ("tyre", "tire"), ("kerb", "curb"), ("cheque", "check"), ("sceptic", "skeptic"), ("manoeuvr", "maneuver"),
    ("artefact", "artifact"), ("enquir", "inquir"), ("jewellery", "jewelry"), ("aluminium", "aluminum"),
    ("cosy", "cozy"), ("practis", "practic"), ("licenc", "licens"), ("defenc", "defens"), ("offenc", "offens"),
  ]

  private static let americanByBritishEnding = endings.map { (Array($0.british.utf8), Array($0.american.utf8)) }
  private static let americanByBritishMiddle = middles.map { (Array($0.british.utf8), Array($0.american.utf8)) }

  /// Whether `isKnown` holds for an American spelling of the lower-case word.
  static func hasKnownVariant(_ word: [UInt8], _ isKnown: ([UInt8]) -> Bool) -> Bool {
    for (british, american) in americanByBritishEnding
    where word.count > british.count + 1 && word.suffix(british.count).elementsEqual(british) {
      if isKnown(word.dropLast(british.count) + american) { return true }
    }
    for (british, american) in americanByBritishMiddle where word.count > british.count {
      for start in 0...(word.count - british.count) where word[start...].starts(with: british) {
        var variant = Array(word[..<start])
        variant += american
        variant += word[(start + british.count)...]
        if isKnown(variant) { return true }
      }
    }
    return false
  }
}
