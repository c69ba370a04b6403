import Foundation
import Pipeline
import StageKit

/// `normalise`: the stage alone on a big file, for comparison with `uconv`; measurements go to standard error.
enum NormaliseCommand {
  static func run(_ arguments: inout Arguments) throws {
    let path = try arguments.positional("the file")
    let config = try arguments.string("config", default: "pipelines/incoming-reports.yaml")
    let language = try arguments.string("language")
    let name = try arguments.string("name")
    try arguments.finish()

    let bench = try PipelineBench(config)
    guard let stage = bench.pipeline.stages.first(where: { $0.id == "normalise" }),
      case .editor(let editor) = try stage.make(lexicon: nil)
    else { throw BenchFailure("The pipeline has no stage “normalise”.") }

    let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped))
    let clock = ContinuousClock()
    var duration = Duration.zero
    for piece in pieces(bytes) {
      guard let text = Text(validating: Array(piece)) else { throw BenchFailure("\(path) is not UTF-8.") }
      let source = Source(uri: path, sha256: "", parts: [SourcePart(bytes: text.bytes)])
      var document = Document(id: "", source: source, text: text, alignment: Alignment(identity: text.count))
      let start = clock.now
      try document.apply(editor.edit(document, StageContext()), by: 0)
      duration += clock.now - start
      try write(document.text.bytes)
    }
    Measurement(language, "normalise stage, \(name)", duration.megabytesPerSecond(bytes.count), "MB/s")
      .print(to: .standardError)
  }

  private static func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      guard count > 0 else { throw BenchFailure("The result cannot be written.") }
      rest = rest.dropFirst(count)
    }
  }

  /// Cut at line ends into pieces of about 64 kB, large for a document.
  private static func pieces(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let least = min(start + 65_536, bytes.count)
      let end = bytes[least...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      result.append(bytes[start..<end])
      start = end
    }
    return result
  }
}
