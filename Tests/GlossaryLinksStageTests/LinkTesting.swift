import Lexicon
import StageKit

@testable import GlossaryLinksStage

/// A small lexicon in memory.
enum TestLexicon {
  static let shared: Lexicon = make()

  private static func make() -> Lexicon {
    var builder = LexiconBuilder()
    do {
      for concept in concepts { try builder.add(concept) }
      for unit in units { try builder.add(Cue(unit.word, .placeUnit, language: unit.language, value: unit.value)) }
      return try builder.lexicon()
    } catch {
      preconditionFailure("the test lexicon cannot be built: \(error)")
    }
  }

  private static let units: [(word: String, language: FormLanguage, value: String)] = [
    ("district", .english, "district"), ("quận", .vietnamese, "district"), ("xã", .vietnamese, "commune"),
    ("tỉnh", .vietnamese, "province"), ("thành phố", .vietnamese, "city"),
  ]

  private static func place(
    _ id: String, _ type: String, _ names: [String], parent: String? = nil, from: String? = nil, to: String? = nil,
    successors: [String] = []
  ) -> Concept {
    Concept(
      id: id, type: type, forms: names.map { Form($0, .nameVi) }, parent: parent, validFrom: from, validTo: to,
      successors: successors)
  }

  private static let concepts: [Concept] = [
    Concept(
      id: "org:molisa", type: "state",
      forms: [
        Form("Bộ Lao động", .nameVi), Form("Ministry of Labour", .nameEn), Form("MOLISA", .abbreviationEn),
      ], definitionVi: "Bộ lo việc làm.", definitionEn: "The ministry of work.", validTo: "2025-02-28",
      successors: ["org:moha"]),
    Concept(
      id: "org:m-net", type: "network",
      forms: [Form("Network of Action for Migrant Workers", .nameEn), Form("Mnet", .abbreviationEn)]),
    Concept(id: "org:other-m-net", type: "network", forms: [Form("M-Net", .abbreviationEn)]),
    place("place:viet-nam", "country", ["Việt Nam"]),
    place("unit:ha-noi", "province", ["Hà Nội"], parent: "place:viet-nam"),
    place("unit:tay-ho", "district", ["Quận Tây Hồ", "Tây Hồ"], parent: "unit:ha-noi"),
    place("unit:hoan-kiem", "district", ["Hoàn Kiếm"], parent: "unit:ha-noi"),
    place("unit:bac-ninh", "province", ["Bắc Ninh"], parent: "place:viet-nam"),
    place("unit:yen-phong", "district", ["Yên Phong"], parent: "unit:bac-ninh"),
    place("unit:yen-phu-1", "commune", ["Yên Phụ"], parent: "unit:yen-phong"),
    place("unit:yen-phu-2", "commune", ["Yên Phụ"], parent: "unit:tay-ho"),
    place(
      "unit:old-hoa", "commune", ["Hòa Lạc"], parent: "unit:ha-noi", to: "2025-06-30", successors: ["unit:new-hoa"]),
    place("unit:new-hoa", "commune", ["Hòa Lạc"], parent: "unit:ha-noi", from: "2025-07-01"),
    Concept(
      id: "term:gender", type: "term",
      forms: [
        Form("bình đẳng giới", .nameVi), Form("gender equality", .nameEn), Form("BĐG", .abbreviationVi),
        Form("GE", .abbreviationEn, isCautious: true),
      ], definitionVi: "Nam nữ như nhau.", definitionEn: "The same chances for all."),
    Concept(id: "term:gender-based-violence", type: "term", forms: [Form("bạo lực giới", .nameVi)]),
  ]
}

/// A text with entities marked as `[place: …]` or `[organisation|pattern:x: …]`, and the links that the stage makes.
struct LinkedText {
  let document: Document
  let links: [Annotation]

  init(
    _ marked: String, terms: Bool = true, plain: Bool = false, date: String? = nil, by linker: GlossaryLinker? = nil
  ) throws {
    let (text, entities) = Self.parse(marked)
    let bytes = Text(text)
    var document = Document(
      id: "test", source: Source(uri: "test", sha256: "", parts: [SourcePart(bytes: bytes.bytes)]), text: bytes,
      alignment: Alignment(identity: bytes.count), metadata: date.map { [.init("date", .string($0))] } ?? [])
    var annotations = entities
    if plain { annotations.append(Annotation(.language, "vi-plain", bytes.range, rule: "test")) }
    try document.apply(AnnotationResult(annotations: annotations), declared: [.entity, .language], by: 0)
    let linker = linker ?? GlossaryLinker(TestLexicon.shared, marksTerms: terms, hasDefinitions: true)
    let result = try linker.annotate(document, StageContext())
    links = result.annotations
    try document.apply(result, declared: [.link], by: 1)
    self.document = document
  }

  /// The link of the stretch of text that reads like this; the first if there are several.
  func link(_ text: String) -> Annotation? { links.first { document.text[$0.range] == text } }

  func concept(_ text: String) -> String? { link(text)?[attribute: "concept"]?.string }

  private static func parse(_ marked: String) -> (String, [Annotation]) {
    var text: [UInt8] = []
    var open: [(head: String, start: Int)] = []
    var entities: [Annotation] = []
    var rest = Substring(marked)
    while let character = rest.first {
      if character == "[", let colon = rest.range(of: ": ") {
        open.append((String(rest[rest.index(after: rest.startIndex)..<colon.lowerBound]), text.count))
        rest = rest[colon.upperBound...]
      } else if character == "]", let last = open.popLast() {
        let parts = last.head.split(separator: "|").map(String.init)
        var attributes: [Annotation.Attribute] = []
        for part in parts.dropFirst() {
          let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
          attributes.append(.init(pair[0], .string(pair[1])))
        }
        entities.append(
          Annotation(.entity, parts[0], TextRange(last.start, text.count), rule: "test", attributes: attributes))
        rest = rest.dropFirst()
      } else {
        text += Array(String(character).utf8)
        rest = rest.dropFirst()
      }
    }
    return (String(decoding: text, as: UTF8.self), entities)
  }
}

extension Substring {
  fileprivate func range(of wanted: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(wanted) { return start..<index(start, offsetBy: wanted.count) }
      start = index(after: start)
    }
    return nil
  }
}
