extension [Annotation] {
  /// Puts the annotations in document order, where those before `start` are in order already, and those from there on
  /// have greater numbers.
  ///
  /// Annotations are moved, never copied: each holds several references.
  mutating func mergeInDocumentOrder(from start: Int) {
    let order = documentOrder(of: start..<count)
    guard let first = order.first else { return }
    let isBehind = start == 0 || self[start - 1].range <= first.range
    if isBehind, order.last?.index == count - 1, isAscending(order) { return }
    withUnsafeMutableBufferPointer { all in
      guard let base = all.baseAddress else { return }
      withUnsafeTemporaryAllocation(of: Annotation.self, capacity: order.count) { tail in
        guard let tail = tail.baseAddress else { return }
        tail.moveInitialize(from: base + start, count: order.count)
        var head = start
        var free = all.count
        for place in order.reversed() {
          // Equal ranges go by number, and those of the head are lower.
          while head > 0, place.range < base[head - 1].range {
            head -= 1
            free -= 1
            (base + free).moveInitialize(from: base + head, count: 1)
          }
          free -= 1
          (base + free).moveInitialize(from: tail + place.index - start, count: 1)
        }
      }
    }
  }

  private struct Place {
    var range: TextRange
    var index: Int
  }

  private func documentOrder(of indices: Range<Int>) -> [Place] {
    var places: [Place] = []
    places.reserveCapacity(indices.count)
    var isSorted = true
    for index in indices {
      let range = self[index].range
      if let last = places.last, range < last.range { isSorted = false }
      places.append(Place(range: range, index: index))
    }
    if !isSorted { places.sort { $0.range != $1.range ? $0.range < $1.range : $0.index < $1.index } }
    return places
  }

  private func isAscending(_ places: [Place]) -> Bool {
    for (offset, place) in places.enumerated() where place.index != places[0].index + offset { return false }
    return true
  }
}
