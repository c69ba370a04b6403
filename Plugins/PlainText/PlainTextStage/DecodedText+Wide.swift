import StageKit

/// UTF-16 and UTF-32. Every scalar is an alignment run of its own, so that each leads back to its exact bytes.
extension DecodedText {
  init(utf16 bytes: [UInt8], isBigEndian: Bool, markLength: Int) {
    var writer = WideWriter(unitSize: 2, bytes: bytes, markLength: markLength)
    bytes.withUnsafeBufferPointer { source in
      func unit(_ offset: Int) -> UInt32 {
        isBigEndian
          ? UInt32(source[offset]) << 8 | UInt32(source[offset + 1])
          : UInt32(source[offset + 1]) << 8 | UInt32(source[offset])
      }
      var offset = markLength
      while offset + 1 < source.count {
        let first = unit(offset)
        guard first & 0xF800 == 0xD800 else {
          writer.append(first, offset, offset + 2)
          offset += 2
          continue
        }
        if first < 0xDC00, offset + 3 < source.count, unit(offset + 2) & 0xFC00 == 0xDC00 {
          writer.append(0x10000 + (first & 0x3FF) << 10 + (unit(offset + 2) & 0x3FF), offset, offset + 4)
          offset += 4
        } else {
          writer.appendReplacement(.unpairedSurrogate, offset, offset + 2)
          offset += 2
        }
      }
      writer.close(from: offset)
    }
    self = writer.decoded
  }

  init(utf32 bytes: [UInt8], isBigEndian: Bool, markLength: Int) {
    var writer = WideWriter(unitSize: 4, bytes: bytes, markLength: markLength)
    bytes.withUnsafeBufferPointer { source in
      var offset = markLength
      while offset + 3 < source.count {
        var value: UInt32 = 0
        for index in 0..<4 { value = value << 8 | UInt32(source[offset + (isBigEndian ? index : 3 - index)]) }
        if value & 0xFFFF_F800 == 0xD800 {
          writer.appendReplacement(.unpairedSurrogate, offset, offset + 4)
        } else if value > 0x10FFFF {
          writer.appendReplacement(.invalidUTF32, offset, offset + 4)
        } else {
          writer.append(value, offset, offset + 4)
        }
        offset += 4
      }
      writer.close(from: offset)
    }
    self = writer.decoded
  }
}

/// Writes scalars as UTF-8 and keeps text and bytes aligned.
private struct WideWriter {
  private let unitSize: Int
  private let bytes: [UInt8]
  private var out: [UInt8] = []
  private var builder = AlignmentBuilder()
  private var notes = ReadingNotes()

  init(unitSize: Int, bytes: [UInt8], markLength: Int) {
    self.unitSize = unitSize
    self.bytes = bytes
    out.reserveCapacity(bytes.count / unitSize * 3 / 2)
    builder.appendReplaced(textCount: 0, SourceRange(0, markLength))
  }

  var decoded: DecodedText {
    DecodedText(text: Text(knownValid: out), alignment: builder.alignment, notes: notes)
  }

  /// Appends a scalar that the bytes `start..<end` of the file stand for.
  mutating func append(_ value: UInt32, _ start: Int, _ end: Int) {
    let before = out.count
    switch value {
    case ..<0x80: out.append(UInt8(value))
    case ..<0x800:
      out.append(0xC0 | UInt8(value >> 6))
      out.append(0x80 | UInt8(value & 0x3F))
    case ..<0x10000:
      out.append(0xE0 | UInt8(value >> 12))
      out.append(0x80 | UInt8(value >> 6 & 0x3F))
      out.append(0x80 | UInt8(value & 0x3F))
    default:
      out.append(0xF0 | UInt8(value >> 18))
      out.append(0x80 | UInt8(value >> 12 & 0x3F))
      out.append(0x80 | UInt8(value >> 6 & 0x3F))
      out.append(0x80 | UInt8(value & 0x3F))
    }
    builder.appendReplaced(textCount: out.count - before, SourceRange(start, end))
  }

  mutating func appendReplacement(_ kind: ReadingNotes.Kind, _ start: Int, _ end: Int) {
    let textStart = out.count
    out.append(contentsOf: DecodedText.replacement)
    builder.appendReplaced(textCount: DecodedText.replacement.count, SourceRange(start, end))
    let shown = ReadingNotes.hexadecimal(bytes[start..<end])
    let what =
      switch kind {
      case .unpairedSurrogate: "half of a surrogate pair without the other half"
      case .incompleteUnit: "the beginning of a character whose rest is missing"
      default: "not the number of any Unicode character"
      }
    notes.add(
      kind, TextRange(textStart, out.count), source: start..<end,
      message: "The bytes at offset \(start) of the file, \(shown), are \(what); U+FFFD stands in their place.")
  }

  /// Handles bytes at the end that do not fill a unit.
  mutating func close(from offset: Int) {
    if offset < bytes.count { appendReplacement(.incompleteUnit, offset, bytes.count) }
  }
}
