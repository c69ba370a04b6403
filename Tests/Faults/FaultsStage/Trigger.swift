import Glibc
import StageKit

/// The options that all stages of this module have.
struct Trigger: Sendable {
  private let text: [UInt8]
  private let deed: String
  private let delay: Int

  static let options = [
    OptionDescription("when", "The text that a document must contain.", .string, default: ""),
    OptionDescription("do", "What to do then.", .choice(Deed.allCases.map(\.rawValue)), default: "nothing"),
    OptionDescription(
      "sleep", "Milliseconds to sleep at most; how long depends on the text.", .integer(0...10_000), default: 0),
  ]

  init(_ setup: StageSetup) {
    text = Array(setup.string("when").utf8)
    deed = setup.string("do")
    delay = setup.integer("sleep")
  }

  /// Sleeps, and does the deed if the text is there; gives the deed for what concerns the result.
  func pull(_ bytes: [UInt8], _ context: StageContext) throws -> Deed {
    if delay > 0 {
      let sum = bytes.reduce(UInt64(7)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
      usleep(UInt32(sum % UInt64(delay)) * 1000)
    }
    guard isIn(bytes), let deed = Deed(rawValue: deed) else { return .nothing }
    try deed.perform(context)
    return deed
  }

  func isIn(_ bytes: [UInt8]) -> Bool {
    guard !text.isEmpty, bytes.count >= text.count else { return false }
    return (0...bytes.count - text.count).contains { bytes[$0..<$0 + text.count].elementsEqual(text) }
  }
}
