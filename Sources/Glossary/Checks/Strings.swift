/// White space off both ends; ASCII white space and the no-break space.
func trim(_ text: String) -> String {
  let scalars = text.unicodeScalars
  guard let start = scalars.firstIndex(where: { !isTrimmed($0) }),
    let end = scalars.lastIndex(where: { !isTrimmed($0) })
  else { return "" }
  if start == scalars.startIndex, scalars.index(after: end) == scalars.endIndex { return text }
  return String(scalars[start...end])
}

private func isTrimmed(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value) || scalar.value == 0xA0
}

/// A text as it may stand in a message: cut after 60 characters.
func excerpt(_ text: String) -> String {
  let scalars = text.unicodeScalars
  return scalars.count > 60 ? String(String.UnicodeScalarView(scalars.prefix(57))) + "…" : text
}

/// The candidate that a user probably meant; `nil` if none is near.
func nearest(to word: String, in candidates: [String]) -> String? {
  let word = Array(word.utf8.prefix(64))
  let distances = candidates.map { (name: $0, distance: distance(word, Array($0.utf8))) }
  guard let best = distances.min(by: { $0.distance < $1.distance }), best.distance <= max(1, word.count / 3) else {
    return nil
  }
  return best.name
}

/// Letters inserted, removed, replaced.
private func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
  var row = Array(0...second.count)
  for (place, byte) in first.enumerated() {
    var diagonal = row[0]
    row[0] = place + 1
    for column in second.indices {
      let replaced = diagonal + (second[column] == byte ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
    }
  }
  return row[second.count]
}
