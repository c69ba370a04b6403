import StageKit

/// The organisations and places of a whole run, in bounded memory.
struct NameTable {
  /// Rows of the table.
  static let maxRows = 1_000
  /// Mentions of one name that have a link.
  static let maxMentions = 50
  /// Names kept while notes come in; beyond, the rarest half is dropped.
  let capacity: Int

  struct Entry {
    let type: EntityType
    let concept: String
    let vietnamese: String
    let english: String
    let text: String
    var count = 0
    var documents = 0
    var links: [Link] = []
    var linkCount = 0

    mutating func add(_ name: DocumentNote.Name, of note: DocumentNote) {
      count += name.count
      documents += 1
      let room = NameTable.maxMentions - linkCount
      guard room > 0, !name.anchors.isEmpty else { return }
      let anchors = Array(name.anchors.prefix(room))
      links.append(Link(fileName: note.fileName, title: note.title, anchors: anchors))
      linkCount += anchors.count
    }
  }

  /// Links to the mentions in one document.
  struct Link {
    let fileName: String
    let title: String
    let anchors: [Int]
  }

  private struct Key: Hashable {
    let type: EntityType
    let name: String
  }

  private var entries: [Key: Entry] = [:]
  /// Whether names have been dropped to save memory, so that counts of rare names may be too low.
  private(set) var isApproximate = false

  init(capacity: Int = 20_000) { self.capacity = capacity }

  var count: Int { entries.count }

  mutating func add(_ note: DocumentNote) {
    for name in note.names {
      let key = Key(type: name.type, name: name.concept.isEmpty ? name.text : name.concept)
      // In place: a copy of an entry would be a copy of its links, too.
      entries[
        key,
        default: Entry(
          type: name.type, concept: name.concept, vietnamese: name.vietnamese, english: name.english, text: name.text)
      ].add(name, of: note)
    }
    if note.namesLeft > 0 { isApproximate = true }
    if entries.count > capacity { prune() }
  }

  /// Drops the rarer half; of equally rare names by name, so that two runs agree.
  private mutating func prune() {
    isApproximate = true
    entries = Dictionary(uniqueKeysWithValues: sorted().prefix(capacity / 2).map { ($0.key, $0.value) })
  }

  /// The most frequent names first.
  func rows(_ limit: Int) -> [Entry] { sorted().prefix(limit).map(\.value) }

  private func sorted() -> [Dictionary<Key, Entry>.Element] {
    entries.sorted { first, second in
      if first.value.count != second.value.count { return first.value.count > second.value.count }
      if first.value.documents != second.value.documents { return first.value.documents > second.value.documents }
      return (first.key.name, first.key.type.rawValue) < (second.key.name, second.key.type.rawValue)
    }
  }
}
