/// The folded form of each Latin letter and common punctuation mark, made from ICU's answers once.
struct FoldingTable {
  /// UTF-8 of the folded form in the low seven bytes, first byte lowest, and its length in the highest.
  private let forms: UnsafePointer<UInt64>
  /// Whether combining marks vanish; else they join the letter before them.
  private let dropsMarks: Bool

  static let letterCase = FoldingTable(.letterCase)
  static let diacritics = FoldingTable(.diacritics)

  /// Blocks in the table: up to U+024F, Latin Extended Additional, General Punctuation.
  private static let latin = 0x250
  private static let additional = 0x100
  private static let punctuation = 0x70

  private init(_ level: FoldingLevel) {
    let size = Self.latin + Self.additional + Self.punctuation
    let forms = UnsafeMutablePointer<UInt64>.allocate(capacity: size)
    var key: [UInt8] = []
    for slot in 0..<size {
      let scalar =
        switch slot {
        case ..<Self.latin: slot
        case ..<(Self.latin + Self.additional): slot - Self.latin + 0x1E00
        default: slot - Self.latin - Self.additional + 0x2000
        }
      var bytes: [UInt8] = []
      Unicode.Scalar.append(UInt32(scalar), to: &bytes)
      key.removeAll(keepingCapacity: true)
      bytes.withUnsafeBufferPointer { Folding.appendByICU($0, level, to: &key) }
      precondition(key.count < 8, "a Latin letter folds to less than eight bytes")
      forms[slot] = key.reversed().reduce(0) { $0 << 8 | UInt64($1) } | UInt64(key.count) << 56
    }
    self.forms = UnsafePointer(forms)
    dropsMarks = level == .diacritics
  }

  /// Adds the key of the bytes up to something that is not in the table, or the end; the offset where that lies.
  ///
  /// What is not in the table may be a letter that is, with marks behind it that are not Vietnamese.
  func append(_ bytes: UnsafePointer<UInt8>, from start: Int, _ count: Int, to key: inout [UInt8]) -> Int {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.bufferSize) { buffer -> Int in
      guard let out = buffer.baseAddress else { return count }
      var offset = start
      while true {
        var written = 0
        let isCovered = fill(out, &written, bytes, &offset, count)
        key.append(contentsOf: UnsafeBufferPointer(start: out, count: written))
        if !isCovered || offset == count { return offset }
      }
    }
  }

  /// Where the table can take over again: before a stretch of characters in it that is worth while, or at the end.
  func endOfUncovered(_ bytes: UnsafePointer<UInt8>, from start: Int, _ count: Int) -> Int {
    var offset = start
    _ = decodeScalar(bytes, &offset)
    var covered = offset
    while offset < count {
      let isCovered = Self.slot(of: decodeScalar(bytes, &offset)) != nil
      if !isCovered || (offset < count && Self.isMark(bytes[offset])) { covered = offset }
      if offset &- covered >= Self.worthWhile { return covered }
    }
    return covered
  }

  private static let bufferSize = 256
  private static let worthWhile = 24

  /// Folds into the buffer until it is nearly full or the bytes are at an end; `false` if what stands at the offset is
  /// not in the table.
  @inline(__always) private func fill(
    _ out: UnsafeMutablePointer<UInt8>, _ written: inout Int, _ bytes: UnsafePointer<UInt8>, _ offset: inout Int,
    _ count: Int
  ) -> Bool {
    while offset < count && written < Self.bufferSize - 16 {
      if bytes[offset] < 0x80 {
        // A letter before a combining mark is left to the look at the mark.
        let next = offset &+ 1
        guard next < count && Self.isMark(bytes[next]) else {
          if count &- offset >= 9 {
            let word = UnsafeRawPointer(bytes + offset).loadUnaligned(as: UInt64.self)
            if word & 0x8080_8080_8080_8080 == 0 && !Self.isMark(bytes[offset &+ 8]) {
              UnsafeMutableRawPointer(out + written).storeBytes(of: Self.lowercased(word), as: UInt64.self)
              offset &+= 8
              written &+= 8
              continue
            }
          }
          let byte = bytes[offset]
          out[written] = byte &- 0x41 < 26 ? byte | 0x20 : byte
          written &+= 1
          offset = next
          continue
        }
      }
      let start = offset
      var scalar = decodeScalar(bytes, &offset)
      if offset < count && Self.isMark(bytes[offset]) && !dropsMarks {
        guard let joined = joined(scalar, bytes, &offset, count) else {
          offset = start
          return false
        }
        scalar = joined
      }
      if let slot = Self.slot(of: scalar) {
        let form = forms[slot]
        // The length byte is overwritten by what comes next.
        UnsafeMutableRawPointer(out + written).storeBytes(of: form.littleEndian, as: UInt64.self)
        written &+= Int(form >> 56)
      } else if !dropsMarks || scalar &- 0x300 >= 0x70 || scalar == 0x345 {
        // U+0345, the Greek iota below, is a letter to case folding.
        offset = start
        return false
      }
    }
    return true
  }

  /// The letter that `scalar` makes with the marks behind it; `nil` if it is not Vietnamese.
  private func joined(
    _ scalar: UInt32, _ bytes: UnsafePointer<UInt8>, _ offset: inout Int, _ count: Int
  ) -> UInt32? {
    let table = LetterTable.shared
    guard var letter = table[scalar] else { return nil }
    while offset < count && Self.isMark(bytes[offset]) {
      guard let joined = table.joining(letter, decodeScalar(bytes, &offset)) else { return nil }
      letter = joined
    }
    return table.scalar(of: letter)
  }

  /// Place of a scalar in the table; `nil` for `İ` too, whose form ends in a mark that may have to go behind another.
  @inline(__always) private static func slot(of scalar: UInt32) -> Int? {
    if scalar < 0x250 { return scalar == 0x130 ? nil : Int(scalar) }
    if scalar &- 0x1E00 < 0x100 { return Int(scalar) &- 0x1E00 &+ latin }
    if scalar &- 0x2000 < 0x70 { return Int(scalar) &- 0x2000 &+ latin &+ additional }
    return nil
  }

  /// Whether a lead byte belongs to U+0300–U+036F; a few Greek letters share the second one and take the slow way.
  @inline(__always) private static func isMark(_ lead: UInt8) -> Bool { lead == 0xCC || lead == 0xCD }

  /// Eight ASCII bytes in lower case.
  @inline(__always) private static func lowercased(_ word: UInt64) -> UInt64 {
    let fromA = word &+ 0x3F3F_3F3F_3F3F_3F3F
    let aboveZ = word &+ 0x2525_2525_2525_2525
    return word | (fromA & ~aboveZ & 0x8080_8080_8080_8080) >> 2
  }
}

// Safe: the table is written once, before the value exists, and only read afterwards.
extension FoldingTable: @unchecked Sendable {}
