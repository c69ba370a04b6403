/// A normal form of the Unicode standard (UAX #15).
public enum NormalForm: String, CaseIterable, Sendable {
  /// Canonical composition: `ệ` is one character.
  case nfc
  /// Canonical decomposition: `ệ` is a letter and two marks.
  case nfd
  /// Compatibility composition: also turns full-width letters, ligatures and superscripts into plain ones.
  case nfkc
}
