import Foundation
import StageKit
import TestSupport
import Testing

@testable import Run

/// `songngu worker --jsonl`, with real processes behind it.
struct LineServiceTests {
  /// The answers to some lines.
  private func answers(_ trial: FaultTrial, _ lines: String, workers: Int = 2) throws -> [[String: Any]] {
    let asked = try trial.scratch.write("asked.jsonl", lines)
    let answered = try trial.scratch.write("answered.jsonl", "")
    var service = try LineService(trial.pipeline, lexicon: nil, workers: workers, recycle: 1000) { _ in }
    service.settings.executable = try TestProcess.built("songngu")
    let input = open(asked, O_RDONLY)
    let output = open(answered, O_WRONLY)
    defer {
      close(input)
      close(output)
    }
    let isSuccess = try service.run(input: input, output: output, isInterrupted: { false })
    let answers = try String(contentsOfFile: answered, encoding: .utf8).split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any], "\($0)")
    }
    let outcomes = answers.compactMap { Outcome(rawValue: $0["outcome"] as? String ?? "") }
    #expect(isSuccess == outcomes.allSatisfy(\.isSuccess))
    return answers
  }

  @Test func everyLineHasOneAnswerInOrderFaultsIncluded() throws {
    let trial = try FaultTrial("trap", sleep: 20)
    var lines = ""
    for (number, input) in trial.inputs.enumerated() { lines += "{\"id\":\(number),\"path\":\"\(input.uri)\"}\n" }
    let answers = try answers(trial, lines)
    #expect(answers.compactMap { $0["input"] as? Int } == Array(0..<9))
    let expected = (0..<9).map { number in
      FaultTrial.isHarmless(number) || number == FaultTrial.number(of: .writer)
        ? "ok" : number == FaultTrial.number(of: .reader) ? "crash" : "partial"
    }
    #expect(answers.compactMap { $0["outcome"] as? String } == expected)
  }

  @Test func contentMayStandInTheLine() throws {
    let trial = try FaultTrial("nothing")
    let answers = try answers(
      trial,
      """
      {"id":"a","text":"Hà Nội"}
      {"base64":"SMOgIE7hu5lp","id":"b"}

      {"id":"c","text":""}
      """)
    #expect(answers.map { $0["text"] as? String } == ["Hà Nội", "Hà Nội", ""])
    #expect(answers.map { ($0["source"] as? [String: Any])?["uri"] as? String } == ["a", "b", "c"])
  }

  @Test(arguments: [
    "17", "1.0", "null", "\"x\\u0041 y\"", "12345678901234567890123", "{\"id\": [1, \"}\"]}", "[]", "-0", "true",
  ])
  func idComesBackAsItWasWritten(id: String) {
    #expect(
      String(decoding: RequestLine(Array("{\"text\":\"\\\"id\\\":9\", \"id\" : \(id) }".utf8)).id, as: UTF8.self) == id)
    #expect(String(decoding: RequestLine(Array("{\"id\":\(id),\"text\":\"x\"}".utf8)).id, as: UTF8.self) == id)
  }

  @Test func lineThatCannotBeUnderstoodSaysWhy() throws {
    let trial = try FaultTrial("nothing")
    let answers = try answers(
      trial,
      """
      {"id":1,"text":"good"}
      {"id":2
      []
      {"id":3}
      {"id":4,"text":"x","path":"y"}
      {"id":5,"base64":"?"}
      {"id":6,"txt":"x"}
      {"id":7,"path":"/no/such/file"}
      {"id":8,"text":"good"}
      """)
    #expect(answers.compactMap { $0["outcome"] as? String } == ["ok"] + Array(repeating: "rejected", count: 7) + ["ok"])
    #expect(answers.map { $0["input"] as? Int } == [1, nil, nil, 3, 4, 5, 6, 7, 8])
    #expect(answers[1...6].map { $0["line"] as? Int } == [2, 3, 4, 5, 6, 7])
    for answer in answers[1...7] {
      let message = ((answer["findings"] as? [[String: Any]])?.first?["message"] as? String) ?? ""
      #expect(message.count > 20, "\(answer)")
    }
  }
}
