public import StageKit

/// Writes one row of CSV for each entity.
public struct EntityTableWriter: Writer {
  let separator: Separator
  let hasBOM: Bool
  let guardsFormulas: Bool
  private let pieces = ConceptPiecePool()

  public init(separator: Separator = .comma, hasBOM: Bool = true, guardsFormulas: Bool = true) {
    self.separator = separator
    self.hasBOM = hasBOM
    self.guardsFormulas = guardsFormulas
  }

  static let columns: [StaticString] = [
    "document", "uri", "type", "text", "concept", "name_vi", "name_en", "match", "score", "rule", "context",
    "byte_start", "byte_end", "scalar_start", "scalar_end", "source_part", "source_byte_start", "source_byte_end",
  ]

  public func header() -> [UInt8] {
    var out = OutputBuffer(capacity: 256)
    if hasBOM { out.append("\u{FEFF}") }
    for (number, column) in Self.columns.enumerated() {
      if number > 0 { out.append(separator.byte) }
      out.append(column)
    }
    out.append("\r\n")
    return out.bytes
  }

  public func render(_ document: Document, _ context: StageContext) throws -> Rendering {
    var rows = EntityRows(document, separator: separator, guardsFormulas: guardsFormulas)
    return Rendering(appended: try pieces.withPieces { try rows.render(&$0, context) })
  }
}

/// What stands between two cells.
public enum Separator: String, Sendable, CaseIterable {
  case comma, semicolon, tab

  var byte: UInt8 {
    switch self {
    case .comma: 0x2C
    case .semicolon: 0x3B
    case .tab: 0x09
    }
  }
}

extension EntityTableWriter {
  static let description = StageDescription(
    "entity-table", .writer, "Writes a CSV table with one row for each entity, for spreadsheets and databases.",
    discussion: """
      The table follows RFC 4180: a header row, lines that end in CR LF, cells in quotation marks where they need them.
      It is UTF-8 with a byte order mark, because Excel shows Vietnamese letters only then; programs that trip over the
      mark switch it off with `bom: false`. Where Windows is set to Vietnamese, Excel expects semicolons
      (`separator: semicolon`).

      A cell whose text begins with `=`, `+`, `-`, `@`, a tab or their full-width forms gets an apostrophe in front, so
      that a spreadsheet does not run text of a report as a formula. This touches telephone numbers too (`'+84 24 …`); a
      program that needs the bare text switches it off with `guard-formulas: false`.

      A glossary link that is about no entity, a term of the field for example, has a row as well, with its own type.
      Line breaks and runs of white space inside a cell become one space; the offsets lead to the exact text. `context` is
      the sentence around the entity, shortened to some 160 bytes. Where an entity comes from several stretches of the
      source, the source columns span those in the first part.
      """,
    options: [
      OptionDescription("path", "The file to write, relative to the output folder.", .path, default: "entities.csv"),
      OptionDescription("bom", "Begin the file with a byte order mark, for Excel.", .boolean, default: true),
      OptionDescription(
        "separator", "What stands between two cells.", .choice(Separator.allCases.map(\.rawValue)), default: "comma"),
      OptionDescription(
        "guard-formulas", "Put an apostrophe before text that a spreadsheet would take for a formula.", .boolean,
        default: true),
    ],
    reads: [.entity])
}
