import StageKit

/// One attempt that a worker is asked for.
struct WorkerRequest {
  /// From 1, different for each attempt of a run.
  let number: UInt64
  let item: WorkItem
  let faults: [Fault]

  init(number: UInt64, item: WorkItem, faults: [Fault]) {
    self.number = number
    self.item = item
    self.faults = faults
  }

  func frame() -> [UInt8] {
    var encoder = FrameEncoder(.request)
    encoder.number(Int(truncatingIfNeeded: number))
    encoder.bytes(item.input.path.bytes)
    encoder.optional(item.source) {
      $0.string($1.uri)
      $0.string($1.sha256)
      $0.bytes($1.bytes)
    }
    encoder.list(faults) { $0.fault($1) }
    return encoder.frame()
  }

  init(_ decoder: inout FrameDecoder) throws(FrameDecoder.Garbled) {
    number = UInt64(truncatingIfNeeded: try decoder.number())
    let path = InputPath(try decoder.bytes())
    let source = try decoder.optional { (decoder) throws(FrameDecoder.Garbled) in
      let uri = try decoder.string()
      let sha256 = try decoder.string()
      return Source(uri: uri, sha256: sha256, parts: [SourcePart(bytes: try decoder.bytes())])
    }
    item = WorkItem(Input(path: path), source: source)
    faults = try decoder.list { (decoder) throws(FrameDecoder.Garbled) in try decoder.fault() }
  }
}

extension FrameEncoder {
  mutating func fault(_ fault: Fault) {
    string(fault.kind.rawValue)
    optional(fault.stage) { $0.string($1) }
    string(fault.detail)
  }
}

extension FrameDecoder {
  mutating func fault() throws(Garbled) -> Fault {
    guard let kind = Fault.Kind(rawValue: try string()) else { throw Garbled() }
    let stage = try optional { (decoder) throws(Garbled) in try decoder.string() }
    return Fault(kind, stage: stage, try string())
  }
}
