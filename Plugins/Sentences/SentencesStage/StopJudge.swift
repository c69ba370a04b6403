import StageKit

/// Decides whether a full stop, or a mark like it, ends a sentence.
struct StopJudge {
  /// What stands behind the marks: the first character that is no opening mark.
  private struct Ahead {
    var value: UInt32
    var start: Int
  }

  /// Opening marks that are looked past.
  private static let mostOpeners = 8
  /// Bytes before a full stop in which an abbreviation is looked for.
  private static let longestToken = 24

  let bytes: UnsafeBufferPointer<UInt8>
  /// Start and end of the block.
  let start: Int
  let end: Int

  /// Whether a sentence ends with the marks from `first` to `last`, where the next text begins at `next`.
  func ends(_ first: Int, _ last: Int, next: Int, _ languages: Languages) -> Bool {
    guard next < end else { return true }
    guard let ahead = lookAhead(next) else { return true }
    switch ahead.value {
    case 0x2C, 0x3B, 0x3A, 0x2E, 0x21, 0x3F, 0x25, 0x29, 0x5D, 0x2026: return false  // , ; : . ! ? % ) ] …
    default: break
    }
    if Scalars.isLowercase(ahead.value) { return false }
    // Question and exclamation marks, and an ellipsis before a capital, need no second look.
    guard last - first == 1, bytes[first] == 0x2E else { return true }
    return fullStopEnds(first, ahead, languages)
  }

  private func fullStopEnds(_ stop: Int, _ ahead: Ahead, _ languages: Languages) -> Bool {
    let token = tokenStart(before: stop)
    guard token < stop else { return true }
    if isListMarker(token, stop) { return false }
    let beforeNumber = Scalars.isDigit(ahead.value)
    if let behaviour = abbreviation(token, stop, languages) {
      switch behaviour {
      case .never: return false
      case .beforeNumber: if beforeNumber || isRomanNumeral(ahead.start) { return false }
      case .capital: return !beforeNumber
      case .starter: return isStarter(ahead.start)
      }
    }
    if isNumber(token, stop) { return !beforeNumber || stop - token > 2 }
    if isInitial(token, stop) || isDotted(token, stop) { return isStarter(ahead.start) }
    // “Gr. 5”: a short unknown word before a number is rather an abbreviation.
    return !beforeNumber || stop - token > 2
  }

  /// The first character at or behind `next` that is no opening mark; `nil` if there is none.
  private func lookAhead(_ next: Int) -> Ahead? {
    var offset = next
    for _ in 0...Self.mostOpeners {
      guard offset < end else { return nil }
      let (value, length) = UTF8Decode.scalar(bytes, at: offset)
      guard Scalars.isOpener(value) || Scalars.isSpace(value) else { return Ahead(value: value, start: offset) }
      offset += length
    }
    return nil
  }

  /// Where the run of letters, digits and full stops that ends at `stop` begins.
  private func tokenStart(before stop: Int) -> Int {
    var offset = stop
    while offset > start, stop - offset < Self.longestToken {
      let (value, length) = UTF8Decode.scalar(bytes, endingAt: offset)
      let isInside = value == 0x2E || value == 0x2F || value == 0x27 || (value >= 0x300 && value < 0x370)
      guard isInside || Scalars.isDigit(value) || Scalars.isLetter(value) else { break }
      offset -= length
    }
    return offset
  }

  /// The behaviour of the whole token as an abbreviation, or of its part behind the last full stop (“PGS.TS.”).
  private func abbreviation(_ token: Int, _ stop: Int, _ languages: Languages) -> Abbreviations.Behaviour? {
    if let found = Abbreviations.find(bytes, token, stop, in: languages) { return found }
    var part = stop
    while part > token, bytes[part - 1] != 0x2E { part -= 1 }
    guard part > token, part < stop else { return nil }
    return Abbreviations.find(bytes, part, stop, in: languages)
  }

  /// Whether the token is a number or letter at the start of a line, as of an item in a list.
  private func isListMarker(_ token: Int, _ stop: Int) -> Bool {
    var offset = token
    while offset > start {
      let byte = bytes[offset - 1]
      if byte == 0x0A || byte == 0x0D { break }
      guard byte == 0x20 || byte == 0x09 || byte == 0x28 else { return false }
      offset -= 1
      guard token - offset < Self.longestToken else { return false }
    }
    if isNumber(token, stop) { return stop - token <= 3 || bytes[token..<stop].contains(0x2E) }
    return stop - token == 1 || isRomanNumeral(token)
  }

  private func isNumber(_ token: Int, _ stop: Int) -> Bool {
    bytes[token..<stop].allSatisfy { Scalars.isDigit(UInt32($0)) || $0 == 0x2E }
  }

  /// Whether the token is, or ends with, the initial of a name.
  private func isInitial(_ token: Int, _ stop: Int) -> Bool {
    let (value, length) = UTF8Decode.scalar(bytes, endingAt: stop)
    guard Scalars.isUppercase(value) else { return false }
    return stop - length == token || bytes[stop - length - 1] == 0x2E
  }

  /// Whether the token has a full stop inside and only short parts: “U.S.A”, “v.v”.
  private func isDotted(_ token: Int, _ stop: Int) -> Bool {
    var partLength = 0
    var dots = 0
    for offset in token..<stop {
      if bytes[offset] == 0x2E {
        dots += 1
        partLength = 0
      } else {
        partLength += 1
        if partLength > 3 { return false }
      }
    }
    return dots > 0
  }

  private func isStarter(_ offset: Int) -> Bool {
    Starters.contains(bytes, offset, wordEnd(offset))
  }

  private func isRomanNumeral(_ offset: Int) -> Bool {
    let wordEnd = wordEnd(offset)
    return wordEnd > offset
      && bytes[offset..<wordEnd].allSatisfy { $0 == 0x49 || $0 == 0x56 || $0 == 0x58 }  // I V X
  }

  /// Where the letters at `offset` end; looks at most nine bytes ahead, for no word in question is longer.
  private func wordEnd(_ offset: Int) -> Int {
    var end = offset
    while end < self.end, end - offset < 9 {
      let (value, length) = UTF8Decode.scalar(bytes, at: end)
      guard Scalars.isLetter(value) || (value >= 0x300 && value < 0x370) else { break }
      end += length
    }
    return end
  }
}
