import StageKit

/// A text that stages tend to stumble over.
struct ConformanceText {
  /// As the end of “takes …”.
  let name: String
  let text: String

  static let small: [ConformanceText] = [
    ConformanceText(name: "an empty document", text: ""),
    ConformanceText(name: "a plain document", text: plain),
    ConformanceText(name: "text in NFD", text: nfd),
    ConformanceText(name: "emoji", text: "👩‍👩‍👧‍👦 met 🇻🇳 in Hà Nội 👍🏽.\n\n😀😀 OXFAM 😀 a@b.vn"),
    ConformanceText(
      name: "control characters", text: "a\u{0}b\u{1}\u{7F}\u{85}\u{2028}c\r\n\u{FEFF}d\u{FFFD}\u{10FFFF}"),
    ConformanceText(name: "a line without words", text: " \t\n\n \n\u{A0}\u{3000}\n"),
  ]

  /// Many paragraphs, and a little over so many bytes.
  static func large(_ bytes: Int) -> ConformanceText {
    let name = bytes >= 1_000_000 ? "\(bytes / 1_000_000) MB" : "\(bytes / 1000) kB"
    return ConformanceText(
      name: "a document of \(name)", text: String(repeating: plain + "\n\n", count: bytes / plain.utf8.count + 1))
  }

  static let plain = """
    The Women’s Union of Hà Giang province met Oxfam in Hanoi on 12 August 2016. They spoke about 3,000 reports.

    Ủy ban nhân dân tỉnh Quảng Ngãi họp với ông Nguyễn Văn Nam tại Hà Nội. Thư gửi về lien.he@example.org.
    """

  /// Every letter with marks taken apart, for the letters that stand in ``plain``.
  private static let nfd =
    "U\u{309}y ban nha\u{302}n da\u{302}n ti\u{309}nh Qua\u{309}ng Nga\u{303}i, cafe\u{301} e\u{302}\u{301}."

  /// The document, with marks in every layer that the stage reads: one for each paragraph.
  func document(reads: [Layer]) throws -> Document {
    let text = Text(self.text)
    let source = Source(
      uri: "conformance.txt", sha256: Digest.sha256(text.bytes), parts: [SourcePart(bytes: text.bytes)])
    var document = Document(
      id: "conformance", source: source, text: text, alignment: Alignment(identity: text.count))
    let by = document.enter(
      Provenance(stage: "conformance", module: "songngu", version: "0", digest: "", options: []))
    let marks = reads.flatMap { layer in
      paragraphs(text).map { Annotation(layer, Self.types[layer] ?? "mark", $0, rule: "conformance") }
    }
    try document.apply(AnnotationResult(annotations: marks), declared: reads, by: by)
    return document
  }

  private static let types: [Layer: String] = [
    .block: "paragraph", .language: "vi", .sentence: "sentence", .entity: "organisation",
  ]

  private func paragraphs(_ text: Text) -> [TextRange] {
    var ranges: [TextRange] = []
    var start = 0
    for (offset, byte) in text.bytes.enumerated() where byte == UInt8(ascii: "\n") {
      if offset > start { ranges.append(TextRange(start, offset)) }
      start = offset + 1
    }
    if start < text.count { ranges.append(TextRange(start, text.count)) }
    return ranges
  }
}
