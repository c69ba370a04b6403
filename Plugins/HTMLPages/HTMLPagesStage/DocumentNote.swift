import StageKit

/// What the index needs to know of a document, kept by the host until the end of the run.
struct DocumentNote: Equatable {
  var fileName = ""
  var title = ""
  var uri = ""
  var outcome = ""
  var language = ""
  var bytes = 0
  var edits = 0
  /// Infos, warnings, errors.
  var findings = [0, 0, 0]
  var links = 0
  /// By ``EntityType``.
  var entities = [Int](repeating: 0, count: EntityType.allCases.count)
  var names: [Name] = []
  /// Names that found no room in the note.
  var namesLeft = 0

  struct Name: Equatable {
    var type = EntityType.other
    var concept = ""
    var vietnamese = ""
    var english = ""
    var text = ""
    var count = 0
    var anchors: [Int] = []
  }

  /// Organisations and places that a note carries at most.
  static let maxNames = 500
  private static let version = 1

  init(_ model: PageModel) {
    let document = model.document
    fileName = model.fileName
    title = DocumentPage.shortened(model.title, to: 300)
    uri = DocumentPage.shortened(document.source.uri, to: 1000)
    outcome = document.outcome.rawValue
    language = DocumentPage.shortened(document.language ?? "", to: 40)
    bytes = document.source.bytes.count
    edits = document.edits.records.count
    findings = model.findingCounts
    links = model.linkCount
    for mention in model.mentions { entities[mention.type.rawValue] += 1 }
    let all = model.names.names
    for index in all.indices {
      if names.count == Self.maxNames {
        namesLeft += 1
        continue
      }
      names.append(
        Name(
          type: all[index].type, concept: DocumentPage.shortened(all[index].concept, to: 200),
          vietnamese: DocumentPage.shortened(all[index].vietnamese, to: 300),
          english: DocumentPage.shortened(all[index].english, to: 300), text: all[index].text,
          count: all[index].count, anchors: all[index].anchors))
    }
  }

  init() {}

  /// A form of its own rather than JSON, because 100,000 notes are read in one go when a run ends.
  func encoded() -> [UInt8] {
    var note = NoteEncoder()
    note.integer(Self.version)
    for string in [fileName, title, uri, outcome, language] { note.string(string) }
    for number in [bytes, edits, links, namesLeft] { note.integer(number) }
    note.integers(findings)
    note.integers(entities)
    note.integer(names.count)
    for name in names {
      note.integer(name.type.rawValue)
      note.string(name.concept)
      note.string(name.vietnamese)
      note.string(name.english)
      note.string(name.text)
      note.integer(name.count)
      note.integers(name.anchors)
    }
    return note.bytes
  }

  /// - Throws: ``NoteError`` if the bytes are not what ``encoded()`` wrote.
  init(decoding bytes: [UInt8]) throws(NoteError) {
    var note = NoteDecoder(bytes)
    guard try note.integer() == Self.version else { throw NoteError() }
    fileName = try note.string()
    title = try note.string()
    uri = try note.string()
    outcome = try note.string()
    language = try note.string()
    self.bytes = try note.integer()
    edits = try note.integer()
    links = try note.integer()
    namesLeft = try note.integer()
    findings = try note.integers()
    entities = try note.integers()
    guard findings.count == 3, entities.count == EntityType.allCases.count else { throw NoteError() }
    for _ in 0..<(try note.integer()) {
      var name = Name()
      guard let type = EntityType(rawValue: try note.integer()) else { throw NoteError() }
      name.type = type
      name.concept = try note.string()
      name.vietnamese = try note.string()
      name.english = try note.string()
      name.text = try note.string()
      name.count = try note.integer()
      name.anchors = try note.integers()
      names.append(name)
    }
  }
}
