public import StageKit

/// A stretch of text that folds to some form, before anybody has looked how far it agrees.
///
/// Who has met the same letters before need not ask again: what a stretch may stand for depends on its bytes alone. Good
/// only inside the call that hands it out.
public struct LexiconStretch {
  /// Bytes of the text, as in ``LexiconMatch/range``.
  public let range: TextRange
  /// What all stretches of one scan share; alive as long as the scan.
  let scan: UnsafePointer<ScanContext>
  /// The tokens of the stretch.
  let path: UnsafeBufferPointer<Token>
  let traits: TokenTraits
  let node: UInt32
  /// Raw value of the ``LexiconFilter/Need`` that a form must have.
  let least: UInt8

  /// Number of words and punctuation marks in it.
  public var wordCount: Int { path.count }

  /// Calls `body` with everything that the stretch may stand for, in the order in which the lexicon was built.
  public func forEachCandidate(_ body: (LexiconCandidate) -> Void) {
    let node = scan.pointee.nodes[Int(node)]
    let entries = scan.pointee.entries
    let needs = scan.pointee.entryNeeds
    let minimum = scan.pointee.minimum
    for index in Int(node.firstEntry)..<Int(node.firstEntry) + Int(node.entryCount) {
      if let needs, needs[index] < least { continue }
      let strength = scan.pointee.judge.strength(of: path, traits, against: entries[index])
      if strength >= minimum { body(LexiconCandidate(entries[index], index, strength)) }
    }
  }
}

/// What one scan of a text holds on to.
struct ScanContext {
  let nodes: UnsafePointer<NodeRecord>
  let entries: UnsafePointer<EntryRecord>
  let judge: StrengthJudge
  let minimum: MatchStrength
  /// ``FilterTables/entries``; `nil` if everything is wanted.
  let entryNeeds: UnsafePointer<UInt8>?
}
