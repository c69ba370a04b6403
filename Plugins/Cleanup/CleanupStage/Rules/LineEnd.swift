import StageKit

/// One kind of line end: LF.
struct LineEnd: CleanupRule {
  let description = RuleDescription(
    "cleanup.line-end",
    "Makes LF of CRLF, CR, vertical tab, form feed and the line ends of Unicode (NEL, LS, PS).",
    examples: [
      .init("Hà Nội\r\nHuế\r\n", "Hà Nội\nHuế\n"),
      .init("one\rtwo", "one\ntwo"),
      .init("one\u{2028}two\u{85}three", "one\ntwo\nthree"),
      .init("end of page\n\u{C}next page", "end of page\nnext page"),
      .untouched("one\ntwo\n"),
    ])
  let trigger: Marks = .lineEnd

  func scan(_ block: Block, _ proposals: inout Proposals) {
    let bytes = block.bytes
    var index = 0
    var isAtLineStart = true
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0B || byte == 0x0C {
        // Beside a line end, a page break only says that a page ends too.
        var marks: Marks = []
        let run = bytes.blankRun(from: index, &marks)
        var partsLines = !isAtLineStart && !run.endsLine
        for place in index..<run.end where bytes[place] == 0x0B || bytes[place] == 0x0C {
          if partsLines {
            proposals.replace(place, place + 1, with: .lineFeed)
            partsLines = false
          } else {
            proposals.delete(place, place + 1)
          }
        }
        index = run.end
        isAtLineStart = isAtLineStart || !run.endsLine
        continue
      }
      let kind = byte == 0x0A ? .lineEnd : ScalarKind(bytes.scalar(at: index))
      let length = bytes.scalarLength(at: index)
      switch kind {
      case .lineEnd:
        if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A {
          proposals.delete(index, index + 1)
        } else if byte != 0x0A {
          proposals.replace(index, index + length, with: .lineFeed)
        }
        isAtLineStart = true
      case .other: if byte != 0x20, byte != 0x09 { isAtLineStart = false }
      case .space, .softHyphen, .invisible, .joiner, .zeroWidthSpace, .bidi: break
      }
      index += length
    }
  }
}
