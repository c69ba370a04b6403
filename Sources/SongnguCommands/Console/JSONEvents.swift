import Foundation
import Run
import StageKit

/// The lines of `--json`: one object a line; the member `event` says which kind.
enum JSONEvents {
  static func input(_ result: InputResult) -> String {
    line([
      "event": "input", "uri": result.input.uri,
      "documents": result.documents.map { document in
        [
          "id": document.id, "outcome": document.outcome.rawValue, "edits": document.edits, "links": document.links,
          "entities": document.entities, "findings": document.findings,
        ] as [String: Any]
      },
    ])
  }

  static func summary(_ summary: RunSummary, outputs: [String]) -> String {
    line([
      "event": "summary", "inputs": summary.inputs, "unchanged": summary.unchanged, "documents": summary.documents,
      "bytes": summary.sourceBytes,
      "edits": summary.edits, "links": summary.links, "entities": summary.entities, "findings": summary.findings,
      "outcomes": Dictionary(uniqueKeysWithValues: summary.outcomes.map { ($0.key.rawValue, $0.value) }),
      "seconds": (summary.seconds * 1000).rounded() / 1000, "outputs": outputs,
    ])
  }

  private static func line(_ object: [String: Any]) -> String {
    guard
      let data = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
    else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }
}
