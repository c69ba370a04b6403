import StageKit
import TestSupport
import Testing

@testable import Pipeline

/// The reader of what other processes write.
struct JSONReaderTests {
  private func read(_ text: String) throws -> Value { try JSONReader.read(Array(text.utf8)) }

  @Test func everyKindOfValueIsRead() throws {
    #expect(
      try read(" { \"a\" : [ 1 , -2.5e3, true,false, \"x\" ] , \"n\":null,\"o\":{}}\r")
        == .object([
          .init("a", [1, -2500, true, false, "x"]), .init("o", .object([])),
        ]))
  }

  @Test func escapesAreRead() throws {
    #expect(try read(#""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00ờ""#) == .string("\"\\/\u{8}\u{C}\n\r\té😀ờ"))
  }

  @Test func whatTheWriterWritesIsReadBack() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let value = Value.object([.init("v", Self.value(&random, depth: 0))])
      var json = JSONWriter()
      json.value(value)
      #expect(try JSONReader.read(json.bytes) == value)
    }
  }

  private static func value(_ random: inout SeededGenerator, depth: Int) -> Value {
    switch Int.random(in: 0..<(depth > 4 ? 3 : 5), using: &random) {
    case 0: return .bool(Bool.random(using: &random))
    case 1: return .number(Double.random(in: -1e9...1e9, using: &random))
    case 2:
      return .string(
        String(
          String.UnicodeScalarView(
            (0..<8).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0...0x2FFFF, using: &random)) })))
    case 3: return .list((0..<3).map { _ in value(&random, depth: depth + 1) })
    default: return .object((0..<3).map { .init("m\($0)", value(&random, depth: depth + 1)) })
    }
  }

  @Test(arguments: [
    ("", 0, "a value is missing at the end"), ("nul", 0, "this begins no JSON value"), ("null", 4, "null stands alone"),
    ("{\"a\"}", 4, "a colon is missing"), ("{a: 1}", 1, "a name in quotation marks is missing"),
    ("[1 2]", 3, "a comma or “]” is missing"), ("[1,]", 3, "this begins no JSON value"),
    ("[null]", 5, "a list holds null"),
    ("01", 2, "this is no JSON number"), ("1.", 2, "this is no JSON number"), ("1e", 2, "this is no JSON number"),
    ("-", 1, "this is no JSON number"), ("1e999", 0, "the number is too large"),
    ("NaN", 0, "this begins no JSON value"),
    ("\"a", 2, "a string has no end"), ("\"a\u{1}\"", 2, "a control character stands in a string; it must be escaped"),
    ("\"\\x\"", 3, "this is no escape of JSON"), ("\"\\u12g4\"", 5, "“\\u” needs four hexadecimal digits"),
    ("\"\\udc00\"", 7, "half of a surrogate pair stands alone"),
    ("\"\\ud800\\u0041\"", 13, "half of a surrogate pair stands alone"),
    ("{} {}", 3, "something follows the value"),
  ])
  func faultIsNamedWithItsPlace(text: String, position: Int, problem: String) throws {
    #expect(throws: JSONReader.Fault(position: position, problem: problem)) { try read(text) }
  }

  @Test func nestingIsBounded() throws {
    let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(throws: Never.self) { try read(deep) }
    for opening in ["[", "{\"a\":"] {
      #expect(throws: (any Error).self) { try read(String(repeating: opening, count: 1_000_000)) }
    }
  }

  @Test func anyBytesGiveAValueOrAFault() throws {
    let seed = Array(
      #"{"type":"result","id":1,"annotations":[{"range":[0,12.5e1],"a":"\u00e9\ud83d\ude00ờ"}],"x":null}"#.utf8)
    var random = SeededGenerator(seed: 11)
    for _ in 0..<20_000 {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        default: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: place)
        }
      }
      do {
        _ = try JSONReader.read(bytes)
      } catch {
        let fault = try #require(error as? JSONReader.Fault)
        #expect((0...bytes.count).contains(fault.position) && !fault.problem.isEmpty)
      }
    }
  }
}

/// Places in the unit of a module.
struct OffsetConverterTests {
  @Test(arguments: OffsetUnit.allCases) func everyPlaceGoesThereAndBack(unit: OffsetUnit) throws {
    for string in ["", "plain", "Ờ 😀 e\u{301} \u{0}\u{10FFFF}", String(repeating: "aờ😀", count: 50)] {
      let text = Text(string)
      let offsets = OffsetConverter(text, unit)
      var reached: Set<Int> = []
      for byte in 0...text.count where text.isScalarBoundary(byte) {
        let place = offsets.fromByte(byte)
        #expect(offsets.toByte(place) == byte)
        reached.insert(place)
      }
      #expect(offsets.length == offsets.fromByte(text.count))
      // What no character begins or ends at is no place; bytes are left to the check of the contract.
      for place in -2...offsets.length + 2 where !reached.contains(place) {
        #expect(offsets.toByte(place) == (unit == .byte && (0...text.count).contains(place) ? place : nil))
      }
    }
  }
}
