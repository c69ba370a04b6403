import StageKit

/// The types of entities that pages know a look for.
///
/// Others share one.
enum EntityType: Int, CaseIterable {
  case organisation, place, person, date, money, email, url, phone, term, other

  init(_ name: String) {
    self =
      switch name {
      case "organisation": .organisation
      case "place": .place
      case "person": .person
      case "date": .date
      case "money": .money
      case "email": .email
      case "url": .url
      case "phone": .phone
      case "term": .term
      default: .other
      }
  }

  /// As a word in a `class` attribute.
  var className: StaticString {
    switch self {
    case .organisation: "organisation"
    case .place: "place"
    case .person: "person"
    case .date: "date"
    case .money: "money"
    case .email: "email"
    case .url: "url"
    case .phone: "phone"
    case .term: "term"
    case .other: "other"
    }
  }

  var plural: StaticString {
    switch self {
    case .organisation: "Organisations"
    case .place: "Places"
    case .person: "People"
    case .date: "Dates"
    case .money: "Amounts of money"
    case .email: "E-mail addresses"
    case .url: "Web addresses"
    case .phone: "Telephone numbers"
    case .term: "Terms"
    case .other: "Other"
    }
  }

  /// Whether it belongs among the names of a document.
  var isName: Bool { self != .date && self != .money }
}
