import StageKit

/// When a document was written, as far as it says: metadata first, then the first whole date in it, then its first year.
enum DocumentDate {
  static func find(_ document: Document, _ annotations: [Annotation], _ names: [Name]) -> String? {
    if let stated = document.metadata.first(where: { $0.name == "date" })?.value.string, stated.first?.isNumber == true
    {
      return stated
    }
    var year: String?
    for name in names where name.kind == .date {
      guard let iso = annotations[name.index][attribute: "iso"]?.string else { continue }
      let start = iso.prefix { $0 != "/" }
      if start.utf8.count == 10 { return String(start) }
      if year == nil { year = String(start) }
    }
    return year
  }
}
