public import StageKit

/// Offers a reader, an editor, an annotator and a writer that fail on demand, each in every way there is.
public final class FaultsFactory: StageFactory, @unchecked Sendable {  // no state
  static let layer = Layer(rawValue: "faults")

  public override var descriptions: [StageDescription] {
    [
      StageDescription("faults-reader", .reader, "Fails on demand.", options: Trigger.options, writes: [Self.layer]),
      StageDescription("faults-editor", .editor, "Fails on demand.", options: Trigger.options),
      StageDescription(
        "faults-annotator", .annotator, "Fails on demand.", options: Trigger.options, writes: [Self.layer]),
      StageDescription("faults-writer", .writer, "Fails on demand.", options: Trigger.options),
    ]
  }

  public override func make(_ id: String, _ setup: StageSetup) throws -> Stage {
    let trigger = Trigger(setup)
    switch id {
    case "faults-reader": return .reader(FaultyReader(trigger: trigger))
    case "faults-editor": return .editor(FaultyEditor(trigger: trigger))
    case "faults-annotator": return .annotator(FaultyAnnotator(trigger: trigger))
    case "faults-writer": return .writer(FaultyWriter(trigger: trigger))
    default: return try super.make(id, setup)
    }
  }
}

/// Takes the sources that contain its text, and leaves the others to other readers.
struct FaultyReader: Reader {
  let trigger: Trigger

  func claim(_ source: Source) -> Double { trigger.isIn(source.bytes) ? 1 : 0 }

  func read(_ source: Source, _ context: StageContext) throws -> [ReadResult] {
    let deed = try trigger.pull(source.bytes, context)
    let bytes = deed == .muchResult ? Array(repeatElement(source.bytes, count: 10_000).joined()) : source.bytes
    guard let text = Text(validating: bytes) else { return [] }
    return [
      ReadResult(text: text, alignment: Alignment(identity: deed == .badResult ? text.count - 1 : text.count))
    ]
  }
}

struct FaultyEditor: Editor {
  let trigger: Trigger

  func edit(_ document: Document, _ context: StageContext) throws -> EditResult {
    switch try trigger.pull(document.text.bytes, context) {
    case .badResult:
      return EditResult(findings: [Finding(.info, "faults.bad", TextRange(0, document.text.count + 1), "Outside.")])
    default: return EditResult()
    }
  }
}

struct FaultyAnnotator: Annotator {
  let trigger: Trigger

  func annotate(_ document: Document, _ context: StageContext) throws -> AnnotationResult {
    func mark(_ end: Int) -> Annotation {
      Annotation(FaultsFactory.layer, "mark", TextRange(0, end), rule: "faults.mark")
    }
    switch try trigger.pull(document.text.bytes, context) {
    case .badResult: return AnnotationResult(annotations: [mark(document.text.count + 1)])
    case .muchResult: return AnnotationResult(annotations: Array(repeating: mark(1), count: 100_000))
    default: return AnnotationResult(annotations: [mark(1)])
    }
  }
}

struct FaultyWriter: Writer {
  let trigger: Trigger

  func render(_ document: Document, _ context: StageContext) throws -> Rendering {
    switch try trigger.pull(document.text.bytes, context) {
    case .muchResult: return Rendering(appended: [UInt8](repeating: 0x2E, count: 10_000_000))
    default: return Rendering(appended: Array("\(document.id) \(document.outcome.rawValue)\n".utf8))
    }
  }
}
