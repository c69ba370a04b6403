import Pipeline
import StageABI
import StageKit

/// What makes two runs the same: the same input gives the same bytes.
struct RunIdentity: Sendable, Equatable {
  /// Name of the pipeline; an output folder belongs to one.
  let pipeline: String
  /// The configuration file.
  let file: String
  /// Digest over the stages with options and module digests, the limits, the lexicon and this program; not over which
  /// inputs there are.
  let fingerprint: String
  /// The pipeline, resolved.
  let yaml: String

  /// - Parameter lexicon: path of the compiled lexicon.
  /// - Throws: ``LexiconFailure``.
  init(_ pipeline: ResolvedPipeline, lexicon: String?) throws {
    self.pipeline = pipeline.name
    file = pipeline.file
    yaml = pipeline.yaml
    var anyInputs = pipeline
    anyInputs.paths = []
    anyInputs.include = []
    anyInputs.exclude = []
    anyInputs.lexicon = []
    var parts = ["ledger \(LedgerSchema.version)", anyInputs.yaml, String(cString: stage_kit_build())]
    parts += (pipeline.readers + pipeline.stages + pipeline.writers).map { "\($0.id) \($0.module.digest)" }
    if let lexicon {
      guard let digest = FileDigest.sha256(lexicon) else {
        throw LexiconFailure("\(lexicon): The compiled lexicon cannot be read.")
      }
      parts.append("lexicon \(digest)")
    }
    parts.append("host \(FileDigest.sha256("/proc/self/exe") ?? "")")
    fingerprint = Digest.sha256(Array(parts.joined(separator: "\n").utf8))
  }
}
