import Foundation
import StageKit
import TestSupport
import Testing

@testable import Run

/// What happens between supervisor and workers when either dies, seen from outside.
@Suite(.serialized) struct SupervisionTests {
  /// A run of the real program that goes on beside the test.
  private func start(_ trial: FaultTrial, _ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try TestProcess.built("songngu"))
    process.arguments = ["run", "p.yaml", "--modules", try FaultTrial.modules(trial.scratch), "--quiet"] + arguments
    process.currentDirectoryURL = trial.scratch.url
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private func children(of process: Int32) -> [Int32] {
    let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
    return tasks.flatMap { task in
      ((try? String(contentsOfFile: "/proc/\(process)/task/\(task)/children", encoding: .utf8)) ?? "")
        .split(separator: " ").compactMap { Int32($0) }
    }
  }

  /// Waits until something is so, for a time that is never needed.
  private func wait(until isSo: () -> Bool) -> Bool {
    for _ in 0..<6000 {
      if isSo() { return true }
      usleep(10_000)
    }
    return false
  }

  private func isAlive(_ process: Int32) -> Bool {
    // One that nobody has fetched yet is dead all the same.
    guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return false }
    return !status.contains(") Z ")
  }

  @Test func workersEndWithTheirSupervisor() throws {
    let trial = try FaultTrial("loop", limits: "seconds: 3600")
    let process = try start(trial, ["--workers", "3"])
    defer { process.terminate() }
    var workers: [Int32] = []
    #expect(
      wait {
        workers = children(of: process.processIdentifier)
        return workers.count == 3
      })
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(wait { !workers.contains(where: isAlive) })
  }

  @Test func interruptionEndsARunThatHangs() throws {
    let trial = try FaultTrial("loop", limits: "seconds: 3600")
    let process = try start(trial, ["--workers", "2"])
    #expect(wait { children(of: process.processIdentifier).count == 2 })
    // The ledger is there once the run can be taken up again.
    #expect(wait { FileManager.default.fileExists(atPath: "\(trial.scratch.path)/out/.songngu") })
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
  }

  @Test func workersThatAreKilledCostNothing() throws {
    let trial = try FaultTrial("nothing", sleep: 60)
    let calm = try start(trial, ["--output", "calm"])
    calm.waitUntilExit()
    #expect(calm.terminationStatus == 0)
    var random = SeededGenerator(seed: 20_26)
    let process = try start(trial, ["--output", "stormy", "--workers", "2"])
    var kills = 0
    while process.isRunning, kills < Ticket.mostPardons {
      usleep(UInt32.random(in: 1000...80_000, using: &random))
      if let worker = children(of: process.processIdentifier).randomElement(using: &random) {
        kill(worker, SIGKILL)
        kills += 1
      }
    }
    process.waitUntilExit()
    // As many as one input is pardoned, if they all hit the same.
    #expect(process.terminationStatus == 0)
    for file in ["documents.jsonl", "faults-writer"] {
      let first = try Data(contentsOf: trial.scratch.url.appendingPathComponent("calm/\(file)"))
      #expect(first == (try Data(contentsOf: trial.scratch.url.appendingPathComponent("stormy/\(file)"))), "\(file)")
    }
  }

  @Test func processesThatDieAtOnceEndTheRunWithAReason() async throws {
    let trial = try FaultTrial("nothing")
    let processor = try DocumentProcessor(trial.pipeline, lexicon: nil)
    var runner = WorkerRunner(processor, trial.pipeline, lexicon: nil, width: 2) { _ in }
    runner.settings.executable = "/bin/false"
    await #expect(throws: WorkerFailure.self) { try await runner.run(trial.inputs) { _ in } }
  }

  @Test func moduleThatChangedSinceTheStartIsRefused() async throws {
    let trial = try FaultTrial("nothing")
    let processor = try DocumentProcessor(trial.pipeline, lexicon: nil)
    var runner = WorkerRunner(processor, trial.pipeline, lexicon: nil, width: 1) { _ in }
    runner.settings.executable = try TestProcess.built("songngu")
    let library = "\(trial.scratch.path)/modules/faults/libFaultsPlugin.so"
    var bytes = try Data(contentsOf: URL(fileURLWithPath: library))
    bytes.append(0)
    try FileManager.default.removeItem(atPath: library)
    try bytes.write(to: URL(fileURLWithPath: library))
    do {
      try await runner.run(trial.inputs) { _ in }
      Issue.record("the run went on")
    } catch let failure as WorkerFailure {
      #expect(failure.description.contains("changed since the run began"), "\(failure)")
    }
  }
}
