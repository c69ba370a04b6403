/// Languages as a `lang` attribute has them.
enum LanguageTag: UInt8 {
  case vietnamese, english, unknown

  /// From a type of the language layer, or the language of a document.
  init(_ name: String?) {
    switch name {
    case "vi", "vi-plain": self = .vietnamese
    case "en": self = .english
    default: self = .unknown
    }
  }

  /// The attribute; the empty value says that the language is not known.
  var attribute: StaticString {
    switch self {
    case .vietnamese: " lang=\"vi\""
    case .english: " lang=\"en\""
    case .unknown: " lang=\"\""
    }
  }
}
