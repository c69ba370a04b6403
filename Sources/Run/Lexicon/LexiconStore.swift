import Foundation
public import Glossary
import Lexicon
import Pipeline
import StageABI

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

  /// The compiled lexicon of a pipeline: the file itself if the pipeline names one that is compiled, else made from
  /// its glossary files, unless one of the same content is there already.
  ///
  /// `nil` if the pipeline names none.
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
    let files = Glossary.files(paths)
    let path = "\(folder)/\(try Self.digest(of: files)).lexicon"
    // One that cannot be opened, for whatever reason, is made again.
    if FileManager.default.fileExists(atPath: path), (try? Lexicon(contentsOf: path)) != nil { return path }
    note("Compiling the lexicon from \(files.count) files …")
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw LexiconFailure("\(folder): The folder for compiled lexicons cannot be made.")
    }
    try Self.compile(paths, to: path)
    return path
  }

  /// Compiles glossary files and folders.
  ///
  /// - Throws: ``LexiconFailure`` with the first faults of the files.
  @discardableResult
  public static func compile(_ paths: [String], to path: String) throws -> GlossaryContents {
    let contents = try Glossary.compile(paths: paths, to: path, digest: digest(of: Glossary.files(paths)))
    let errors = contents.faults.filter { $0.severity == .error }
    guard errors.isEmpty else {
      let shown = errors.prefix(20).map { "\($0)" }.joined(separator: "\n")
      let rest = errors.count > 20 ? "\n… and \(errors.count - 20) more; see songngu lexicon check." : ""
      throw LexiconFailure(shown + rest)
    }
    return contents
  }

  /// Digest over the code that compiles lexicons and the content of all files, in order.
  private static func digest(of files: [String]) throws -> String {
    let digests = try files.map { file in
      guard let bytes = FileManager.default.contents(atPath: file) else {
        throw LexiconFailure("\(file): The glossary file cannot be read.")
      }
      return Digest.sha256(bytes)
    }
    return Digest.sha256(Array("\(String(cString: stage_kit_build()))\n\(digests.joined(separator: "\n"))".utf8))
  }
}

/// The lexicon of a pipeline cannot be had.
public struct LexiconFailure: Error, Sendable, CustomStringConvertible {
  public let description: String
  init(_ description: String) { self.description = description }
}
