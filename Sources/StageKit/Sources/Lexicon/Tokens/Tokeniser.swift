import StageKit
import TextKit

/// Cuts UTF-8 into tokens. The rules of what is skipped between two words are those of a name in running text:
///
/// - one space, or one line break with any spaces around it;
/// - an apostrophe directly behind the word;
/// - a hyphen or dash, alone or with one space or line break on either side of it.
///
/// Everything else between words is a token or a break, so that no name goes across.
struct Tokeniser {
  private let bytes: UnsafePointer<UInt8>
  /// Bytes that may be read, at least `end`.
  private let limit: Int
  private let end: Int
  private(set) var position: Int
  private let classes: UnsafeMutablePointer<ScalarClass>
  private let latin: UnsafeMutablePointer<LatinLetter>
  private var isAfterWord = false
  /// ``WordMemory/entries``; `nil` for who reads too little to remember.
  private let memory: UnsafeMutablePointer<WordMemory.Entry>?
  /// The entry of the last word, if it is new.
  private(set) var newEntry: UnsafeMutablePointer<WordMemory.Entry>?

  /// `bytes` must be valid UTF-8, and `start` and `end` scalar boundaries in it.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int,
    memory: UnsafeMutablePointer<WordMemory.Entry>? = nil
  ) {
    self.memory = memory
    precondition(0 <= start && start <= end && end <= bytes.count)
    self.bytes = bytes.baseAddress ?? UnsafePointer(bitPattern: 1)!
    limit = bytes.count
    self.end = end
    position = start
    classes = ScalarTable.shared.classes
    latin = ScalarTable.shared.latin
  }

  /// The scalar at `offset` and its length in bytes.
  ///
  /// A sequence that is cut off reads as U+FFFD, one byte long.
  @inline(__always) private func scalar(at offset: Int) -> (value: UInt32, count: Int) {
    decodeScalar(bytes, at: offset, end: end)
  }

  /// Reads the next token; `false` at the end.
  @inline(__always) mutating func next(_ token: inout Token) -> Bool {
    // Nearly always: one space and an ASCII letter.
    if position + 1 < end, bytes[position] == 0x20, isAsciiWord(bytes[position + 1]) {
      position += 1
      token.isBreakBefore = false
      token.isStart = true
      readWord(&token)
      return true
    }
    return nextAfterGap(&token)
  }

  private mutating func nextAfterGap(_ token: inout Token) -> Bool {
    var spaces = 0
    var lines = 0
    var hasDash = false
    var isBreak = false
    var apostropheEnd = -1
    while position < end {
      let (value, count) = scalar(at: position)
      switch value < 0x10000 ? classes[Int(value)] : ScalarTable.shared.scalarClass(value) {
      case .word:
        token.isBreakBefore = isBreak || lines > 1 || (lines == 0 && spaces > 1)
        let start = position
        readWord(&token)
        token.isStart = !(apostropheEnd == start && token.end - token.start == 1 && token.low == 0x73)
        return true
      case .space: spaces += 1
      case .tab: isBreak = true
      case .lineBreak:
        lines += 1
        if value == 0x0D, position + 1 < end, bytes[position + 1] == 0x0A { position += 1 }
      case .paragraphBreak: isBreak = true
      case .invisible: break
      case .apostrophe where isAfterWord && apostropheEnd < 0 && spaces + lines == 0 && !hasDash && !isBreak:
        apostropheEnd = position + count
      case .hyphen where isAfterWord && !hasDash && lines == 0 && spaces < 2 && !isBreak,
        .dash where isAfterWord && !hasDash && lines == 0 && spaces < 2 && !isBreak:
        hasDash = true
        spaces = 0
      case let kind:
        token.isBreakBefore = isBreak || lines > 1 || (lines == 0 && spaces > 1)
        readMark(&token, value, count, kind)
        return true
      }
      position += count
    }
    return false
  }

  private mutating func readMark(_ token: inout Token, _ value: UInt32, _ count: Int, _ kind: ScalarClass) {
    token.start = UInt32(truncatingIfNeeded: position)
    position += count
    token.end = UInt32(truncatingIfNeeded: position)
    switch kind {
    case .hyphen, .dash: token.low = 0x2D
    case .apostrophe: token.low = 0x27
    default: token.low = (0x201C...0x201F).contains(value) ? 0x22 : UInt64(value)
    }
    token.high = 0
    token.isLong = false
    token.traits = TokenTraits()
    token.isWord = false
    token.isStart = true
    token.slot = Token.unresolved
    token.opening = .unknown
    token.finishKey()
    isAfterWord = false
  }

  @inline(__always) private func isAsciiWord(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower &- 0x61 < 26 || byte &- 0x30 < 10
  }

  @inline(__always) private mutating func readWord(_ token: inout Token) {
    guard let memory, let word = ShortWord(bytes, at: position, limit: limit), position &+ word.count <= end else {
      readNewWord(&token)
      return
    }
    let entry = memory + word.place(bits: WordMemory.placeBits)
    if entry.pointee.low == word.low, entry.pointee.high == word.high {
      recall(entry, &token, word.count)
    } else {
      let start = position
      readNewWord(&token)
      // Beyond ASCII there are also quotation marks and the like, which end a word.
      if position == start + word.count {
        entry.pointee = WordMemory.Entry(low: word.low, high: word.high, token: token)
        newEntry = entry
      }
    }
  }

  @inline(__always) private mutating func recall(
    _ entry: UnsafeMutablePointer<WordMemory.Entry>, _ token: inout Token, _ count: Int
  ) {
    token.low = entry.pointee.token.low
    token.high = entry.pointee.token.high
    token.hash = entry.pointee.token.hash
    token.slot = entry.pointee.token.slot
    token.opening = entry.pointee.token.opening
    token.root = entry.pointee.token.root
    token.isForm = entry.pointee.token.isForm
    token.bloom = entry.pointee.token.bloom
    token.traits = entry.pointee.token.traits
    token.isLong = entry.pointee.token.isLong
    token.isWord = true
    token.start = UInt32(truncatingIfNeeded: position)
    position &+= count
    token.end = UInt32(truncatingIfNeeded: position)
    isAfterWord = true
    newEntry = nil
  }

  private mutating func readNewWord(_ token: inout Token) {
    newEntry = nil
    let start = position
    var stop = start
    while stop < end, isAsciiWord(bytes[stop]) { stop += 1 }
    if stop - start > 16 || (stop < end && bytes[stop] >= 0x80) || start + 16 > limit {
      readAnyWord(&token)
      return
    }
    // Letters and digits only, so that setting bit 5 is lower-casing.
    let count = stop - start
    let raw = UnsafeRawPointer(bytes + start)
    let lowerCase: UInt64 = 0x2020_2020_2020_2020
    var low = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
    if count <= 8 {
      let mask = UInt64.max >> UInt64(64 - 8 * count)
      low &= mask
      token.low = (low | lowerCase) & mask
      token.high = 0
      token.traits = TokenTraits(capitals: TokenTraits.capitals(low))
    } else {
      let mask = UInt64.max >> UInt64(128 - 8 * count)
      let high = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)) & mask
      token.low = low | lowerCase
      token.high = (high | lowerCase) & mask
      token.traits = TokenTraits(capitals: TokenTraits.capitals(low) | TokenTraits.capitals(high) << 8)
    }
    token.isLong = false
    token.finishKey()
    close(&token, start, stop)
  }

  @inline(__always) private mutating func close(_ token: inout Token, _ start: Int, _ stop: Int) {
    token.start = UInt32(truncatingIfNeeded: start)
    token.end = UInt32(truncatingIfNeeded: stop)
    token.slot = Token.unresolved
    token.opening = .unknown
    token.isWord = true
    position = stop
    isAfterWord = true
  }

  private mutating func readAnyWord(_ token: inout Token) {
    let start = position
    var stop = start
    var key = TokenKey()
    var traits = TokenTraits()
    while stop < end {
      let byte = bytes[stop]
      if byte < 0x80 {
        if !isAsciiWord(byte) { break }
        if byte &- 0x41 < 26 { traits.setCapital(key.count) }
        key.append(byte | 0x20)
        stop += 1
        continue
      }
      let (value, count) = scalar(at: stop)
      let index = ScalarTable.latinIndex(value)
      if index >= 0, latin[index].isKnown {
        let letter = latin[index]
        var folded = letter.folded
        if letter.isCapital { traits.setCapital(key.count) }
        for _ in 0..<letter.count {
          key.append(UInt8(truncatingIfNeeded: folded))
          folded >>= 8
        }
        traits.marks |= letter.marks
        traits.markSum &+= letter.weight(at: key.count)
      } else {
        if ScalarTable.shared.scalarClass(value) != .word { break }
        traits.marks |= TokenTraits.complex
      }
      stop += count
    }
    if stop - start > Token.longest || (traits.marks & TokenTraits.complex == 0 && key.count == 0) {
      // In no lexicon, and still a word. Nothing else has this key, as no folded byte is 0.
      key = TokenKey()
    } else if traits.marks & TokenTraits.complex != 0 {
      key = foldedKey(start, stop)
    }
    token.traits = traits
    key.store(in: &token)
    close(&token, start, stop)
  }

  /// The key of a word that the Latin table does not cover, by way of TextKit.
  private func foldedKey(_ start: Int, _ stop: Int) -> TokenKey {
    var scratch: [UInt8] = []
    Folding.append(UnsafeBufferPointer(start: bytes + start, count: stop - start), .diacritics, to: &scratch)
    var key = TokenKey()
    for byte in scratch where byte != 0 { key.append(byte) }
    return key
  }
}

/// The scalar at `offset` and its length in bytes.
///
/// A sequence that is cut off reads as U+FFFD, one byte long.
@inline(__always) func decodeScalar(
  _ bytes: UnsafePointer<UInt8>, at offset: Int, end: Int
) -> (value: UInt32, count: Int) {
  let lead = UInt32(bytes[offset])
  if lead < 0x80 { return (lead, 1) }
  if lead < 0xE0 {
    guard lead >= 0xC0, offset + 2 <= end else { return (0xFFFD, 1) }
    return ((lead & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F), 2)
  }
  if lead < 0xF0 {
    guard offset + 3 <= end else { return (0xFFFD, 1) }
    return ((lead & 0x0F) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F), 3)
  }
  guard offset + 4 <= end else { return (0xFFFD, 1) }
  let high = (lead & 0x07) << 18 | UInt32(bytes[offset + 1] & 0x3F) << 12
  return (high | UInt32(bytes[offset + 2] & 0x3F) << 6 | UInt32(bytes[offset + 3] & 0x3F), 4)
}

extension TokenKey {
  /// All folded bytes of one word, which lies at `start..<stop`; no longer than ``Token/longest``.
  static func foldedBytes(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ stop: Int) -> [UInt8] {
    var folded: [UInt8] = []
    var offset = start
    while offset < stop {
      let byte = bytes[offset]
      if byte < 0x80 {
        folded.append(byte | 0x20)
        offset += 1
        continue
      }
      let (value, count) = decodeScalar(bytes, at: offset, end: stop)
      offset += count
      let index = ScalarTable.latinIndex(value)
      guard index >= 0, ScalarTable.shared.latin[index].isKnown else {
        folded.removeAll()
        Folding.append(UnsafeBufferPointer(start: bytes + start, count: stop - start), .diacritics, to: &folded)
        return folded.filter { $0 != 0 }
      }
      let letter = ScalarTable.shared.latin[index]
      for place in 0..<letter.count { folded.append(UInt8(truncatingIfNeeded: letter.folded >> UInt32(8 * place))) }
    }
    return folded
  }
}
