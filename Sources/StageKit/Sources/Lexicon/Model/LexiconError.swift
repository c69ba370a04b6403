/// Why a lexicon cannot be built, written or opened.
public struct LexiconError: Error, Equatable, Sendable, CustomStringConvertible {
  public enum Code: String, Sendable {
    case cannotRead
    case cannotWrite
    case notALexicon
    case otherByteOrder
    case otherVersion
    case truncated
    case damaged
    case tooLarge
    case badInput
  }

  public let code: Code
  /// The lexicon file; empty for one in memory.
  public let file: String
  /// Full sentences: what is wrong and what to do.
  public let reason: String

  public init(_ code: Code, file: String, _ reason: String) {
    self.code = code
    self.file = file
    self.reason = reason
  }

  public var description: String { file.isEmpty ? reason : "\(file): \(reason)" }
}
