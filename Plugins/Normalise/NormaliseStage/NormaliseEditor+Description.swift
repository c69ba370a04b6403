import StageKit

extension NormaliseEditor {
  static let description = StageDescription(
    "normalise", .editor, "Brings text into one normal form, and Vietnamese into one way of writing.",
    discussion: """
      The normal form is that of the whole text. What concerns the spelling of Vietnamese is changed in Vietnamese words \
      only: in stretches that layer `language` calls Vietnamese; or, if no stage has written that layer yet, in words \
      that are legal Vietnamese syllables and have letters that only Vietnamese has, or stand beside such words. A wrong \
      Đ is repaired also in names in English text. In doubt nothing is changed.

      Tone marks differ only on an open oa, oe or uy: hòa, khỏe, thủy (traditional) or hoà, khoẻ, thuỷ (modern). They \
      never move in closed syllables (hoàn, huỳnh) nor after qu. Guillemets are no quotation marks to this stage. \
      A dash is what stands between words with spaces on both sides, or is itself an em dash; hyphens inside words and \
      numbers stay.

      A syllable that several rules change has one edit, with the reason of the last of them. Run again on its own \
      output, the stage changes nothing.
      """,
    options: NormaliseOptions.descriptions,
    rules: [
      RuleDescription(
        "normalise.nfc", "Letters with their marks become single characters; the other values of form work likewise.",
        examples: [.init("Ha\u{300} No\u{323}\u{302}i", "Hà Nội"), .untouched("Hà Nội, Zürich")]),
      RuleDescription("normalise.nfd", "Letters and their marks become separate characters."),
      RuleDescription(
        "normalise.nfkc", "As NFC, and characters kept for older encodings become the ordinary ones: ﬁ becomes fi."),
      RuleDescription(
        "normalise.look-alike", "A letter that looks like Đ becomes Đ in a Vietnamese word.",
        examples: [
          .init("Tỉnh Ðồng Nai và Ðắk Lắk", "Tỉnh Đồng Nai và Đắk Lắk"),
          .init("Mr. Ðinh came from Ðà Nẵng.", "Mr. Đinh came from Đà Nẵng."),
          .untouched("Við förum til Íslands með Guðrúnu."),
        ]),
      RuleDescription(
        "normalise.tone-marks", "Tone marks move to where the chosen style has them; here: traditional.",
        examples: [
          .init("Hoà bình, khoẻ mạnh, Thuỷ điện", "Hòa bình, khỏe mạnh, Thủy điện"),
          .untouched("hoàn thành, quý giá, Huỳnh, thúy"), .untouched("voilà, Nóa"),
        ]),
      RuleDescription(
        "normalise.quotes", "Quotation marks take the chosen style; here: straight.",
        examples: [.init("“Không”, chị nói. It’s ‘new’.", "\"Không\", chị nói. It's 'new'.")]),
      RuleDescription(
        "normalise.dashes", "Dashes between words take the chosen style; here: en.",
        examples: [
          .init("Độc lập - Tự do -- Hạnh phúc—rồi về", "Độc lập – Tự do – Hạnh phúc – rồi về"),
          .untouched("- gạo\nCovid-19, 2016-2018"),
        ]),
    ])
}
