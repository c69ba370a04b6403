import Foundation
import Glibc
import TestSupport
import Testing

/// Output folders that a run must not, or cannot, go on with.
struct LedgerRefusalTests {
  private let trial: LedgerTrial

  init() throws {
    trial = try LedgerTrial(documents: 3)
    #expect(try trial.run().status == 0)
  }

  private var ledger: String { "\(trial.scratch.path)/out/.songngu/ledger.sqlite" }

  private func patch(_ offset: Int, _ bytes: [UInt8]) throws {
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: ledger))
    try handle.seek(toOffset: UInt64(offset))
    try handle.write(contentsOf: Data(bytes))
    try handle.close()
  }

  private func expectRefusal(_ parts: [String], thenRebuild: Bool = true) throws {
    let before = try trial.files()
    let result = try trial.run()
    #expect(result.status == 2)
    for part in parts { #expect(result.errors.contains(part), "\(result.errors)") }
    #expect(try trial.files() == before)
    if thenRebuild {
      #expect(try trial.run(["--rebuild"]).status == 0)
      try trial.expectSameAsFresh()
      #expect(try trial.summary()["unchanged"] as? Int == 3)
    }
  }

  @Test func folderOfAnotherPipelineIsRefusedWithBothNames() throws {
    try trial.scratch.write("p.yaml", LedgerTrial.pipeline("letters"))
    try expectRefusal(["“test” (p.yaml)", "“letters” (p.yaml)", "--output"], thenRebuild: false)
  }

  @Test func ledgerOfANewerVersionIsRefused() throws {
    // user_version stands at byte 60 of a database.
    try patch(60, [0, 0, 0, 9])
    try expectRefusal(["newer version", "its format is 9", "--rebuild"])
  }

  @Test(arguments: [0, 100]) func damagedLedgerIsNamedAndRebuilt(offset: Int) throws {
    try patch(offset, [UInt8](repeating: 0x58, count: 2000))
    try expectRefusal(["out/.songngu/ledger.sqlite: The ledger of earlier runs is damaged", "--rebuild"])
  }

  @Test func databaseOfAnotherProgramIsRefused() throws {
    // application_id stands at byte 68.
    try patch(68, [1, 2, 3, 4])
    try expectRefusal(["a database of another program"])
  }

  @Test func emptyLedgerIsANewOne() throws {
    try Data().write(to: URL(fileURLWithPath: ledger))
    #expect(try trial.summary()["unchanged"] as? Int == 0)
    try trial.expectSameAsFresh()
  }

  @Test func secondRunAtTheSameTimeIsRefusedWithTheNumberOfTheFirst() throws {
    let path = "\(trial.scratch.path)/out/.songngu/lock"
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    defer { close(descriptor) }
    try "4711\n".write(toFile: path, atomically: false, encoding: .utf8)
    let result = try trial.run()
    #expect(result.status == 2)
    #expect(result.errors.contains("process 4711"), "\(result.errors)")
  }
}
