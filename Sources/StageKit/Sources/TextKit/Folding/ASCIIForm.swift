/// ASCII for letters and punctuation that no decomposition leads to ASCII.
enum ASCIIForm {
  /// The ASCII form of a lower-case letter or a punctuation mark; `nil` if it has none, or is ASCII already.
  static func of(_ scalar: UInt32) -> String? {
    switch scalar {
    case 0xDF, 0x17F: scalar == 0xDF ? "ss" : "s"
    case 0xE6: "ae"
    case 0xFE: "th"
    case 0x153: "oe"
    // Letters with a stroke or a hook, and the dotless i.
    case 0xF0, 0x111, 0x256, 0x257: "d"
    case 0xF8: "o"
    case 0x127: "h"
    case 0x131, 0x268: "i"
    case 0x142, 0x19A: "l"
    case 0x14B: "n"
    case 0x167: "t"
    case 0x180: "b"
    case 0x1B6: "z"
    case 0x1E5: "g"
    case 0x23C: "c"
    case 0x247: "e"
    case 0x249: "j"
    case 0x24D: "r"
    case 0x24F: "y"
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F: " "
    case 0x2010...0x2015: "-"
    case 0x2018...0x201B, 0x2BC, 0x2032: "'"
    case 0x201C...0x201F, 0x2033: "\""
    default: nil
    }
  }
}
