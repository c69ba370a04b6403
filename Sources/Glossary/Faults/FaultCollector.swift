/// Gathers faults, and keeps their number within bounds for a file that is wrong throughout.
struct FaultCollector {
  /// Faults of one code that are kept in full; of the others, only the number is told.
  static let limit = 1000

  private(set) var faults: [GlossaryFault] = []
  private var counts: [String: Int] = [:]
  private var first: [String: GlossaryFault] = [:]

  mutating func add(
    _ severity: GlossaryFault.Severity, _ code: String, _ place: GlossaryPlace, _ message: @autoclosure () -> String
  ) {
    let count = counts[code, default: 0] + 1
    counts[code] = count
    guard count <= Self.limit else { return }
    let fault = GlossaryFault(severity, code, place, message())
    if count == 1 { first[code] = fault }
    faults.append(fault)
  }

  var hasErrors: Bool { faults.contains { $0.severity == .error } }

  /// All faults: files in the order in which they were read, then by line and position.
  func sorted(files: [String]) -> [GlossaryFault] {
    var ranks: [String: Int] = [:]
    for (rank, file) in files.enumerated() { ranks[file] = rank }
    func key(_ fault: GlossaryFault) -> (Int, Int, Int) {
      (ranks[fault.place.file] ?? -1, fault.place.line ?? 0, fault.place.position ?? 0)
    }
    let kept = faults.enumerated().sorted { (key($0.element), $0.offset) < (key($1.element), $1.offset) }
    let omitted = counts.filter { $0.value > Self.limit }.sorted { $0.key < $1.key }.compactMap { code, count in
      first[code].map {
        GlossaryFault(
          $0.severity, code, GlossaryPlace(file: $0.place.file),
          "There are \(count - Self.limit) more of these, in this file or others.")
      }
    }
    return kept.map(\.element) + omitted
  }
}

private func < (lhs: ((Int, Int, Int), Int), rhs: ((Int, Int, Int), Int)) -> Bool {
  lhs.0 == rhs.0 ? lhs.1 < rhs.1 : lhs.0 < rhs.0
}
