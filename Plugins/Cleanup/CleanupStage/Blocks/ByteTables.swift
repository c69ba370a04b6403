/// For each byte: the marks it sets alone or as the second of a pair, and the pairs it may begin.
///
/// Built once; the loop over the text does two look-ups and three bit operations a byte.
struct ByteTables: Sendable {
  /// Bit that stops the fast loop: line ends, and lead bytes of characters that may be spaces or invisible.
  static let stop: UInt32 = 1 << 30

  /// What is open at the start of a line: the marks that need no first byte.
  static let fresh = Marks([.lineEnd, .invisible, .tab, .rightToLeft]).rawValue | stop

  /// Marks of the pair (or of the byte itself) that this byte completes.
  let closes: [UInt32]
  /// Marks of the pairs that this byte begins; the marks that need no first byte are always among them.
  let opens: [UInt32]

  static let shared = ByteTables()

  private init() {
    var closes = [UInt32](repeating: 0, count: 256)
    var opens = [UInt32](repeating: Self.fresh, count: 256)
    func close(_ bytes: some Sequence<UInt8>, _ marks: Marks) {
      for byte in bytes { closes[Int(byte)] |= marks.rawValue }
    }
    func open(_ bytes: some Sequence<UInt8>, _ marks: Marks) {
      for byte in bytes { opens[Int(byte)] |= marks.rawValue }
    }

    let lineEnds: [UInt8] = [0x0A, 0x0B, 0x0C, 0x0D]
    close([0x0B, 0x0C, 0x0D], .lineEnd)
    close((0x00...0x08).map { $0 } + (0x0E...0x1F).map { $0 } + [0x7F], .invisible)
    close([0x09], .tab)
    close(0xD6...0xDF, .rightToLeft)

    open(" \t".utf8, [.spaceRun, .trailingSpace, .spaceBeforeMark])
    close(" \t".utf8, .spaceRun)
    close(lineEnds, [.trailingSpace, .hyphenAtLineEnd])
    close(".,;!?)".utf8, .spaceBeforeMark)
    open("-".utf8, .hyphenAtLineEnd)
    open("(".utf8, .bracket)
    close(" ,;".utf8, .bracket)
    open(" ,".utf8, .doubledComma)
    close(",".utf8, .doubledComma)
    open(".,".utf8, .markBeforeLetter)
    close(0x41...0x5A, .markBeforeLetter)
    close(0x61...0x7A, .markBeforeLetter)
    close(0xC3...0xE1, .markBeforeLetter)

    // C2: NEL, NBSP, soft hyphen. E2: general punctuation. E3: ideographic space. EF: BOM. F3: tags. D8, DC, E1: the few
    // format characters of Arabic, Syriac and Mongolian script stay with their text.
    for byte in [0x0A, 0x0D, 0xC2, 0xE2, 0xE3, 0xEF, 0xF3] { closes[Int(byte)] |= Self.stop }
    self.closes = closes
    self.opens = opens
  }
}
