import StageKit

/// Holds a reader to its contract.
struct ReaderConformance {
  let stage: StageDescription
  let reader: any Reader
  let texts: [ConformanceText]

  func run(_ report: (ConformanceCheck) -> Void) {
    var inputs = texts.map { (name: $0.name, bytes: Array($0.text.utf8)) }
    inputs.append((name: "bytes that are no text", bytes: (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167) }))
    for (name, bytes) in inputs {
      report(ConformanceCheck(stage.id, "takes or refuses \(name)") { try check(bytes) })
    }
  }

  private func check(_ bytes: [UInt8]) throws {
    let source = Source(uri: "conformance.txt", sha256: Digest.sha256(bytes), parts: [SourcePart(bytes: bytes)])
    let claim = reader.claim(source)
    guard (0...1).contains(claim) else {
      throw ConformanceFailure("It claims the source with \(claim); expected 0 to 1.")
    }
    let results: [ReadResult]
    do {
      results = try reader.read(source, StageContext())
    } catch {
      if "\(error)".isEmpty { throw ConformanceFailure("It refuses the source without a reason.") }
      return
    }
    for result in results {
      guard result.alignment.textLength == result.text.count else {
        throw ConformanceFailure(
          "The alignment covers \(result.alignment.textLength) bytes of a text of \(result.text.count).")
      }
      var document = Document(
        id: "conformance", source: result.source ?? source, text: result.text, alignment: result.alignment)
      let by = document.enter(Provenance(stage: stage.id, module: "", version: "", digest: "", options: []))
      try document.apply(
        AnnotationResult(annotations: result.annotations, findings: result.findings), declared: stage.writes, by: by)
    }
  }
}
