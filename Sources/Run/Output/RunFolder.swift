import CFiles
import Foundation

/// The output folder of a run and what it keeps in it for itself.
///
///     out/                    what the run makes, under final names
///     out/.songngu/lock
///     out/.songngu/ledger.sqlite
///     out/.songngu/notes/     what writers keep of each document, for the files about the whole run
///     out/.songngu/staging/   a run that is not complete: files/ and notes/
struct RunFolder: Sendable {
  let root: String

  var control: String { root + "/.songngu" }
  var lock: String { control + "/lock" }
  var ledger: String { control + "/ledger.sqlite" }
  var notes: String { control + "/notes" }
  var staging: String { control + "/staging" }
  var stagedFiles: String { staging + "/files" }
  var stagedNotes: String { staging + "/notes" }

  /// - Throws: ``OutputFailure`` if the folder cannot be made.
  init(_ root: String) throws(OutputFailure) {
    self.root = root
    do {
      try FileManager.default.createDirectory(atPath: control, withIntermediateDirectories: true)
    } catch {
      throw OutputFailure("\(root): The output folder cannot be made or written to. Choose another with --output.")
    }
  }

  /// Removes what an unfinished run left.
  func clearStaging() { try? FileManager.default.removeItem(atPath: staging) }

  /// Removes what an unfinished run wrote and did not enter into the ledger.
  ///
  /// - Parameter kept: paths below the staging folder.
  /// - Throws: ``OutputFailure`` if a file cannot be removed.
  func clearStaging(except kept: Set<String>) throws(OutputFailure) {
    var pending = ["files", "notes"]
    while let folder = pending.popLast() {
      for name in (try? FileManager.default.contentsOfDirectory(atPath: "\(staging)/\(folder)")) ?? [] {
        let relative = "\(folder)/\(name)"
        var status = stat()
        guard lstat("\(staging)/\(relative)", &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR {
          pending.append(relative)
        } else if !kept.contains(relative), unlink("\(staging)/\(relative)") != 0 {
          throw OutputFailure("\(staging)/\(relative)", "The file cannot be removed", code: errno)
        }
      }
    }
  }

  /// Waits until everything that was written here is on the disk.
  /// - Throws: ``OutputFailure`` with what the disk reports late.
  func sync() throws(OutputFailure) {
    let descriptor = open(control, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputFailure(control, "The folder cannot be opened", code: errno) }
    defer { close(descriptor) }
    guard songngu_syncfs(descriptor) == 0 else {
      throw OutputFailure(root, "The disk did not take everything", code: errno)
    }
  }
}
