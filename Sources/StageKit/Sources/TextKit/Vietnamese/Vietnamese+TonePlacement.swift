public import StageKit

extension Vietnamese {
  /// The syllable with its tone where the style puts it; `nil` if that changes nothing, or it is not a legal syllable.
  ///
  /// Keeps the case and the normal form of the syllable.
  public static func placingTone(_ syllable: String, _ placement: TonePlacement) -> String? {
    Array.withBytes(of: syllable) { bytes -> String? in
      guard let base = bytes.baseAddress, let move = toneMove(base, bytes.count, placement) else { return nil }
      let result = bytes[..<move.start] + move.replacement + bytes[move.end...]
      return String(decoding: result, as: UTF8.self)
    }
  }

  /// The edits that put every tone where the style has it: one for each syllable that changes, over its two vowels.
  ///
  /// - Parameters:
  ///   - ranges: bytes of the text, in any order; a syllable that is not wholly inside one stays as it is.
  ///   - reason: the reason stated by each edit, such as `normalise.tone-placement`.
  public static func tonePlacementEdits(
    for text: Text, within ranges: [TextRange], _ placement: TonePlacement, reason: String
  ) -> EditList {
    var edits = EditList()
    let index = edits.reason(reason)
    text.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      for range in merged(ranges, in: bytes.count) {
        var offset = range.start
        while let candidate = nextCandidate(base, &offset, range.end, bytes.count, placement) {
          guard let word = WordExtent(base, bytes.count, around: candidate) else { continue }
          offset = max(offset, word.end)
          guard word.start >= range.start && word.end <= range.end,
            let move = toneMove(base + word.start, word.end - word.start, placement)
          else { continue }
          do {
            let place = TextRange(word.start + move.start, word.start + move.end)
            try edits.replace(place, with: move.replacement, index)
          } catch {
            preconditionFailure("words come in order: \(error)")
          }
        }
      }
    }
    return edits
  }

  /// The next character that carries a tone beside the vowel where the style may want it; steps over it.
  private static func nextCandidate(
    _ bytes: UnsafePointer<UInt8>, _ offset: inout Int, _ end: Int, _ count: Int, _ placement: TonePlacement
  ) -> Int? {
    let letters = LetterTable.shared
    func isFirst(_ at: Int) -> Bool { at >= 0 && (bytes[at] | 0x20 == 0x6F || bytes[at] | 0x20 == 0x75) }
    func isSecond(_ at: Int) -> Bool {
      at < count && (bytes[at] | 0x20 == 0x61 || bytes[at] | 0x20 == 0x65 || bytes[at] | 0x20 == 0x79)
    }
    while true {
      offset = skipASCII(bytes, offset, end)
      guard offset < end else { return nil }
      let at = offset
      let scalar = decodeScalar(bytes, &offset)
      if let letter = letters[scalar] {
        guard letter.tone != 0 else { continue }
        switch letter.symbol {
        case Letter.Symbol.o, Letter.Symbol.u:
          if placement == .modern && isSecond(offset) { return at }
        case Letter.Symbol.a, Letter.Symbol.e, Letter.Symbol.y:
          if placement == .traditional && isFirst(at - 1) { return at }
        default: break
        }
      } else if scalar >= 0x300 && scalar <= 0x323 && at > 0 {
        let isMove = placement == .modern ? isFirst(at - 1) && isSecond(offset) : isSecond(at - 1) && isFirst(at - 2)
        if isMove { return at }
      }
    }
  }

  /// The stretch of a syllable that changes, and what it becomes; offsets count from the syllable's start.
  private static func toneMove(
    _ bytes: UnsafePointer<UInt8>, _ length: Int, _ placement: TonePlacement
  ) -> (start: Int, end: Int, replacement: [UInt8])? {
    guard let reading = SyllableReading(bytes, length), reading.tone != 0, let entry = reading.legalEntry(),
      entry.traditional != entry.modern
    else { return nil }
    let target = placement == .traditional ? entry.traditional : entry.modern
    let current = reading.tonePosition
    guard current != target else { return nil }
    let table = LetterTable.shared
    var offset = Int(reading.offsets[current])
    let isComposed = (table[decodeScalar(bytes, &offset)]?.tone ?? 0) != 0
    var replacement: [UInt8] = []
    let first = min(current, target)
    for position in first...max(current, target) {
      let letter = Letter(raw: reading.letters[position])
      let tone = position == target ? reading.tone : 0
      let isMarked = tone != 0 && !isComposed
      let written = Letter(symbol: letter.symbol, tone: isMarked ? 0 : tone, isCapital: letter.isCapital)
      Unicode.Scalar.append(table.scalar(of: written), to: &replacement)
      if isMarked, let mark = Tone(rawValue: tone)?.mark { Unicode.Scalar.append(mark, to: &replacement) }
    }
    return (Int(reading.offsets[first]), Int(reading.offsets[max(current, target) + 1]), replacement)
  }
}
