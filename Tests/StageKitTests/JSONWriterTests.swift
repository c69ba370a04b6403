import Foundation
import StageKit
import TestSupport
import Testing

struct JSONWriterTests {
  private func written(isForHTML: Bool = false, _ body: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter(capacity: 0, isForHTML: isForHTML)
    body(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test func putsCommasWhereTheyBelong() {
    let text = written { json in
      json.beginObject()
      json.key("a")
      json.beginArray()
      json.number(1)
      json.null()
      json.beginObject()
      json.endObject()
      json.bool(true)
      json.endArray()
      json.key("b")
      json.string("x")
      json.endObject()
      json.newLine()
      json.beginArray()
      json.endArray()
    }
    #expect(text == "{\"a\":[1,null,{},true],\"b\":\"x\"}\n[]")
  }

  @Test(arguments: [
    (0, "0"), (7, "7"), (10, "10"), (-1, "-1"), (99, "99"), (100, "100"), (4_294_967_296, "4294967296"),
    (Int.max, "9223372036854775807"), (Int.min, "-9223372036854775808"),
  ])
  func writesIntegers(_ value: Int, _ expected: String) {
    #expect(written { $0.number(value) } == expected)
  }

  @Test(arguments: [
    (0.97, "0.97"), (1, "1"), (0.5, "0.5"), (0.005, "0.005"), (-2.25, "-2.25"), (0.1234, "0.1234"), (1e300, "1e+300"),
    (.infinity, "null"), (.nan, "null"), (-0.5, "-0.5"), (1234567, "1234567"),
    (0.30000000000000004, "0.30000000000000004"),
  ])
  func writesNumbersBriefly(_ value: Double, _ expected: String) {
    #expect(written { $0.number(value) } == expected)
  }

  @Test func writesScoresKeptInSinglePrecisionAsTheyWereGiven() {
    #expect(written { $0.number(Float(0.97)) } == "0.97")
    #expect(written { $0.number(Float(0.12345)) } == "0.12345")
  }

  @Test func escapesWhatJSONForbidsAndWhatWouldCutALine() {
    let hostile = "\u{FEFF}a\"b\\c\u{0}\u{1F}\n\r\t\u{8}\u{C}é\u{85}\u{2028}\u{2029}–€😀\u{7F}</script>"
    let expected =
      #""\ufeffa\"b\\c\u0000\u001f\n\r\t\b\fé\u0085\u2028\u2029–€😀"# + "\u{7F}</script>\""
    #expect(written { $0.string(hostile) } == expected)
  }

  @Test func escapesMarkupForHTML() {
    #expect(
      written(isForHTML: true) { $0.string("</script><!-- & ế") } == #""\u003c/script\u003e\u003c!-- \u0026 ế""#)
  }

  @Test func everyStringReadsBackAsItWas() throws {
    var random = SeededGenerator(seed: 11)
    let pieces = [
      "\"", "\\", "\u{0}", "\n", "\u{85}", "\u{2028}", "\u{2029}", "\u{2027}", "\u{C2A0}", "\u{FEFF}", "\u{FEFE}", "a",
      "ế", "😀", "\u{301}", "<", "&", "12345678",
    ]
    for round in 0..<3000 {
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
      for isForHTML in [false, true] {
        let json = written(isForHTML: isForHTML) { json in
          json.beginArray()
          json.string(text)
          json.endArray()
        }
        let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String]
        #expect(read.map { Array($0[0].utf16) } == Array(text.utf16), "seed 11, round \(round)")
        #expect(!json.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x85 || $0.value == 0x2028 })
        if isForHTML { #expect(!json.contains("<") && !json.contains("&")) }
      }
    }
  }

  @Test func writesValuesOfAnyDepthWithoutRecursion() {
    var value: Value = 1
    for _ in 0..<1000 { value = [value] }
    #expect(
      written { $0.value(value) } == String(repeating: "[", count: 1000) + "1" + String(repeating: "]", count: 1000))
    let object: Value = .object([
      .init("list", [1, "two", []]), .init("object", .object([.init("x", .bool(false))])), .init("empty", .object([])),
    ])
    #expect(written { $0.value(object) } == #"{"list":[1,"two",[]],"object":{"x":false},"empty":{}}"#)
  }

  @Test(arguments: [1, 40])
  func writesTheFirstOfMembersWithOneName(_ others: Int) {
    let members = [Value.Member("a", 1), .init("a", 2)] + (0..<others).map { .init("n\($0)", .bool(true)) }
    let text = written { $0.object(members) }
    #expect(text.hasPrefix(#"{"a":1,"n0":true"#))
    #expect(!text.contains("2,") || others > 1)
  }
}
