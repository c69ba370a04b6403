import StageKit

extension Delivery {
  /// The delivery as an answer to a request.
  func frame(number: UInt64, duration: Duration) -> [UInt8] {
    var encoder = FrameEncoder(.delivery, capacity: bulk + 4096)
    encoder.number(Int(truncatingIfNeeded: number))
    encoder.duration(duration)
    encoder.string(outcome.rawValue)
    encoder.string(digest)
    encoder.optional(stamp) {
      $0.number(Int($1.size))
      $0.number(Int($1.modified))
      $0.number(Int($1.changed))
      $0.number(Int(truncatingIfNeeded: $1.inode))
    }
    encoder.list(documents) { $0.summary($1) }
    encoder.list(renderings) { encoder, list in
      encoder.list(list) { $0.rendering($1) }
    }
    encoder.list(timings.order) { encoder, stage in
      encoder.string(stage)
      encoder.duration(timings[stage].duration)
      encoder.number(timings[stage].bytes)
    }
    encoder.list(failures) { $0.fault($1) }
    encoder.flag(isReport)
    return encoder.frame()
  }

  /// The rest of an answer, behind number and duration.
  init(_ decoder: inout FrameDecoder) throws(FrameDecoder.Garbled) {
    guard let outcome = Outcome(rawValue: try decoder.string()) else { throw FrameDecoder.Garbled() }
    self.outcome = outcome
    digest = try decoder.string()
    stamp = try decoder.optional { (decoder) throws(FrameDecoder.Garbled) in
      FileStamp(
        size: Int64(try decoder.number()), modified: Int64(try decoder.number()),
        changed: Int64(try decoder.number()), inode: UInt64(truncatingIfNeeded: try decoder.number()))
    }
    documents = try decoder.list { (decoder) throws(FrameDecoder.Garbled) in try decoder.summary() }
    renderings = try decoder.list { (decoder) throws(FrameDecoder.Garbled) in
      try decoder.list { (decoder) throws(FrameDecoder.Garbled) in try decoder.rendering() }
    }
    var timings = StageTimings()
    for _ in 0..<max(0, try decoder.number()) {
      timings.add(try decoder.string(), try decoder.duration(), bytes: try decoder.number())
    }
    self.timings = timings
    failures = try decoder.list { (decoder) throws(FrameDecoder.Garbled) in try decoder.fault() }
    isReport = try decoder.flag()
  }
}

extension FrameEncoder {
  mutating func duration(_ duration: Duration) {
    let parts = duration.components
    number(Int(parts.seconds) * 1_000_000_000 + Int(parts.attoseconds / 1_000_000_000))
  }

  fileprivate mutating func counts(_ counts: [String: Int]) {
    list(counts) {
      $0.string($1.key)
      $0.number($1.value)
    }
  }

  fileprivate mutating func summary(_ document: DocumentSummary) {
    string(document.id)
    string(document.outcome.rawValue)
    number(document.sourceBytes)
    number(document.textBytes)
    number(document.edits)
    number(document.links)
    counts(document.entities)
    counts(document.findings)
    optional(document.firstError) { $0.string($1) }
    bytes(document.names)
  }

  fileprivate mutating func rendering(_ rendering: Rendering) {
    bytes(rendering.appended)
    list(rendering.files) {
      $0.string($1.path)
      $0.bytes($1.bytes)
    }
    bytes(rendering.note)
  }
}

extension FrameDecoder {
  mutating func duration() throws(Garbled) -> Duration { .nanoseconds(try number()) }

  private mutating func counts() throws(Garbled) -> [String: Int] {
    var counts: [String: Int] = [:]
    for _ in 0..<max(0, try number()) { counts[try string()] = try number() }
    return counts
  }

  fileprivate mutating func summary() throws(Garbled) -> DocumentSummary {
    let id = try string()
    guard let outcome = Outcome(rawValue: try string()) else { throw Garbled() }
    return DocumentSummary(
      id: id, outcome: outcome, sourceBytes: try number(), textBytes: try number(), edits: try number(),
      links: try number(), entities: try counts(), findings: try counts(),
      firstError: try optional { (decoder) throws(Garbled) in try decoder.string() }, names: try bytes())
  }

  fileprivate mutating func rendering() throws(Garbled) -> Rendering {
    Rendering(
      appended: try bytes(),
      files: try list { (decoder) throws(Garbled) in
        OutputFile(path: try decoder.string(), bytes: try decoder.bytes())
      }, note: try bytes())
  }
}
