import StageKit
import TestSupport
import Testing

@Suite("Validation of UTF-8")
struct UTF8CheckTests {
  /// The standard library's own judgement.
  private func isValid(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

  @Test("agrees with the standard library on every kind of sequence, wherever in the text it stands")
  func sequences() {
    let edges: [UInt8] = [0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xFF]
    for lead in UInt8(0x80)...0xFF {
      for second in edges {
        for third in edges {
          for padding in [0, 3, 7] {
            let head = [UInt8](repeating: 0x61, count: padding)
            let bytes = head + [lead, second, third, 0x80, 0x61, 0x61, 0x61, 0x61]
            #expect((UTF8Check.firstInvalid(in: bytes) == nil) == isValid(bytes), "\(bytes)")
            let short = head + [lead, second, third]
            #expect((UTF8Check.firstInvalid(in: short) == nil) == isValid(short), "\(short)")
          }
        }
      }
    }
  }

  @Test("finds the first byte that is wrong", arguments: 0..<200)
  func firstInvalid(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let letters = ["a", " ", "\n", "đ", "ộ", "Ư", "€", "\u{1F600}", "\u{FFFD}"]
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...60, using: &random) { bytes += letters.randomElement(using: &random)!.utf8 }
    #expect(UTF8Check.firstInvalid(in: bytes) == nil)
    let place = Int.random(in: 0...bytes.count, using: &random)
    guard place == bytes.count || bytes[place] & 0xC0 != 0x80 else { return }
    bytes.insert([0xFF, 0xC0, 0x80, 0xED].randomElement(using: &random)!, at: place)
    #expect(UTF8Check.firstInvalid(in: bytes) == place)
  }
}
