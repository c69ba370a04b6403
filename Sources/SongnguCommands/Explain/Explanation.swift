import Foundation
import Pipeline

/// Everything that led to one annotation or edit, as text for a person.
struct Explanation {
  private let record: [String: Any]
  private var lines: [String] = []

  init(_ record: [String: Any]) { self.record = record }

  /// - Parameter id: the number of an annotation, or `e` and the number of an edit.
  static func text(_ record: [String: Any], id: String) throws -> String {
    var explanation = Explanation(record)
    let isEdit = id.hasPrefix("e")
    let list = record[isEdit ? "edits" : "annotations"] as? [[String: Any]] ?? []
    guard let item = list.first(where: { "\($0["id"] ?? "")" == id }) else {
      let known = list.compactMap { $0["id"] }.map { "\($0)" }
      let range =
        known.isEmpty
        ? "it has none"
        : "they go from \(known.min { $0.count == $1.count ? $0 < $1 : $0.count < $1.count }!) to \(known.max { $0.count == $1.count ? $0 < $1 : $0.count < $1.count }!)"
      throw ExplainError("The document has no \(isEdit ? "edit" : "annotation") \(id); \(range).")
    }
    explanation.heading(id)
    if isEdit { explanation.edit(item) } else { explanation.annotation(item) }
    return explanation.lines.joined(separator: "\n")
  }

  private var source: [String: Any] { record["source"] as? [String: Any] ?? [:] }

  private mutating func heading(_ id: String) {
    lines.append("document    \(record["id"] ?? "")")
    lines.append(
      "source      \(source["uri"] ?? "")  (\(source["bytes"] ?? 0) bytes, sha256 \(source["sha256"] ?? ""))")
  }

  private mutating func annotation(_ item: [String: Any]) {
    lines.append("annotation  \(item["id"] ?? "")  \(item["layer"] ?? "") / \(item["type"] ?? "")")
    lines.append("text        “\(Self.visible(words(of: item)))”")
    range(item)
    sourceBytes(item)
    editsInside(item)
    lines.append("rule        \(item["rule"] ?? "")  score \(item["score"] ?? 1)")
    if let target = item["target"] {
      let about = (record["annotations"] as? [[String: Any]] ?? []).first { "\($0["id"] ?? "")" == "\(target)" }
      lines.append("about       annotation \(target) “\(about.map { Self.visible(words(of: $0)) } ?? "")”")
    }
    for (name, value) in (item["attributes"] as? [String: Any] ?? [:]).sorted(by: { $0.key < $1.key }) {
      lines.append("  \(name): \(Self.text(value))")
    }
    concept(item)
    provenance(item)
    for link in record["annotations"] as? [[String: Any]] ?? [] where "\(link["target"] ?? "")" == "\(item["id"] ?? "")"
    {
      let concept = (link["attributes"] as? [String: Any])?["concept"] ?? ""
      lines.append("linked      annotation \(link["id"] ?? "")  \(concept)  by \(link["rule"] ?? "")")
    }
  }

  /// The text of an annotation; those that only cut the text up do not repeat it.
  private func words(of item: [String: Any]) -> String {
    if let text = item["text"] as? String { return text }
    let ends = (item["range"] as? [String: Any])?["byte"] as? [Int] ?? []
    let text = Array((record["text"] as? String ?? "").utf8)
    guard ends.count == 2, 0 <= ends[0], ends[0] <= ends[1], ends[1] <= text.count else { return "" }
    return String(decoding: text[ends[0]..<ends[1]], as: UTF8.self)
  }

  /// What the document knows of the concept that the annotation names.
  private mutating func concept(_ item: [String: Any]) {
    guard let id = (item["attributes"] as? [String: Any])?["concept"] as? String,
      let facts = (record["concepts"] as? [String: Any])?[id] as? [String: Any]
    else { return }
    lines.append("concept     \(id)")
    for (name, value) in facts.sorted(by: { $0.key < $1.key }) {
      guard let both = value as? [String: Any] else {
        lines.append("  \(name): \(Self.text(value))")
        continue
      }
      for language in ["vi", "en"] {
        if let text = both[language] { lines.append("  \(name) (\(language)): \(Self.text(text))") }
      }
    }
  }

  private mutating func edit(_ item: [String: Any]) {
    lines.append("edit        \(item["id"] ?? "")  \(item["reason"] ?? "")  score \(item["score"] ?? 1)")
    lines.append("before      “\(Self.visible("\(item["before"] ?? "")"))”")
    lines.append("after       “\(Self.visible("\(item["after"] ?? "")"))”")
    range(item)
    sourceBytes(item)
    provenance(item)
  }

  private mutating func range(_ item: [String: Any]) {
    let range = item["range"] as? [String: Any] ?? [:]
    let parts = ["byte", "scalar", "utf16"].map { unit in
      let ends = (range[unit] as? [Int] ?? []).map(String.init).joined(separator: "–")
      return "\(unit) \(ends)"
    }
    lines.append("range       \(parts.joined(separator: ", "))")
  }

  private mutating func sourceBytes(_ item: [String: Any]) {
    let bytes = FileManager.default.contents(atPath: source["uri"] as? String ?? "").map { [UInt8]($0) }
    let isSame = bytes.map { Digest.sha256($0) == source["sha256"] as? String } ?? false
    for place in item["source"] as? [[String: Any]] ?? [] {
      let ends = place["byte"] as? [Int] ?? [0, 0]
      let part = place["part"] as? String ?? ""
      lines.append("from        \(part.isEmpty ? "" : part + " ")bytes \(ends[0])–\(ends[1]) of the source")
      guard let bytes, isSame, part.isEmpty, ends.count == 2, ends[0] <= ends[1], ends[1] <= bytes.count else {
        continue
      }
      let piece = bytes[ends[0]..<min(ends[1], ends[0] + 64)]
      lines.append(
        "            " + piece.map { String(format: "%02X", $0) }.joined(separator: " ")
          + (ends[1] - ends[0] > 64 ? " …" : ""))
      lines.append("            “\(Self.visible(String(decoding: piece, as: UTF8.self)))”")
    }
    if bytes == nil { lines.append("            (the source is no longer there)") }
    if bytes != nil, !isSame { lines.append("            (the source has changed since the run)") }
  }

  /// The edits whose source lies in that of the annotation.
  private mutating func editsInside(_ item: [String: Any]) {
    let places = Self.places(item)
    for edit in record["edits"] as? [[String: Any]] ?? [] {
      let isInside = Self.places(edit).contains { inner in
        places.contains { $0.part == inner.part && $0.start <= inner.start && inner.end <= $0.end }
      }
      guard isInside else { continue }
      lines.append(
        "edit        \(edit["id"] ?? "")  “\(Self.visible("\(edit["before"] ?? "")"))” → “\(Self.visible("\(edit["after"] ?? "")"))”  \(edit["reason"] ?? "")"
      )
    }
  }

  private static func places(_ item: [String: Any]) -> [(part: String, start: Int, end: Int)] {
    (item["source"] as? [[String: Any]] ?? []).compactMap { place in
      guard let ends = place["byte"] as? [Int], ends.count == 2 else { return nil }
      return (place["part"] as? String ?? "", ends[0], ends[1])
    }
  }

  private mutating func provenance(_ item: [String: Any]) {
    let table = record["provenance"] as? [[String: Any]] ?? []
    guard let index = item["by"] as? Int, table.indices.contains(index) else { return }
    let entry = table[index]
    lines.append("by          stage \(entry["stage"] ?? ""), module \(entry["module"] ?? "") \(entry["version"] ?? "")")
    lines.append("            \(entry["digest"] ?? "")")
    let options = (entry["options"] as? [String: Any] ?? [:]).sorted { $0.key < $1.key }
    if !options.isEmpty {
      lines.append("            " + options.map { "\($0.key): \(text($0.value))" }.joined(separator: ", "))
    }
  }

  private func text(_ value: Any) -> String { Self.text(value) }

  private static func text(_ value: Any) -> String {
    if let text = value as? String { return text }
    guard
      let data = try? JSONSerialization.data(
        withJSONObject: value, options: [.fragmentsAllowed, .sortedKeys, .withoutEscapingSlashes])
    else { return "\(value)" }
    return String(decoding: data, as: UTF8.self)
  }

  /// Line ends and invisible characters spelled out.
  private static func visible(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        shown += scalar == "\n" ? "⏎" : "[U+\(String(scalar.value, radix: 16, uppercase: true))]"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
