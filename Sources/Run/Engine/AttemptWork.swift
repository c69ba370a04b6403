import Pipeline
import StageKit

/// One attempt at an input, while it goes on.
struct AttemptWork {
  let processor: DocumentProcessor
  let plan: AttemptPlan
  /// What ended the attempts before this one.
  let faults: [Fault]
  let context: StageContext
  private let watch: (any StageWatch)?
  var timings = StageTimings()
  var failures: [Fault] = []
  private var stamp: FileStamp?
  let clock = ContinuousClock()

  init(_ processor: DocumentProcessor, _ plan: AttemptPlan, faults: [Fault], watch: (any StageWatch)?) {
    self.processor = processor
    self.plan = plan
    self.faults = faults
    self.watch = watch
    let clock = ContinuousClock()
    let deadline = clock.now.advanced(by: .seconds(processor.limits.seconds))
    context = StageContext(isCancelled: { clock.now > deadline })
  }

  var limits: Limits { processor.limits }

  /// Whether the attempt goes without a stage or writer, because of an earlier fault.
  func leavesOut(_ id: String) -> Bool {
    switch plan {
    case .document(let without): without == id
    case .report(let without): without.contains(id)
    case .nothing: true
    }
  }

  /// The fault because of which a stage or writer is left out.
  func fault(of id: String) -> Fault? { faults.first { $0.stage == id } }

  /// Lets a module work, under the eyes of the watch.
  func watched<Result>(_ number: Int, _ work: () throws -> Result) rethrows -> Result {
    guard let watch else { return try work() }
    watch.begin(number)
    defer { watch.end() }
    return try work()
  }

  mutating func deliver(_ item: WorkItem) throws(Fault) -> Delivery {
    var documents = try documents(of: item)
    let renderings = try renderings(of: &documents)
    let isReport = if case .document = plan { false } else { true }
    return Delivery(
      outcome: Outcome.worst(of: documents.map(\.outcome)), digest: documents.first?.source.sha256 ?? "",
      stamp: stamp, documents: documents.map(DocumentSummary.init), renderings: renderings, timings: timings,
      failures: failures,
      isReport: isReport)
  }

  /// At least one, so that every input leaves a row.
  mutating func documents(of item: WorkItem) throws(Fault) -> [Document] {
    let source: Source
    if let given = item.source {
      source = given
    } else {
      do {
        let loaded = try SourceLoader.load(item.input, limit: limits.inputSize)
        source = loaded.source
        stamp = loaded.stamp
      } catch {
        let unread = Source(uri: item.input.uri, sha256: "", parts: [SourcePart(bytes: [])])
        return [report(unread, .rejected, Finding(.error, error.code, nil, "\(error)"))]
      }
    }
    guard case .document = plan else { return [report(source, faults[0].kind.outcome)] }
    guard source.bytes.count <= limits.inputSize else {
      let message =
        "\(source.uri): The input has \(source.bytes.count) bytes, more than the limit of \(limits.inputSize); raise "
        + "“input-size” under “limits”."
      return [report(source, .rejected, Finding(.error, "host.too-large", nil, message))]
    }
    return try documents(of: source)
  }

  /// A document without text: it says why there is no other.
  func report(_ source: Source, _ outcome: Outcome, _ finding: Finding? = nil) -> Document {
    var document = Document(
      id: Self.id(source, 0), source: source, text: Text(""), alignment: Alignment(identity: 0))
    for fault in faults {
      let stage = fault.stage.flatMap(processor.provenance(of:))
      let by = stage.map { document.enter($0) } ?? -1
      document.add(fault.finding(isDelivered: false), by: by)
    }
    if let finding { document.add(finding) }
    document.outcome = outcome
    return document
  }

  /// The same input gives the same identifier in every run; two inputs with the same bytes differ by their URI.
  static func id(_ source: Source, _ index: Int) -> String {
    String(Digest.sha256(Array("\(source.sha256)\n\(source.uri)\n\(index)".utf8)).prefix(16))
  }
}
