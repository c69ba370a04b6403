import StageKit

/// Spaces before a mark that closes what stands before it.
struct SpaceBeforePunctuation: CleanupRule {
  let description = RuleDescription(
    "cleanup.space-before-punctuation",
    "Deletes spaces before a comma or full stop, and before ; ! ? in English and Vietnamese; moves the space of “ ,word” "
      + "behind the comma. Ellipses, decimals, file names, French spacing and smileys stay.",
    examples: [
      .init("the promotion of social protection .", "the promotion of social protection."),
      .init("(72% are female) , which affects them", "(72% are female), which affects them"),
      .init("Hà Nội ,ngày 5 tháng 6", "Hà Nội, ngày 5 tháng 6"),
      .init("Chúng ta nên làm gì ?", "Chúng ta nên làm gì?"),
      .untouched("Il demande : « Vous venez ? »"),
      .untouched("wait . . . and see ..."),
      .untouched("built with .NET and .txt files"),
      .untouched("a share of 3 . 5 or .5"),
      .untouched("Home . About . News"),
      .untouched("2614 FE0F ; text style in the file of the emoji"),
      .untouched("No ; Name ; Place\n1 ; Lan ; Huế, the old town"),
      .untouched("see you :-) and ;) soon"),
    ])
  let trigger: Marks = .spaceBeforeMark

  func scan(_ block: Block, _ proposals: inout Proposals) {
    let bytes = block.bytes
    var lineStart = 0
    var isNoProse: Bool?
    var allowsLooseMarks: Bool?
    var segmentStart = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0A {
        lineStart = index + 1
        segmentStart = lineStart
        isNoProse = nil
      }
      guard byte == 0x20 else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, bytes[index] == 0x20 { index += 1 }
      // Wider gaps are layout.
      guard index < bytes.count, start > lineStart, index - start <= 4 else { continue }
      let mark = bytes[index]
      let decided: Bool
      switch mark {
      case 0x2C: decided = Self.isStrayComma(bytes, start, index)
      case 0x2E:
        decided = Self.isStrayStop(bytes, start, index, segmentStart)
        segmentStart = index + 1
      case 0x3B, 0x21, 0x3F:
        guard Self.endsWord(bytes, start), Self.isAlone(bytes, index) else { continue }
        // A semicolon behind a number or code parts the cells of a table.
        if mark == 0x3B,
          index - start > 1 || bytes[start - 1] < 0x80 && bytes.scalar(before: start).isCapital
            || bytes.scalar(before: start).isDigit
        {
          continue
        }
        let allowed = allowsLooseMarks ?? Self.isEnglishOrVietnamese(bytes)
        allowsLooseMarks = allowed
        decided = allowed
      default: continue
      }
      guard decided else { continue }
      if isNoProse == nil { isNoProse = Self.isNoProse(block, lineStart) }
      if isNoProse == true { continue }
      let movesSpace = mark == 0x2C && bytes.scalarOrEnd(at: index + 1).isLatinLetter
      if movesSpace {
        proposals.replace(start, index + 1, with: .bytes([0x2C, 0x20]))
      } else {
        proposals.delete(start, index)
      }
    }
  }

  private static func isNoProse(_ block: Block, _ lineStart: Int) -> Bool {
    var end = lineStart
    while end < block.bytes.count, block.bytes[end] != 0x0A { end += 1 }
    if LineShape(block.bytes, lineStart, end).isTable || Block.looksLikeCode(block.bytes, lineStart, end) {
      return true
    }
    // Semicolons with spaces on both sides part the cells of a table too.
    var cells = 0
    for index in lineStart..<end where block.bytes[index] == 0x3B {
      if index > lineStart, block.bytes[index - 1] == 0x20, block.bytes.scalarOrEnd(at: index + 1).isBlank {
        cells += 1
      }
    }
    return cells >= 2
  }

  /// Whether a letter, digit, percent sign or closing mark ends at `offset`.
  private static func endsWord(_ bytes: Bytes, _ offset: Int) -> Bool {
    let before = bytes.scalar(before: offset)
    return before.isLatinLetterOrDigit || before.isClosing || before == 0x25
  }

  /// Whether white space, a closing mark or the end follows the mark at `offset`.
  private static func isAlone(_ bytes: Bytes, _ offset: Int) -> Bool {
    let after = bytes.scalarOrEnd(at: offset + 1)
    return after.isBlank || after.isClosing && after != 0x29
  }

  private static func isStrayComma(_ bytes: Bytes, _ start: Int, _ mark: Int) -> Bool {
    guard endsWord(bytes, start) else { return false }
    let before = bytes.scalar(before: start)
    let after = bytes.scalarOrEnd(at: mark + 1)
    if after.isLatinLetter {
      // " ,word": only between two words; "a ,b" may be a program or a formula.
      let second = bytes.scalarOrEnd(at: mark + 1 + bytes.scalarLength(at: mark + 1))
      return before.isLatinLetter && start >= 2 && bytes.scalar(before: bytes.scalarStart(before: start)).isLatinLetter
        && second.isLatinLetter
    }
    guard isAlone(bytes, mark) else { return false }
    return !(before.isDigit && nextVisible(bytes, mark + 1).isDigit)
  }

  private static func isStrayStop(_ bytes: Bytes, _ start: Int, _ mark: Int, _ segmentStart: Int) -> Bool {
    guard endsWord(bytes, start), isAlone(bytes, mark) else { return false }
    let next = nextVisible(bytes, mark + 1)
    if next == 0x2E || next == 0x2026 { return false }
    if next.isDigit, bytes.scalar(before: start).isDigit { return false }
    if next == 0x0A { return true }
    // In mid-line only between sentences: dots also part the entries of a menu.
    guard next.isCapital || next.isClosing || next.isOpening || next.isDigit else { return false }
    var spaces = 0
    for index in segmentStart..<start where bytes[index] == 0x20 { spaces += 1 }
    return spaces >= 4
  }

  /// The first scalar at or behind `offset` that is not a space; LF at the end of the line.
  private static func nextVisible(_ bytes: Bytes, _ offset: Int) -> UInt32 {
    var index = offset
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == 0x0D { index += 1 }
    return bytes.scalarOrEnd(at: index)
  }

  private static let markers: Set<[UInt8]> = words(
    "the of and is are you what how why who to in we this that can do does should will not gì không của và là có làm được "
      + "thế nào sao ai đâu chưa")
  private static let french: Set<[UInt8]> = words(
    "le la les des du est et une un que qui vous nous je ce pas pour dans quoi quel quelle comment merci bonjour oui elle "
      + "il ils sont avec sur aux")

  private static func words(_ list: String) -> Set<[UInt8]> { Set(list.split(separator: " ").map { Array($0.utf8) }) }

  /// Whether the block has words of English or letters of Vietnamese, and nothing of French.
  private static func isEnglishOrVietnamese(_ bytes: Bytes) -> Bool {
    var isEither = false
    var isFrench = false
    WordScanner.forEachWord(bytes) { word in
      if word.shape.contains(.nonASCII) {
        if markers.contains(Array(bytes[word.start..<word.end])) { isEither = true }
        for index in word.start..<word.end where bytes[index] == 0xE1 || bytes[index] == 0xC6 || bytes[index] == 0xC4 {
          isEither = true
        }
      } else if word.end - word.start <= 8 {
        let letters = bytes[word.start..<word.end].map { $0 | 0x20 }
        if markers.contains(letters) { isEither = true }
        if french.contains(letters) { isFrench = true }
      }
    }
    for index in bytes.indices.dropLast()
    where bytes[index] == 0xC2 && (bytes[index + 1] == 0xAB || bytes[index + 1] == 0xBB) {
      return false
    }
    return isEither && !isFrench
  }
}
