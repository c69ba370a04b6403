/// Counts names over all documents of a run, in bounded memory.
struct NameTally {
  struct Count {
    var mentions = 0
    var documents = 0
  }

  /// Names kept while documents come in; beyond, the rarer half is dropped.
  let capacity: Int
  private(set) var counts: [DocumentNames.Name: Count] = [:]

  init(capacity: Int = 50_000) { self.capacity = capacity }

  mutating func add(_ names: DocumentNames) {
    for (name, mentions) in names.counts {
      counts[name, default: Count()].mentions += mentions
      counts[name, default: Count()].documents += 1
    }
    if counts.count > capacity {
      counts = Dictionary(uniqueKeysWithValues: sorted { _ in true }.prefix(capacity / 2).map { ($0.key, $0.value) })
    }
  }

  /// The names of a kind, the most frequent first.
  func most(_ kind: DocumentNames.Name.Kind, _ limit: Int) -> [RunReport.NameCount] {
    sorted { $0.kind == kind }.prefix(limit).map { Self.row($0.key, $0.value) }
  }

  /// What the keeper of the glossary should look at, the most frequent first, at most `limit` of each kind.
  func warnings(_ limit: Int) -> [RunReport.LexiconWarning] {
    let stale = sorted { !$0.ended.isEmpty }.prefix(limit).map {
      RunReport.LexiconWarning(.stale, Self.row($0.key, $0.value), detail: "ended \($0.key.ended)")
    }
    let ambiguous = sorted { !$0.rivals.isEmpty }.prefix(limit).map {
      RunReport.LexiconWarning(.ambiguous, Self.row($0.key, $0.value), detail: $0.key.rivals)
    }
    // A name that occurs once is no gap in the glossary.
    let unknown = sorted { $0.concept.isEmpty && $0.rivals.isEmpty }.filter { $0.value.mentions > 1 }.prefix(limit)
    return stale + ambiguous
      + unknown.map {
        RunReport.LexiconWarning(
          .unknown, Self.row($0.key, $0.value), detail: $0.key.kind == .organisation ? "organisation" : "place")
      }
  }

  private static func row(_ name: DocumentNames.Name, _ count: Count) -> RunReport.NameCount {
    RunReport.NameCount(
      label: name.label, concept: name.concept.isEmpty ? nil : name.concept, mentions: count.mentions,
      documents: count.documents)
  }

  /// Of equally frequent names by label, so that two runs agree.
  private func sorted(
    _ isWanted: (DocumentNames.Name) -> Bool
  ) -> [Dictionary<DocumentNames.Name, Count>.Element] {
    counts.filter { isWanted($0.key) }.sorted { first, second in
      (second.value.mentions, second.value.documents, first.key.label, first.key.kind.rawValue, first.key.concept)
        < (first.value.mentions, first.value.documents, second.key.label, second.key.kind.rawValue, second.key.concept)
    }
  }
}
