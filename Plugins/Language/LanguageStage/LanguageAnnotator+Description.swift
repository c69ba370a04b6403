import StageKit

extension LanguageAnnotator {
  static let description = StageDescription(
    "language", .annotator, "Marks what is Vietnamese, Vietnamese without diacritics, English, or another language.",
    discussion: """
      Layer `language`: one annotation for each paragraph, or for each stretch of a paragraph that mixes languages, with \
      the types `vi`, `vi-plain` (Vietnamese whose diacritics were lost or left out), `en` and `other`. Paragraphs are \
      the annotations of layer `block`; without them, each line is one. Metadata `language`: the language of most of \
      the text.

      Each word speaks for the languages by its letters, by whether it is a legal Vietnamese syllable with or without \
      its diacritics, and by lists of frequent words; numbers and web addresses say nothing. The best course through a \
      paragraph is found with a price on each change of language, low behind a sentence and high inside a clause. A \
      name of a few words does not change the language: a stretch has six words, or is a sentence of at least four.

      The score of a paragraph or stretch is 0.5 where a second language is as likely and approaches 1; a paragraph \
      that says too little by itself takes the language of its neighbours with a score of 0.5.
      """,
    writes: [.language],
    rules: [
      RuleDescription(
        "language.paragraph", "A paragraph in one language.",
        examples: [
          .init(
            "The workshop was held in Hanoi by the Women’s Union.",
            "[en: The workshop was held in Hanoi by the Women’s Union.]"),
          .init("Hội thảo do Hội Phụ nữ tổ chức tại Hà Nội.", "[vi: Hội thảo do Hội Phụ nữ tổ chức tại Hà Nội.]"),
          .init(
            "Hoi thao do Hoi Phu nu to chuc tai Ha Noi.", "[vi-plain: Hoi thao do Hoi Phu nu to chuc tai Ha Noi.]"),
          .init(
            "L’atelier est organisé à Hanoï avec les femmes.",
            "[other: L’atelier est organisé à Hanoï avec les femmes.]"
          ),
        ]),
      RuleDescription(
        "language.stretch", "A part of a paragraph that mixes languages.",
        examples: [
          .init(
            "The workshop was held in Hanoi. Hội thảo được tổ chức tại Hà Nội.",
            "[en: The workshop was held in Hanoi.] [vi: Hội thảo được tổ chức tại Hà Nội.]"),
          .init(
            "Mrs. Nguyễn Thị Minh Khai spoke for the women of her commune.",
            "[en: Mrs. Nguyễn Thị Minh Khai spoke for the women of her commune.]"),
        ]),
      RuleDescription(
        "language.neighbours", "A paragraph that says too little takes the language of the paragraphs around it.",
        examples: [
          .init(
            "The report is about the health of workers.\n2016\nIt was written by the embassy.",
            "[en: The report is about the health of workers.]\n[en: 2016]\n[en: It was written by the embassy.]")
        ]),
    ])
}
