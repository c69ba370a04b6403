import StageKit
import TextKit

/// Cuts a block into sentences.
///
/// `.`, `!`, `?` and `…` are looked for here and judged with what this stage knows of abbreviations; the full stops of
/// other scripts are left to ICU, and asked about only in blocks that have such scripts.
struct SentenceSplitter {
  /// Where a sentence ends, and where the next begins.
  private struct Cut {
    let end: Int
    let next: Int
  }

  private static let plain: UInt8 = 0
  private static let mark: UInt8 = 1
  private static let ellipsisLead: UInt8 = 2
  /// Lead bytes of scripts that have full stops of their own.
  private static let otherLead: UInt8 = 3

  private static let kinds: [UInt8] = (0..<256).map { value in
    switch value {
    case 0x21, 0x2E, 0x3F: mark
    case 0xE2: ellipsisLead
    case 0xD5...0xDF, 0xE0, 0xE3, 0xEA, 0xEF...0xF4: otherLead
    case 0xE1: otherLead
    default: plain
    }
  }

  private let text: Text
  private let bytes: UnsafeBufferPointer<UInt8>
  private let kinds = Self.kinds

  /// `bytes` are those of `text`.
  init(_ text: Text, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.text = text
    self.bytes = bytes
  }

  /// Calls `body` with the sentences of a block; `isEnded` is false if only the end of the block ends it.
  func forEachSentence(
    in block: TextRange, _ languages: (Int) -> Languages, _ body: (_ range: TextRange, _ isEnded: Bool) -> Void
  ) {
    var start = Scalars.skipSpace(bytes, from: block.start, to: block.end)
    let end = Scalars.skipSpace(bytes, backFrom: block.end, to: start)
    guard start < end else { return }
    let judge = StopJudge(bytes: bytes, start: block.start, end: end)
    var offset = start
    var foreign: [Cut]?
    var nextForeign = 0
    while offset < end {
      let kind = kinds[Int(bytes[offset])]
      if kind == Self.plain {
        offset &+= 1
        continue
      }
      if kind == Self.otherLead, foreign == nil, !isLatin(offset) {
        foreign = foreignCuts(TextRange(offset, end))
      }
      if let cuts = foreign, nextForeign < cuts.count, offset >= cuts[nextForeign].end {
        let cut = cuts[nextForeign]
        nextForeign += 1
        guard cut.end > start else { continue }
        body(TextRange(start, cut.end), true)
        start = cut.next
        offset = max(offset, cut.next)
        continue
      }
      guard kind == Self.mark || isEllipsis(offset) else {
        offset &+= 1
        continue
      }
      let first = offset
      while offset < end, kinds[Int(bytes[offset])] == Self.mark || isEllipsis(offset) {
        offset += kinds[Int(bytes[offset])] == Self.mark ? 1 : 3
      }
      let last = offset
      offset = skipClosers(offset, end)
      let next = Scalars.skipSpace(bytes, from: offset, to: end)
      guard next == end || next > offset else { continue }
      if next == end {
        offset = end
      } else if judge.ends(first, last, next: next, languages(first)) {
        body(TextRange(start, offset), true)
        start = next
        offset = next
      } else {
        offset = next
      }
    }
    for cut in foreign?.dropFirst(nextForeign) ?? [] where cut.end > start && cut.end < end {
      body(TextRange(start, cut.end), true)
      start = cut.next
    }
    guard start < end else { return }
    body(TextRange(start, end), endsWithMark(end, start))
  }

  private func isEllipsis(_ offset: Int) -> Bool {
    bytes[offset] == 0xE2 && bytes[offset + 1] == 0x80 && bytes[offset + 2] == 0xA6
  }

  /// Whether the scalar is a Vietnamese letter or a byte order mark, which share a lead byte with other scripts.
  private func isLatin(_ offset: Int) -> Bool {
    switch bytes[offset] {
    case 0xE1: bytes[offset + 1] >= 0xB4 && bytes[offset + 1] <= 0xBB
    case 0xEF: bytes[offset + 1] == 0xBB || bytes[offset + 1] == 0xBF
    case 0xF0: bytes[offset + 1] == 0x9F
    default: false
    }
  }

  /// Skips closing marks, and references to notes such as `[12]`.
  private func skipClosers(_ offset: Int, _ end: Int) -> Int {
    var offset = offset
    while offset < end {
      let (value, length) = UTF8Decode.scalar(bytes, at: offset)
      if Scalars.isCloser(value) {
        offset += length
        continue
      }
      guard value == 0x5B else { break }
      var close = offset + 1
      while close < end, close - offset < 5, Scalars.isDigit(UInt32(bytes[close])) { close += 1 }
      guard close > offset + 1, close < end, bytes[close] == 0x5D else { break }
      offset = close + 1
    }
    return offset
  }

  private func endsWithMark(_ end: Int, _ start: Int) -> Bool {
    var offset = end
    while offset > start {
      let (value, length) = UTF8Decode.scalar(bytes, endingAt: offset)
      if Scalars.isCloser(value) {
        offset -= length
        continue
      }
      return value == 0x2E || value == 0x21 || value == 0x3F || value == 0x2026 || isForeignStop(value)
    }
    return false
  }

  private func isForeignStop(_ value: UInt32) -> Bool {
    value >= 0x0500 && value != 0x2026 && Unicode.Scalar(value)?.properties.generalCategory == .otherPunctuation
  }

  /// Sentence boundaries behind the full stops of other scripts, as ICU finds them.
  private func foreignCuts(_ range: TextRange) -> [Cut] {
    Boundaries.sentences(in: text, range).compactMap { boundary in
      let end = Scalars.skipSpace(bytes, backFrom: boundary, to: range.start)
      var offset = end
      while offset > range.start {
        let (value, length) = UTF8Decode.scalar(bytes, endingAt: offset)
        if Scalars.isCloser(value) {
          offset -= length
          continue
        }
        guard isForeignStop(value) else { return nil }
        return Cut(end: end, next: Scalars.skipSpace(bytes, from: boundary, to: range.end))
      }
      return nil
    }
  }
}
