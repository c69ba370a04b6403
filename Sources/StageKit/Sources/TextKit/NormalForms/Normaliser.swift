internal import CICU
public import StageKit

/// Brings text into a normal form, as edits.
public enum Normaliser {
  /// Whether the text is in the form already; characters that never change cost next to nothing.
  public static func isNormalised(_ text: Text, _ form: NormalForm) -> Bool {
    text.bytes.withUnsafeBufferPointer { cicu_is_normalised(form.number, $0.baseAddress, $0.count) }
  }

  /// The edits that bring the text into the form: one for each place that changes, none if nothing does.
  ///
  /// - Parameters:
  ///   - ranges: bytes of the text, in any order, on scalar boundaries; `nil` for all of it. A range that begins or ends
  ///     inside a sequence that the form treats as one is drawn in to leave that sequence alone, so that no edit reaches
  ///     outside. Ranges that touch count as one.
  ///   - reason: the reason stated by each edit, such as `normalise.nfc`.
  public static func edits(
    for text: Text, to form: NormalForm, within ranges: [TextRange]? = nil, reason: String
  ) -> EditList {
    var collection = Collection(reason: reason)
    text.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      withUnsafeMutablePointer(to: &collection) { pointer in
        for range in ranges.map({ merged($0, in: bytes.count) }) ?? [text.range] {
          cicu_normalise(form.number, base, bytes.count, range.start, range.end, pointer) {
            context, start, end, replacement, length in
            context?.assumingMemoryBound(to: Collection.self).pointee.add(
              start, end, UnsafeBufferPointer(start: replacement, count: length))
          }
        }
      }
    }
    return collection.edits
  }

  /// The string in the form.
  public static func normalise(_ string: String, _ form: NormalForm) -> String {
    let text = Text(string)
    let edits = edits(for: text, to: form, reason: "normalise")
    if edits.isEmpty { return string }
    var result: [UInt8] = []
    result.reserveCapacity(text.count + edits.lengthChange)
    let replacements = edits.replacementBytes
    var read = 0
    for edit in edits {
      result += text.bytes[read..<edit.range.start]
      result += replacements[edit.replacement]
      read = edit.range.end
    }
    result += text.bytes[read...]
    return String(decoding: result, as: UTF8.self)
  }

  /// Gathers what ICU reports; it comes in order.
  private struct Collection {
    var edits = EditList()
    private let reason: EditList.ReasonIndex

    init(reason: String) { self.reason = edits.reason(reason) }

    mutating func add(_ start: Int, _ end: Int, _ replacement: UnsafeBufferPointer<UInt8>) {
      do {
        try edits.replace(TextRange(start, end), with: replacement, reason)
      } catch {
        preconditionFailure("ICU reports changes in order: \(error)")
      }
    }
  }
}

extension NormalForm {
  /// The form's number in the shim.
  fileprivate var number: Int32 {
    switch self {
    case .nfc: Int32(CICU_NFC)
    case .nfd: Int32(CICU_NFD)
    case .nfkc: Int32(CICU_NFKC)
    }
  }
}

/// Sorted ranges that neither overlap nor touch, cut to a text of `length` bytes.
func merged(_ ranges: [TextRange], in length: Int) -> [TextRange] {
  var result: [TextRange] = []
  for range in ranges.sorted() where range.start < length && !range.isEmpty {
    let end = min(range.end, length)
    if let last = result.last, range.start <= last.end {
      result[result.count - 1] = TextRange(last.start, max(last.end, end))
    } else {
      result.append(TextRange(range.start, end))
    }
  }
  return result
}
