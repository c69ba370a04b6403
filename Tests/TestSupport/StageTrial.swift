public import StageKit

/// Runs a stage on a piece of text as the host would, and shows what it found as `[type: …]` marks in the text.
public enum StageTrial {
  public static func source(_ bytes: [UInt8], uri: String = "test.txt") -> Source {
    Source(uri: uri, sha256: String(repeating: "0", count: 64), parts: [SourcePart(bytes: bytes)])
  }

  /// A document that holds `text` as it would be in a UTF-8 file, with annotations already in it.
  public static func document(_ text: String, annotations: [Annotation] = []) throws -> Document {
    let text = Text(text)
    var document = Document(
      id: "test", source: source(text.bytes), text: text, alignment: Alignment(identity: text.count))
    try document.apply(
      AnnotationResult(annotations: annotations), declared: annotations.map(\.layer),
      by: document.enter(
        Provenance(stage: "test", module: "test", version: "0", digest: "", options: [])))
    return document
  }

  /// The options of a stage: its defaults, but for those given.
  public static func setup(_ description: StageDescription, _ options: [String: Value] = [:]) -> StageSetup {
    StageSetup(options: description.options.map { .init($0.name, options[$0.name] ?? $0.defaultValue) })
  }

  /// The text with `[type: …]` around every annotation; outer ones first.
  public static func marked(_ text: Text, _ annotations: [Annotation]) -> String {
    var opening: [Int: String] = [:]
    var closing: [Int: String] = [:]
    for annotation in annotations.sorted(by: { $0.range < $1.range }) {
      opening[annotation.range.start, default: ""] += "[\(annotation.type): "
      closing[annotation.range.end, default: ""] += "]"
    }
    var result = ""
    var last = 0
    for offset in Set(opening.keys).union(closing.keys).sorted() {
      result += text[TextRange(last, offset)] + (closing[offset] ?? "") + (opening[offset] ?? "")
      last = offset
    }
    return result + text[TextRange(last, text.count)]
  }
}
