import StageKit

/// An entity of the document, as far as linking asks of all of them.
struct Name {
  enum Kind { case organisation, place, date, other }

  var kind: Kind
  var range: TextRange
  /// Number of the annotation.
  var id: Int
  /// Index into ``Document/annotations``.
  var index: Int

  /// The entities of a document, in document order.
  static func all(in annotations: [Annotation]) -> [Name] {
    var names: [Name] = []
    let layer = Layer.entity
    for index in annotations.indices where annotations[index].layer == layer {
      names.append(
        Name(
          kind: Kind(type: annotations[index].type), range: annotations[index].range, id: annotations[index].id,
          index: index))
    }
    return names
  }
}

extension Name.Kind {
  fileprivate init(type: String) {
    switch type {
    case "place": self = .place
    case "organisation": self = .organisation
    case "date": self = .date
    default: self = .other
    }
  }
}
