/// How a stage broke its contract.
///
/// The host refuses all of what the stage returned, and the document stays as it was.
public enum ContractViolation: Error, Equatable, Sendable {
  case edits(EditError)
  case undeclaredLayer(Layer, declared: [Layer])
  case outsideText(String, TextRange, length: Int)
  case splitsScalar(String, TextRange)
  case unknownTarget(Int)
  case badScore(String, Double)
  case namelessConcept
}

extension ContractViolation: CustomStringConvertible {
  public var description: String {
    switch self {
    case .edits(let error): error.description
    case .undeclaredLayer(let layer, let declared):
      "it returned an annotation in layer “\(layer)”, but declares to write only "
        + (declared.isEmpty ? "none" : declared.map(\.rawValue).joined(separator: ", "))
    case .outsideText(let what, let range, let length):
      "the \(what) at bytes \(range) reaches outside the text, which has \(length) bytes"
    case .splitsScalar(let what, let range): "the \(what) at bytes \(range) starts or ends inside a character"
    case .badScore(let what, let score): "the \(what) has the score \(score); expected 0 to 1"
    case .namelessConcept: "it returned a concept without an identifier"
    case .unknownTarget(let id): "it returned an annotation about annotation \(id), which does not exist"
    }
  }
}
