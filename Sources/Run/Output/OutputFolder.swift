import Foundation
import Pipeline
import StageKit

/// The output of a run while it is made: everything is written to a hidden folder inside the output folder and moved
/// to its final place only when the run is complete.
///
/// A run that fails leaves what was there before.
final class OutputFolder {
  private let root: String
  private let staging: String
  private let writers: [DocumentProcessor.NamedWriter]
  private var appended: [Int: FileWriter] = [:]
  private var spools: [Int: NoteSpool] = [:]
  /// Folders that are known to exist, so that a page costs no look-up.
  private var folders: Set<String> = []
  /// The writers, by number, that have written anything.
  private var haveWritten: Set<Int> = []

  /// - Throws: ``OutputFailure`` if the folder cannot be made.
  init(_ root: String, writers: [DocumentProcessor.NamedWriter]) throws(OutputFailure) {
    self.root = root
    self.writers = writers
    staging = root + "/.songngu-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    do {
      try FileManager.default.createDirectory(atPath: staging, withIntermediateDirectories: true)
    } catch {
      throw OutputFailure("\(root): The output folder cannot be made or written to. Choose another with --output.")
    }
    Self.removeLeftovers(in: root)
    for (index, writer) in writers.enumerated() {
      let header = writer.writer.header()
      if !header.isEmpty { try append(header, for: index) }
    }
  }

  /// Removes what runs left that were killed: their folders carry the number of a process that is gone.
  private static func removeLeftovers(in root: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? [] where name.hasPrefix(".songngu-") {
      guard let process = Int32(name.dropFirst(".songngu-".count).prefix { $0 != "-" }), process > 0 else { continue }
      let isGone = kill(process, 0) != 0 && errno == ESRCH
      if isGone { try? FileManager.default.removeItem(atPath: "\(root)/\(name)") }
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: staging) }

  /// The output path of a writer, relative to the output folder; the configuration check made sure that it stays inside.
  private func path(_ index: Int) -> String {
    writers[index].stage.options.first { $0.name == "path" }?.value.string ?? writers[index].stage.id
  }

  func add(_ result: InputResult) throws(OutputFailure) {
    for (index, renderings) in result.renderings.enumerated() {
      for rendering in renderings {
        if !rendering.appended.isEmpty { try append(rendering.appended, for: index) }
        for file in rendering.files { try write(file, for: index) }
        if !rendering.note.isEmpty { try spool(index).append(rendering.note) }
      }
    }
  }

  /// Lets the writers finish and moves everything to its final place.
  func commit() throws {
    for (index, writer) in writers.enumerated() {
      let next = try spool(index).reader()
      for file in try writer.writer.finish(next) { try write(file, for: index) }
      if !haveWritten.contains(index) { try append([], for: index) }
      try appended[index]?.finish()
    }
    // A folder that is new goes to its place whole; into one that is there, what is new goes file by file.
    var pending = try contents(of: staging).filter { !$0.hasPrefix(".notes-") }
    while let relative = pending.popLast() {
      if isFolder(staging + "/" + relative), isFolder(root + "/" + relative) {
        pending += try contents(of: staging + "/" + relative).map { relative + "/" + $0 }
      } else {
        try move(relative)
      }
    }
  }

  private func contents(of folder: String) throws(OutputFailure) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw OutputFailure("\(folder): The folder cannot be listed.")
    }
  }

  private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private func move(_ relative: String) throws(OutputFailure) {
    guard rename(staging + "/" + relative, root + "/" + relative) == 0 else {
      throw OutputFailure(root + "/" + relative, "The finished file cannot be moved to its place", code: errno)
    }
  }

  private func append(_ bytes: [UInt8], for index: Int) throws(OutputFailure) {
    if appended[index] == nil { appended[index] = try create(path(index), for: index) }
    try appended[index]?.append(bytes)
  }

  private func write(_ file: OutputFile, for index: Int) throws(OutputFailure) {
    guard Self.isSafe(file.path) else {
      throw OutputFailure(
        "The writer “\(writers[index].stage.id)” wants to write to “\(file.path.prefix(80))”, which is not a plain relative path."
      )
    }
    let writer = try create(path(index) + "/" + file.path, for: index)
    try writer.append(file.bytes)
    try writer.finish()
  }

  private func create(_ relative: String, for index: Int) throws(OutputFailure) -> FileWriter {
    try makeFolder(of: staging + "/" + relative)
    haveWritten.insert(index)
    return try FileWriter(staging + "/" + relative)
  }

  private func spool(_ index: Int) throws(OutputFailure) -> NoteSpool {
    if let spool = spools[index] { return spool }
    let spool = try NoteSpool(staging + "/.notes-\(index)")
    spools[index] = spool
    return spool
  }

  private func makeFolder(of path: String) throws(OutputFailure) {
    let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    guard folders.insert(folder).inserted else { return }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw OutputFailure("\(folder): The folder cannot be made.")
    }
  }

  /// Letters, digits, `-`, `_`, `.` and `/`; no empty, `.` or `..` component.
  static func isSafe(_ path: String) -> Bool {
    let allowed = path.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
        || [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/")].contains(byte)
    }
    let components = path.split(separator: "/", omittingEmptySubsequences: false)
    return allowed && !path.isEmpty && !components.contains { $0.isEmpty || $0 == "." || $0 == ".." }
  }
}
