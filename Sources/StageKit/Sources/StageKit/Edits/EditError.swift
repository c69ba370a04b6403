/// Why an edit list cannot be applied.
///
/// Every offset is a byte offset of the text before the edits.
public enum EditError: Error, Equatable, Sendable {
  case outOfOrder(TextRange, previousEnd: Int)
  case outsideText(TextRange, length: Int)
  case splitsScalar(TextRange)
  case replacementNotUTF8(TextRange)
  case textTooLong(bytes: Int)
}

extension EditError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .outOfOrder(let range, let previousEnd):
      "the edit at bytes \(range) starts before byte \(previousEnd), where the edit before it ends; "
        + "edits must be sorted and must not overlap"
    case .outsideText(let range, let length):
      "the edit at bytes \(range) reaches outside the text, which has \(length) bytes"
    case .splitsScalar(let range):
      "the edit at bytes \(range) starts or ends inside a character"
    case .replacementNotUTF8(let range):
      "the replacement for bytes \(range) is not valid UTF-8"
    case .textTooLong(let bytes):
      "the text would have \(bytes) bytes; the most that is supported is \(EditList.maximumTextLength)"
    }
  }
}
