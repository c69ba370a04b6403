/// An input on its way through the pool.
struct Ticket {
  /// Place in the order of results, from 0.
  let place: Int
  let item: WorkItem
  var course: Course
  /// The number of the attempt that is asked for; none twice in a run.
  var number: UInt64 = 0

  init(place: Int, _ item: WorkItem) {
    self.place = place
    self.item = item
    course = Course(item.input)
  }
}
