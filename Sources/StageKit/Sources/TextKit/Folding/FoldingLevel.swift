/// What two strings may differ in and still have the same key; each level forgives what the one before does.
public enum FoldingLevel: Sendable, CaseIterable {
  /// Case, full and half width, normal form. `ĐÔNG`, `đông`. The key is in NFC.
  case letterCase
  /// Also where in a Vietnamese syllable the tone mark stands: `hoà`, `hòa`; also where no style puts it: `qúy`, `hòan`.
  case tonePlacement
  /// Also all diacritics; what then has an ASCII form takes it: `đ` is `d`, `æ` is `ae`, curly quotes are straight.
  case diacritics
}
