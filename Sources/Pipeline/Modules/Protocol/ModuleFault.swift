public import ChildProcess

/// What went wrong between the host and the process of a command module.
public enum ModuleFault: Error, Sendable, Equatable {
  case cannotStart(String)
  case silent(question: String, seconds: Int)
  case ended(question: String, ChildEnd.Cause, lastWords: String)
  case closedOutput(question: String)
  case answerTooLong(question: String, limit: Int)
  case answeredEarly(question: String)
  case spokeUnasked(String)
  /// A line that is no JSON.
  case notJSON(question: String, position: Int, problem: String, beginning: String)
  /// A line that is JSON, but not what the protocol has here.
  case badAnswer(question: String, problem: String)
  case otherProtocol(expected: String, found: String)
  case changed
  /// The stage does not want these options.
  case refused(String)
  /// The stage could not do this document, in its own words.
  case failed(String)
}

extension ModuleFault: CustomStringConvertible {
  public var description: String {
    switch self {
    case .cannotStart(let problem): problem
    case .silent(let question, let seconds): "it did not answer “\(question)” within \(seconds) seconds"
    case .ended(let question, let cause, let words):
      "it ended with \(cause) instead of answering “\(question)”"
        + (words.isEmpty ? " and wrote nothing to standard error" : "; its last words were “\(words)”")
    case .closedOutput(let question): "it closed its standard output instead of answering “\(question)”"
    case .answerTooLong(let question, let limit):
      "its answer to “\(question)” is longer than \(limit) bytes, the most that is taken"
    case .answeredEarly(let question): "it answered “\(question)” before it had read the question to its end"
    case .spokeUnasked(let beginning):
      "it wrote to standard output without being asked: “\(beginning)”; messages for people belong to standard error"
    case .notJSON(let question, let position, let problem, let beginning):
      "its answer to “\(question)” is not JSON: \(problem) at byte \(position) of the line “\(beginning)”"
    case .badAnswer(let question, let problem): "its answer to “\(question)” breaks the protocol: \(problem)"
    case .otherProtocol(let expected, let found): "it speaks the protocol “\(found)”, expected “\(expected)”"
    case .changed: "it describes itself otherwise than when it was loaded; load the module again"
    case .refused(let reason): reason
    case .failed(let reason): reason
    }
  }
}

/// A fault with the names of those at fault, as it is thrown out of a stage.
struct NamedModuleFault: Error, CustomStringConvertible {
  let module: String
  let stage: String
  let fault: ModuleFault

  var description: String { "module “\(module)”, stage “\(stage)”: \(fault)" }
}
