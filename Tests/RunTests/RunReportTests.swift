import Foundation
import StageKit
import TestSupport
import Testing

@testable import Run

@Suite("What the report of a run is made from")
struct RunReportTests {
  private func document() throws -> Document {
    var builder = DocumentBuilder("MOLISA and UN Women met in Tây Hồ. UN Women spoke of Phường 1.")
    let first = builder.place("UN Women")
    let entities = try builder.annotate(
      "entities",
      [
        Annotation(.entity, "organisation", builder.place("MOLISA"), rule: "r"),
        Annotation(.entity, "organisation", first, rule: "r"),
        Annotation(.entity, "place", builder.place("Tây Hồ"), rule: "r"),
        Annotation(.entity, "organisation", builder.place("UN Women", from: first.end), rule: "r"),
        Annotation(.entity, "place", builder.place("Phường 1"), rule: "r"),
      ])
    func link(_ target: Int, _ attributes: [Annotation.Attribute]) -> Annotation {
      let range = builder.document.annotations.first { $0.id == target }!.range
      return Annotation(.link, "glossary", range, rule: "link", target: target, attributes: attributes)
    }
    try builder.annotate(
      "glossary-links",
      [
        link(entities[0], [.init("concept", "org:molisa")]), link(entities[1], [.init("concept", "org:un-women")]),
        link(entities[3], [.init("concept", "org:un-women")]),
        link(
          entities[4],
          [
            .init("tie", true),
            .init("candidates", .list([.list(["unit:a", .number(0.5)]), .list(["unit:b", .number(0.5)])])),
          ]),
      ],
      concepts: [
        ConceptFacts("org:molisa", name: .init(vi: "Bộ Lao động", en: "Ministry of Labour"), validTo: "2025-02-28"),
        ConceptFacts("org:un-women", name: .init(en: "UN Women")),
      ])
    return builder.document
  }

  @Test("gathers names by concept, ended and ambiguous ones with what is wrong, and keeps them as bytes")
  func names() throws {
    let names = DocumentNames(try document())
    #expect(names.counts.map(\.mentions) == [1, 2, 1, 1])
    #expect(names.counts.map(\.name.label) == ["Bộ Lao động / Ministry of Labour", "UN Women", "Tây Hồ", "Phường 1"])
    #expect(names.counts.map(\.name.ended) == ["2025-02-28", "", "", ""])
    #expect(names.counts.map(\.name.rivals) == ["", "", "", "unit:a, unit:b"])
    func decoded(_ bytes: [UInt8]) -> [(DocumentNames.Name, Int)] {
      var names: [(DocumentNames.Name, Int)] = []
      DocumentNames.forEach(in: bytes) { bytes, mentions in
        if let name = DocumentNames.Name(encoded: bytes) { names.append((name, mentions)) }
      }
      return names
    }
    let encoded = names.encoded
    #expect(decoded(encoded).elementsEqual(names.counts) { $0 == $1 })
    for length in 0..<encoded.count { #expect(decoded(Array(encoded.prefix(length))).count < 4) }
  }

  @Test("counts names over documents and tells the keeper of the glossary what to look at")
  func tally() throws {
    var tally = NameTally()
    for _ in 0..<3 { tally.add(DocumentNames(try document()).encoded) }
    var report = RunReport()
    tally.fill(&report, limit: 10)
    let most = report.organisations
    #expect(most.map(\.label) == ["UN Women", "Bộ Lao động / Ministry of Labour"])
    #expect(most.map(\.mentions) == [6, 3])
    #expect(most.map(\.documents) == [3, 3])
    let warnings = report.lexicon
    #expect(warnings.map(\.kind) == [.stale, .ambiguous, .unknown])
    #expect(warnings.map(\.name.label) == ["Bộ Lao động / Ministry of Labour", "Phường 1", "Tây Hồ"])
  }

  @Test("drops the rarest names when there are too many, and keeps the frequent ones")
  func bounded() throws {
    var tally = NameTally(capacity: 10)
    for number in 0..<100 {
      var builder = DocumentBuilder("UN Women, Place\(number)")
      let name = "Place\(number)"
      try builder.annotate(
        "entities",
        [
          Annotation(.entity, "organisation", builder.place("UN Women"), rule: "r"),
          Annotation(.entity, "place", builder.place(name), rule: "r"),
        ])
      tally.add(DocumentNames(builder.document).encoded)
      #expect(tally.count <= 10)
    }
    var report = RunReport()
    tally.fill(&report, limit: 5)
    #expect(report.organisations.map(\.mentions) == [100])
  }

  @Test("stands in the output folder after a run, with links to pages, and is made again if somebody removed it")
  func afterRun() throws {
    let trial = try LedgerTrial(documents: 3)
    try trial.scratch.write("in/bad.txt", "%PDF-1.7\n")
    #expect(try trial.run().status == 1)
    let file = trial.scratch.url.appendingPathComponent("out/report.html")
    let html = try String(contentsOf: file, encoding: .utf8)
    for part in ["Run report: test", "in/bad.txt", "rejected", "href=\"pages/", "cleanup"] {
      #expect(html.contains(part), "\(part)")
    }
    try FileManager.default.removeItem(at: file)
    #expect(try trial.run().status == 1)
    #expect(try String(contentsOf: file, encoding: .utf8).contains("in/bad.txt"))
  }
}
