import Foundation

/// `report`: turns measurements into tables for people: speed beside the peers, sizes and memory, targets.
enum ReportCommand {
  static func run(_ arguments: inout Arguments) throws {
    let path = try arguments.positional("the file with measurements")
    try arguments.finish()
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let results = Results(text.split(separator: "\n").compactMap { Measurement(line: $0) })
    var output = ""
    let titles = [
      ("en", "English"), ("vi", "Vietnamese"), ("-", "Either language"), ("batch", "A batch, on all cores"),
    ]
    for (language, title) in titles {
      let rows = results.keys.filter { $0.language == language }.map { row($0, results) }
      guard !rows.isEmpty else { continue }
      output += "\n\(title)\n" + Self.table([header] + rows)
    }
    output += "\nTargets\n" + Self.table(Target.all.map { $0.row(results) })
    print(output)
  }

  private static let header = ["work", "songngu", "median", "peer", "best", "median", "ratio"]

  private static func row(_ key: Results.Key, _ results: Results) -> [String] {
    var cells = ["\(key.work) [\(key.unit)]"]
    let own = results.values(key, who: "songngu")
    guard key.isMeasured else { return cells + own.prefix(1).map(number) + peerCount(key, results) }
    cells += own.isEmpty ? ["", ""] : [number(key.best(own)), number(Results.median(own))]
    if let peer = results.peer(key) {
      let values = results.values(key, who: peer)
      cells += [peer, number(key.best(values)), number(Results.median(values))]
      if !own.isEmpty {
        let ratio = key.best(own) / key.best(values)
        cells.append(number(key.smallerIsBetter ? 1 / ratio : ratio) + " ×")
      }
    }
    return cells
  }

  /// What is only counted has neither median nor ratio.
  private static func peerCount(_ key: Results.Key, _ results: Results) -> [String] {
    guard let peer = results.peer(key) else { return [] }
    return ["", peer, number(results.values(key, who: peer).first ?? 0)]
  }

  static func number(_ value: Double) -> String {
    let magnitude = abs(value)
    let digits = magnitude >= 100 ? 0 : magnitude >= 10 ? 1 : magnitude >= 0.1 ? 2 : 4
    return String(format: "%.\(digits)f", value)
  }

  /// Columns as wide as their widest cell; first and fourth to the left, as they hold words.
  private static func table(_ rows: [[String]]) -> String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 || column == 3 ? cell + space : space + cell
      }
      return "  " + cells.joined(separator: "  ") + "\n"
    }.joined()
  }
}

/// All measurements of one `make bench`, by what was measured.
struct Results {
  struct Key: Hashable {
    let language: String
    let work: String
    let unit: String

    /// Whether repetitions differ; sizes of the corpus and numbers of matches do not.
    var isMeasured: Bool { unit == "MB/s" || unit == "s" || work.contains("memory") }
    var smallerIsBetter: Bool { unit == "s" || unit == "MB" }
    func best(_ values: [Double]) -> Double { (smallerIsBetter ? values.min() : values.max()) ?? 0 }
  }

  /// In the order of the first measurement.
  private(set) var keys: [Key] = []
  private var values: [Key: [(who: String, value: Double)]] = [:]

  init(_ measurements: [Measurement]) {
    for measurement in measurements {
      let key = Key(language: measurement.language, work: measurement.work, unit: measurement.unit)
      if values[key] == nil { keys.append(key) }
      values[key, default: []].append((measurement.who, measurement.value))
    }
  }

  func values(_ key: Key, who: String) -> [Double] { (values[key] ?? []).filter { $0.who == who }.map(\.value) }
  func peer(_ key: Key) -> String? { values[key]?.first { $0.who != "songngu" }?.who }

  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard let last = sorted.last else { return 0 }
    return sorted.count % 2 == 1
      ? sorted[sorted.count / 2]
      : (sorted[sorted.count / 2 - 1] + (sorted.count == 2 ? last : sorted[sorted.count / 2])) / 2
  }
}
