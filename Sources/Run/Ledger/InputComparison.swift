import Foundation
import Pipeline
import StageKit

/// Tells whether an input is what it was when the ledger recorded it.
struct InputComparison {
  /// Bytes; a larger input is rejected without being read.
  let limit: Int
  /// Whether a file that is not there any more counts as it was.
  var keepsGone = false

  enum Verdict {
    case changed
    /// - Parameter stamp: tells it next time without reading; `nil` if the recorded one does.
    case same(stamp: FileStamp?)
  }

  func compare(_ input: Input, with recorded: LedgerInput) -> Verdict {
    let now = FileStamp(input.path)
    if keepsGone, now == nil { return .same(stamp: nil) }
    if recorded.digest.isEmpty { return compareRejection(input, with: recorded) }
    if let stamp = recorded.stamp, let now {
      if now == stamp { return .same(stamp: nil) }
      if now.size != stamp.size { return .changed }
    }
    guard let loaded = try? SourceLoader.load(input, limit: limit), Data(hex: loaded.source.sha256) == recorded.digest
    else { return .changed }
    return .same(stamp: loaded.stamp)
  }

  /// What could not be read is the same if it still cannot, for the same reason.
  private func compareRejection(_ input: Input, with recorded: LedgerInput) -> Verdict {
    do {
      _ = try SourceLoader.load(input, limit: limit)
      return .changed
    } catch {
      return error.description == recorded.error ? .same(stamp: nil) : .changed
    }
  }
}
