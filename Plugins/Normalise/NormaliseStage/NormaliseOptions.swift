import StageKit
import TextKit

/// What the configuration asks of the stage.
struct NormaliseOptions: Sendable {
  enum Quotes: String, CaseIterable, Sendable { case keep, straight, curly }
  enum Dashes: String, CaseIterable, Sendable { case keep, en, hyphen }

  /// The word for “leave it alone” where an option has no case of its own for that.
  static let asIs = "as-is"

  /// `nil` leaves the normal form as it is.
  var form: NormalForm?
  /// `nil` leaves tone marks where they are.
  var toneMarks: TonePlacement?
  var lookAlikes: Bool
  var quotes: Quotes
  var dashes: Dashes

  init(_ setup: StageSetup) {
    form = NormalForm(rawValue: setup.string("form"))
    toneMarks = TonePlacement(rawValue: setup.string("tone-marks"))
    lookAlikes = setup.bool("look-alikes")
    quotes = Quotes(rawValue: setup.string("quotes")) ?? .keep
    dashes = Dashes(rawValue: setup.string("dashes")) ?? .keep
  }

  static let descriptions: [OptionDescription] = [
    OptionDescription(
      "form", "Unicode normal form of the text.", .choice(NormalForm.allCases.map(\.rawValue) + [asIs]),
      default: .string(NormalForm.nfc.rawValue)),
    OptionDescription(
      "tone-marks", "Where the tone mark of an open oa, oe or uy stands: hòa (traditional) or hoà (modern).",
      .choice(TonePlacement.allCases.map(\.rawValue) + [asIs]), default: .string(asIs)),
    OptionDescription(
      "look-alikes", "Puts Đ in place of letters that look like it, such as the Icelandic Ð, in Vietnamese words.",
      .boolean, default: true),
    OptionDescription(
      "quotes", "Quotation marks: as they are, all straight, or all curly.", .choice(Quotes.allCases.map(\.rawValue)),
      default: .string(Quotes.keep.rawValue)),
    OptionDescription(
      "dashes", "Dashes between words: as they are, all en dashes, or all hyphens.",
      .choice(Dashes.allCases.map(\.rawValue)), default: .string(Dashes.keep.rawValue)),
  ]
}
