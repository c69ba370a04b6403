import Foundation
import TestSupport
import Testing

/// Runs whose stage in another process fails on some documents: each costs its own work on that document only.
struct CommandFaultTests {
  private static let program = """
    import json, os, sys, time

    STAGE = {"id": "faulty", "kind": "annotator", "summary": "Fails on demand.", "writes": ["faulty"]}
    for line in sys.stdin:
        question = json.loads(line)
        if question["type"] == "hello":
            answer = {"type": "hello", "protocol": "songngu.module/1", "module": "faulty", "version": "0.1.0",
                      "offsets": "scalar", "stages": [STAGE]}
        elif question["type"] == "open":
            answer = {"type": "opened"}
        elif question["type"] == "close":
            break
        else:
            text = question["document"]["text"]
            if "crash" in text:
                print("no memory for the model", file=sys.stderr)
                os.abort()
            if "hang" in text:
                time.sleep(3600)
            if "rubbish" in text:
                print("core dumped")
            answer = {"type": "result", "id": question["id"],
                      "annotations": [{"layer": "faulty", "type": "all", "range": [0, len(text)], "rule": "faulty.all"}]}
        print(json.dumps(answer), flush=True)

    """

  @Test(arguments: [1, 3]) func faultsNameTheStageAndCostNoOtherDocument(workers: Int) throws {
    let scratch = try ScratchFolder()
    try scratch.write(
      "m/plugin.yaml", "module: faulty\nversion: 0.1.0\ncommand: [python3, faulty.py]\nstages: [faulty]\n")
    try scratch.write("m/faulty.py", Self.program)
    for name in ["a", "b-crash", "c", "d-hang", "e", "f-rubbish", "g"] {
      try scratch.write("in/\(name).txt", "The word is \(name) here.\n")
    }
    try scratch.write(
      "p.yaml",
      "pipeline: p\ninput: { paths: [in] }\nstages: [faulty]\noutput: [json-lines]\nlimits: { seconds: 10 }\n")
    let ran = try TestProcess.run(
      [TestProcess.built("songngu"), "run", "p.yaml", "--modules", "m", "--workers", "\(workers)"], in: scratch.url)
    #expect(ran.status == 1, "\(ran.errors)")
    #expect(ran.errors.contains("module faulty: no memory for the model"))

    let output = try String(contentsOf: scratch.url.appendingPathComponent("out/documents.jsonl"), encoding: .utf8)
    var outcomes: [String: String] = [:]
    var messages: [String: String] = [:]
    for line in output.split(separator: "\n") {
      let document = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let source = try #require(document["source"] as? [String: Any])
      let name = try #require(source["uri"] as? String)
      outcomes[name] = document["outcome"] as? String
      let findings = try #require(document["findings"] as? [[String: Any]])
      messages[name] = findings.compactMap { $0["message"] as? String }.joined(separator: " ")
    }
    #expect(
      outcomes == [
        "in/a.txt": "ok", "in/b-crash.txt": "partial", "in/c.txt": "ok", "in/d-hang.txt": "partial", "in/e.txt": "ok",
        "in/f-rubbish.txt": "partial", "in/g.txt": "ok",
      ])
    #expect(messages["in/b-crash.txt"]?.contains("it ended with signal 6 (Aborted)") == true, "\(messages)")
    #expect(messages["in/d-hang.txt"]?.contains("“faulty” was at work when the time") == true, "\(messages)")
    #expect(messages["in/f-rubbish.txt"]?.contains("is not JSON") == true, "\(messages)")
  }
}
