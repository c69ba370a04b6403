internal import CICU

/// The run of letters and marks around a place, if it is short enough to be a syllable.
struct WordExtent {
  let start: Int
  let end: Int

  /// `nil` if the run is longer than any syllable.
  init?(_ bytes: UnsafePointer<UInt8>, _ count: Int, around offset: Int) {
    let kinds = CharacterTable.kinds
    func isInside(_ kind: UInt8) -> Bool { kind == UInt8(CICU_KIND_LETTER) || kind == UInt8(CICU_KIND_MARK) }
    var start = offset
    while start > 0 {
      let before = previousScalar(bytes, start, from: 0)
      var next = before
      guard isInside(kinds.read(bytes, &next)) else { break }
      start = before
      if offset - start > SyllableReading.longest { return nil }
    }
    var end = offset
    while end < count {
      var next = end
      guard isInside(kinds.read(bytes, &next)) else { break }
      end = next
      if end - start > SyllableReading.longest { return nil }
    }
    self.start = start
    self.end = end
  }
}
