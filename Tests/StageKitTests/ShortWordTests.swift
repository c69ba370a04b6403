import StageKit
import TestSupport
import Testing

@Suite struct ShortWordTests {
  @Test func endsAtTheFirstByteThatIsNoLetterAndNoDigit() throws {
    let cases: [(String, Int)] = [
      ("a", 1), ("Women’s", 9), ("COVID19 in", 7), ("đồng,", 7), ("abcdefgh ij", 8), ("abcdefghijklmno p", 15),
      ("z{", 1), ("Z[", 1), ("9:", 1), ("m@", 1), ("m`", 1), ("m/", 1),
    ]
    for (text, count) in cases {
      let word = try #require(read(text + String(repeating: " ", count: 16)), "\(text)")
      #expect(word.count == count, "\(text)")
    }
  }

  @Test func isNothingIfItIsEmptyTooLongOrNearTheLimit() {
    #expect(read(" a" + String(repeating: " ", count: 16)) == nil)
    #expect(read("abcdefghijklmnop" + String(repeating: " ", count: 16)) == nil)
    #expect(read("abc            ") == nil)
  }

  @Test func differsWhereTheBytesDiffer() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<2000 {
      let first = word(&generator)
      let second = word(&generator)
      let padding = String(repeating: " ", count: 16)
      #expect((read(first + padding) == read(second + padding)) == (first == second), "\(first) \(second)")
    }
  }

  private func word(_ generator: inout SeededGenerator) -> String {
    String((0..<Int.random(in: 1...3, using: &generator)).map { _ in "abđ19Z".randomElement(using: &generator)! })
  }

  private func read(_ text: String) -> ShortWord? {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { ShortWord($0.baseAddress!, at: 0, limit: $0.count) }
  }
}
