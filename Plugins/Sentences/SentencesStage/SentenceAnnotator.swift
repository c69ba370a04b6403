import StageKit

/// Marks sentences, none of which leaves its paragraph, heading or list item.
struct SentenceAnnotator: Annotator {
  func annotate(_ document: Document, _ context: StageContext) throws -> AnnotationResult {
    let blocks = TextBlock.blocks(of: document)
    let stretches = document.annotations.filter { $0.layer == .language }
    var result = AnnotationResult()
    try document.text.bytes.withUnsafeBufferPointer { bytes in
      let splitter = SentenceSplitter(document.text, bytes)
      var stretch = 0
      /// The languages at an offset; asked with rising offsets.
      func languages(_ offset: Int) -> Languages {
        while stretch < stretches.count, stretches[stretch].range.end <= offset { stretch += 1 }
        guard stretch < stretches.count, stretches[stretch].range.contains(offset) else { return .all }
        return Languages(type: stretches[stretch].type)
      }
      for (number, block) in blocks.enumerated() {
        if number & 0xFF == 0 { try context.checkCancelled() }
        if block.isWhole {
          let start = Scalars.skipSpace(bytes, from: block.range.start, to: block.range.end)
          let end = Scalars.skipSpace(bytes, backFrom: block.range.end, to: start)
          guard start < end else { continue }
          result.annotations.append(Self.sentence(TextRange(start, end), rule: "sentence.heading"))
          continue
        }
        splitter.forEachSentence(in: block.range, languages) { range, isEnded in
          result.annotations.append(Self.sentence(range, rule: isEnded ? "sentence.stop" : "sentence.block-end"))
        }
      }
    }
    return result
  }

  private static func sentence(_ range: TextRange, rule: String) -> Annotation {
    Annotation(.sentence, "sentence", range, rule: rule)
  }
}
