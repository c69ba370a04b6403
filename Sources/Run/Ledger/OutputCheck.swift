import Foundation

/// Whether the files of a complete run are as it left them, as far as size and time can tell.
struct OutputCheck {
  /// Whether parts can be copied out of the files that hold all documents.
  private(set) var streamsAreIntact = true
  /// Whether the files about the whole run are there.
  private(set) var filesAreIntact = true
  /// Inputs whose own files are not there.
  private(set) var damaged: Set<Int> = []
  /// For people.
  private(set) var notes: [String] = []

  /// - Parameter mains: the files, below the output folder, that hold all documents.
  init(_ run: LedgerRun, _ ledger: Ledger, _ folder: RunFolder, mains: Set<String>) throws {
    for (number, stream) in try ledger.streams(run.id).enumerated() where number % 2 == 1 && stream.length > 0 {
      let path = "\(folder.notes)/\(number / 2)"
      let stamp = FileStamp(InputPath(path))
      if stamp?.size != Int64(stream.length) || stamp?.modified != stream.modified { miss(path) }
    }
    try ledger.files(run.id, -1...Int.max) { position, file in
      let path = "\(folder.root)/\(file.path)"
      let stamp = FileStamp(InputPath(path))
      let isIntact = stamp?.size == Int64(file.size) && (file.modified == nil || stamp?.modified == file.modified)
      if isIntact { return }
      if position >= 0 {
        damaged.insert(position)
      } else if mains.contains(file.path) {
        miss(path)
      } else {
        filesAreIntact = false
      }
    }
    if let first = damaged.min(), streamsAreIntact {
      notes.append(
        "Files of \(damaged.count) inputs were changed or removed since the last run, the first of input "
          + "\(first + 1); they are made again.")
    }
  }

  private mutating func miss(_ path: String) {
    streamsAreIntact = false
    notes.append("\(path): The file was changed or removed since the last run; everything is done again.")
  }
}
