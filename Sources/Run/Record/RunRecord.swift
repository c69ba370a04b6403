import Foundation
import Glossary
import Pipeline
import StageABI
import StageKit
import TextKit

/// How a result came about: what `run.json` says.
///
/// It holds no time and nothing of the machine, so that the same run gives the same record.
public struct RunRecord: Codable, Sendable, Equatable {
  public struct PipelineEntry: Codable, Sendable, Equatable {
    public var name: String
    public var file: String
    /// Resolved, with every default spelled out; it runs again to the same results.
    public var resolved: String
  }

  /// A reader, stage or writer and who offers it.
  public struct StageEntry: Codable, Sendable, Equatable {
    public var stage: String
    public var module: String
    public var version: String
    public var digest: String
  }

  public struct LexiconEntry: Codable, Sendable, Equatable {
    /// Of the compiled lexicon.
    public var sha256: String
    public var files: [FileEntry]
  }

  public struct FileEntry: Codable, Sendable, Equatable {
    public var path: String
    public var sha256: String
  }

  public struct HostEntry: Codable, Sendable, Equatable {
    public var version: String
    /// Digest of the sources that host and modules share.
    public var stageKit: String
    public var icu: String
    public var unicode: String
  }

  /// A file beside the record that lists the inputs or the outputs, one a line.
  public struct ListEntry: Codable, Sendable, Equatable {
    public var count: Int
    /// Below the output folder.
    public var file: String
    public var sha256: String
  }

  public var schema = RunRecord.schemaName
  public var pipeline: PipelineEntry
  public var stages: [StageEntry]
  /// `nil` if the pipeline names none.
  public var lexicon: LexiconEntry?
  public var host: HostEntry
  public var inputs: ListEntry
  public var outputs: ListEntry

  public static let schemaName = "songngu.run/1"
  static let fileName = "run.json"
  static let inputsName = "run/inputs.jsonl"
  static let outputsName = "run/outputs.sha256"

  /// - Parameter lexicon: path of the compiled lexicon.
  init(_ pipeline: ResolvedPipeline, lexicon: String?, inputs: ListEntry, outputs: ListEntry) {
    self.pipeline = PipelineEntry(name: pipeline.name, file: pipeline.file, resolved: pipeline.yaml)
    stages = Self.stages(pipeline)
    self.lexicon = Self.lexicon(pipeline, compiled: lexicon)
    host = .current
    self.inputs = inputs
    self.outputs = outputs
  }

  static func stages(_ pipeline: ResolvedPipeline) -> [StageEntry] {
    (pipeline.readers + pipeline.stages + pipeline.writers).map {
      StageEntry(
        stage: $0.id, module: $0.module.manifest.module, version: $0.module.manifest.version, digest: $0.module.digest)
    }
  }

  static func lexicon(_ pipeline: ResolvedPipeline, compiled: String?) -> LexiconEntry? {
    guard let compiled else { return nil }
    let files = compiled == pipeline.lexicon.first ? [compiled] : Glossary.files(pipeline.lexicon)
    return LexiconEntry(
      sha256: FileDigest.sha256(compiled) ?? "",
      files: files.map { FileEntry(path: $0, sha256: FileDigest.sha256($0) ?? "") })
  }

  var encoded: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Strings and numbers only: it cannot fail.
    return Array((try? encoder.encode(self)) ?? Data()) + [0x0A]
  }

  /// Reads the record of an output folder.
  ///
  /// - Throws: ``RecordFailure``.
  public init(folder: String) throws(RecordFailure) {
    let path = "\(folder)/\(Self.fileName)"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw RecordFailure("\(path): There is no run record here. Name the output folder of a complete run.")
    }
    struct Head: Decodable { let schema: String }
    guard let head = try? JSONDecoder().decode(Head.self, from: data) else {
      throw RecordFailure("\(path): This is not a run record.")
    }
    guard head.schema == Self.schemaName else {
      throw RecordFailure(
        "\(path): The record has the schema “\(head.schema)”, and this version reads “\(Self.schemaName)”.")
    }
    do {
      self = try JSONDecoder().decode(RunRecord.self, from: data)
    } catch {
      throw RecordFailure("\(path): The run record is incomplete: \(error).")
    }
  }
}

extension RunRecord.HostEntry {
  static var current: Self {
    Self(
      version: HostVersion.current, stageKit: String(cString: stage_kit_build()), icu: ICU.version,
      unicode: ICU.unicodeVersion)
  }
}

/// A run record that cannot be used.
public struct RecordFailure: Error, Sendable, CustomStringConvertible {
  public let description: String
  init(_ description: String) { self.description = description }
}
