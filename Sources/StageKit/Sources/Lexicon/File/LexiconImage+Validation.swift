import StageKit

extension LexiconImage {
  /// The first section with a number that points nowhere; `nil` if the whole file holds together.
  ///
  /// One pass over everything: a lexicon of 500,000 forms takes some tens of milliseconds, and matching then needs no
  /// checks.
  func firstBadSection() -> Section? {
    guard hasGoodStrings() else { return .stringStarts }
    let stringCount = UInt32(stringStarts.count - 1)
    guard digest < stringCount, (1...LexiconHeader.greatestDepth).contains(depth) else { return .strings }
    if let section = firstBadTable(stringCount) { return section }
    return firstBadConcept(stringCount) ?? firstBadCueOrPattern(stringCount)
  }

  /// Starts ascend from 0 to the end, on scalar boundaries of valid UTF-8; string 0 is empty.
  private func hasGoodStrings() -> Bool {
    guard stringStarts.count >= 2, stringStarts[0] == 0, stringStarts[1] == 0,
      Int(stringStarts[stringStarts.count - 1]) == strings.count, UTF8Check.firstInvalid(in: strings) == nil
    else { return false }
    var previous: UInt32 = 0
    for start in stringStarts {
      guard start >= previous, Int(start) <= strings.count,
        Int(start) == strings.count || strings[Int(start)] & 0xC0 != 0x80
      else { return false }
      previous = start
    }
    return true
  }

  private func firstBadTable(_ stringCount: UInt32) -> Section? {
    guard isPowerOfTwo(tokens.count), !nodes.isEmpty else { return .tokens }
    var free = 0
    var bad = false
    for slot in tokens {
      if slot.low == 0 { free += 1 }
      bad = bad || Int(slot.root) >= nodes.count || slot.long >= stringCount
    }
    // A probe ends at a free slot.
    guard !bad, free > 0 else { return .tokens }
    guard isPowerOfTwo(rootFilter.count) else { return .rootFilter }
    for node in nodes {
      bad = bad || Int(node.firstEntry) + Int(node.entryCount) > entries.count
    }
    guard !bad else { return .nodes }
    guard isPowerOfTwo(edges.count) else { return .edges }
    free = 0
    for edge in edges {
      if edge.child == 0 { free += 1 }
      bad = bad || Int(edge.child) >= nodes.count
    }
    guard !bad, free > 0 else { return .edges }
    for entry in entries {
      bad =
        bad || entry.surface >= stringCount || Int(entry.form) >= FormKind.allCases.count
        || Int(entry.language) >= FormLanguage.allCases.count || !isGoodTarget(entry)
    }
    return bad ? .entries : nil
  }

  private func isGoodTarget(_ entry: EntryRecord) -> Bool {
    switch EntryKind(rawValue: entry.kind) {
    case .concept, .demonym: Int(entry.target) < concepts.count
    case .cue: Int(entry.target) < cues.count
    case .patternLiteral: Int(entry.target) < patterns.count
    case nil: false
    }
  }

  private func firstBadConcept(_ stringCount: UInt32) -> Section? {
    for type in types where type >= stringCount { return .types }
    for concept in concepts {
      let greatest = max(
        concept.id, concept.definitionVi, concept.definitionEn, concept.parentId,
        max(concept.validFrom, concept.validTo, concept.note, concept.source, concept.confidence))
      guard greatest < stringCount, Int(concept.type) < types.count, Int(concept.parent) <= concepts.count,
        Int(concept.firstForm) + Int(concept.formCount) <= forms.count,
        Int(concept.firstSuccessor) + Int(concept.successorCount) <= successors.count
      else { return .concepts }
    }
    for form in forms {
      guard form.text < stringCount, Int(form.kind) < FormKind.allCases.count,
        Int(form.language) < FormLanguage.allCases.count
      else { return .forms }
    }
    for successor in successors where successor >= stringCount { return .successors }
    guard idOrder.count == concepts.count else { return .idOrder }
    for index in idOrder where Int(index) >= concepts.count { return .idOrder }
    return nil
  }

  private func firstBadCueOrPattern(_ stringCount: UInt32) -> Section? {
    for cue in cues {
      guard max(cue.word, cue.value, cue.note) < stringCount, Int(cue.kind) < CueKind.allCases.count,
        Int(cue.language) < FormLanguage.allCases.count, Int(cue.position) < CuePosition.allCases.count
      else { return .cues }
    }
    for pattern in patterns {
      let greatest = max(pattern.id, pattern.parentId, pattern.validFrom, max(pattern.validTo, pattern.note))
      guard greatest < stringCount,
        Int(pattern.firstSuccessor) + Int(pattern.successorCount) <= successors.count,
        Int(pattern.language) < FormLanguage.allCases.count, Int(pattern.form) < FormKind.allCases.count,
        Int(pattern.firstSegment) + Int(pattern.segmentCount) <= segments.count
      else { return .patterns }
    }
    for segment in segments where segment.text >= stringCount || segment.kind > 1 { return .segments }
    return nil
  }

  private func isPowerOfTwo(_ count: Int) -> Bool { count > 0 && count & (count - 1) == 0 }
}
