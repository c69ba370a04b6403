/// Cuts text into blocks: a run of lines with something on them, and the blank lines behind it.
///
/// A blank line may hold spaces and invisible characters, so that cleaning a text does not change where its blocks end.
struct BlockReader {
  let bytes: Bytes
  private(set) var offset = 0
  private let closes: [UInt32]
  private let opens: [UInt32]

  init(_ bytes: Bytes) {
    self.bytes = bytes
    closes = ByteTables.shared.closes
    opens = ByteTables.shared.opens
  }

  /// A block and what was seen in it.
  struct Extent {
    let start: Int
    /// Where the last line with something on it ends, before its line end; equal to `start` if there is none.
    let textEnd: Int
    let end: Int
    let marks: Marks
  }

  /// The next block, or `nil` at the end of the text.
  mutating func next() -> Extent? {
    guard offset < bytes.count else { return nil }
    let start = offset
    var marks = Marks.always.rawValue
    let blankEnd = skipBlankLines(from: start, &marks)
    if blankEnd > start {
      offset = blankEnd
      return Extent(start: start, textEnd: start, end: blankEnd, marks: Marks(rawValue: marks))
    }
    let textEnd = readLines(from: start, &marks)
    return Extent(start: start, textEnd: textEnd, end: offset, marks: Marks(rawValue: marks & ~ByteTables.stop))
  }

  /// Reads lines up to a blank one; leaves `offset` behind the blank lines and returns where the text ends.
  private mutating func readLines(from start: Int, _ marks: inout UInt32) -> Int {
    let count = bytes.count
    let fresh = ByteTables.fresh
    var index = start
    var result = count
    var seen = marks
    closes.withUnsafeBufferPointer { closes in
      opens.withUnsafeBufferPointer { opens in
        var opened = fresh
        while index < count {
          let byte = Int(bytes[index])
          let hit = closes[byte] & opened
          seen |= hit
          opened = opens[byte]
          index += 1
          guard hit & ByteTables.stop != 0 else { continue }
          let first = index - 1
          if byte >= 0x80 {
            let scalar = bytes.scalar(at: first)
            let kind = ScalarKind(scalar)
            seen |= kind.mark.rawValue
            if Self.isRightToLeft(scalar) { seen |= Marks.rightToLeft.rawValue }
            index = first + bytes.scalarLength(at: first)
            guard kind == .lineEnd else { continue }
          }
          index = first + bytes.lineEndLength(at: first)
          opened = fresh
          let blankEnd = skipBlankLines(from: index, &seen)
          if blankEnd > index || index == count {
            result = first
            index = blankEnd
            return
          }
        }
        if opened & Marks.trailingSpace.rawValue != 0 { seen |= Marks.trailingSpace.rawValue }
      }
    }
    marks = seen
    offset = index
    return result
  }

  /// Where the run of blank lines at `start` ends; sets marks for what lies in them.
  private func skipBlankLines(from start: Int, _ marks: inout UInt32) -> Int {
    var lines = 0
    var end = start
    while end < bytes.count {
      var lineMarks: Marks = []
      guard let next = blankLineEnd(from: end, &lineMarks) else { break }
      marks |= lineMarks.rawValue
      end = next
      lines += 1
    }
    if lines > 1 { marks |= Marks.blankLines.rawValue }
    return end
  }

  /// Where the line at `start` ends, behind its line end, if there is nothing on it.
  private func blankLineEnd(from start: Int, _ marks: inout Marks) -> Int? {
    var seen: Marks = []
    let run = bytes.blankRun(from: start, &seen)
    guard run.endsLine else { return nil }
    marks.formUnion(seen)
    return run.end < bytes.count ? run.end + bytes.lineEndLength(at: run.end) : run.end
  }

  private static func isRightToLeft(_ scalar: UInt32) -> Bool {
    0xFB1D...0xFDFF ~= scalar || 0xFE70...0xFEFC ~= scalar
  }
}
