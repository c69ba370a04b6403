import Foundation
import Glibc
import TestSupport
import Testing

/// A run that is stopped by force goes on with the same command, and nobody sees a difference in the output.
struct ResumeTests {
  /// Starts the program, kills it after a time, and says whether it was still at work.
  private func wasKilled(_ trial: LedgerTrial, output: String, after microseconds: UInt32) throws -> Bool {
    let process = Process()
    let command = try trial.command
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = command.dropFirst() + ["--quiet", "--output", output]
    process.currentDirectoryURL = trial.scratch.url
    try process.run()
    usleep(microseconds)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }

  @Test func killsAtRandomMomentsLoseAndDoubleNothing() throws {
    let trial = try LedgerTrial(documents: 60, size: 8_000)
    var random = SeededGenerator(seed: 3)
    #expect(try trial.run(["--output", "calm"]).status == 0)
    let expected = try trial.files("calm")
    var kills = 0
    var completions = 0
    while kills < 50 || completions < 3 {
      let output = "out\(completions)"
      if try wasKilled(trial, output: output, after: UInt32.random(in: 1_000...150_000, using: &random)) {
        kills += 1
        // The machine may be slow; the moments are what they are, but it must end.
        if kills % 60 > 0 { continue }
        #expect(try trial.run(["--output", output]).status == 0)
      }
      #expect(try trial.files(output) == expected, "after \(kills) kills")
      completions += 1
    }
    #expect(try trial.summary(["--output", "out0"])["unchanged"] as? Int == 60)
  }

  @Test func moveThatStopsHalfwayIsFinished() throws {
    let trial = try LedgerTrial()
    #expect(try trial.run().status == 0)
    try trial.write(30)
    // A folder that is not empty cannot be replaced by a file.
    let obstacle = "\(trial.scratch.path)/out/entities.csv"
    try FileManager.default.removeItem(atPath: obstacle)
    try trial.scratch.write("out/entities.csv/x", "x")
    let result = try trial.run()
    #expect(result.status == 2)
    #expect(result.errors.contains("out/entities.csv: The finished file cannot be moved"), "\(result.errors)")
    try FileManager.default.removeItem(atPath: obstacle)
    #expect(try trial.run().status == 0)
    try trial.expectSameAsFresh()
  }

  @Test(arguments: [SIGINT, SIGTERM]) func interruptedRunSaysSoAndGoesOn(signal: Int32) throws {
    let trial = try LedgerTrial(documents: 300, size: 20_000)
    let process = Process()
    let command = try trial.command
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = command.dropFirst() + ["--workers", "1"]
    process.currentDirectoryURL = trial.scratch.url
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    // Once it writes, it is at work.
    let sign = "\(trial.scratch.path)/out/.songngu/staging/files/pages"
    while process.isRunning, !FileManager.default.fileExists(atPath: sign) { usleep(1000) }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    let message = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(process.terminationReason == .exit && process.terminationStatus == 130, "\(message)")
    #expect(message.contains("The same command goes on from there."), "\(message)")
    #expect(try trial.files().isEmpty)
    let again = try trial.run()
    #expect(again.status == 0 && again.errors.contains("Going on behind input"), "\(again.errors)")
    try trial.expectSameAsFresh()
  }

  @Test func fullDiskKeepsTheOldOutputAndTheNextRunGoesOn() throws {
    let trial = try LedgerTrial(documents: 30, size: 20_000)
    #expect(try trial.run(["--input", "in/0001.txt"]).status == 0)
    let before = try trial.files()
    // A limit on the size of files fails a write as a full disk does.
    let result = try trial.run(prefix: ["prlimit", "--fsize=400000"])
    #expect(result.status == 2)
    #expect(!result.wasKilled)
    #expect(result.errors.contains("cannot be written"), "\(result.errors)")
    #expect(try trial.files() == before)
    #expect(try trial.run().status == 0)
    try trial.expectSameAsFresh()
  }

  @Test func realFullDiskLosesNothing() throws {
    let trial = try LedgerTrial(documents: 30, size: 20_000)
    let disk = "\(trial.scratch.path)/disk"
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    // Only root may mount; for others the limit above stands in.
    guard try TestProcess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk]).status == 0 else { return }
    defer { _ = try? TestProcess.run(["umount", "-l", disk]) }
    let result = try trial.run(["--output", "disk/out"])
    #expect(result.status == 2, "\(result.errors)")
    #expect(result.errors.contains("Free some space"), "\(result.errors)")
    #expect(try trial.files("disk/out").isEmpty)
    #expect(try TestProcess.run(["mount", "-o", "remount,size=100m", disk]).status == 0)
    let again = try trial.run(["--output", "disk/out"])
    #expect(again.status == 0, "\(again.errors)")
    try trial.expectSameAsFresh("disk/out")
  }

  @Test func inputsThatChangeBetweenKillAndResumeAreDoneAgain() throws {
    let trial = try LedgerTrial(documents: 40, size: 20_000)
    let result = try trial.run(prefix: ["prlimit", "--fsize=900000"])
    #expect(result.status == 2)
    #expect(try trial.files().isEmpty, "a first run leaves nothing under a final name")
    try trial.write(5, "Something else")
    try FileManager.default.removeItem(atPath: "\(trial.scratch.path)/in/0010.txt")
    #expect(try trial.run().status == 0)
    try trial.expectSameAsFresh()
  }
}
