import StageKit

/// A stretch of text to be marked.
struct Span {
  enum Kind: UInt8 { case language, finding, edit, entity }

  let start: Int
  let end: Int
  let kind: Kind
  /// What it is, for its tag: a language tag, a severity, an edit mark's `isQuiet`, an entity type.
  let style: UInt8
  /// Number of the annotation, edit or finding.
  let number: Int

  /// Outer spans first: those that start earlier, then the longer, then by kind.
  static func isOutside(_ first: Span, _ second: Span) -> Bool {
    if first.start != second.start { return first.start < second.start }
    if first.end != second.end { return first.end > second.end }
    return first.kind.rawValue < second.kind.rawValue
  }
}

/// Writes a text with its marks from left to right, a row at a time.
///
/// Spans may nest and cross; HTML can only nest. Where one ends while others opened after it are still open, those are
/// closed too and opened again behind it, as continuations that name the anchor. At most ``maxDepth`` spans are open at a
/// time, so that the work at each boundary is bounded; what nests deeper is not marked, and is counted.
struct MarkSweep {
  static let maxDepth = 16

  enum Side { case arrived, became }

  private struct Open {
    let span: Span
    var isSilent: Bool
  }

  private let side: Side
  private let spans: [Span]
  private var next = 0
  private var stack: [Open] = []
  private var position = 0
  /// Spans that found no room.
  private(set) var unmarked = 0

  /// - Parameter spans: empty ones are points: a deletion, a finding at a place.
  init(_ side: Side, spans: [Span]) {
    self.side = side
    self.spans = spans.sorted(by: Span.isOutside)
  }

  /// Writes the text up to `end`, with every open mark closed there and opened again in the next row.
  mutating func row(
    to end: Int, of text: UnsafeBufferPointer<UInt8>, language: LanguageTag, into out: inout OutputBuffer
  ) {
    let start = position
    for index in stack.indices { reopen(index, language, &out) }
    while true {
      var stop = end
      for open in stack { stop = min(stop, open.span.end) }
      if next < spans.count { stop = min(stop, max(position, spans[next].start)) }
      appendText(text, position..<stop, trimsStart: position == start, trimsEnd: stop == end, &out)
      position = stop
      close(endingAt: stop, language, &out)
      while next < spans.count, spans[next].start <= position, isOpenHere(spans[next], end) {
        open(spans[next], language, &out)
        next += 1
      }
      if stop == end, next >= spans.count || !isOpenHere(spans[next], end) { break }
    }
    for open in stack.reversed() where !open.isSilent { closeTag(open.span, &out) }
  }

  /// A span that starts where the row ends belongs to the next row; a point there to this one.
  private func isOpenHere(_ span: Span, _ rowEnd: Int) -> Bool {
    span.start < rowEnd || (span.start == rowEnd && span.end == span.start)
  }

  private mutating func close(endingAt offset: Int, _ language: LanguageTag, _ out: inout OutputBuffer) {
    while let last = stack.last, last.span.end <= offset {
      stack.removeLast()
      if !last.isSilent { closeTag(last.span, &out) }
    }
    guard let first = stack.firstIndex(where: { $0.span.end <= offset }) else { return }
    for open in stack[first...].reversed() where !open.isSilent { closeTag(open.span, &out) }
    let crossing = stack[first...].filter { $0.span.end > offset }
    stack.removeSubrange(first...)
    for open in crossing {
      stack.append(open)
      reopen(stack.count - 1, language, &out)
    }
  }

  private mutating func open(_ span: Span, _ language: LanguageTag, _ out: inout OutputBuffer) {
    if span.start == span.end {
      openTag(span, isFirst: true, &out)
      closeTag(span, &out)
      return
    }
    guard stack.count < Self.maxDepth, span.end > position else {
      if span.kind != .language { unmarked += 1 }
      return
    }
    stack.append(Open(span: span, isSilent: isSilent(span, stack.count, language)))
    if stack[stack.count - 1].isSilent { return }
    openTag(span, isFirst: true, &out)
  }

  private mutating func reopen(_ index: Int, _ language: LanguageTag, _ out: inout OutputBuffer) {
    stack[index].isSilent = isSilent(stack[index].span, index, language)
    if !stack[index].isSilent { openTag(stack[index].span, isFirst: false, &out) }
  }

  /// Whether a language needs no tag, because it is that of what surrounds it.
  private func isSilent(_ span: Span, _ depth: Int, _ language: LanguageTag) -> Bool {
    guard span.kind == .language else { return false }
    let outer = stack[..<depth].last { $0.span.kind == .language }?.span.style ?? language.rawValue
    return outer == span.style
  }

  /// Line breaks at the edges of a row are dropped: the row itself is a break.
  private func appendText(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, trimsStart: Bool, trimsEnd: Bool,
    _ out: inout OutputBuffer
  ) {
    var start = range.lowerBound
    var end = range.upperBound
    if trimsEnd { while end > start, text[end - 1] == 0x0A || text[end - 1] == 0x0D { end -= 1 } }
    if trimsStart { while start < end, text[start] == 0x0A || text[start] == 0x0D { start += 1 } }
    if start < end { out.append(escaped: UnsafeBufferPointer(rebasing: text[start..<end])) }
  }
}

extension MarkSweep {
  private func openTag(_ span: Span, isFirst: Bool, _ out: inout OutputBuffer) {
    switch span.kind {
    case .language:
      out.append("<span")
      out.append((LanguageTag(rawValue: span.style) ?? .unknown).attribute)
      out.append(">")
    case .finding:
      if isFirst { appendFindingNumber(span, &out) }
      guard span.start < span.end else { return }
      switch span.style {
      case 0: out.append("<span class=\"f info\">")
      case 1: out.append("<span class=\"f\">")
      default: out.append("<span class=\"f error\">")
      }
    case .edit:
      out.append(side == .arrived ? "<del class=\"x" : "<ins class=\"x")
      if span.style & 1 != 0 { out.append(" quiet") }
      if span.start == span.end { out.append(" gone") }
      if isFirst {
        out.append(side == .arrived ? "\" id=\"d" : "\" id=\"e")
      } else {
        out.append("\" data-e=\"")
      }
      out.append(decimal: span.number)
      if let glyph = Glyph(rawValue: span.style >> 1)?.attribute { out.append(glyph) }
      out.append("\">")
    case .entity:
      out.append("<mark class=\"e ")
      out.append((EntityType(rawValue: Int(span.style)) ?? .other).className)
      out.append(isFirst ? "\" id=\"a" : "\" data-a=\"")
      out.append(decimal: span.number)
      out.append("\">")
    }
  }

  private func closeTag(_ span: Span, _ out: inout OutputBuffer) {
    switch span.kind {
    case .language: out.append("</span>")
    case .finding: if span.start < span.end { out.append("</span>") }
    case .edit: out.append(side == .arrived ? "</del>" : "</ins>")
    case .entity: out.append("</mark>")
    }
  }

  private func appendFindingNumber(_ span: Span, _ out: inout OutputBuffer) {
    out.append("<a class=\"fn\" id=\"m")
    out.append(decimal: span.number + 1)
    out.append("\" href=\"#f")
    out.append(decimal: span.number + 1)
    out.append("\" aria-label=\"Finding ")
    out.append(decimal: span.number + 1)
    out.append("\">")
    out.append(decimal: span.number + 1)
    out.append("</a>")
  }
}
