/// Where a card shows an attribute of an annotation.
enum AttributeKind {
  /// In a place of its own.
  case ownPlace
  /// With its concept, once for all mentions.
  case conceptFact
  /// Among whatever else a stage says.
  case other

  init(_ name: String) {
    self = .other
    // Lengths first: this is asked for each attribute of each mention.
    switch name.utf8.count {
    case 4: if name == "note" { self = .conceptFact }
    case 5: if name == "match" { self = .ownPlace }
    case 6: if name == "parent" { self = .conceptFact }
    case 7: if name == "concept" || name == "name-vi" || name == "name-en" { self = .ownPlace }
    case 8: if name == "valid-to" { self = .conceptFact }
    case 10:
      if name == "candidates" {
        self = .ownPlace
      } else if name == "successors" || name == "valid-from" {
        self = .conceptFact
      }
    case 12: if name == "concept-type" { self = .conceptFact }
    case 13: if name == "definition-vi" || name == "definition-en" { self = .ownPlace }
    default: break
    }
  }
}
