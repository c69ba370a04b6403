/// Builds an ``Alignment`` from left to right.
public struct AlignmentBuilder: Sendable {
  private var runs: [Alignment.Run] = []
  /// Length of the text so far, in bytes.
  public private(set) var textLength = 0

  public init() {}

  public var alignment: Alignment { Alignment(runs: runs, textLength: textLength) }

  /// The next bytes of the text are those of `source`.
  public mutating func appendEqual(_ source: SourceRange) {
    guard !source.isEmpty else { return }
    append(textCount: source.count, source, isEqual: true)
  }

  /// The next `textCount` bytes of the text stand for `source`; either may be empty.
  public mutating func appendReplaced(textCount: Int, _ source: SourceRange) {
    guard textCount > 0 || !source.isEmpty else { return }
    append(textCount: textCount, source, isEqual: false)
  }

  mutating func append(textCount: Int, _ source: SourceRange, isEqual: Bool) {
    let start = UInt32(textLength)
    textLength += textCount
    precondition(
      textLength <= EditList.maximumTextLength && source.end <= EditList.maximumTextLength,
      "texts and source parts are limited to \(EditList.maximumTextLength) bytes")
    if let last = runs.last, Int(last.part) == source.part, last.isEqual == isEqual {
      let continues = isEqual && Int(last.sourceEnd) == source.start
      let repeats = !isEqual && Int(last.sourceStart) == source.start && Int(last.sourceEnd) == source.end
      if continues || repeats {
        runs[runs.count - 1].textEnd = UInt32(textLength)
        runs[runs.count - 1].sourceEnd = UInt32(source.end)
        return
      }
    }
    runs.append(
      Alignment.Run(
        textStart: start, textEnd: UInt32(textLength), sourceStart: UInt32(source.start),
        sourceEnd: UInt32(source.end), part: UInt16(source.part), isEqual: isEqual))
  }
}
