/// What scalars beyond ASCII are, told from their UTF-8 bytes alone.
///
/// The bytes must be valid UTF-8.
enum HighScalar {
  enum Kind {
    /// Latin letter.
    case letter
    /// Combining mark.
    case mark
    case otherScript
    case clauseEnd
    case sentenceEnd
    case symbol
  }

  /// What a letter says of the word that has it; a stronger sign is greater.
  enum Evidence: Comparable {
    case none
    /// Vietnamese and other languages have it: à, ê.
    case shared
    /// Only Vietnamese has it: ơ, ạ.
    case vietnamese
    /// Vietnamese does not have it: ç, ü, ł.
    case foreign
  }

  @inline(__always) static func length(_ lead: UInt8) -> Int { lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

  static func kind(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Kind {
    let lead = bytes[offset]
    switch lead {
    case 0xC3: return bytes[offset + 1] == 0x97 || bytes[offset + 1] == 0xB7 ? .symbol : .letter  // × ÷
    case 0xC4...0xCA: return .letter
    case 0xCC: return .mark
    case 0xCD: return bytes[offset + 1] < 0xB0 ? .mark : .otherScript
    case 0xC2: return bytes[offset + 1] == 0xAB || bytes[offset + 1] == 0xBB ? .clauseEnd : .symbol  // « »
    case 0xCB: return .symbol
    case 0xE1: return (0xB8...0xBB).contains(bytes[offset + 1]) ? .letter : .otherScript
    case 0xE2: return punctuation(bytes[offset + 1], bytes[offset + 2])
    case 0xE3:
      guard bytes[offset + 1] == 0x80 else { return .otherScript }
      return bytes[offset + 2] == 0x82 ? .sentenceEnd : bytes[offset + 2] < 0xA0 ? .clauseEnd : .symbol
    case 0xEE: return .symbol
    case 0xEF:
      switch bytes[offset + 1] {
      case 0xBC: return bytes[offset + 2] < 0xA1 ? .clauseEnd : .otherScript
      case 0xBB where bytes[offset + 2] == 0xBF, 0xBF: return .symbol
      default: return .otherScript
      }
    case 0xF0: return bytes[offset + 1] == 0x9F || bytes[offset + 1] == 0x9D ? .symbol : .otherScript
    case 0xF3...: return .symbol
    default: return .otherScript
    }
  }

  /// General punctuation and symbols, U+2000 to U+2FFF.
  private static func punctuation(_ second: UInt8, _ third: UInt8) -> Kind {
    guard second == 0x80 else { return .symbol }
    switch third {
    case 0x92...0x95, 0x98, 0x9C...0x9E, 0xA2: return .clauseEnd  // dashes, quotation marks, bullet
    case 0xA6, 0xA8, 0xA9: return .sentenceEnd  // … and line separators
    default: return .symbol
    }
  }

  static func evidence(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Evidence {
    let second = bytes[offset + 1]
    switch bytes[offset] {
    case 0xC3:
      // à á â ã, è é ê, ì í, ò ó ô õ, ù ú, ý, and Ð, which is often a wrong Đ.
      switch second | 0x20 {
      case 0xA0...0xA3, 0xA8...0xAA, 0xAC, 0xAD, 0xB2...0xB5, 0xB9, 0xBA, 0xBD: return .shared
      default: return second == 0x90 ? .shared : .foreign
      }
    case 0xC4:
      switch second {
      case 0x82, 0x83, 0x90, 0x91, 0xA8, 0xA9: return .shared  // ă đ ĩ
      default: return .foreign
      }
    case 0xC5: return second == 0xA8 || second == 0xA9 ? .shared : .foreign  // ũ
    case 0xC6:
      switch second {
      case 0xA0, 0xA1, 0xAF, 0xB0: return .vietnamese  // ơ ư
      default: return .foreign
      }
    case 0xCC:
      switch second {
      case 0x80, 0x81, 0x82, 0x83, 0x86: return .shared
      case 0x89, 0x9B, 0xA3: return .vietnamese  // hook, horn, dot below
      default: return .foreign
      }
    case 0xE1:
      let third = bytes[offset + 2]
      if second == 0xBB, third <= 0xB9 { return .vietnamese }
      return second == 0xBA && third >= 0xA0 ? .vietnamese : .foreign
    default: return .foreign
    }
  }

  static func isCapital(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    let second = bytes[offset + 1]
    switch bytes[offset] {
    case 0xC3: return second < 0xA0
    case 0xC4, 0xC5: return second & 1 == 0
    case 0xC6: return second == 0xA0 || second == 0xAF
    case 0xE1: return bytes[offset + 2] & 1 == 0
    default: return false
    }
  }
}
