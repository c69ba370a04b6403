import Foundation
import StageKit
import TestSupport
import Testing

@testable import Run

/// Each fault in each position, with real processes: it costs one document, and the guilty stage is named.
@Suite(.serialized) struct FaultTests {
  typealias Position = FaultTrial.Position

  struct Case: CustomTestStringConvertible, Sendable {
    let deed: String
    let kind: Fault.Kind
    var limits = "seconds: 30, memory: 256MiB"
    var silence = 100
    var testDescription: String { deed }
  }

  @Test(arguments: [
    Case(deed: "trap", kind: .crash), Case(deed: "abort", kind: .crash), Case(deed: "segv", kind: .crash),
    Case(deed: "exit", kind: .crash), Case(deed: "kill", kind: .crash), Case(deed: "overflow-stack", kind: .crash),
    Case(deed: "close-pipe", kind: .crash), Case(deed: "rubbish", kind: .crash),
    Case(deed: "allocate", kind: .outOfMemory), Case(deed: "allocate-once", kind: .outOfMemory),
    Case(deed: "allocate-in-c", kind: .outOfMemory), Case(deed: "allocate-string", kind: .outOfMemory),
    Case(deed: "loop", kind: .timeout, limits: "seconds: 1"),
    Case(deed: "loop-politely", kind: .timeout, limits: "seconds: 1"),
    Case(deed: "stop-heartbeat", kind: .timeout, silence: 10),
  ])
  func faultCostsOneDocumentAndNamesTheStage(test: Case) async throws {
    let trial = try FaultTrial(test.deed, limits: test.limits)
    let results = try await trial.results(silence: test.silence)
    let calm = try await FaultTrial("nothing", limits: test.limits, poisons: false).resultsInProcess()
    try #require(results.count == 9)
    for number in 0..<9 where FaultTrial.isHarmless(number) {
      #expect(results[number].outcome == .ok, "input \(number)")
      #expect(results[number].documents.map(\.textBytes) == calm[number].documents.map(\.textBytes))
    }
    for position in Position.allCases {
      let result = results[FaultTrial.number(of: position)]
      let fault = try #require(result.faults.first, "\(position)")
      #expect(fault.kind == test.kind, "\(position): \(fault)")
      #expect(fault.stage == position.stage, "\(position): \(fault)")
      #expect(result.outcome == (position == .reader ? test.kind.outcome : .partial), "\(position)")
      #expect(result.attempts.count == (position == .reader ? 1 : 2), "\(position)")
      #expect(result.documents.first?.findings["host.\(test.kind.rawValue)"] == 1, "\(position)")
    }
  }

  @Test(arguments: ["throw", "bad-result", "much-result"])
  func failureCostsTheWorkOfTheStage(deed: String) async throws {
    let limits = "annotations: 1000, text-size: 100KiB, output-size: 1MiB"
    let trial = try FaultTrial(deed, limits: limits)
    let results = try await trial.results(workers: 2)
    #expect(results.map(\.bytes) == (try await trial.resultsInProcess()).map(\.bytes))
    for number in 0..<9 where FaultTrial.isHarmless(number) { #expect(results[number].outcome == .ok) }
    func outcome(_ position: Position) -> Outcome { results[FaultTrial.number(of: position)].outcome }
    #expect(outcome(.reader) == (deed == "bad-result" ? .stageFailed : .rejected))
    #expect(outcome(.annotator) == .partial)
    if deed != "much-result" { #expect(outcome(.editor) == .partial) }
    if deed != "bad-result" { #expect(outcome(.writer) == .partial) }
    for result in results where result.outcome == .partial {
      let fault = try #require(result.faults.first)
      #expect(result.faults.count == 1 && result.attempts.count == 1)
      #expect(fault.kind == .stageFailed && fault.stage?.hasPrefix("faults-") == true)
    }
  }

  @Test func secondFaultIsTheOutcomeAndTheInputLeavesItsRow() async throws {
    let trial = try FaultTrial("trap")
    let both = "\(Position.editor.word) \(Position.annotator.word) \(Position.writer.word)"
    try trial.scratch.write("in/4.txt", both)
    let results = try await trial.results()
    let result = results[4]
    #expect(result.outcome == .crash)
    #expect(result.faults.map(\.stage) == [Position.editor.stage, Position.annotator.stage])
    let document = try #require(result.documents.first)
    #expect(document.textBytes == 0 && document.findings == ["host.crash": 2])
    let line = String(decoding: result.renderings[0][0].appended, as: UTF8.self)
    #expect(line.contains("\"outcome\":\"crash\"") && line.contains(result.digest))
  }

  @Test func outputIsTheSameForAnyNumberOfWorkersInAnyOrder() async throws {
    let trial = try FaultTrial("trap", sleep: 40)
    let one = try await trial.results(workers: 1)
    for workers in [2, 5] {
      let many = try await trial.results(workers: workers, recycle: 2)
      #expect(many.map(\.bytes) == one.map(\.bytes), "\(workers) workers")
      #expect(many.map(\.outcome) == one.map(\.outcome))
    }
  }

  @Test func politeTimeoutIsTheSameInThisProcess() async throws {
    let trial = try FaultTrial("loop-politely", limits: "seconds: 1")
    let results = try await trial.results(workers: 4)
    #expect(results.map(\.bytes) == (try await trial.resultsInProcess()).map(\.bytes))
  }

  @Test func stageThatPrintsHurtsNobody() async throws {
    let trial = try FaultTrial("print")
    let results = try await trial.results()
    #expect(results.allSatisfy { $0.outcome == .ok })
    #expect(results.map(\.bytes) == (try await trial.resultsInProcess()).map(\.bytes))
  }
}
