import StageKit

/// The organisations and places of one document, as the ledger keeps them for the report of the run.
struct DocumentNames: Sendable, Equatable {
  struct Name: Sendable, Hashable {
    enum Kind: UInt8 { case organisation, place }

    let kind: Kind
    /// Of the concept if the glossary knows one, otherwise as the text has it.
    let label: String
    /// Empty if the name is linked to no concept.
    let concept: String
    /// The last day of a concept that has ended; empty for others.
    let ended: String
    /// The concepts that fit equally well, with commas between; empty for others.
    let rivals: String
  }

  private(set) var counts: [(name: Name, mentions: Int)] = []

  /// Names that are kept of a document; the rarest are dropped.
  static let mostNames = 100
  private static let longestText = 240

  static func == (left: DocumentNames, right: DocumentNames) -> Bool {
    left.counts.elementsEqual(right.counts) { $0.name == $1.name && $0.mentions == $1.mentions }
  }

  init(_ document: Document) {
    var links: [Int: Int] = [:]
    for (index, annotation) in document.annotations.enumerated() where annotation.layer == .link {
      if let target = annotation.target { links[target] = index }
    }
    var places: [Name: Int] = [:]
    for annotation in document.annotations where annotation.layer == .entity {
      guard let kind = Self.kind(annotation.type) else { continue }
      let link = links[annotation.id].map { document.annotations[$0] }
      let name = Self.name(kind, annotation.range, link, document)
      if let place = places[name] {
        counts[place].mentions += 1
      } else {
        places[name] = counts.count
        counts.append((name, 1))
      }
    }
    if counts.count > Self.mostNames {
      let order = counts.indices.sorted { (counts[$1].mentions, $0) < (counts[$0].mentions, $1) }
      counts = order.prefix(Self.mostNames).map { counts[$0] }
    }
  }

  private static func kind(_ type: String) -> Name.Kind? {
    type == "organisation" ? .organisation : type == "place" ? .place : nil
  }

  private static func name(_ kind: Name.Kind, _ range: TextRange, _ link: Annotation?, _ document: Document) -> Name {
    if let concept = link?[attribute: "concept"]?.string, let facts = document.concepts[concept] {
      let label = [facts.name.vi, facts.name.en].compactMap { $0 }.joined(separator: " / ")
      return Name(
        kind: kind, label: shortened(label.isEmpty ? concept : label), concept: shortened(concept),
        ended: facts.validTo ?? "", rivals: "")
    }
    var rivals = ""
    if link?[attribute: "tie"]?.bool == true, let candidates = link?[attribute: "candidates"]?.list {
      rivals = candidates.prefix(4).compactMap { $0.list?.first?.string }.joined(separator: ", ")
    }
    let text = document.text[range].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return Name(kind: kind, label: shortened(text), concept: "", ended: "", rivals: shortened(rivals))
  }

  private static func shortened(_ text: String) -> String {
    text.utf8.count <= longestText ? text : text.prefix(longestText / 4) + "…"
  }

  // MARK: As bytes

  /// Each name: kind and number of mentions, then its four texts, each with its length before it.
  var encoded: [UInt8] {
    var bytes: [UInt8] = []
    func append(_ value: Int) {
      var rest = value
      while rest >= 0x80 {
        bytes.append(UInt8(rest & 0x7F) | 0x80)
        rest >>= 7
      }
      bytes.append(UInt8(rest))
    }
    for (name, mentions) in counts {
      bytes.append(name.kind.rawValue)
      append(mentions)
      for text in [name.label, name.concept, name.ended, name.rivals] {
        append(text.utf8.count)
        bytes += text.utf8
      }
    }
    return bytes
  }

  /// `nil` if the bytes are not what ``encoded`` gives.
  init?(encoded: some Collection<UInt8>) {
    var rest = Array(encoded)[...]
    func number() -> Int? {
      var value = 0
      var shift = 0
      while let byte = rest.popFirst(), shift < 56 {
        value |= Int(byte & 0x7F) << shift
        if byte < 0x80 { return value }
        shift += 7
      }
      return nil
    }
    func text() -> String? {
      guard let count = number(), count <= rest.count else { return nil }
      defer { rest = rest.dropFirst(count) }
      return String(decoding: rest.prefix(count), as: UTF8.self)
    }
    while let first = rest.popFirst() {
      guard let kind = Name.Kind(rawValue: first), let mentions = number(), let label = text(), let concept = text(),
        let ended = text(), let rivals = text()
      else { return nil }
      counts.append((Name(kind: kind, label: label, concept: concept, ended: ended, rivals: rivals), mentions))
    }
  }
}
