import Foundation

/// Says in which documents, and in what of them, two files of JSON Lines differ.
enum DocumentComparison {
  private typealias Members = [String: Any]
  private static let differencesADocument = 5

  /// Whether the file begins with a document in JSON.
  static func isDocuments(_ path: String) -> Bool {
    guard let line = (try? LineReader(path))?.next() else { return false }
    return (decoded(line)?["schema"] as? String)?.hasPrefix("songngu.document/") ?? false
  }

  /// - Throws: ``RecordFailure`` if a file cannot be read.
  static func compare(_ then: String, _ now: String, _ report: (String) -> Void) throws {
    let (thens, nows) = (try LineReader(then), try LineReader(now))
    while true {
      switch (thens.next(), nows.next()) {
      case (nil, nil): return
      case (let line?, nil): report("\(name(decoded(line))): Running again gives no such document.")
      case (nil, let line?): report("\(name(decoded(line))): Running again gives this document, and the run did not.")
      case (let one?, let other?):
        if one == other { continue }
        guard let one = decoded(one), let other = decoded(other) else {
          report("\(then): A line is not a document.")
          continue
        }
        compare(one, other, report)
      }
    }
  }

  private static func decoded(_ line: ArraySlice<UInt8>) -> Members? {
    try? JSONSerialization.jsonObject(with: Data(line)) as? Members
  }

  private static func name(_ document: Members?) -> String {
    let uri = (document?["source"] as? Members)?["uri"] as? String ?? "?"
    return "\(uri) (document \(document?["id"] as? String ?? "?"))"
  }

  private static func compare(_ then: Members, _ now: Members, _ report: (String) -> Void) {
    let name = name(then)
    var count = 0
    func add(_ message: String) {
      count += 1
      if count <= differencesADocument { report("\(name): \(message)") }
    }
    for member in ["id", "outcome", "language"] where !isEqual(then[member], now[member]) {
      add("The \(member) was \(shown(then[member])) and is \(shown(now[member])).")
    }
    for member in ["source", "metadata", "text"] where !isEqual(then[member], now[member]) {
      add("The \(member) differs.")
    }
    for (list, what) in [("annotations", "annotation"), ("edits", "edit"), ("findings", "finding")] {
      compare(what, then, now, list, add)
    }
    if !isEqual(then["provenance"], now["provenance"]) {
      for (one, other) in zip(members(then, "provenance"), members(now, "provenance")) where !isEqual(one, other) {
        add("It went through \(module(one)) and goes through \(module(other)).")
      }
    }
    if count == 0 { add("The members of the line differ.") }
    if count > differencesADocument { report("\(name): … and \(count - differencesADocument) more differences.") }
  }

  /// Pairs annotations by their content, so that one that is missing does not make all behind it differ.
  private static func compare(
    _ what: String, _ then: Members, _ now: Members, _ list: String, _ add: (String) -> Void
  ) {
    var unmatched: [String: Int] = [:]
    for one in members(now, list) { unmatched[key(one), default: 0] += 1 }
    for (number, one) in members(then, list).enumerated() {
      if let left = unmatched[key(one)], left > 0 {
        unmatched[key(one)] = left - 1
      } else {
        add("The \(what) \(describe(one, number, then)) is not there any more.")
      }
    }
    for (number, one) in members(now, list).enumerated() {
      guard let left = unmatched[key(one)], left > 0 else { continue }
      unmatched[key(one)] = left - 1
      add("The \(what) \(describe(one, number, now)) is new.")
    }
  }

  private static func describe(_ one: Members, _ number: Int, _ document: Members) -> String {
    let id = (one["id"] as? Int) ?? number
    let range = ((one["range"] as? Members)?["byte"] as? [Int])?.map(String.init).joined(separator: "–") ?? "?"
    let kind = [one["layer"], one["type"], one["reason"], one["code"]].compactMap { $0 as? String }.joined(
      separator: "/")
    let text = (one["text"] ?? one["before"]) as? String
    let by = one["by"] as? Int ?? -1
    let provenance = members(document, "provenance")
    let who = provenance.indices.contains(by) ? module(provenance[by]) : "the host"
    return "\(id) \(kind)\(text.map { " “\($0.prefix(60))”" } ?? "") at bytes \(range), by \(who),"
  }

  private static func module(_ entry: Members) -> String {
    let digest = (entry["digest"] as? String ?? "").prefix(19)
    return "stage \(entry["stage"] as? String ?? "?") of module \(entry["module"] as? String ?? "?") "
      + "\(entry["version"] as? String ?? "?") (\(digest)…)"
  }

  /// All but the number, which shifts when something before is missing; what it points at shifts too.
  private static func key(_ one: Members) -> String {
    var one = one
    one["id"] = nil
    one["target"] = nil
    let data = try? JSONSerialization.data(withJSONObject: one, options: .sortedKeys)
    return String(decoding: data ?? Data(), as: UTF8.self)
  }

  private static func members(_ document: Members, _ list: String) -> [Members] { document[list] as? [Members] ?? [] }

  private static func isEqual(_ one: Any?, _ other: Any?) -> Bool {
    (one as? NSObject) == (other as? NSObject)
  }

  private static func shown(_ value: Any?) -> String { (value as? String).map { "“\($0)”" } ?? "nothing" }
}
