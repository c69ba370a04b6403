extension DocumentNames {
  /// Each name: the number of mentions, the length of the name, and the name.
  var encoded: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(counts.count * 64)
    for (name, mentions) in counts {
      let name = name.encoded
      VariableLength.append(mentions, to: &bytes)
      VariableLength.append(name.count, to: &bytes)
      bytes += name
    }
    return bytes
  }

  /// Calls `body` with each name, as ``Name/encoded`` gives it; stops where the bytes are not what ``encoded`` gives.
  static func forEach(in encoded: [UInt8], _ body: (_ name: ArraySlice<UInt8>, _ mentions: Int) -> Void) {
    var rest = encoded[...]
    while let mentions = VariableLength.take(&rest), let count = VariableLength.take(&rest), count <= rest.count {
      body(rest.prefix(count), mentions)
      rest = rest.dropFirst(count)
    }
  }
}

extension DocumentNames.Name {
  /// The kind, then the four texts, each with its length before it.
  var encoded: [UInt8] {
    var bytes: [UInt8] = [kind.rawValue]
    for text in [label, concept, ended, rivals] {
      VariableLength.append(text.utf8.count, to: &bytes)
      bytes += text.utf8
    }
    return bytes
  }

  /// `nil` if the bytes are not what ``encoded`` gives.
  init?(encoded: some Collection<UInt8>) {
    var rest = Array(encoded)[...]
    func text() -> String? {
      guard let count = VariableLength.take(&rest), count <= rest.count else { return nil }
      defer { rest = rest.dropFirst(count) }
      return String(decoding: rest.prefix(count), as: UTF8.self)
    }
    guard let kind = rest.popFirst().flatMap(Kind.init(rawValue:)), let label = text(), let concept = text(),
      let ended = text(), let rivals = text(), rest.isEmpty
    else { return nil }
    self.init(kind: kind, label: label, concept: concept, ended: ended, rivals: rivals)
  }
}
