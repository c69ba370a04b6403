import Foundation
import StageKit
import TestSupport
import Testing

@testable import HTMLPagesStage

struct DocumentPageTests {
  private func page(_ document: Document, maxDisplay: Int = 400_000) throws -> String {
    let rendering = try HTMLPagesWriter(maxDisplay: maxDisplay).render(document, StageContext())
    #expect(rendering.appended.isEmpty && rendering.files.count == 1)
    return String(decoding: rendering.files[0].bytes, as: UTF8.self)
  }

  /// What stands between two strings of a page.
  private func part(_ page: String, from start: String, to end: String) throws -> String {
    let from = try #require(page.range(of: start))
    let to = try #require(page.range(of: end, range: from.upperBound..<page.endIndex))
    return String(page[from.lowerBound..<to.lowerBound])
  }

  private func rows(_ page: String) throws -> String { try part(page, from: "<div class=\"rows\"", to: "<section") }

  @Test func theTextOfTheSampleReportStandsSideBySideWithItsMarks() throws {
    let expected = """
      <div class="rows" lang="en">
      <div class="r heading"><div class="a">Cooperation in<del class="x" id="d0" data-g="␣">  </del>\
      Quảng Ngãi</div><div class="b">Cooperation in<ins class="x" id="e0" data-g="␣"> </ins>\
      <mark class="e place" id="a10">Quảng Ngãi</mark></div></div>
      <div class="r"><div class="a">The Farmers&#39; Union of Tra Bong district met Oxfam in Hanoi on 12 March 2024\
      <del class="x" id="d1"> ,</del> and asked \
      <del class="x" id="d2">protectionfor</del> informal workers.</div>\
      <div class="b">The <mark class="e organisation" id="a11">Farmers&#39; Union of \
      <a class="fn" id="m2" href="#f2" aria-label="Finding 2">2</a><span class="f info">\
      <mark class="e place" id="a12">Tra Bong district</mark></span></mark> met \
      <mark class="e organisation" id="a13">Oxfam</mark> in \
      <mark class="e place" id="a14">Hanoi</mark> on \
      <mark class="e date" id="a15">12 March 2024</mark>\
      <ins class="x" id="e1">,</ins> and asked \
      <ins class="x" id="e2">protection for</ins> \
      <mark class="e term" id="a21">informal workers</mark>.</div></div>
      <div class="r same" lang="vi"><div class="a">Hội Nông dân huyện Trà Bồng đề nghị \
      <del class="x quiet" id="d3"><del class="x quiet" id="d4">hòa</del></del> \
      giải tại cơ sở.</div><div class="b"><mark class="e organisation" id="a16">Hội Nông dân \
      <mark class="e place" id="a17">huyện Trà Bồng</mark></mark> đề nghị \
      <ins class="x quiet" id="e3"><ins class="x quiet" id="e4">hòa</ins></ins> \
      giải tại cơ sở.</div></div>
      <div class="r same"><div class="a">Next steps will be agreed with the</div><div class="b">\
      <a class="fn" id="m1" href="#f1" aria-label="Finding 1">1</a>\
      <span class="f">Next steps will be agreed with the</span>\
      <a class="fn" id="m4" href="#f4" aria-label="Finding 4">4</a></div></div>
      </div>
      </section>

      """
    #expect(try rows(page(SampleReport.document())) == expected)
  }

  @Test func findingsAreListedWithLinksToTheirPlaces() throws {
    let expected = """
      <ol>
      <li id="f1"><span class="severity warning">warning</span> The paragraph stops in the middle of a sentence. \
      <code>cleanup.truncated-paragraph</code> <a href="#m1">Show in the text</a></li>
      <li id="f2"><span class="severity info">info</span> “Tra Bong” is a district and a commune. \
      <code>links.ambiguous</code> <a href="#m2">Show in the text</a></li>
      <li id="f3"><span class="severity error">error</span> Some glossary could not be read. \
      <code>links.no-lexicon</code></li>
      <li id="f4"><span class="severity warning">warning</span> Text was lost here. <code>cleanup.lost-text</code> \
      <a href="#m4">Show in the text</a></li>

      """
    #expect(try part(page(SampleReport.document()), from: "<ol>", to: "</ol>") == expected)
  }

  @Test func cardsFindTheConceptTheRuleAndTheSource() throws {
    let html = try page(SampleReport.document())
    let json = try part(html, from: "{\"stages\"", to: "</script>")
    let data = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let strings = try #require(data["strings"] as? [String])
    let stages = try #require(data["stages"] as? [String])
    let mark = try #require((data["marks"] as? [String: [Any]])?["12"])
    func text(_ index: Int) -> String { strings[mark[index] as? Int ?? -1] }
    #expect(text(0) == "place" && text(1) == "lexicon" && mark[2] as? Double == 0.8)
    #expect(stages[mark[3] as? Int ?? -1] == "entities · entities 0.1.0")
    #expect((mark[4] as? [Int])?.dropFirst() == [53, 70])
    #expect(text(6) == "folded" && text(7) == "link.folded")
    #expect((mark[10] as? [Any])?.count == 2)
    let concepts = try #require(data["concepts"] as? [[String]])
    #expect(
      concepts[mark[5] as? Int ?? -1] == [
        "place:tra-bong", "Huyện Trà Bồng", "Tra Bong District", "", "What Tra Bong District means, in a sentence.",
        "district", "", "", "2025-06-30", "place:a, place:b",
      ])
    let edit = try #require((data["edits"] as? [String: [Any]])?["2"])
    #expect(strings[edit[0] as? Int ?? -1] == "cleanup.spaces" && edit[2] as? Double == 0.97)
    #expect(
      try part(html, from: "\"concepts\"", to: "\"strings\"").components(separatedBy: "Huyện Trà Bồng").count == 2)
  }

  @Test func aRejectedInputSaysSo() throws {
    var builder = DocumentBuilder("")
    builder.set(.rejected)
    builder.add(Finding(.error, "read.binary", nil, "The file is no text."))
    let html = try page(builder.document)
    #expect(html.contains("✕ rejected") && html.contains("There is no text. The findings say why."))
  }

  @Test func aTextOfWhichNothingIsLeftStillShowsWhatArrived() throws {
    var builder = DocumentBuilder("\u{200B}gone")
    try builder.edit("cleanup", [("\u{200B}gone", "")], reason: "cleanup.all")
    #expect(
      try rows(page(builder.document)).contains(
        "<div class=\"a\"><del class=\"x\" id=\"d0\">\u{200B}gone</del></div><div class=\"b\"><ins class=\"x gone\""
      ))
  }

  @Test func editsThatCannotBeSeenLeaveARowAsItWas() throws {
    var builder = DocumentBuilder("Hue\u{302}\u{301}\r\n\r\nab  c\r\n")
    try builder.edit("line-ends", [("\r", ""), ("\r\n", "\n"), ("\r", "")], reason: "cleanup.line-end")
    try builder.edit("normalise", [("e\u{302}\u{301}", "ế")], reason: "normalise.nfc")
    try builder.edit("cleanup", [("  ", " ")], reason: "cleanup.space-run")
    let text = try rows(page(builder.document))
    #expect(
      text.contains(
        "<div class=\"r same\"><div class=\"a\">Hu<del class=\"x quiet\" id=\"d3\">e\u{302}\u{301}</del></div>"
      ))
    #expect(text.contains("<div class=\"r\"><div class=\"a\">ab<del class=\"x\""))
    #expect(!text.contains("data-g=\"↵"))
    #expect(try page(builder.document).contains("<code>cleanup.line-end</code> 3"))
  }

  @Test func deletionsAndInsertionsHaveAPlaceOnBothSides() throws {
    var builder = DocumentBuilder("ab cd")
    try builder.edit("cleanup", [("b", ""), ("d", "d!")], reason: "r")
    try builder.edit("more", [("!", "!")], reason: "r")
    let text = try rows(page(builder.document))
    #expect(text.contains("a<ins class=\"x gone\" id=\"e0\"></ins> c"))
    #expect(text.contains("a<del class=\"x\" id=\"d0\">b</del> c"))
  }

  @Test func whatLiesBehindTheShownTextIsCounted() throws {
    let line = "Hà Nội is a place.\n"
    var builder = DocumentBuilder(String(repeating: line, count: 500))
    let places = (0..<500).map { number in
      Annotation(.entity, "place", TextRange(number * line.utf8.count, number * line.utf8.count + 9), rule: "r")
    }
    try builder.annotate(
      "entities", places,
      findings: [
        Finding(.info, "late", TextRange(builder.document.text.count - 1, builder.document.text.count), "End.")
      ])
    let html = try page(builder.document, maxDisplay: 1000)
    let shown = 1000 / line.utf8.count
    #expect(html.contains("Only the first \(shown * line.utf8.count) of 11,000 bytes of the text are shown."))
    #expect(html.contains("\(500 - shown) entities and terms are not shown here."))
    #expect(html.contains("at byte 10,999, behind the text shown here"))
    #expect(html.components(separatedBy: "class=\"e place\" id=").count == shown + 1)
  }

  @Test func aVeryLongLineIsCutBetweenTwoCharacters() throws {
    let builder = DocumentBuilder(String(repeating: "ế", count: 1_000_000))
    let html = try page(builder.document, maxDisplay: 1000)
    #expect(html.contains("Only the first 999 of 3,000,000 bytes"))
    #expect(html.utf8.count < 20_000)
  }

  @Test func hostileNestingAndCrossingGivesWellFormedPages() throws {
    var random = SeededGenerator(seed: 77)
    for round in 0..<300 {
      var builder = DocumentBuilder(RandomText.make(&random, maximum: 60).description)
      for _ in 0..<2 {
        try builder.apply("edit", EditResult(edits: RandomText.edits(for: builder.document.text, &random)))
      }
      let text = builder.document.text
      let boundaries = (0...text.count).filter { text.isScalarBoundary($0) }
      func range() -> TextRange {
        let ends = [0, 1].map { _ in boundaries[Int.random(in: 0..<boundaries.count, using: &random)] }.sorted()
        return TextRange(ends[0], ends[1])
      }
      let layers: [Layer] = [.entity, .language, .block, .sentence, .entity]
      try builder.annotate(
        "annotate",
        (0..<30).map { number in
          Annotation(layers[number % 5], ["vi", "en", "place", "heading"][number % 4], range(), rule: "r")
        }, findings: (0..<5).map { Finding(.warning, "f\($0)", range(), "Finding.") })
      if text.isEmpty { continue }
      let html = try rows(page(builder.document))
      let checked = WellFormed(html)
      #expect(checked.fault == nil, "seed 77, round \(round): \(html)")
      #expect(Set(checked.ids).count == checked.ids.count, "seed 77, round \(round)")
    }
  }

  @Test func aHundredThousandNestedEntitiesCostLittle() throws {
    var builder = DocumentBuilder(String(repeating: "(", count: 100_000) + String(repeating: ")", count: 100_000))
    try builder.annotate(
      "entities", (0..<100_000).map { Annotation(.entity, "other", TextRange($0, 200_000 - $0), rule: "r") })
    // Quadratic work would not end before the run's own limit.
    #expect(try page(builder.document).contains("are not shown here"))
  }
}

/// Checks that tags nest, and gathers the ids.
private struct WellFormed {
  private(set) var fault: String?
  private(set) var ids: [String] = []

  init(_ html: String) {
    // The rows end with the tag of the section around them.
    var open = ["section"]
    // On bytes: a combining mark that follows a “>” makes one Character with it.
    for piece in html.utf8.split(separator: UInt8(ascii: "<")) {
      guard let end = piece.firstIndex(of: UInt8(ascii: ">")) else {
        fault = "“<\(piece)” is no tag"
        return
      }
      let tag = String(decoding: piece[..<end], as: UTF8.self)
      if tag.hasPrefix("/") {
        guard open.popLast() == String(tag.dropFirst()) else {
          fault = "<\(tag)> closes what is not open"
          return
        }
      } else {
        open.append(String(tag.prefix { $0 != " " }))
        if let id = tag.firstRange(of: "id=\"") { ids.append(String(tag[id.upperBound...].prefix { $0 != "\"" })) }
      }
    }
    if !open.isEmpty { fault = "\(open) stay open" }
  }
}
