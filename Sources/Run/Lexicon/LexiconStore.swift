import Foundation
import Glossary
import Pipeline

/// Compiled lexicons, kept between runs under the digest of the files they are made from.
public struct LexiconStore: Sendable {
  private let folder: String

  public init(folder: String) { self.folder = folder }

  /// In the user's cache folder (`XDG_CACHE_HOME`, else `~/.cache`).
  public static var standard: LexiconStore {
    let environment = ProcessInfo.processInfo.environment
    let cache =
      environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? (environment["HOME"] ?? NSTemporaryDirectory()) + "/.cache"
    return LexiconStore(folder: cache + "/songngu/lexicons")
  }

  /// The compiled lexicon of a pipeline: the file itself if the pipeline names one that is compiled, else made from its
  /// glossary files, unless one of the same content is there already. `nil` if the pipeline names none.
  ///
  /// - Throws: ``LexiconFailure``.
  public func prepare(_ paths: [String], note: (String) -> Void) throws -> String? {
    if paths.isEmpty { return nil }
    if paths.count == 1, paths[0].hasSuffix(".lexicon") {
      guard FileManager.default.isReadableFile(atPath: paths[0]) else {
        throw LexiconFailure("\(paths[0]): The compiled lexicon cannot be read.")
      }
      return paths[0]
    }
    let files = try Self.files(paths)
    let path = "\(folder)/\(try Self.digest(of: files)).lexicon"
    if FileManager.default.fileExists(atPath: path) { return path }
    note("Compiling the lexicon from \(files.count) files …")
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw LexiconFailure("\(folder): The folder for compiled lexicons cannot be made.")
    }
    _ = try Self.compile(files, to: path)
    return path
  }

  /// Compiles glossary files.
  ///
  /// - Returns: one line that says what the lexicon holds.
  /// - Throws: ``LexiconFailure`` with all faults of the files.
  public static func compile(_ files: [String], to path: String) throws -> String {
    let loaded = Glossary.load(paths: files)
    let errors = loaded.faults.filter { $0.severity == .error }
    guard errors.isEmpty else {
      let shown = errors.prefix(20).map { "\($0)" }.joined(separator: "\n")
      let rest = errors.count > 20 ? "\n… and \(errors.count - 20) more; see songngu lexicon check." : ""
      throw LexiconFailure(shown + rest)
    }
    return try Glossary.compile(loaded, to: path, digest: digest(of: files))
  }

  /// Glossary files, with folders replaced by the CSV files in them.
  public static func files(_ paths: [String]) throws -> [String] {
    try paths.flatMap { path -> [String] in
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw LexiconFailure("\(path): There is no such glossary file or folder.")
      }
      guard isFolder.boolValue else { return [path] }
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      let files = names.filter { $0.hasSuffix(".csv") }.sorted().map { "\(path)/\($0)" }
      guard !files.isEmpty else { throw LexiconFailure("\(path): The folder holds no .csv file.") }
      return files
    }
  }

  /// Digest over the format of compiled lexicons and the content of all files, in order.
  private static func digest(of files: [String]) throws -> String {
    let digests = try files.map { file in
      guard let bytes = FileManager.default.contents(atPath: file) else {
        throw LexiconFailure("\(file): The glossary file cannot be read.")
      }
      return Digest.sha256(bytes)
    }
    return Digest.sha256(Array("\(Glossary.formatVersion)\n\(digests.joined(separator: "\n"))".utf8))
  }
}

/// The lexicon of a pipeline cannot be had.
public struct LexiconFailure: Error, Sendable, CustomStringConvertible {
  public let description: String
  init(_ description: String) { self.description = description }
}
