import StageKit

extension PlainTextReader {
  static let description = StageDescription(
    "plain-text", .reader, "Reads plain text in UTF-8, UTF-16 or UTF-32 and finds its paragraphs.",
    discussion: """
      The encoding is told from the byte order mark, or without one from where the zero bytes lie; all else is read as \
      UTF-8. Bytes that no character can be made of become U+FFFD, each such stretch with a finding that names its \
      offset in the file; at most \(ReadingNotes.cap) findings of a kind are listed, then the total is given. Nothing \
      else in the text is changed: line ends, invisible characters and NUL characters stay, for the cleanup stage to see.

      Binary files are refused, by their signature or because much of them is control characters.

      Layer `block`: `paragraph`, `heading` and `list-item`. An empty line ends a block. Other line breaks end one too, \
      unless the lines are evidently wrapped at a common width or the sentence goes on in lower case. Every visible \
      character belongs to exactly one block. Metadata `title`: the first heading if one comes early, else the first \
      line, at most \(TitleFinder.longest) characters; the national motto on Vietnamese official papers is passed over.
      """,
    writes: [.block],
    rules: [
      RuleDescription(
        "block.paragraph", "Text between empty lines, or one line of a file that has a paragraph on each line.",
        examples: [
          .init("One line.\n\nAnother line.", "[paragraph: One line.]\n\n[paragraph: Another line.]"),
          .init(
            "The workshop was held in Hanoi, with the support of the\nembassy.",
            "[paragraph: The workshop was held in Hanoi, with the support of the\nembassy.]"),
        ]),
      RuleDescription(
        "block.heading.markdown", "A line that begins with one to six `#`.",
        examples: [
          .init("# Report\nText follows.", "[heading: # Report]\n[paragraph: Text follows.]"),
          .init("#report", "[paragraph: #report]"),
        ]),
      RuleDescription(
        "block.heading.capitals", "A line of at most \(BlockFinder.longestHeading) characters, all of it in capitals.",
        examples: [
          .init("ĐẶT VẤN ĐỀ\nNăm 2016 có lũ.", "[heading: ĐẶT VẤN ĐỀ]\n[paragraph: Năm 2016 có lũ.]")
        ]),
      RuleDescription(
        "block.heading.quoted", "A line that stands alone, in quotation marks from end to end.",
        examples: [
          .init("“Safe city”\n\nText follows.", "[heading: “Safe city”]\n\n[paragraph: Text follows.]"),
          .init("“It is safe.”\n\nText follows.", "[paragraph: “It is safe.”]\n\n[paragraph: Text follows.]"),
        ]),
      RuleDescription(
        "block.heading.short-line", "A short line without final punctuation, with an empty line behind it.",
        examples: [
          .init("Background\n\nText follows.", "[heading: Background]\n\n[paragraph: Text follows.]"),
          .init("It was held in Hanoi,\n\nText.", "[paragraph: It was held in Hanoi,]\n\n[paragraph: Text.]"),
        ]),
      RuleDescription(
        "block.list-item", "A line that begins with a bullet, a dash, a number or a letter as items do.",
        examples: [
          .init("- gạo\n- mì tôm", "[list-item: - gạo]\n[list-item: - mì tôm]"),
          .init("a) rice;\nđ) salt.", "[list-item: a) rice;]\n[list-item: đ) salt.]"),
          .init("A. Nguyen came.", "[paragraph: A. Nguyen came.]"),
        ]),
    ])
}
