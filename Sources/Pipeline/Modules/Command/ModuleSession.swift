import ChildProcess
import StageKit

/// One process of a command module, from hello to close.
///
/// After a fault it is of no more use: its owner drops it, and the process with it. One thread at a time.
final class ModuleSession {
  private let command: ModuleCommand
  private let channel: LineChannel
  private var documents = 0
  let hello: Hello

  /// Starts the process and greets it.
  ///
  /// - Throws: ``ModuleFault``, or what `check` throws.
  init(_ command: ModuleCommand, check: () throws -> Void) throws {
    self.command = command
    ChildProcess.ignoreBrokenPipes()
    let child: ChildProcess
    do {
      child = try ChildProcess(
        executable: command.executable, arguments: command.arguments, folder: command.folder)
    } catch {
      throw ModuleFault.cannotStart("\(error)")
    }
    channel = LineChannel(child, log: command.log)
    let asked = Exchange(channel, "hello", limit: command.limits.answerBytes, seconds: command.limits.helloSeconds)
    let (answer, line) = try asked.answer(to: Hello.question, expecting: ["hello"], check)
    hello = try asked.judged { try Hello(answer, line: line) }
  }

  /// - Throws: ``ModuleFault/refused(_:)`` if the stage does not want the options, or another ``ModuleFault``.
  func open(_ stage: String, options: [Value.Member], lexicon: String?, check: () throws -> Void) throws {
    let asked = Exchange(channel, "open", limit: command.limits.answerBytes, seconds: command.limits.openSeconds)
    let question = Questions.open(stage, options: options, lexicon: lexicon)
    let (answer, _) = try asked.answer(to: question, expecting: ["opened", "refused"], check)
    try asked.judged {
      let isRefusal = answer["type"]?.string == "refused"
      let fields = try MessageFields(
        answer, isRefusal ? "refused" : "opened", known: isRefusal ? ["type", "reason"] : ["type"])
      if isRefusal { throw ModuleFault.refused(try fields.word("reason")) }
    }
  }

  /// - Throws: ``ModuleFault``, what `check` throws, or `EditError` for edits out of order.
  func process(_ document: Document, _ stage: StageDescription, check: () throws -> Void) throws -> ResultMessage {
    documents += 1
    let offsets = OffsetConverter(document.text, hello.unit)
    let asked = Exchange(channel, "process", limit: command.limits.answerBytes + 64 * document.text.count)
    let question = Questions.process(document, id: documents, layers: stage.reads, offsets)
    let (answer, _) = try asked.answer(to: question, expecting: ["result", "failed"], check)
    return try asked.judged { try ResultMessage(answer, id: documents, kind: stage.kind, offsets) }
  }

  /// Lets the process end by itself, within some seconds; `nil` if it had to be killed.
  @discardableResult
  func close() -> ChildEnd.Cause? { channel.finish(Questions.close, within: .seconds(command.limits.closeSeconds)) }

  /// Ends the process at once.
  func stop() { channel.stop() }
}

/// One question and its answer, with words for what may go wrong on the way.
private struct Exchange {
  let channel: LineChannel
  let name: String
  let limit: Int
  /// `nil` if only the caller's own check bounds the time.
  let seconds: Int?

  init(_ channel: LineChannel, _ name: String, limit: Int, seconds: Int? = nil) {
    self.channel = channel
    self.name = name
    self.limit = limit
    self.seconds = seconds
  }

  func answer(to question: [UInt8], expecting types: [String], _ check: () throws -> Void) throws -> (Value, [UInt8]) {
    let line: [UInt8]
    let deadline = seconds.map { ContinuousClock.now + .seconds($0) }
    do {
      line = try channel.exchange(question, longestAnswer: limit) {
        try check()
        if let deadline, let seconds, ContinuousClock.now > deadline {
          throw ModuleFault.silent(question: name, seconds: seconds)
        }
      }
    } catch let fault as LineChannel.Fault {
      throw translated(fault)
    }
    let answer: Value
    do {
      answer = try JSONReader.read(line)
    } catch let fault as JSONReader.Fault {
      throw ModuleFault.notJSON(
        question: name, position: fault.position, problem: fault.problem, beginning: Self.beginning(line))
    }
    guard let type = answer["type"]?.string, types.contains(type) else {
      let found = answer["type"]?.string.map { "“\($0.prefix(60))”" } ?? "no type"
      throw ModuleFault.badAnswer(
        question: name,
        problem: "it has \(found); expected the type " + types.map { "“\($0)”" }.joined(separator: " or "))
    }
    return (answer, line)
  }

  /// Gives what is wrong with an answer the name of the question.
  func judged<Content>(_ judge: () throws -> Content) throws -> Content {
    do {
      return try judge()
    } catch let problem as MessageFields.Problem {
      throw ModuleFault.badAnswer(question: name, problem: problem.text)
    }
  }

  private func translated(_ fault: LineChannel.Fault) -> ModuleFault {
    switch fault {
    case .ended(let cause): .ended(question: name, cause, lastWords: String(channel.lastWords.prefix(200)))
    case .closedOutput: .closedOutput(question: name)
    case .answerTooLong(let limit): .answerTooLong(question: name, limit: limit)
    case .answeredEarly: .answeredEarly(question: name)
    case .spokeUnasked(let bytes): .spokeUnasked(Self.beginning(bytes))
    }
  }

  private static func beginning(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes.prefix(60), as: UTF8.self).split(separator: "\n").first ?? ""
    return bytes.count > 60 ? text + "…" : String(text)
  }
}
