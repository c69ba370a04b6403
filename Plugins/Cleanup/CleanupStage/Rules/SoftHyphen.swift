import StageKit

/// Soft hyphens, which a word processor leaves where it may break a word.
struct SoftHyphen: CleanupRule {
  let description = RuleDescription(
    "cleanup.soft-hyphen",
    "Deletes soft hyphens, with the line end if a line ends at one; leaves text alone that looks undecoded (TCVN3 ư).",
    examples: [
      .init("infor\u{AD}ma\u{AD}tion", "information"),
      .init("infor\u{AD}\nmation", "information"),
      .untouched("Ng\u{AD}êi lao ®éng ViÖt Nam ë n\u{AD}íc ngoµi vµ gia ®×nh hä"),
    ])
  let trigger: Marks = .softHyphen

  func scan(_ block: Block, _ proposals: inout Proposals) {
    let bytes = block.bytes
    if LegacyEncoding.isLikely(bytes) { return }
    var index = 0
    while index + 1 < bytes.count {
      guard bytes[index] == 0xC2, bytes[index + 1] == 0xAD else {
        index += 1
        continue
      }
      var end = index + 2
      // A run of soft hyphens, and at the end of a line also the line end if the word goes on below.
      while end + 1 < bytes.count, bytes[end] == 0xC2, bytes[end + 1] == 0xAD { end += 2 }
      if end < bytes.count, bytes[end] == 0x0A, bytes.scalar(before: index).isLatinLetter,
        bytes.scalarOrEnd(at: end + 1).isSmallLetter
      {
        end += 1
      }
      proposals.delete(index, end)
      index = end
    }
  }

}
