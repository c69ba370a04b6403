internal import CICU

/// Keys for matching: strings with equal keys count as the same at the level.
///
/// Folding twice gives the same key, and a string has the same key in every normal form. Latin letters, those with
/// combining marks of Vietnamese included, go through tables; anything else through ICU.
public enum Folding {
  /// The key of a string.
  public static func key(_ string: String, _ level: FoldingLevel) -> String {
    var key: [UInt8] = []
    key.reserveCapacity(string.utf8.count)
    Array.withBytes(of: string) { append($0, level, to: &key) }
    return String(decoding: key, as: UTF8.self)
  }

  /// Adds the key of valid UTF-8 to `key`.
  ///
  /// The bytes are folded on their own: a combining mark at their start does not join what `key` ends with. Allocates
  /// nothing for Latin and Vietnamese text, if `key` has room.
  public static func append(_ bytes: UnsafeBufferPointer<UInt8>, _ level: FoldingLevel, to key: inout [UInt8]) {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
    let start = key.count
    let table = level == .diacritics ? FoldingTable.diacritics : FoldingTable.letterCase
    var offset = 0
    while true {
      let covered = offset
      offset = table.append(base, from: offset, bytes.count, to: &key)
      guard offset < bytes.count else { break }
      let end = table.endOfUncovered(base, from: offset, bytes.count)
      if offset > covered && isMark(base, offset) {
        // The mark may have to go before those of the letter it stands on: take that letter back.
        let letter = startOfLetter(base, before: offset, from: covered)
        var taken: [UInt8] = []
        _ = table.append(base, from: letter, offset, to: &taken)
        key.removeLast(taken.count)
        offset = letter
      }
      appendByICU(UnsafeBufferPointer(start: base + offset, count: end - offset), level, to: &key)
      offset = end
    }
    if level == .tonePlacement { ToneFolding.canonicalise(&key, from: start) }
  }

  /// Whether a combining mark stands at the offset, or one of the half-width signs that fold to one.
  private static func isMark(_ bytes: UnsafePointer<UInt8>, _ offset: Int) -> Bool {
    var offset = offset
    let scalar = decodeScalar(bytes, &offset)
    return scalar == 0xFF9E || scalar == 0xFF9F || CharacterTable.kinds[scalar] == UInt8(CICU_KIND_MARK)
  }

  /// Start of the letter whose marks end at `offset`, not before `start`.
  private static func startOfLetter(_ bytes: UnsafePointer<UInt8>, before offset: Int, from start: Int) -> Int {
    var offset = offset
    repeat { offset = previousScalar(bytes, offset, from: start) } while offset > start && isMark(bytes, offset)
    return offset
  }

  /// For text that the tables do not cover.
  static func appendByICU(_ bytes: UnsafeBufferPointer<UInt8>, _ level: FoldingLevel, to key: inout [UInt8]) {
    let folded = received { cicu_fold(level == .diacritics, bytes.baseAddress, bytes.count, $0, $1) } ?? []
    guard level == .diacritics else {
      key += folded
      return
    }
    folded.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      var offset = 0
      while offset < bytes.count {
        let start = offset
        if let plain = ASCIIForm.of(decodeScalar(base, &offset)) {
          key += plain.utf8
        } else {
          key += UnsafeBufferPointer(start: base + start, count: offset - start)
        }
      }
    }
  }
}
