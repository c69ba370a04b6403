import StageKit

/// What an attempt at an input gave.
struct Delivery: Sendable {
  let outcome: Outcome
  /// SHA-256 of the bytes that were read, in hexadecimal; empty if none could be.
  let digest: String
  /// What the file system said of the file that was read; `nil` if that cannot tell a later change.
  let stamp: FileStamp?
  let documents: [DocumentSummary]
  /// One list for each writer of the pipeline, one rendering for each document.
  let renderings: [[Rendering]]
  let timings: StageTimings
  /// Stages that threw or broke their contract, without whose work the documents went on.
  let failures: [Fault]
  /// Whether it holds only a document without text that says why there is no other.
  let isReport: Bool

  /// Bytes of its renderings.
  var bulk: Int {
    renderings.reduce(0) { sum, list in
      list.reduce(sum) { sum, rendering in
        rendering.files.reduce(sum + rendering.appended.count + rendering.note.count) { $0 + $1.bytes.count }
      }
    }
  }
}
