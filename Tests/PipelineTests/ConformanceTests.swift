import Pipeline
import StageKit
import TestSupport
import Testing

/// The check of a contract finds each kind of breach, by a real module that commits it.
struct ConformanceTests {
  private func failures(_ module: CommandModule, seconds: Int = 60) throws -> [String: String] {
    var failures: [String: String] = [:]
    Conformance(try module.loaded(), seconds: seconds, largest: 100_000) { check in
      if case .failed(let reason) = check.verdict { failures[check.rule] = reason }
    }.run()
    return failures
  }

  /// A module that checks its options as it should.
  private func module(
    hello: String = "pass", process: String = "result([])", close: String = "break"
  ) throws -> CommandModule {
    try CommandModule(
      hello: hello,
      open: "answer({'type': 'refused', 'reason': 'Unknown option.'} if q['options'] else {'type': 'opened'})",
      process: process, close: close)
  }

  @Test func moduleThatKeepsTheContractPassesEveryRule() throws {
    var rules: [String] = []
    let module = try module(process: "result([mark(n, n + 1) for n in range(0, len(text), 1000)])")
    Conformance(try module.loaded()) { check in
      #expect(check.verdict == .passed, "\(check.rule)")
      rules.append(check.rule)
    }.run()
    #expect(rules.count == 15)
    #expect(rules.contains("takes a document of 5 MB") && rules.contains("takes text in NFD"))
  }

  @Test func optionThatIsNotRefused() throws {
    let failures = try failures(
      CommandModule(
        hello: """
          STAGE["options"] = [{"name": "least", "summary": "L.", "type": "integer", "default": 2, "minimum": 1,
                    "maximum": 9}]
          """))
    #expect(
      failures == [
        "refuses options with a reason":
          "It accepts least = no such value; expected the answer “refused” with a reason."
      ])
  }

  @Test func undeclaredLayer() throws {
    let failures = try failures(module(process: "result([mark(0, 0, layer='entity')])"))
    #expect(
      failures["writes declared layers only"]?.contains("in layer “entity”, but declares to write only marks") == true)
    #expect(failures["keeps edits in order"] == nil)
  }

  @Test func editsOutOfOrder() throws {
    let edit = "{'range': [0, min(1, len(text))], 'replacement': 'x', 'reason': 'r'}"
    let failures = try failures(
      module(
        hello: "STAGE['kind'] = 'editor'; STAGE['writes'] = []",
        process: "answer({'type': 'result', 'id': q['id'], 'edits': [\(edit), \(edit)]})"))
    #expect(failures["keeps edits in order"]?.contains("where the edit before it ends") == true)
    #expect(failures["writes declared layers only"] == nil)
  }

  @Test func rangeInsideACharacter() throws {
    let failures = try failures(
      module(hello: "HELLO['offsets'] = 'byte'", process: "result([mark(0, len(text) and 1)])"))
    // Every other text begins with ASCII.
    #expect(Set(failures.keys) == ["takes emoji"])
    #expect(failures["takes emoji"]?.contains("starts or ends inside a character") == true)
  }

  @Test func resultThatChanges() throws {
    let failures = try failures(module(process: "result([], metadata={'time': time.time_ns()})"))
    #expect(
      failures == ["gives the same result again": "For an empty document it gave another result the second time."])
  }

  @Test func resultThatDependsOnTheProcess() throws {
    let failures = try failures(module(process: "result([], metadata={'pid': os.getpid()})"))
    #expect(
      failures == [
        "gives the same result again": "For an empty document it gave another result when it was started anew."
      ])
  }

  @Test func textThatItDoesNotTake() throws {
    let failures = try failures(
      module(
        process:
          "result([]) if len(text) < 80000 else answer({'type': 'failed', 'id': q['id'], 'reason': 'Too long.'})"))
    #expect(failures == ["takes a document of 100 kB": "module “test”, stage “marks”: Too long."])
  }

  @Test func stageThatHangs() throws {
    let failures = try failures(module(process: "result([]) if text else time.sleep(600)"), seconds: 1)
    #expect(failures["takes an empty document"] == "It was not ready after 1 seconds.")
  }

  @Test func moduleThatStays() throws {
    var module = try module(close: "time.sleep(600)")
    module.limits.closeSeconds = 0
    let failures = try failures(module)
    #expect(failures == ["ends when told": "It was still there some seconds after “close”, and was killed."])
  }

  @Test func moduleThatEndsBadly() throws {
    let failures = try failures(module(close: "sys.exit(7)"))
    #expect(failures == ["ends when told": "After “close” it ended with exit status 7; expected exit status 0."])
  }
}
