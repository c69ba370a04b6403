/// One thing a module offers, made ready with its options.
public enum Stage: Sendable {
  case reader(any Reader)
  case editor(any Editor)
  case annotator(any Annotator)
  case writer(any Writer)
}
