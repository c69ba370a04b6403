import Foundation
import StageKit
import TestSupport
import Testing

@testable import HTMLPagesStage

struct IndexTests {
  private func pages(_ notes: [DocumentNote], maxListed: Int = 20_000) throws -> [String: String] {
    var iterator = notes.makeIterator()
    let files = try HTMLPagesWriter(maxListed: maxListed).finish { iterator.next()?.encoded() }
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  private func note(_ number: Int, names: [DocumentNote.Name] = []) -> DocumentNote {
    var note = DocumentNote()
    note.fileName = "d\(number).html"
    note.title = "Document \(number)"
    note.uri = "in/\(number).txt"
    note.outcome = "ok"
    note.bytes = 1000 + number
    note.names = names
    return note
  }

  private func name(_ text: String, count: Int = 1, anchors: [Int] = [1]) -> DocumentNote.Name {
    DocumentNote.Name(type: .place, text: text, count: count, anchors: anchors)
  }

  @Test func aRowOfTheIndexSaysWhatADocumentHolds() throws {
    let sample = DocumentNote(PageModel(try SampleReport.document(), maxDisplay: 400_000))
    let expected = """
      <tbody>
      <tr data-outcome="ok-with-findings" data-types="organisation place date term"><th scope="row">\
      <a href="0a1b2c3d.html"><bdi lang="en">Cooperation in Quảng Ngãi</bdi></a>\
      <span class="uri"><bdi>reports/sample.txt</bdi></span></th>\
      <td><span class="outcome fair">✓ ok, with findings</span></td><td data-label="Language">en</td>\
      <td class="n" data-label="Bytes">266</td><td class="n" data-label="Edits">5</td>\
      <td class="n" data-label="Findings">4</td><td class="n" data-label="Organisations">3</td>\
      <td class="n" data-label="Places">4</td><td class="n z" data-label="People">0</td>\
      <td class="n" data-label="Dates">1</td><td class="n" data-label="Links">4</td></tr>
      </tbody>
      """
    let index = try #require(try pages([sample])["index.html"])
    #expect(index.contains(expected))
    #expect(
      index.contains(
        """
        <details><summary>2 mentions</summary><ul><li><bdi>Cooperation in Quảng Ngãi</bdi> \
        <a href="0a1b2c3d.html#a12">1</a> <a href="0a1b2c3d.html#a17">2</a></li></ul></details>
        """))
    #expect(index.contains("<div><dt>Glossary links</dt><dd>4</dd></div>"))
  }

  @Test func aRunWithoutDocumentsHasAnIndex() throws {
    let index = try #require(try pages([])["index.html"])
    #expect(index.contains("<h1>0 documents</h1>") && index.contains("The run had no documents."))
  }

  @Test func longIndexesHavePagesAndSayWhatTheyLeaveOut() throws {
    let pages = try pages((0..<3500).map { note($0) }, maxListed: 2500)
    #expect(
      pages.keys.sorted() == ["assets/songngu.css", "assets/songngu.js", "index-2.html", "index-3.html", "index.html"])
    #expect(pages["index.html"]?.contains("Page 1 of 3</span><a href=\"index-2.html\">Next</a>") == true)
    #expect(pages["index-3.html"]?.contains("href=\"d2499.html\"") == true)
    #expect(pages["index-3.html"]?.contains("d2500.html") == false)
    #expect(pages["index.html"]?.contains("The first 2,500 documents are listed. 1,000 more have pages") == true)
    #expect(pages["index.html"]?.contains("<h1>3,500 documents</h1>") == true)
  }

  @Test func namesAreGatheredOverDocumentsAndTheMostFrequentComeFirst() throws {
    let html = try #require(
      try pages([
        note(1, names: [name("Hà Nội", count: 3, anchors: [4, 5, 6]), name("Huế")]),
        note(2, names: [name("Huế", count: 4, anchors: [7, 8, 9, 10])]),
      ])["index.html"])
    let hue = try #require(html.range(of: "<bdi>Huế</bdi>"))
    let hanoi = try #require(html.range(of: "<bdi>Hà Nội</bdi>"))
    #expect(hue.lowerBound < hanoi.lowerBound)
    #expect(html.contains("<summary>5 mentions</summary>"))
    #expect(html.contains("<a href=\"d2.html#a10\">4</a>"))
  }

  @Test func theTableOfNamesIsBoundedAndSaysSo() throws {
    let names = (0..<1500).map { name("Place \(10_000 + $0)") }
    let common = name("Everywhere", count: 60, anchors: Array(0..<50))
    let notes = (0..<3).map { note($0, names: Array(names[$0 * 500..<$0 * 500 + 499]) + [common]) }
    let pages = try pages(notes)
    let list = try #require(pages["names.html"])
    #expect(list.components(separatedBy: "<tr><th scope=\"row\">").count == 1001)
    #expect(list.contains("Only the 1,000 most frequent names are kept."))
    #expect(list.contains("130 more mentions have no link here."))
    #expect(pages["index.html"]?.contains("<a href=\"names.html\">1,000 names</a>") == true)
  }

  @Test func memoryForNamesIsBounded() {
    var table = NameTable(capacity: 100)
    for number in 0..<1000 {
      table.add(note(number, names: [name("rare \(number)"), name("common", count: 2)]))
      #expect(table.count <= 101)
    }
    #expect(table.isApproximate)
    #expect(table.rows(1).first?.count == 2000)
  }

  @Test func notesReadBackAsTheyWere() throws {
    let sample = DocumentNote(PageModel(try SampleReport.document(), maxDisplay: 400_000))
    #expect(sample.names.count == 6)
    #expect(try DocumentNote(decoding: sample.encoded()) == sample)
  }

  @Test func damagedNotesAreRefused() throws {
    let bytes = DocumentNote(PageModel(try SampleReport.document(), maxDisplay: 400_000)).encoded()
    for count in 0..<bytes.count {
      #expect(throws: NoteError.self) { try DocumentNote(decoding: Array(bytes.prefix(count))) }
    }
    var random = SeededGenerator(seed: 3)
    for _ in 0..<2000 {
      var damaged = bytes
      damaged[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      _ = try? DocumentNote(decoding: damaged)
    }
  }
}
