import StageKit

/// Two commas where one is meant.
struct DoubledComma: CleanupRule {
  let description = RuleDescription(
    "cleanup.doubled-comma", "Makes one comma of two between words.",
    examples: [
      .init("education,, water and health", "education, water and health"),
      .init("giáo dục, , y tế", "giáo dục, y tế"),
      .untouched("1,,2"), .untouched("name,,place,,date"), .untouched("list[,, 2]"),
    ])
  let trigger: Marks = .doubledComma

  func scan(_ block: Block, _ proposals: inout Proposals) {
    let bytes = block.bytes
    var index = 0
    while index < bytes.count {
      guard bytes[index] == 0x2C else {
        index += 1
        continue
      }
      let first = index
      var last = index
      var commas = 0
      while index < bytes.count, bytes[index] == 0x2C || bytes[index] == 0x20 {
        if bytes[index] == 0x2C {
          commas += 1
          last = index
        }
        index += 1
      }
      let hasSpaceBehind = index > last + 1
      guard commas == 2, hasSpaceBehind, bytes.scalar(before: first).isLatinLetter,
        bytes.scalarOrEnd(at: index).isLatinLetter
      else { continue }
      proposals.delete(first + 1, last + 1)
    }
  }
}
