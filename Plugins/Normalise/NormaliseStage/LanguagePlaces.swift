import StageKit

/// What the layer `language` says of each place of a text, if the layer is there.
struct LanguagePlaces {
  enum Verdict { case vietnamese, english, other, unknown }

  private let stretches: [(range: TextRange, verdict: Verdict)]

  /// - Parameter edits: those that have been made to the text of the document since.
  init(_ document: Document, movedBy edits: EditList) {
    var stretches: [(range: TextRange, verdict: Verdict)] = []
    for annotation in document.annotations where annotation.layer == .language {
      guard let range = edits.move(annotation.range) else { continue }
      let verdict: Verdict =
        switch annotation.type {
        case "vi", "vi-plain": .vietnamese
        case "en": .english
        default: .other
        }
      stretches.append((range, verdict))
    }
    self.stretches = stretches
  }

  func verdict(at offset: Int) -> Verdict {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].range.end > offset { high = middle } else { low = middle + 1 }
    }
    guard low < stretches.count, stretches[low].range.contains(offset) else { return .unknown }
    return stretches[low].verdict
  }
}
