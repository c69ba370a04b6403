import ChildProcess
import Foundation
import Pipeline
import StageKit
import TestSupport
import Testing

/// Every refusal of a command module, by a real program that is broken in that way.
struct CommandRefusalTests {
  private func fault(_ hello: String) throws -> ModuleFault {
    let reason = try CommandModule(hello: hello).reason()
    guard case .commandFault(let fault) = reason else {
      Issue.record("refused as \(reason)")
      return .changed
    }
    return fault
  }

  @Test func moduleThatAnswersIsLoadedWithItsDescriptions() throws {
    let module = try CommandModule(
      hello: """
        STAGE["options"] = [
                  {"name": "least", "summary": "Least.", "type": "integer", "default": 2, "minimum": 1, "maximum": 9},
                  {"name": "kinds", "summary": "Kinds.", "type": "choices", "default": ["a"], "values": ["a", "b"]}]
        """
    ).loaded()
    let stage = try #require(module.descriptions.first)
    #expect(stage.id == "marks" && stage.kind == .annotator && stage.summary == "Marks words.")
    #expect(stage.reads == [.sentence] && stage.writes.map(\.rawValue) == ["marks"])
    #expect(stage.options.map(\.type) == [.integer(1...9), .choices(["a", "b"])])
    #expect(stage.options.map(\.defaultValue) == [2, ["a"]])
  }

  @Test func programThatSaysNothingIsRefusedInTime() throws {
    var module = try CommandModule(hello: "time.sleep(600)")
    module.limits.helloSeconds = 1
    #expect(try module.reason() == .commandFault(.silent(question: "hello", seconds: 1)))
  }

  @Test func programThatEndsIsRefusedWithItsStatusAndLastWords() throws {
    #expect(
      try fault("print('no such model', file=sys.stderr); sys.exit(3)")
        == .ended(question: "hello", .exit(status: 3), lastWords: "no such model"))
    #expect(
      try fault("os.kill(os.getpid(), signal.SIGSEGV)") == .ended(question: "hello", .signal(SIGSEGV), lastWords: ""))
  }

  @Test func programThatClosesItsOutputAndStaysIsRefused() throws {
    #expect(try fault("os.close(1); time.sleep(600)") == .closedOutput(question: "hello"))
  }

  @Test func rubbishIsRefusedWithItsBeginning() throws {
    #expect(
      try fault("print('Welcome to the module!', flush=True)")
        == .notJSON(
          question: "hello", position: 0, problem: "this begins no JSON value", beginning: "Welcome to the module!"))
    #expect(
      try fault("sys.stdout.buffer.write(b'{\"type\": \"\\xff\"}\\n'); sys.stdout.flush()")
        == .notJSON(
          question: "hello", position: 10, problem: "this is not UTF-8", beginning: "{\"type\": \"\u{FFFD}\"}"))
    #expect("\(try fault("print('[' * 100000, flush=True)"))".contains("nested more than 64 levels deep at byte 64"))
  }

  @Test func answerWithoutEndIsCutOff() throws {
    var module = try CommandModule(hello: "\n        while True: sys.stdout.write('x' * 65536)")
    module.limits.answerBytes = 1 << 20
    #expect(try module.reason() == .commandFault(.answerTooLong(question: "hello", limit: 1 << 20)))
  }

  @Test func otherProtocolIsRefused() throws {
    #expect(
      try fault("HELLO['protocol'] = 'songngu.module/2'")
        == .otherProtocol(expected: "songngu.module/1", found: "songngu.module/2"))
  }

  @Test(arguments: [
    ("HELLO['stage'] = HELLO.pop('stages')", "the hello has no member “stage”. Did you mean “stages”?"),
    ("HELLO['type'] = 'hullo'", "it has “hullo”; expected the type “hello”"),
    ("del HELLO['version']", "the hello needs the member “version”, a string that is not empty"),
    ("HELLO['offsets'] = 'lines'", "the hello has a “offsets” that is not one of: byte, scalar, utf16"),
    ("STAGE['kind'] = 'reader'", "the stage 0 (“marks”) is a reader; the protocol covers editors and annotators"),
    ("STAGE['kind'] = 'cook'", "the stage 0 has a “kind” that is not one of: editor, annotator"),
    ("STAGE['id'] = 'Marks!'", "the stage 0 has a “id” that is not an identifier"),
    ("STAGE['reads'] = [1]", "the stage 0 has a “reads” that is not a list of strings"),
    ("STAGE['options'] = [{'name': 'a', 'summary': 'A.', 'type': 'integer', 'default': 1}]", "needs a “minimum”"),
    ("STAGE['options'] = [{'name': 'a', 'summary': 'A.', 'type': 'date', 'default': 1}]", "has the type “date”"),
    (
      "STAGE['options'] = [{'name': 'a', 'summary': 'A.', 'type': 'choice', 'values': ['x'], 'default': 'y'}]",
      "the option 0 has a “default” that is not a value of the option's type"
    ),
    (
      "STAGE['options'] = 2 * [{'name': 'a', 'summary': 'A.', 'type': 'string', 'default': ''}]",
      "two options of one name"
    ),
  ])
  func descriptionThatBreaksTheProtocolIsRefused(hello: String, words: String) throws {
    let fault = try fault(hello)
    guard case .badAnswer("hello", let problem) = fault else {
      Issue.record("refused as \(fault)")
      return
    }
    #expect(problem.contains(words), "\(problem)")
  }

  @Test func manifestAndModuleMustAgree() throws {
    #expect(
      try CommandModule(hello: "HELLO['module'] = 'other'").reason() == .otherName(manifest: "test", found: "other"))
    #expect(
      try CommandModule(hello: "HELLO['version'] = '2'").reason() == .otherVersion(manifest: "1.0", found: "2"))
    #expect(
      try CommandModule(hello: "STAGE['id'] = 'other'").reason()
        == .otherStages(manifest: ["marks"], found: ["other"]))
  }

  @Test(arguments: [
    ("command: [python3]\nlibrary: a.so\n", "not both"),
    ("", "needs a “library” or a “command”"),
    ("command: python3 main.py\n", "expected a list of program and arguments"),
    ("command: []\n", "expected a list of program and arguments"),
    ("command: [python3, [main.py]]\n", "An item of “command” is a list"),
  ])
  func commandThatIsNoneIsRefusedWithThePlace(command: String, words: String) throws {
    let module = try CommandModule(manifest: "module: test\nversion: 1.0\nstages: [marks]\n" + command)
    let reason = try module.reason()
    guard case .unreadableManifest(let text) = reason else {
      Issue.record("refused as \(reason)")
      return
    }
    #expect(text.contains(words) && text.contains("plugin.yaml"))
  }

  @Test(arguments: ["no-such-program", "./no-such-program", "main.py"])
  func programThatIsMissingIsRefused(name: String) throws {
    let module = try CommandModule(
      manifest: "module: test\nversion: 1.0\ncommand: [\(name)]\nstages: [marks]\n")
    #expect(try module.reason() == .missingProgram(name, besideManifest: "\(module.scratch.path)/test/\(name)"))
  }

  @Test func programBesideTheManifestComesBeforePATH() throws {
    let module = try CommandModule(manifest: "module: test\nversion: 1.0\ncommand: [ls]\nstages: [marks]\n")
    let script = try module.scratch.write("test/ls", "#!/bin/sh\nexec python3 main.py\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    #expect(try module.loaded().program == script)
  }

  @Test(arguments: ["plugin.yaml", "main.py", "words/list.txt"])
  func fileThatEverybodyMayWriteIsRefused(name: String) throws {
    let module = try CommandModule()
    try module.scratch.write("test/words/list.txt", "a\n")
    let file = "\(module.scratch.path)/test/\(name)"
    try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: file)
    #expect(try module.reason() == .worldWritable)
    #expect(module.registry().refusals.map(\.file) == [file])
  }

  @Test func digestChangesWithEveryFileButHiddenOnes() throws {
    let module = try CommandModule()
    let before = try module.loaded().digest
    try module.scratch.write("test/.cache", "x")
    try module.scratch.write("test/__pycache__/main.pyc", "x")
    #expect(try module.loaded().digest == before)
    try module.scratch.write("test/words/list.txt", "a\n")
    let after = try module.loaded().digest
    #expect(after != before && after.hasPrefix("sha256:"))
    try module.scratch.write("test/words/list.txt", "b\n")
    #expect(try module.loaded().digest != after)
  }

  @Test func refusalNamesFileReasonAndRemedy() throws {
    let module = try CommandModule(hello: "sys.exit(3)")
    let refusal = try #require(module.registry().refusals.first)
    #expect(
      refusal.description.hasSuffix(
        ": The command cannot be used: it ended with exit status 3 instead of answering “hello” and wrote nothing to "
          + "standard error. Run it by hand to see more; docs/module-protocol.md has what it must answer."))
  }
}
