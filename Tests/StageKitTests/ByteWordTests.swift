import StageKit
import TestSupport
import Testing

/// What goes eight bytes at a time must agree with what goes one by one, at every length and place.
struct ByteWordTests {
  private static let letters = [
    "a", " ", "đ", "ế", "😀", "\"", "\u{85}", "\u{2028}", "Â", "“", "\u{FEFF}", "\n", "\u{1}",
  ]

  private func randomText(_ generator: inout SeededGenerator, upTo count: Int) -> String {
    (0..<Int.random(in: 0...count, using: &generator)).map { _ in Self.letters.randomElement(using: &generator)! }
      .joined()
  }

  @Test func loadsEachLengthWithZerosBehind() {
    let bytes: [UInt8] = [0x81, 2, 3, 4, 5, 6, 7, 0x88]
    for count in 1...8 {
      // A copy of its own, so that a sanitizer sees a byte read too many.
      let word = Array(bytes.prefix(count)).withUnsafeBytes { ByteWord.load($0.baseAddress!, count) }
      let expected = (0..<count).reduce(UInt64(0)) { $0 | UInt64(bytes[$1]) << UInt64(8 * $1) }
      #expect(word == expected)
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>) func countsScalarsAndUnitsAsStringsDo(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let string = randomText(&generator, upTo: 150)
    let table = OffsetTable(Text(string))
    var byte = 0
    var scalar = 0
    var unit = 0
    for character in string.unicodeScalars {
      #expect(table.position(byte) == (scalar, unit))
      byte += character.utf8.count
      unit += character.utf16.count
      scalar += 1
    }
    #expect(table.position(byte) == (scalar, unit))
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func escapesAsOneByOne(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let string = randomText(&generator, upTo: 40)
    var json = JSONWriter(capacity: 0)
    json.string(string)
    let expected = string.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\n": "\\n"
      case "\u{85}": "\\u0085"
      case "\u{2028}": "\\u2028"
      case "\u{FEFF}": "\\ufeff"
      case "\u{1}": "\\u0001"
      default: String(scalar)
      }
    }.joined()
    #expect(json.bytes.elementsEqual("\"\(expected)\"".utf8))
  }

  @Test func writesDecimalsOfEachLength() {
    var values = [0, Int.max, Int.min, -1, -10, -99, -100]
    var power = 1
    for _ in 0..<18 {
      values += [power - 1, power, power + 1, -power]
      power *= 10
    }
    for value in values {
      var out = OutputBuffer(capacity: 0)
      out.append(decimal: value)
      #expect(String(decoding: out.bytes, as: UTF8.self) == String(value))
    }
  }
}
