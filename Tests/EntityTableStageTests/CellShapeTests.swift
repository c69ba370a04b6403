import TestSupport
import Testing

@testable import EntityTableStage

struct CellShapeTests {
  private static let bytes = Array("aaaaaaaaaaaabcd   \t\n\"',;=\u{7F}éế".utf8)

  @Test(arguments: 0..<500 as Range<UInt64>) func agreesWithALookAtEachByte(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 0...30, using: &generator)
    let cell = (0..<count).map { _ in
      Int.random(in: 0..<8, using: &generator) == 0 ? Self.bytes.randomElement(using: &generator)! : 0x61
    }
    let shape = cell.withUnsafeBufferPointer { CellShape($0) }
    #expect(shape.needsQuotes == cell.contains { [0x22, 0x2C, 0x3B].contains($0) })
    let hasDoubleSpace = zip(cell, cell.dropFirst()).contains { $0 == 0x20 && $1 == 0x20 }
    let isPlain =
      !cell.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0x22 } && !hasDoubleSpace && cell.first != 0x20
      && cell.last != 0x20
    #expect(shape.isPlain == isPlain)
  }
}
