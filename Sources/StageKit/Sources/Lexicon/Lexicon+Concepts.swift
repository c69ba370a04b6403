extension Lexicon {
  /// The concept with this index, read out in full.
  ///
  /// Stages that need one field only use the accessors below, which do not build the rest.
  public func concept(_ index: Int) -> Concept {
    let record = self.record(index)
    return Concept(
      id: image.string(record.id), type: type(of: index), forms: forms(of: index),
      definitionVi: image.string(record.definitionVi), definitionEn: image.string(record.definitionEn),
      parent: image.optionalString(record.parentId), validFrom: image.optionalString(record.validFrom),
      validTo: image.optionalString(record.validTo),
      successors: successors(record.firstSuccessor, record.successorCount), note: image.string(record.note),
      source: image.string(record.source), confidence: image.string(record.confidence))
  }

  private func successors(_ first: UInt32, _ count: UInt32) -> [String] {
    (0..<Int(count)).map { image.string(image.successors[Int(first) + $0]) }
  }

  private func record(_ index: Int) -> ConceptRecord {
    precondition(image.concepts.indices.contains(index), "no concept has the index \(index)")
    return image.concepts[index]
  }

  /// Index of a concept, by binary search; `nil` if no concept has the identifier.
  public func conceptIndex(of id: String) -> Int? {
    var id = id
    return id.withUTF8 { wanted in
      var low = 0
      var high = image.idOrder.count
      while low < high {
        let middle = (low + high) / 2
        let index = Int(image.idOrder[middle])
        let found = image.utf8(image.concepts[index].id)
        if found.elementsEqual(wanted) { return index }
        if found.lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
      }
      return nil
    }
  }

  public func id(of index: Int) -> String { image.string(record(index).id) }
  public func type(of index: Int) -> String { image.string(image.types[Int(record(index).type)]) }

  /// The types that concepts have, each once, in order of first use.
  public var types: [String] { image.types.map { image.string($0) } }
  /// Place of the concept's type in ``types``, for comparing types without strings.
  public func typeIndex(of index: Int) -> Int { Int(record(index).type) }

  /// When something is or was: days, months or years, as the glossary has them; `nil` where open.
  public struct Validity: Sendable, Hashable {
    public let from: String?
    public let to: String?

    /// Open on both sides.
    public static let none = Validity(from: nil, to: nil)
  }

  public func validity(of index: Int) -> Validity {
    let record = record(index)
    return Validity(from: image.optionalString(record.validFrom), to: image.optionalString(record.validTo))
  }

  /// Whether the concept has a first or a last day.
  public func isDated(_ index: Int) -> Bool {
    let record = record(index)
    return record.validFrom != 0 || record.validTo != 0
  }

  public func forms(of index: Int) -> [Form] {
    let record = self.record(index)
    return (0..<Int(record.formCount)).map { number in
      let form = image.forms[Int(record.firstForm) + number]
      return Form(
        image.string(form.text), FormKind(code: form.kind),
        language: FormLanguage(code: form.language), isCautious: form.isCautious != 0)
    }
  }

  /// Index of the concept that this one belongs to; `nil` if it has no parent, or the parent is not in the lexicon.
  public func parent(of index: Int) -> Int? {
    let parent = Int(record(index).parent)
    return parent == 0 ? nil : parent - 1
  }

  /// The parent, its parent and so on, nearest first.
  ///
  /// Ends at a concept that has none, or at 32, should the glossary run in a circle.
  public func parents(of index: Int) -> [Int] {
    var chain: [Int] = []
    var current = index
    while chain.count < 32, let parent = parent(of: current) {
      chain.append(parent)
      current = parent
    }
    return chain
  }

  /// Whether `ancestor` is in the parent chain of `index`, or the same.
  public func isConcept(_ index: Int, within ancestor: Int) -> Bool {
    var current = index
    for _ in 0...32 {
      if current == ancestor { return true }
      guard let parent = parent(of: current) else { return false }
      current = parent
    }
    return false
  }

  /// The text of a form as the glossary has it; the number is that of ``LexiconCandidate/entry``.
  public func surface(of entry: Int) -> String {
    precondition(image.entries.indices.contains(entry), "no form has the number \(entry)")
    return image.string(image.entries[entry].surface)
  }

  public func cue(_ index: Int) -> Cue {
    precondition(image.cues.indices.contains(index), "no cue has the index \(index)")
    let record = image.cues[index]
    return Cue(
      image.string(record.word), CueKind.allCases[Int(record.kind)],
      language: FormLanguage(code: record.language), position: CuePosition.allCases[Int(record.position)],
      isWeak: record.isWeak != 0, value: image.string(record.value), note: image.string(record.note))
  }

  /// What kind of cue it is, without reading the rest.
  public func cueKind(_ index: Int) -> CueKind {
    precondition(image.cues.indices.contains(index), "no cue has the index \(index)")
    return CueKind.allCases[Int(image.cues[index].kind)]
  }

  public func pattern(_ index: Int) -> Pattern {
    precondition(image.patterns.indices.contains(index), "no pattern has the index \(index)")
    let record = image.patterns[index]
    let segments = (0..<Int(record.segmentCount)).map { number -> Pattern.Segment in
      let segment = image.segments[Int(record.firstSegment) + number]
      return segment.kind == 0 ? .literal(image.string(segment.text)) : .slot(image.string(segment.text))
    }
    return Pattern(
      id: image.string(record.id), segments: segments, language: FormLanguage(code: record.language),
      form: FormKind(code: record.form), parent: image.optionalString(record.parentId),
      validFrom: image.optionalString(record.validFrom), validTo: image.optionalString(record.validTo),
      successors: successors(record.firstSuccessor, record.successorCount), note: image.string(record.note))
  }
}
