import StageKit

/// The organisations and places of one document, as the ledger keeps them for the report of the run.
struct DocumentNames: Sendable {
  struct Name: Sendable, Equatable {
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

  /// In the order in which they first occur.
  private(set) var counts: [(name: Name, mentions: Int)] = []

  /// Names that are kept of a document; the rarest are dropped.
  static let mostNames = 100
  private static let longestText = 240

  init(_ document: Document) {
    document.annotations.withUnsafeBufferPointer { annotations in
      let links = Self.links(annotations)
      var keys = StringTable()
      // For each key and kind: the index of the name, or -1.
      var places: [Int] = []
      for index in annotations.indices where annotations[index].layer == .entity {
        guard let kind = Self.kind(annotations[index].type) else { continue }
        let id = annotations[index].id
        let link = links[id] < 0 ? nil : Int(links[id])
        let concept = link.flatMap { annotations[$0][attribute: "concept"]?.string }
        let facts = concept.flatMap { document.concepts[$0] }
        let key = keys.number(of: facts?.id ?? document.text[annotations[index].range])
        if key * 2 >= places.count { places += [-1, -1] }
        let place = key * 2 + Int(kind.rawValue)
        if places[place] < 0 {
          places[place] = counts.count
          let name =
            if let facts { Self.name(kind, facts) } else {
              Self.name(kind, document.text[annotations[index].range], rivals: link.map { annotations[$0] })
            }
          counts.append((name, 0))
        }
        counts[places[place]].mentions += 1
      }
    }
    if counts.count > Self.mostNames {
      let order = counts.indices.sorted { (counts[$1].mentions, $0) < (counts[$0].mentions, $1) }
      counts = order.prefix(Self.mostNames).sorted().map { counts[$0] }
    }
  }

  /// For each number of an annotation: the index of the link that is about it, or -1.
  private static func links(_ annotations: UnsafeBufferPointer<Annotation>) -> [Int32] {
    var last = -1
    for index in annotations.indices { last = max(last, annotations[index].id) }
    var links = [Int32](repeating: -1, count: last + 1)
    for index in annotations.indices where annotations[index].layer == .link {
      if let target = annotations[index].target, target <= last { links[target] = Int32(index) }
    }
    return links
  }

  private static func kind(_ type: String) -> Name.Kind? {
    type == "organisation" ? .organisation : type == "place" ? .place : nil
  }

  private static func name(_ kind: Name.Kind, _ facts: ConceptFacts) -> Name {
    let label: String =
      switch (facts.name.vi, facts.name.en) {
      case (let vi?, let en?): "\(vi) / \(en)"
      case (let name?, nil), (nil, let name?): name
      case (nil, nil): facts.id
      }
    return Name(
      kind: kind, label: shortened(label), concept: shortened(facts.id), ended: facts.validTo ?? "", rivals: "")
  }

  private static func name(_ kind: Name.Kind, _ text: String, rivals link: Annotation?) -> Name {
    var rivals = ""
    if let link, link[attribute: "tie"]?.bool == true, let candidates = link[attribute: "candidates"]?.list {
      rivals = candidates.prefix(4).compactMap { $0.list?.first?.string }.joined(separator: ", ")
    }
    let label =
      text.utf8.contains { $0 < 0x20 } ? text.split(whereSeparator: \.isWhitespace).joined(separator: " ") : text
    return Name(kind: kind, label: shortened(label), concept: "", ended: "", rivals: shortened(rivals))
  }

  private static func shortened(_ text: String) -> String {
    text.utf8.count <= longestText ? text : text.prefix(longestText / 4) + "…"
  }
}
