import StageKit

/// The letters that are taken for Đ.
enum LookAlikes {
  /// Bytes that are tested at a time.
  private static let chunk = 4096

  /// Whether one of them is in the text; a quick scan, since nearly all texts have none.
  static func occur(in text: Text) -> Bool {
    text.bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start + 1 < bytes.count {
        let end = min(start + chunk, bytes.count - 1)
        var found: UInt8 = 0
        for offset in start..<end {
          let (lead, tail) = (bytes[offset], bytes[offset &+ 1])
          // Ð and ð, Ɖ, ɖ.
          found |= (lead == 0xC3 ? 1 : 0) & (tail | 0x20 == 0xB0 ? 1 : 0)
          found |= (lead == 0xC6 ? 1 : 0) & (tail == 0x89 ? 1 : 0)
          found |= (lead == 0xC9 ? 1 : 0) & (tail == 0x96 ? 1 : 0)
        }
        if found != 0 { return true }
        start = end
      }
      return false
    }
  }

  static func contains(_ value: UInt32) -> Bool {
    switch value {
    case 0xD0, 0xF0, 0x189, 0x256: true
    default: false
    }
  }
}
