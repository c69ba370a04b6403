import Foundation
import StageKit

/// Moves inputs that are done out of the inbox, if the user wants that.
public struct InboxMover: Sendable {
  private let inbox: String
  private let done: String?
  private let failed: String?

  /// - Parameters:
  ///   - done: folder for inputs that gave a complete document; `nil` leaves them.
  ///   - failed: folder for the others; `nil` leaves them.
  public init(inbox: String, done: String?, failed: String?) {
    self.inbox = inbox
    self.done = done
    self.failed = failed
  }

  public var movesAnything: Bool { done != nil || failed != nil }

  /// Moves what the last complete run was made of and is still as it was then.
  ///
  /// - Parameter problem: called with what could not be moved and why.
  /// - Throws: ``LedgerFailure``.
  func move(_ run: LedgerRun, _ ledger: Ledger, limit: Int, problem: (String) -> Void) throws {
    let comparison = InputComparison(limit: limit)
    var position = 0
    while true {
      let rows = try ledger.inputs(run.id, from: position, limit: 1000)
      guard let last = rows.last else { return }
      position = last.position + 1
      for row in rows {
        guard let target = row.outcome.isSuccess ? done : failed else { continue }
        let input = Input(path: InputPath(row.path))
        guard FileStamp(input.path) != nil, case .same = comparison.compare(input, with: row) else { continue }
        if let reason = move(input.path, to: target) { problem(reason) }
      }
    }
  }

  /// Keeps the folders below the inbox; a name that is taken gets a number.
  ///
  /// - Returns: why it could not be moved.
  private func move(_ path: InputPath, to folder: String) -> String? {
    let prefix = Array(inbox.utf8)
    guard path.bytes.starts(with: prefix) else { return nil }
    let relative = path.bytes.dropFirst(prefix.count).drop { $0 == UInt8(ascii: "/") }
    let target = Array("\(folder)/".utf8) + relative
    for (index, byte) in target.enumerated() where byte == UInt8(ascii: "/") && index > 0 {
      let made = InputPath(Array(target[..<index])).withCString { mkdir($0, 0o755) }
      if made != 0, errno != EEXIST { return message(path, folder, errno) }
    }
    for number in 1...10_000 {
      let name = InputPath(number == 1 ? target : target + Array(".\(number)".utf8))
      // A link, unlike a renaming, never replaces what is there.
      let linked = path.withCString { from in name.withCString { link(from, $0) } }
      if linked == 0 { return path.withCString { unlink($0) } == 0 ? nil : message(path, folder, errno) }
      if errno != EEXIST { return message(path, folder, errno) }
    }
    return message(path, folder, EEXIST)
  }

  private func message(_ path: InputPath, _ folder: String, _ code: Int32) -> String {
    let advice = code == EXDEV ? " Choose a folder on the same file system as the inbox." : ""
    return "\(path): The file cannot be moved to \(folder): \(String(cString: strerror(code))).\(advice)"
  }
}
