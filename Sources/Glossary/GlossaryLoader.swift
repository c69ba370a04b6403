import Lexicon

/// Reads all files of a glossary into one value.
struct GlossaryLoader {
  private var faults = FaultCollector()
  private var rows: [ConceptRow] = []
  private var demonyms: [(demonym: Demonym, row: TableRow)] = []
  private var cues: [(cue: Cue, place: GlossaryPlace)] = []

  /// - Parameter onFile: called with the bytes of each file.
  static func load(_ paths: [String], _ onFile: (String, [UInt8]) -> Void) -> GlossaryContents {
    var loader = GlossaryLoader()
    let files = GlossaryFiles.find(paths, &loader.faults)
    if paths.isEmpty {
      loader.faults.add(.error, "no-files", GlossaryPlace(file: "glossary"), "No file or folder was named.")
    }
    for file in files {
      guard let bytes = GlossaryFiles.read(file, &loader.faults) else { continue }
      onFile(file, bytes)
      loader.read(file, bytes)
    }
    return loader.finish(files)
  }

  private mutating func read(_ file: String, _ bytes: [UInt8]) {
    var table = TableReader(file: file, bytes: bytes)
    guard let kind = table.readHeader(&faults) else { return }
    while let row = table.next(&faults) {
      switch kind {
      case .concepts: if let concept = ConceptRow(row, &faults) { rows.append(concept) }
      case .demonyms: if let demonym = Demonym(row, &faults) { demonyms.append((demonym, row)) }
      case .cues: if let cue = CueRow.read(row, &faults) { cues.append((cue, row.place("word"))) }
      }
    }
  }

  private mutating func finish(_ files: [String]) -> GlossaryContents {
    let references = ReferenceCheck(rows, &faults)
    references.check(demonyms, &faults)
    checkRepeats()
    AmbiguityCheck.check(references.rows, &faults)
    return GlossaryContents(
      files: files, concepts: references.rows.filter { !$0.isPattern }.map(\.concept),
      patterns: references.rows.flatMap(\.patterns), cues: cues.map(\.cue), demonyms: demonyms.map(\.demonym),
      faults: faults.sorted(files: files))
  }

  /// Cue words and demonyms that stand twice with the same meaning.
  private mutating func checkRepeats() {
    var places: [String: GlossaryPlace] = [:]
    for (cue, place) in cues {
      let key = "\(cue.word)\u{1F}\(cue.kind.rawValue)\u{1F}\(cue.language.rawValue)\u{1F}\(cue.value)"
      if let earlier = places[key] {
        faults.add(
          .warning, "repeated-cue", place,
          "“\(excerpt(cue.word))” stands already in \(earlier) as \(cue.kind.rawValue). Remove one.")
      } else {
        places[key] = place
      }
    }
    places = [:]
    for (demonym, row) in demonyms {
      let key = "\(demonym.adjective)\u{1F}\(demonym.concept)"
      if let earlier = places[key] {
        faults.add(
          .warning, "repeated-demonym", row.place("adjective_en"),
          "“\(excerpt(demonym.adjective))” stands already in \(earlier). Remove one.")
      } else {
        places[key] = row.place("adjective_en")
      }
    }
  }
}
