/// Kinds of entities that the stage finds.
///
/// The raw value is the type of the annotation.
enum EntityType: String, CaseIterable, Sendable {
  case organisation, place, person, date, email, url, phone
}
