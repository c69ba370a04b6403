/// First bytes of common formats that are not plain text, so that a refusal can name what the user gave.
///
/// Source: the formats' own specifications.
enum FileSignature {
  private static let table: [(bytes: [UInt8], name: String)] = [
    (Array("%PDF-".utf8), "a PDF file"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive, which Word (.docx) and Excel (.xlsx) files are too"),
    ([0x50, 0x4B, 0x05, 0x06], "an empty ZIP archive"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Office file (.doc, .xls, .ppt)"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG image"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image"),
    (Array("GIF87a".utf8), "a GIF image"),
    (Array("GIF89a".utf8), "a GIF image"),
    ([0x49, 0x49, 0x2A, 0x00], "a TIFF image"),
    ([0x4D, 0x4D, 0x00, 0x2A], "a TIFF image"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program (ELF)"),
    ([0x1F, 0x8B, 0x08], "a gzip file"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "an XZ file"),
    ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard file"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive"),
    (Array("Rar!\u{1A}\u{07}".utf8), "a RAR archive"),
    (Array("SQLite format 3\0".utf8), "an SQLite database"),
    (Array("OggS\0".utf8), "an Ogg sound or video file"),
  ]

  static func name(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
    table.first { bytes.starts(with: $0.bytes) }?.name
  }
}
