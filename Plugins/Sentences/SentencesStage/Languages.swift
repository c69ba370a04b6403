/// The languages whose abbreviations are to be considered at a place.
struct Languages: OptionSet, Sendable {
  let rawValue: UInt8

  static let vietnamese = Languages(rawValue: 1)
  static let english = Languages(rawValue: 2)
  static let all: Languages = [.vietnamese, .english]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// From the type of an annotation in the layer `language`.
  init(type: String) {
    switch type {
    case "vi", "vi-plain": self = .vietnamese
    case "en": self = .english
    default: self = .all
    }
  }
}
