import StageKit

/// How a page shows an edit of something that cannot be seen.
enum Glyph: UInt8 {
  case none, space, lineBreak, tab, hidden

  /// Continues the attribute before it.
  var attribute: StaticString? {
    switch self {
    case .none: nil
    case .space: "\" data-g=\"\u{2423}"
    case .lineBreak: "\" data-g=\"\u{21B5}"
    case .tab: "\" data-g=\"\u{21E5}"
    case .hidden: "\" data-g=\"\u{25CC}"
    }
  }

  /// For a stretch of text: what it needs if nothing in it has ink.
  init(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty, bytes.count <= 32 else {
      self = .none
      return
    }
    var found = Glyph.hidden
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x0D: found = .lineBreak
      case 0x09: if found != .lineBreak { found = .tab }
      case 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: if found == .hidden { found = .space }
      case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: break
      default:
        self = .none
        return
      }
    }
    self = found
  }
}
