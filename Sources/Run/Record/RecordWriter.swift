import Foundation
import Pipeline
import StageKit

/// Writes the record of a run beside its output.
struct RecordWriter {
  let pipeline: ResolvedPipeline
  /// Path of the compiled lexicon.
  let lexicon: String?

  /// - Parameters:
  ///   - files: of the whole run; those of single inputs are in the ledger.
  /// - Returns: the files of the record.
  func write(_ run: Int64, _ ledger: Ledger, _ output: StagedOutput, files: [LedgerFile]) throws -> [LedgerFile] {
    let inputs = try output.write(RunRecord.inputsName) { try ledger.writeInputs(run, to: $0) }
    let outputs = try output.write(RunRecord.outputsName) { list in
      var count = files.count
      func append(_ file: LedgerFile) throws { try list.append("\(file.digest)  \(file.path)\n".utf8) }
      for file in files { try append(file) }
      try ledger.files(run, 0...Int.max) { _, file in
        try append(file)
        count += 1
      }
      return count
    }
    let record = RunRecord(
      pipeline, lexicon: lexicon,
      inputs: RunRecord.ListEntry(count: inputs.count, file: RunRecord.inputsName, sha256: inputs.file.digest),
      outputs: RunRecord.ListEntry(count: outputs.count, file: RunRecord.outputsName, sha256: outputs.file.digest))
    return [inputs.file, outputs.file, try output.write(RunRecord.fileName, record.encoded)]
  }
}
