import StageKit
import Testing

struct StringTableTests {
  @Test func numbersStringsInTheOrderInWhichTheyFirstCome() {
    var table = StringTable()
    #expect(table.known("") == nil)
    let strings = (0..<2_000).map { number in String(repeating: "x", count: number % 19) + "\(number)" } + [""]
    for round in 0..<2 {
      for (number, string) in strings.enumerated() {
        #expect(table.number(of: string) == number, "round \(round)")
      }
    }
    #expect(table.strings == strings)
    #expect(strings.indices.allSatisfy { table.known(strings[$0]) == $0 })
    #expect(table.known("another") == nil)
  }
}
