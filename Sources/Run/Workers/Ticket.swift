/// An input on its way through the pool.
struct Ticket {
  /// Place in the order of results, from 0.
  let place: Int
  let item: WorkItem
  var course: Course
  /// The number of the attempt that is asked for; none twice in a run.
  var number: UInt64 = 0
  /// How many times its worker was killed by somebody else, which is not laid on the input.
  var pardons = 0
  /// A stage that kills its own process looks the same; so it does not go on for ever.
  static let mostPardons = 4

  init(place: Int, _ item: WorkItem) {
    self.place = place
    self.item = item
    course = Course(item.input)
  }
}
