/// One letter as Vietnamese writes it: which of the 29 letters, which tone stands on it, and its case.
///
/// Packed in 16 bits: the letter's number, from 1, in alphabetical order (5 bits), the tone (3 bits), capital (1 bit).
struct Letter: Equatable {
  let raw: UInt16

  @inline(__always) init(raw: UInt16) { self.raw = raw }

  @inline(__always) init(symbol: UInt8, tone: UInt8, isCapital: Bool) {
    raw = UInt16(symbol) | UInt16(tone) << 5 | (isCapital ? 1 << 8 : 0)
  }

  /// Place in ``alphabet``, from 1.
  @inline(__always) var symbol: UInt8 { UInt8(truncatingIfNeeded: raw & 0x1F) }
  @inline(__always) var tone: UInt8 { UInt8(truncatingIfNeeded: raw >> 5 & 7) }
  @inline(__always) var isCapital: Bool { raw >> 8 & 1 == 1 }

  static let alphabet: [Character] = Array("aăâbcdđeêghiklmnoôơpqrstuưvxy")
  /// The vowels, each with its six tones.
  private static let vowels = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự",
    "yỳỷỹýỵ",
  ]

  /// The number of a letter of ``alphabet``.
  static func symbol(_ letter: Character) -> UInt8 {
    guard let index = alphabet.firstIndex(of: letter) else { preconditionFailure("\(letter) is not a letter") }
    return UInt8(index + 1)
  }

  /// The symbols of the letters that the rules name.
  enum Symbol {
    static let a = symbol("a")
    static let breveA = symbol("ă")
    static let circumflexA = symbol("â")
    static let e = symbol("e")
    static let circumflexE = symbol("ê")
    static let o = symbol("o")
    static let circumflexO = symbol("ô")
    static let hornO = symbol("ơ")
    static let u = symbol("u")
    static let hornU = symbol("ư")
    static let y = symbol("y")
  }

  /// Every written form: scalar and letter.
  static let forms: [(scalar: UInt32, letter: Letter)] = {
    var forms: [(UInt32, Letter)] = []
    func add(_ form: Character, _ symbol: UInt8, _ tone: Int) {
      for (string, isCapital) in [(form.lowercased(), false), (form.uppercased(), true)] {
        guard let scalar = string.unicodeScalars.first else { continue }
        forms.append((scalar.value, Letter(symbol: symbol, tone: UInt8(tone), isCapital: isCapital)))
      }
    }
    for letter in alphabet where !vowels.contains(where: { $0.first == letter }) { add(letter, symbol(letter), 0) }
    for row in vowels {
      for (tone, form) in row.enumerated() { add(form, symbol(row[row.startIndex]), tone) }
    }
    return forms
  }()
}
