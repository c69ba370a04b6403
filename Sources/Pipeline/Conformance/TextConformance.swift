import StageKit
import Synchronization

/// Holds an editor or an annotator to its contract, text by text.
struct TextConformance {
  let module: LoadedModule
  let stage: StageDescription
  let made: Stage
  let lexicon: String?
  /// For one text.
  let seconds: Int
  /// The largest last, and an empty one first.
  let texts: [ConformanceText]

  /// Breaches that have a rule of their own, so that they need not be shown for every text.
  private static let contract: [(rule: String, isBroken: @Sendable (any Error) -> Bool)] = [
    ("keeps edits in order", { if case EditError.outOfOrder = $0 { true } else { false } }),
    (
      "writes declared layers only",
      { if case ContractViolation.undeclaredLayer = $0 { true } else { false } }
    ),
  ]

  func run(_ report: (ConformanceCheck) -> Void) {
    func check(_ rule: String, _ body: () throws -> Void) { report(ConformanceCheck(stage.id, rule, body)) }
    var breaches: [any Error] = []
    var taken: [ConformanceText] = []
    for text in texts {
      check("takes \(text.name)") {
        do {
          _ = try result(made, text.document(reads: stage.reads), deadline())
          taken.append(text)
        } catch let error where Self.contract.contains(where: { $0.isBroken(error) }) {
          breaches.append(error)
        }
      }
    }
    for (rule, isBroken) in Self.contract {
      check(rule) { if let first = breaches.first(where: isBroken) { throw first } }
    }
    if taken.isEmpty {
      report(
        .init(
          stage: stage.id, rule: "gives the same result again",
          verdict: .skipped("it gives no result that the host takes")))
    } else {
      check("gives the same result again") { try repeats(taken) }
    }
    check("stops when it is cancelled, and goes on") { try stops() }
  }

  /// What the host would have after the stage.
  private func result(
    _ made: Stage, _ document: Document, _ context: StageContext
  ) throws -> Document {
    var document = document
    let by = document.enter(
      Provenance(stage: stage.id, module: module.manifest.module, version: "", digest: "", options: []))
    do {
      switch made {
      case .editor(let editor): try document.apply(editor.edit(document, context), by: by)
      case .annotator(let annotator):
        try document.apply(annotator.annotate(document, context), declared: stage.writes, by: by)
      case .reader, .writer: break
      }
    } catch is Cancelled {
      throw ConformanceFailure("It was not ready after \(seconds) seconds.")
    }
    return document
  }

  private func deadline() -> StageContext {
    let end = ContinuousClock.now + .seconds(seconds)
    return StageContext(isCancelled: { ContinuousClock.now > end })
  }

  private func repeats(_ texts: [ConformanceText]) throws {
    let another = try module.make(stage, lexicon: lexicon)
    for text in texts {
      let document = try text.document(reads: stage.reads)
      let first = try result(made, document, deadline())
      for (stageAgain, words) in [(made, "the second time"), (another, "when it was started anew")] {
        let again = try result(stageAgain, document, deadline())
        let isSame =
          first.text == again.text && first.annotations == again.annotations && first.findings == again.findings
          && first.metadata == again.metadata && first.edits.records.map(\.reason) == again.edits.records.map(\.reason)
        if !isSame { throw ConformanceFailure("For \(text.name) it gave another result \(words).") }
      }
    }
  }

  private func stops() throws {
    let asked = Mutex(0)
    let context = StageContext(isCancelled: {
      asked.withLock { count in
        count += 1
        return count > 1
      }
    })
    let document = try texts[texts.count - 1].document(reads: stage.reads)
    let start = ContinuousClock.now
    do {
      switch made {
      case .editor(let editor): _ = try editor.edit(document, context)
      case .annotator(let annotator): _ = try annotator.annotate(document, context)
      case .reader, .writer: break
      }
    } catch {
      // It stopped, which is what was asked of it.
    }
    let taken = ContinuousClock.now - start
    if taken > .seconds(10) {
      throw ConformanceFailure(
        "It went on for \(taken.components.seconds) seconds after it was cancelled; ask checkCancelled in long loops.")
    }
    do {
      _ = try result(made, texts[0].document(reads: stage.reads), deadline())
    } catch let error where Self.contract.contains(where: { $0.isBroken(error) }) {
      // It goes on, to do what is held against it elsewhere.
    }
  }
}
