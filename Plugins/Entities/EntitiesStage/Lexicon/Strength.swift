import Lexicon

/// The lexicon's ``MatchStrength``, as one byte that copies without ceremony in inner loops.
enum Strength: UInt8, Comparable {
  case conflicting, folded, tonePlacement, letterCase, exact

  @inline(__always) init(_ strength: MatchStrength) {
    self = Strength(rawValue: strength.rawValue) ?? .conflicting
  }

  static func < (lhs: Strength, rhs: Strength) -> Bool { lhs.rawValue < rhs.rawValue }

  var name: String { MatchStrength(rawValue: rawValue)?.name ?? "" }
}
