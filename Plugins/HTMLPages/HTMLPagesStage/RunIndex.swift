import StageKit

/// The pages that speak of the whole run.
///
/// Takes notes one by one; holds rows for what is listed, and counts of the rest.
struct RunIndex {
  /// Documents on one index page.
  static let pageSize = 1_000
  /// Names on the first page; `names.html` has the rest.
  static let namesOnIndex = 100

  private let maxListed: Int
  private var names = NameTable()
  /// Table rows, a buffer for each index page.
  private var rows: [[UInt8]] = []
  private var totals = Totals()

  struct Totals {
    var documents = 0
    var bytes = 0
    var edits = 0
    var links = 0
    var findings = [0, 0, 0]
    var entities = [Int](repeating: 0, count: EntityType.allCases.count)
    var outcomes: [String: Int] = [:]
    var listed = 0
  }

  init(maxListed: Int) { self.maxListed = maxListed }

  mutating func add(_ note: DocumentNote) {
    totals.documents += 1
    totals.bytes += note.bytes
    totals.edits += note.edits
    totals.links += note.links
    for index in 0..<3 { totals.findings[index] += note.findings[index] }
    for index in totals.entities.indices { totals.entities[index] += note.entities[index] }
    totals.outcomes[note.outcome, default: 0] += 1
    names.add(note)
    guard totals.listed < maxListed else { return }
    if totals.listed % Self.pageSize == 0 { rows.append([]) }
    totals.listed += 1
    var out = OutputBuffer(capacity: 1024)
    IndexRow.append(note, to: &out)
    rows[rows.count - 1].append(contentsOf: out.bytes)
  }

  /// `index.html`, `index-2.html` and on, and `names.html` if the index has no room for all names.
  func pages() -> [OutputFile] {
    var files: [OutputFile] = []
    let entries = names.rows(NameTable.maxRows)
    for number in 0..<max(1, rows.count) {
      var page = IndexPage(totals, pageCount: max(1, rows.count))
      let bytes = page.documents(
        number, rows: number < rows.count ? rows[number] : [], names: number == 0 ? entries : [],
        hasMoreNames: entries.count > Self.namesOnIndex, table: names)
      files.append(OutputFile(path: Self.fileName(number), bytes: bytes))
    }
    if entries.count > Self.namesOnIndex {
      var page = IndexPage(totals, pageCount: max(1, rows.count))
      files.append(OutputFile(path: "names.html", bytes: page.names(entries, table: names)))
    }
    return files
  }

  static func fileName(_ page: Int) -> String { page == 0 ? "index.html" : "index-\(page + 1).html" }
}
