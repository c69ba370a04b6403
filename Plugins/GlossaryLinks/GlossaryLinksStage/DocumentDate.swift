import StageKit

/// When a document was written, as far as it says: metadata first, then the first whole date in it, then its first year.
enum DocumentDate {
  static func find(_ document: Document, _ entities: [Annotation]) -> String? {
    if let stated = document.metadata.first(where: { $0.name == "date" })?.value.string, stated.first?.isNumber == true
    {
      return stated
    }
    var year: String?
    for entity in entities where entity.type == "date" {
      guard let iso = entity[attribute: "iso"]?.string else { continue }
      let start = iso.prefix { $0 != "/" }
      if start.utf8.count == 10 { return String(start) }
      if year == nil { year = String(start) }
    }
    return year
  }
}
