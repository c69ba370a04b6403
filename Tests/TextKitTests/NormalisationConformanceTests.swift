import StageKit
import Testing
import TextKit

/// Every invariant that the head of NormalizationTest.txt states, for the forms we have.
struct NormalisationConformanceTests {
  private struct Row {
    let columns: [String]
    let part: Int
  }

  private static func rows() throws -> [Row] {
    var part = -1
    return try UnicodeData.lines("NormalizationTest.txt").compactMap { line in
      if line.hasPrefix("@Part") {
        part += 1
        return nil
      }
      return Row(
        columns: line.split(separator: ";", omittingEmptySubsequences: false).prefix(5).map(UnicodeData.string),
        part: part)
    }
  }

  @Test func dataAndLibraryImplementTheSameVersion() throws {
    let version = try UnicodeData.version("NormalizationTest.txt")
    #expect(
      version.hasPrefix(ICU.unicodeVersion),
      "unicode-data \(version) against ICU \(ICU.version), which implements Unicode \(ICU.unicodeVersion)")
  }

  @Test func everyRowNormalisesAsStated() throws {
    let rows = try Self.rows()
    #expect(rows.count > 19_000)
    for row in rows {
      let (source, nfc, nfd, nfkc, nfkd) = (
        row.columns[0], row.columns[1], row.columns[2], row.columns[3], row.columns[4]
      )
      for column in [source, nfc, nfd] {
        expect(column, .nfc, nfc)
        expect(column, .nfd, nfd)
        expect(column, .nfkc, nfkc)
      }
      for column in [nfkc, nfkd] {
        expect(column, .nfc, nfkc)
        expect(column, .nfd, nfkd)
        expect(column, .nfkc, nfkc)
      }
    }
  }

  @Test func charactersThatNoRowNamesNormaliseToThemselves() throws {
    let named = Set(try Self.rows().filter { $0.part == 1 }.compactMap { $0.columns[0].unicodeScalars.first?.value })
    for value in UInt32(0)...0x10FFFF where !named.contains(value) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = Text(String(scalar))
      for form in NormalForm.allCases {
        let stays = Normaliser.isNormalised(text, form)
        if !stays { Issue.record("U+\(String(value, radix: 16)) is not in \(form)") }
      }
    }
  }

  /// The edits give the expected text; the check agrees with the edits; a second pass changes nothing.
  private func expect(_ input: String, _ form: NormalForm, _ expected: String) {
    let text = Text(input)
    let edits = Normaliser.edits(for: text, to: form, reason: "test.form")
    let result = try? edits.apply(to: text)
    guard result == Text(expected) else {
      Issue.record("\(form) of \(input.unicodeScalars.map { String($0.value, radix: 16) })")
      return
    }
    if Normaliser.isNormalised(text, form) != (text == Text(expected)) || edits.isEmpty != (text == Text(expected)) {
      Issue.record("check of \(form) of \(input.unicodeScalars.map { String($0.value, radix: 16) })")
    }
    if !Normaliser.isNormalised(Text(expected), form) { Issue.record("\(form) is not idempotent") }
  }
}
