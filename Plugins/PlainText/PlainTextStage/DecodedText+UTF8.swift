import StageKit

extension DecodedText {
  /// Longest stretch of invalid bytes, counted in sequences, that gets a U+FFFD for each of them.
  ///
  /// Longer ones are no misread letters, and one mark for all keeps a file of noise small.
  private static let longestMarkedStretch = 64

  /// Decodes UTF-8.
  ///
  /// Each maximal part of an ill-formed sequence becomes U+FFFD, as the Unicode Standard recommends
  /// (section 3.9, “U+FFFD Substitution of Maximal Subparts”); a stretch of them is one note.
  init(utf8 bytes: [UInt8], markLength: Int) {
    if markLength == 0, let text = Text(validating: bytes) {
      self.init(text: text, alignment: Alignment(identity: bytes.count), notes: ReadingNotes())
      return
    }
    var builder = AlignmentBuilder()
    var notes = ReadingNotes()
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    builder.appendReplaced(textCount: 0, SourceRange(0, markLength))
    bytes.withUnsafeBufferPointer { source in
      var offset = markLength
      while offset < source.count {
        let bad = UTF8Check.firstInvalid(in: source, from: offset) ?? source.count
        out.append(contentsOf: UnsafeBufferPointer(rebasing: source[offset..<bad]))
        builder.appendEqual(SourceRange(offset, bad))
        guard bad < source.count else { break }
        offset = Self.replaceInvalid(source, from: bad, &out, &builder, &notes)
      }
    }
    self.init(text: Text(knownValid: out), alignment: builder.alignment, notes: notes)
  }

  /// Replaces the stretch of invalid sequences at `start`; returns the offset behind it.
  private static func replaceInvalid(
    _ source: UnsafeBufferPointer<UInt8>, from start: Int, _ out: inout [UInt8], _ builder: inout AlignmentBuilder,
    _ notes: inout ReadingNotes
  ) -> Int {
    var ends: [Int] = []
    var end = start
    while end < source.count, UTF8Check.sequenceLength(source, at: end) == nil {
      end += maximalSubpart(source, at: end)
      if ends.count <= longestMarkedStretch { ends.append(end) }
    }
    if ends.count > longestMarkedStretch { ends = [end] }
    let textStart = out.count
    var from = start
    for next in ends {
      out.append(contentsOf: replacement)
      builder.appendReplaced(textCount: replacement.count, SourceRange(from, next))
      from = next
    }
    let shown = ReadingNotes.hexadecimal(source[start..<end])
    let place = end - start == 1 ? "The byte at offset \(start)" : "The \(end - start) bytes at offset \(start)"
    notes.add(
      .invalidUTF8, TextRange(textStart, out.count), source: start..<end,
      message: "\(place) of the file, \(shown), cannot be read as UTF-8; U+FFFD stands in their place.")
    return end
  }

  /// Length of the longest beginning of a well-formed sequence at `offset`, where no whole one is; at least 1.
  private static func maximalSubpart(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    let lead = bytes[offset]
    let wanted: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0xE0: (wanted, low) = (3, 0xA0)
    case 0xED: (wanted, high) = (3, 0x9F)
    case 0xE1...0xEF: wanted = 3
    case 0xF0: (wanted, low) = (4, 0x90)
    case 0xF4: (wanted, high) = (4, 0x8F)
    case 0xF1...0xF3: wanted = 4
    default: return 1
    }
    var length = 1
    while length < wanted, offset + length < bytes.count {
      let byte = bytes[offset + length]
      guard byte >= low, byte <= high else { break }
      (low, high) = (0x80, 0xBF)
      length += 1
    }
    return length
  }
}
