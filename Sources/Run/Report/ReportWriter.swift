import Glibc

/// Puts `report.html` into the output folder.
///
/// The report tells times, so it is no part of what a run can be proven by: it stands beside the outputs, and is made
/// from the ledger whenever it is not there.
struct ReportWriter {
  static let name = "report.html"

  /// Processes or threads that work side by side.
  let workers: Int

  /// - Throws: ``OutputFailure``, ``LedgerFailure``.
  func write(_ run: Int64, _ summary: RunSummary, _ ledger: Ledger, _ folder: RunFolder) throws {
    var report = try ledger.report(run, summary)
    report.workers = workers
    report.version = HostVersion.current
    let staged = folder.control + "/" + Self.name
    let file = try FileWriter(staged)
    try file.append(Array(ReportPage(report: report).html.utf8))
    try file.finish()
    guard rename(staged, folder.root + "/" + Self.name) == 0 else {
      throw OutputFailure(folder.root + "/" + Self.name, "The finished file cannot be moved to its place", code: errno)
    }
  }

  static func isThere(_ folder: RunFolder) -> Bool { FileStamp(InputPath(folder.root + "/" + name)) != nil }
}
