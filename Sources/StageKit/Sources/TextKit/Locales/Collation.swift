internal import CICU

/// A language whose order and names are wanted.
public enum CollationLocale: String, CaseIterable, Sendable {
  case vietnamese = "vi"
  case english = "en"
}

/// The order of words in a dictionary of a language, from ICU's CLDR data.
public enum Collation {
  /// A key whose order by bytes is the language's order of the strings: `đ` follows `d`, and the tones rank
  /// ngang, huyền, hỏi, ngã, sắc, nặng in Vietnamese.
  ///
  /// Keys compare only with keys of the same locale and the same version of ICU.
  public static func sortKey(_ string: String, _ locale: CollationLocale) -> [UInt8] {
    Array.withBytes(of: string) { bytes in
      received { context, sink in
        cicu_sort_key(locale.rawValue, bytes.baseAddress, bytes.count, context, sink)
      } ?? []
    }
  }
}

/// Runs a function of the shim that hands over its result once, or never.
func received(_ call: (UnsafeMutableRawPointer, cicu_bytes_sink) -> Void) -> [UInt8]? {
  var result: [UInt8]?
  withUnsafeMutablePointer(to: &result) { pointer in
    call(pointer) { context, bytes, count in
      context?.assumingMemoryBound(to: [UInt8]?.self).pointee = Array(UnsafeBufferPointer(start: bytes, count: count))
    }
  }
  return result
}
