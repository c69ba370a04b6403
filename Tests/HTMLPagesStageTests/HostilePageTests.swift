import Foundation
import StageKit
import TestSupport
import Testing

@testable import HTMLPagesStage

/// Nothing in a document may become markup or script, wherever it stands.
struct HostilePageTests {
  private static let attacks = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "javascript:alert(1)",
    "</title><script>alert(1)</script>", "]]><!--<script>", "--></script><script>alert(1)//", "</script>",
    "\u{0}<b>\u{1}", "&lt;script&gt;", "<\u{2028}script>", "../../etc/passwd",
  ]

  private func hostile(_ attack: String) throws -> [OutputFile] {
    var builder = DocumentBuilder(
      "a \(attack) b", id: attack, uri: attack,
      metadata: [.init(attack, .string(attack)), .init("title", .string(attack))])
    try builder.edit("edit", [("a ", attack)], reason: attack)
    let range = builder.document.text.range
    let entities = try builder.annotate(
      attack,
      [
        Annotation(.entity, attack, range, rule: attack, attributes: [.init(attack, .string(attack))]),
        Annotation(.entity, "organisation", range, rule: attack),
        Annotation(.language, attack, range, rule: attack), Annotation(.block, attack, range, rule: attack),
      ], findings: [Finding(.warning, attack, range, attack)], metadata: [.init("language", .string(attack))])
    try builder.annotate(
      "links",
      [
        Annotation(
          .link, attack, range, rule: attack, target: entities[1],
          attributes: [
            .init("concept", .string(attack)), .init("match", .string(attack)), .init(attack, .string(attack)),
            .init("candidates", [[.string(attack), 0.5], [.string(attack + "2"), 0.4]]),
          ])
      ],
      concepts: [
        ConceptFacts(
          attack, type: attack, name: .init(vi: attack, en: attack + "2"), definition: .init(vi: attack, en: attack),
          parent: attack, validFrom: attack, validTo: attack, successors: [attack, attack], note: attack)
      ])
    let writer = HTMLPagesWriter()
    let rendering = try writer.render(builder.document, StageContext())
    var notes = [rendering.note].makeIterator()
    return rendering.files + (try writer.finish { notes.next() })
  }

  @Test(arguments: attacks) func nothingInADocumentBecomesMarkup(_ attack: String) throws {
    let known: Set<String> = [
      "a", "aside", "bdi", "body", "button", "code", "dd", "del", "details", "div", "dl", "dt", "form", "h1", "h2",
      "h3",
      "head", "header", "html", "input", "ins", "label", "li", "link", "main", "mark", "meta", "nav", "noscript", "ol",
      "option",
      "output", "p", "script", "section", "select", "span", "summary", "table", "tbody", "td", "th", "thead", "title",
      "tr", "ul", "!doctype",
    ]
    for file in try hostile(attack) where file.path.hasSuffix(".html") {
      let html = String(decoding: file.bytes, as: UTF8.self)
      var scripts = 0
      for piece in html.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
        let name = piece.drop { $0 == "/" }.prefix { $0 != " " && $0 != ">" && $0 != "\n" }.lowercased()
        #expect(known.contains(name), "<\(piece.prefix(60)) in \(file.path)")
        if name == "script", !piece.hasPrefix("/") { scripts += 1 }
        guard let end = piece.firstIndex(of: ">") else {
          Issue.record("a tag without end: <\(piece.prefix(60))")
          continue
        }
        checkAttributes(String(piece[..<end].drop { $0 != " " && $0 != "\n" }), "\(file.path): <\(piece.prefix(80))")
      }
      #expect(scripts == (file.path.hasPrefix("x-") ? 2 : 1))
      #expect(!html.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
    }
  }

  private func checkAttributes(_ text: String, _ place: String) {
    let safe: Set<String> = [
      "class", "id", "href", "src", "tabindex", "lang", "role", "hidden", "type", "scope", "content", "name", "charset",
      "http-equiv", "rel", "defer", "value", "placeholder", "autocomplete", "data-a", "data-e", "data-g", "data-label",
      "data-outcome", "data-types", "data-type", "data-show", "data-view", "data-filtered", "aria-label",
      "aria-labelledby", "aria-hidden", "aria-live", "aria-pressed", "html",
    ]
    var rest = text[...]
    while true {
      rest = rest.drop { $0.isWhitespace }
      if rest.isEmpty { return }
      let name = String(rest.prefix { $0 != "=" && !$0.isWhitespace })
      #expect(safe.contains(name), "attribute \(name) in \(place)")
      rest = rest.dropFirst(name.count)
      guard rest.hasPrefix("=\"") else { continue }
      let value = rest.dropFirst(2).prefix { $0 != "\"" }
      rest = rest.dropFirst(value.count + 3)
      if name == "href" || name == "src" {
        #expect(value.hasPrefix("#") || value.contains(".html") || value.hasPrefix("assets/"), "\(value) in \(place)")
        #expect(!value.contains(":"), "\(value) in \(place)")
      }
    }
  }

  @Test(arguments: attacks) func filesHavePlainNames(_ attack: String) throws {
    for file in try hostile(attack) {
      #expect(file.path.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-./".utf8.contains($0) })
      #expect(!file.path.contains("..") && !file.path.hasPrefix("/"))
    }
  }

  @Test func pagesForbidThemselvesEveryConnection() throws {
    for file in try hostile("x") where file.path.hasSuffix(".html") {
      let html = String(decoding: file.bytes, as: UTF8.self)
      #expect(
        html.contains(
          "content=\"default-src 'none'; style-src 'self' file:; script-src 'self' file:; base-uri 'none'; form-action 'none'\""
        ))
      #expect(!html.contains("http://") && !html.contains("https://") && !html.contains(" style="))
    }
    #expect(!Assets.script.contains("innerHTML") && !Assets.script.contains("insertAdjacentHTML"))
    #expect(!Assets.style.contains("url(") && !Assets.style.contains("@import"))
  }

  @Test func identifiersThatAreNoFileNamesAreWrittenInHexadecimal() throws {
    func name(_ id: String) -> String { PageModel(DocumentBuilder("x", id: id).document, maxDisplay: 1000).fileName }
    #expect(name("0a1b-2_C") == "0a1b-2_C.html")
    #expect(name("a/b") == "x-612f62.html")
    #expect(name("index") == "x-696e646578.html")
    #expect(name("") == "x-.html")
  }
}
