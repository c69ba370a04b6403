/// Counts names over all documents of a run, in bounded memory.
struct NameTally {
  struct Count {
    var mentions = 0
    var documents = 0
  }

  /// A name as the ledger has it: to count it, nobody needs to read it.
  private struct Key: Hashable {
    let bytes: ArraySlice<UInt8>

    func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
  }

  /// Names kept while documents come in; beyond, the rarer half is dropped.
  let capacity: Int
  private var counts: [Key: Count] = [:]

  init(capacity: Int = 50_000) { self.capacity = capacity }

  var count: Int { counts.count }

  /// - Parameter encoded: what ``DocumentNames/encoded`` gave.
  mutating func add(_ encoded: [UInt8]) {
    DocumentNames.forEach(in: encoded) { name, mentions in
      let key = Key(bytes: name)
      if let place = counts.index(forKey: key) {
        counts.values[place].mentions += mentions
        counts.values[place].documents += 1
      } else {
        // A copy, so that the other names of the document need not be kept with it.
        counts[Key(bytes: Array(name)[...])] = Count(mentions: mentions, documents: 1)
      }
    }
    if counts.count > capacity {
      let kept = counts.sorted { first, second in
        first.value.mentions != second.value.mentions
          ? first.value.mentions > second.value.mentions
          : first.key.bytes.lexicographicallyPrecedes(second.key.bytes)
      }
      counts = Dictionary(uniqueKeysWithValues: kept.prefix(capacity / 2).map { ($0.key, $0.value) })
    }
  }

  /// The lists of a report, each of at most `limit` names, the most frequent first.
  func fill(_ report: inout RunReport, limit: Int) {
    let names = counts.compactMap { key, count in
      DocumentNames.Name(encoded: key.bytes).map { (name: $0, count: count) }
    }.sorted { first, second in
      // Of equally frequent names by label, so that two runs agree.
      (second.count.mentions, second.count.documents, first.name.label, first.name.concept)
        < (first.count.mentions, first.count.documents, second.name.label, second.name.concept)
    }
    func rows(_ isWanted: (DocumentNames.Name, Count) -> Bool) -> [(name: DocumentNames.Name, count: Count)] {
      Array(names.filter { isWanted($0.name, $0.count) }.prefix(limit))
    }
    func warnings(
      _ kind: RunReport.LexiconWarning.Kind, _ detail: (DocumentNames.Name) -> String,
      _ isWanted: (DocumentNames.Name, Count) -> Bool
    ) -> [RunReport.LexiconWarning] {
      rows(isWanted).map { .init(kind, Self.row($0.name, $0.count), detail: detail($0.name)) }
    }
    report.organisations = rows { name, _ in name.kind == .organisation }.map { Self.row($0.name, $0.count) }
    report.places = rows { name, _ in name.kind == .place }.map { Self.row($0.name, $0.count) }
    report.lexicon =
      warnings(.stale, { "ended \($0.ended)" }) { name, _ in !name.ended.isEmpty }
      + warnings(.ambiguous, \.rivals) { name, _ in !name.rivals.isEmpty }
      // A name that occurs once is no gap in the glossary.
      + warnings(.unknown, { $0.kind == .organisation ? "organisation" : "place" }) { name, count in
        name.concept.isEmpty && name.rivals.isEmpty && count.mentions > 1
      }
  }

  private static func row(_ name: DocumentNames.Name, _ count: Count) -> RunReport.NameCount {
    RunReport.NameCount(
      label: name.label, concept: name.concept.isEmpty ? nil : name.concept, mentions: count.mentions,
      documents: count.documents)
  }
}
