import StageKit
import TestSupport
import Testing

@testable import Run

struct AttemptPlanTests {
  private func plan(_ stages: String?...) -> AttemptPlan {
    AttemptPlan(
      after: stages.map { Fault(.crash, stage: $0, "It crashed.") }, readers: ["reader"], writers: ["one", "two"])
  }

  @Test func firstFaultLeavesTheGuiltyOut() {
    #expect(plan() == .document(without: nil))
    #expect(plan("stage") == .document(without: "stage"))
    #expect(plan("one") == .document(without: "one"))
  }

  @Test func readerSecondFaultAndUnknownGuiltyGiveAReport() {
    #expect(plan("reader") == .report(without: []))
    #expect(plan(nil) == .report(without: []))
    #expect(plan("stage", "other") == .report(without: []))
    #expect(plan("stage", "reader") == .report(without: []))
    #expect(plan("one", "two") == .report(without: ["one", "two"]))
  }

  @Test func reportLosesAWriterForEachFaultAndThenEverything() {
    #expect(plan("reader", "one") == .report(without: ["one"]))
    #expect(plan("stage", "other", "one", "two") == .report(without: ["one", "two"]))
    #expect(plan("reader", nil) == .nothing)
    #expect(plan("reader", "one", "one") == .nothing)
    #expect(plan("stage", "other", "stage") == .nothing)
  }

  @Test func everyCourseEnds() {
    var random = SeededGenerator(seed: 3)
    let names: [String?] = [nil, "reader", "stage", "other", "one", "two"]
    for _ in 0..<1000 {
      var faults: [Fault] = []
      while AttemptPlan(after: faults, readers: ["reader"], writers: ["one", "two"]) != .nothing {
        faults.append(Fault(.timeout, stage: names.randomElement(using: &random) ?? nil, ""))
        guard faults.count < 10 else { break }
      }
      #expect(faults.count < 10)
    }
  }

  @Test func deliveryComesThroughAFrameAndRubbishIsNoticed() throws {
    var timings = StageTimings()
    timings.add("stage", .nanoseconds(17), bytes: 5)
    let delivery = Delivery(
      outcome: .partial, digest: "abc", stamp: FileStamp(size: 1, modified: 2, changed: 3, inode: .max),
      documents: [DocumentSummary(undelivered: .crash, firstError: "Hà Nội")],
      renderings: [
        [Rendering(appended: [1, 2], files: [OutputFile(path: "p", bytes: [3])], note: [4])], [Rendering()],
      ],
      timings: timings, failures: [Fault(.stageFailed, stage: nil, "x")], isReport: true)
    let frame = delivery.frame(number: 9, duration: .nanoseconds(12))
    let payload = Array(frame[FrameHead.size...])
    let head = try #require(frame[..<FrameHead.size].withUnsafeBytes { FrameHead($0) })
    #expect(payload.withUnsafeBytes { head.fits($0) })
    let again = try payload.withUnsafeBytes { bytes in
      var decoder = FrameDecoder(bytes)
      let number = try decoder.number()
      let duration = try decoder.duration()
      return try Delivery(&decoder).frame(number: UInt64(number), duration: duration)
    }
    #expect(again == frame)
    var random = SeededGenerator(seed: 4)
    for _ in 0..<2000 {
      var broken = payload
      let position = Int.random(in: 0..<broken.count, using: &random)
      broken[position] ^= UInt8.random(in: 1...255, using: &random)
      #expect(!broken.withUnsafeBytes { head.fits($0) })
      // Were the sum right by chance, decoding must still not reach outside.
      broken.withUnsafeBytes { bytes in
        var decoder = FrameDecoder(bytes)
        _ = try? decoder.number()
        _ = try? decoder.duration()
        _ = try? Delivery(&decoder)
      }
    }
  }
}
