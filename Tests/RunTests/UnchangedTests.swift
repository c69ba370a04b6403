import Foundation
import TestSupport
import Testing

/// The same command again: what is unchanged costs no work, and the output is that of a run from nothing.
struct UnchangedTests {
  private let trial: LedgerTrial

  init() throws {
    trial = try LedgerTrial()
    #expect(try trial.run().status == 0)
  }

  private func unchanged(_ arguments: [String] = []) throws -> Int? {
    try trial.summary(arguments)["unchanged"] as? Int
  }

  private func stamp(_ name: String) throws -> Date? {
    try FileManager.default.attributesOfItem(atPath: "\(trial.scratch.path)/\(name)")[.modificationDate] as? Date
  }

  @Test func finishedRunHasNothingToDoAndWritesNothing() throws {
    let before = try stamp("out/documents.jsonl")
    let summary = try trial.summary()
    #expect(summary["unchanged"] as? Int == 20)
    #expect(summary["documents"] as? Int == 20)
    #expect(try stamp("out/documents.jsonl") == before)
  }

  @Test func changedNewAndRemovedInputsLeaveTheRestAlone() throws {
    try trial.write(3, "Another text altogether,")
    try trial.write(11, "R")
    try trial.write(40)
    try FileManager.default.removeItem(atPath: "\(trial.scratch.path)/in/0007.txt")
    try FileManager.default.removeItem(atPath: "\(trial.scratch.path)/in/0000.txt")
    #expect(try unchanged() == 16)
    try trial.expectSameAsFresh()
    #expect(try unchanged() == 19)
  }

  @Test func inputThatMovedInTheOrderIsUnchanged() throws {
    for path in ["in/0019.txt", "in/0003.txt"] { try trial.scratch.write("list/\(path)", "") }
    let order = ["--input", "in/0019.txt", "--input", "in/0003.txt", "--input", "in/0004.txt"]
    #expect(try unchanged(order) == 3)
    let before = try trial.files()
    #expect(try trial.run(["--force"] + order).status == 0)
    #expect(try trial.files() == before)
  }

  @Test func touchedFileIsReadAndFoundUnchanged() throws {
    let path = "\(trial.scratch.path)/in/0005.txt"
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1e9)], ofItemAtPath: path)
    #expect(try unchanged() == 20)
  }

  @Test func sameSizeAndTimeDoNotHideAChange() throws {
    let path = "\(trial.scratch.path)/in/0005.txt"
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try trial.scratch.write("in/0005.txt", text.replacingOccurrences(of: "Report", with: "Letter"))
    try FileManager.default.setAttributes(
      [.modificationDate: try #require(attributes[.modificationDate])], ofItemAtPath: path)
    #expect(try unchanged() == 19)
    try trial.expectSameAsFresh()
  }

  @Test func otherOptionsChangeEverything() throws {
    try trial.scratch.write("p.yaml", LedgerTrial.pipeline("test", stages: "[language]"))
    #expect(try unchanged() == 0)
    try trial.expectSameAsFresh()
  }

  @Test func forceDoesEverythingAgain() throws { #expect(try unchanged(["--force"]) == 0) }

  @Test func pageThatWasRemovedIsMadeAgain() throws {
    let pages = try trial.files().keys.filter {
      $0.hasPrefix("pages/") && $0.count == "pages/0123456789abcdef.html".count
    }
    let page = try #require(pages.first)
    try FileManager.default.removeItem(atPath: "\(trial.scratch.path)/out/\(page)")
    let result = try trial.run()
    #expect(result.errors.contains("Files of 1 inputs were changed or removed"), "\(result.errors)")
    try trial.expectSameAsFresh()
  }

  @Test func outputThatWasAlteredIsMadeAgain() throws {
    try trial.scratch.write("out/documents.jsonl", "my notes")
    let result = try trial.run()
    #expect(result.errors.contains("out/documents.jsonl: The file was changed or removed"), "\(result.errors)")
    try trial.expectSameAsFresh()
  }

  @Test func failureStaysAFailureUntilRetried() throws {
    try trial.scratch.write("in/0002.txt", [0x7F, 0x45, 0x4C, 0x46] + [UInt8](repeating: 0, count: 100))
    #expect(try trial.run().status == 1)
    let again = try trial.run()
    #expect(again.status == 1)
    #expect(again.output.contains("unchanged"), "\(again.output)")
    #expect(try unchanged() == 20)
    let quarantine = String(decoding: try #require(try trial.files()["quarantine.csv"]), as: UTF8.self)
    #expect(quarantine.contains("in/0002.txt,rejected,,1,"), "\(quarantine)")
    #expect(quarantine.contains("songngu run p.yaml --input in/0002.txt"), "\(quarantine)")
    #expect(try unchanged(["--retry"]) == 19)
    try trial.expectSameAsFresh()
  }

  @Test func inputThatCannotBeReadIsUnchangedToo() throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(trial.scratch.path)/in/0001a.txt", withDestinationPath: "/no/such/file")
    #expect(try trial.run().status == 1)
    #expect(try unchanged() == 21)
    try FileManager.default.removeItem(atPath: "\(trial.scratch.path)/in/0001a.txt")
    try trial.scratch.write("in/0001a.txt", "Now it is there.")
    #expect(try unchanged() == 20)
    try trial.expectSameAsFresh()
  }
}
