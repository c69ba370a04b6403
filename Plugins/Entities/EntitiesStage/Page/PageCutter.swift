import StageKit

/// Cuts a text into pages: as much as fits, up to a blank line, else a line break, else a space.
struct PageCutter {
  private let bytes: UnsafePointer<UInt8>
  private let count: Int
  private var position = 0

  init(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
    self.bytes = bytes
    self.count = count
  }

  mutating func next() -> TextRange? {
    guard position < count else { return nil }
    let start = position
    guard count - start > Page.maximum else {
      position = count
      return TextRange(start, count)
    }
    var line = 0
    var space = 0
    var offset = start + Page.maximum
    // The last quarter of the page is enough to look for a good place.
    let first = start + Page.maximum * 3 / 4
    while offset > first {
      offset -= 1
      if bytes[offset] == 0x0A {
        if bytes[offset - 1] == 0x0A || bytes[offset - 1] == 0x0D && bytes[offset - 2] == 0x0A {
          position = offset + 1
          return TextRange(start, position)
        }
        if line == 0 { line = offset + 1 }
      } else if bytes[offset] == 0x20, space == 0 {
        space = offset + 1
      }
    }
    position = line > 0 ? line : space > 0 ? space : start + Page.maximum
    while bytes[position] & 0xC0 == 0x80 { position -= 1 }
    return TextRange(start, position)
  }
}
