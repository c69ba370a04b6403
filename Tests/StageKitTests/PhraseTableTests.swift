import StageKit
import TestSupport
import Testing

@Suite struct PhraseTableTests {
  @Test(arguments: 0..<20)
  func numbersAreThoseOfADictionary(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let table = PhraseTable(limit: 1 << 12)
    var expected: [String: Int] = [:]
    for _ in 0..<2000 {
      let length = Int.random(in: 1...40, using: &generator)
      let phrase = String(
        (0..<length).map { _ in "aàđ ".randomElement(using: &generator) ?? "a" }.prefix(length / 8 + 1))
      let context = UInt64.random(in: 0...1, using: &generator)
      let key = "\(context)\(phrase)"
      let number = expected[key] ?? expected.count
      expected[key] = number
      #expect(self.number(phrase, context, in: table) == number, "seed \(seed): \(phrase)")
    }
    #expect(table.count == expected.count)
  }

  @Test func isFullAtItsLimitAndStillKnowsWhatItHas() {
    let table = PhraseTable(limit: 2)
    #expect(number("a", 0, in: table) == 0)
    #expect(number("b", 0, in: table) == 1)
    #expect(table.isFull)
    #expect(number("c", 0, in: table) == nil)
    #expect(number("a", 0, in: table) == 0)
    table.removeAll()
    #expect(number("c", 0, in: table) == 0)
  }

  @Test func longPhrasesHaveNoNumber() {
    let table = PhraseTable(limit: 16)
    #expect(number(String(repeating: "x", count: PhraseTable.longest), 0, in: table) == 0)
    #expect(number(String(repeating: "x", count: PhraseTable.longest + 1), 0, in: table) == nil)
  }

  @Test func isFullBeforeItsBytesAre() {
    let table = PhraseTable(limit: 8)
    var kept = 0
    for letter in "abcdefgh" {
      if number(String(repeating: letter, count: PhraseTable.longest), 0, in: table) != nil { kept += 1 }
    }
    #expect(kept == 3 && table.isFull)
  }

  private func number(_ phrase: String, _ context: UInt64, in table: PhraseTable) -> Int? {
    let bytes = Array(phrase.utf8)
    return bytes.withUnsafeBufferPointer { table.number($0.baseAddress!, $0.count, context: context) }
  }
}
