import Foundation
import Pipeline
import StageKit

/// The output of a run while it is made, in the staging folder.
///
/// What inputs give is appended to streams, two for each writer: its own file, and the notes for the files about the
/// whole run. How long the streams were when the ledger was last written says what to cut off after a kill.
final class StagedOutput {
  private let folder: RunFolder
  private let writers: [DocumentProcessor.NamedWriter]
  private var streams: [FileWriter?]
  /// Length of each stream, also of those that are not open yet.
  private var lengths: [Int]
  /// The streams of the earlier run.
  private var previous: [FileReader?]
  /// Folders that are known to exist, so that a page costs no look-up.
  private var folders: Set<String> = []
  /// The writers, by number, that have written files of their own.
  private var haveFiles: Set<Int> = []

  /// - Parameters:
  ///   - lengths: how long each stream was when the run stopped; empty if it begins.
  /// - Throws: ``OutputFailure``.
  init(_ folder: RunFolder, writers: [DocumentProcessor.NamedWriter], lengths: [Int]) throws(OutputFailure) {
    self.folder = folder
    self.writers = writers
    for writer in writers where Self.isReserved(Self.path(writer.stage)) {
      throw OutputFailure(
        "The writer “\(writer.stage.id)” writes to “\(Self.path(writer.stage))”, a name that the host uses itself. Give it "
          + "another “path”.")
    }
    self.lengths = [Int](repeating: 0, count: 2 * writers.count)
    streams = Array(repeating: nil, count: 2 * writers.count)
    previous = Array(repeating: nil, count: 2 * writers.count)
    if lengths.isEmpty {
      for (index, writer) in writers.enumerated() { try append(writer.writer.header(), to: 2 * index) }
    } else {
      self.lengths = lengths
      for number in lengths.indices where lengths[number] > 0 { _ = try stream(number) }
    }
  }

  /// Length of each stream in bytes.
  var streamLengths: [Int] { lengths }

  /// The output path of a writer, relative to the output folder; the configuration check made sure that it stays
  /// inside.
  static func path(_ writer: ResolvedPipeline.ResolvedStage) -> String {
    writer.options.first { $0.name == "path" }?.value.string ?? writer.id
  }

  /// Whether a path is one of the host's own.
  private static func isReserved(_ path: String) -> Bool {
    let first = path.split(separator: "/").first.map(String.init) ?? ""
    return [".songngu", "run.json", "run", "quarantine.csv", "report.html"].contains(first)
  }

  private func path(_ index: Int) -> String { Self.path(writers[index].stage) }

  /// Where a stream is while the run goes on.
  private func stagedPath(_ number: Int) -> String {
    number % 2 == 0 ? "\(folder.stagedFiles)/\(path(number / 2))" : "\(folder.stagedNotes)/\(number / 2)"
  }

  /// Where a stream is when the run is complete.
  func finalPath(_ number: Int) -> String {
    number % 2 == 0 ? "\(folder.root)/\(path(number / 2))" : "\(folder.notes)/\(number / 2)"
  }

  // MARK: Inputs

  /// Writes what one input gave.
  ///
  /// - Returns: what is its own in each stream, and its files.
  /// - Throws: ``OutputFailure``.
  func add(_ renderings: [[Rendering]]) throws(OutputFailure) -> (places: StreamPlaces, files: [LedgerFile]) {
    let begins = lengths
    var files: [LedgerFile] = []
    for (index, renderings) in renderings.enumerated() {
      for rendering in renderings {
        try append(rendering.appended, to: 2 * index)
        for file in rendering.files { files.append(try write(file, for: index)) }
        if !rendering.note.isEmpty { try append(NoteFile.encoded(rendering.note), to: 2 * index + 1) }
      }
    }
    return (StreamPlaces(zip(begins, lengths).map { $0..<$1 }), files)
  }

  /// Copies what neighbouring inputs gave in the run before.
  ///
  /// - Returns: how far each stream's bytes were moved.
  /// - Throws: ``OutputFailure``.
  func keep(from first: StreamPlaces, to last: StreamPlaces) throws(OutputFailure) -> [Int] {
    var distances: [Int] = []
    for number in lengths.indices {
      let range = first.ranges[number].lowerBound..<max(first.ranges[number].lowerBound, last.ranges[number].upperBound)
      distances.append(lengths[number] - range.lowerBound)
      if range.isEmpty { continue }
      let reader = if let open = previous[number] { open } else { try FileReader(finalPath(number)) }
      previous[number] = reader
      try stream(number).append(range, of: reader)
      lengths[number] += range.count
    }
    return distances
  }

  /// Puts everything so far on the disk.
  /// - Throws: ``OutputFailure``.
  func sync() throws(OutputFailure) {
    for stream in streams { try stream?.flush() }
    try folder.sync()
  }

  // MARK: The end

  /// Lets the writers make the files that speak of the whole run.
  ///
  /// - Parameter hasFiles: whether there are files below a path, of this run or an earlier one.
  /// - Returns: all files that are not an input's own.
  func finish(hasFiles: (_ below: String) throws -> Bool) throws -> [LedgerFile] {
    var files: [LedgerFile] = []
    for stream in streams { try stream?.finish() }
    for (index, writer) in writers.enumerated() {
      let next = lengths[2 * index + 1] == 0 ? { nil } : try NoteFile.reader(stagedPath(2 * index + 1))
      for file in try writer.writer.finish(next) { files.append(try write(file, for: index)) }
      // A writer that wrote nothing at all leaves an empty file, so that nobody looks for one in vain.
      if lengths[2 * index] == 0, !haveFiles.contains(index), try !hasFiles(path(index) + "/") {
        try stream(2 * index).finish()
      }
      if streams[2 * index] != nil { files.append(try Self.describe(path(index), in: folder.stagedFiles)) }
    }
    return files
  }

  /// A file of the whole run, made by the host.
  func write(_ path: String, _ bytes: [UInt8]) throws(OutputFailure) -> LedgerFile {
    try makeFolder(of: folder.stagedFiles + "/" + path)
    let writer = try FileWriter(folder.stagedFiles + "/" + path)
    try writer.append(bytes)
    try writer.finish()
    return LedgerFile(path: path, size: bytes.count, digest: Digest.sha256(bytes))
  }

  /// A file of the whole run, made by the host piece by piece.
  func write(_ path: String, _ body: (FileWriter) throws -> Int) throws -> (file: LedgerFile, count: Int) {
    try makeFolder(of: folder.stagedFiles + "/" + path)
    let writer = try FileWriter(folder.stagedFiles + "/" + path)
    let count = try body(writer)
    try writer.finish()
    return (try Self.describe(path, in: folder.stagedFiles), count)
  }

  /// Size, digest and time of a file.
  static func describe(_ path: String, in folder: String) throws(OutputFailure) -> LedgerFile {
    guard let digest = FileDigest.sha256(folder + "/" + path), let stamp = FileStamp(InputPath(folder + "/" + path))
    else {
      throw OutputFailure("\(folder)/\(path): The file cannot be read.")
    }
    return LedgerFile(path: path, size: Int(stamp.size), digest: digest, modified: stamp.modified)
  }

  // MARK: Files

  private func append(_ bytes: [UInt8], to number: Int) throws(OutputFailure) {
    if bytes.isEmpty { return }
    try stream(number).append(bytes)
    lengths[number] += bytes.count
  }

  private func stream(_ number: Int) throws(OutputFailure) -> FileWriter {
    if let stream = streams[number] { return stream }
    try makeFolder(of: stagedPath(number))
    let stream = try FileWriter(stagedPath(number), keeping: lengths[number])
    streams[number] = stream
    return stream
  }

  private func write(_ file: OutputFile, for index: Int) throws(OutputFailure) -> LedgerFile {
    guard Self.isSafe(file.path) else {
      throw OutputFailure(
        "The writer “\(writers[index].stage.id)” wants to write to “\(file.path.prefix(80))”, which is not a plain relative path."
      )
    }
    haveFiles.insert(index)
    return try write(path(index) + "/" + file.path, file.bytes)
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
