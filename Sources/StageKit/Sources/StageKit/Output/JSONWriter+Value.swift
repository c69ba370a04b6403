extension JSONWriter {
  /// Writes a value of any depth: options and attributes may come from a module in another process.
  public mutating func value(_ value: Value) { write(value, depth: 0) }

  /// Writes members as an object.
  ///
  /// Of two members with one name the first is written, as ``Value/subscript(_:)`` has it.
  public mutating func object(_ members: [Value.Member]) { write(members, depth: 0) }

  /// Depth to which calls nest; what lies deeper is written with a stack of its own, which is slower.
  private static var deepest: Int { 32 }

  private mutating func write(_ value: Value, depth: Int) {
    switch value {
    case .bool(let value): bool(value)
    case .number(let value): number(value)
    case .string(let value): string(value)
    case .list(let values):
      if depth == Self.deepest { return writeDeep(value) }
      beginArray()
      for element in values { write(element, depth: depth + 1) }
      endArray()
    case .object(let members): write(members, depth: depth)
    }
  }

  private mutating func write(_ members: [Value.Member], depth: Int) {
    if depth == Self.deepest || members.count > 16 { return writeDeep(.object(members)) }
    beginObject()
    // A bit for each length and last byte of a name; only where two agree in it, names need be compared.
    var seen: UInt64 = 0
    for index in members.indices {
      let start = out.used
      let neededComma = needsComma
      let name = start &+ (neededComma ? 1 : 0)
      key(members[index].name)
      let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: (out.used &- name) &* 5 &+ Int(out.base[out.used &- 3]))
      if seen & bit != 0, isRepeated(index, in: members) {
        out.used = start
        needsComma = neededComma
        continue
      }
      seen |= bit
      write(members[index].value, depth: depth + 1)
    }
    endObject()
  }

  private func isRepeated(_ index: Int, in members: [Value.Member]) -> Bool {
    let length = members[index].name.utf8.count
    for earlier in 0..<index
    where members[earlier].name.utf8.count == length && members[earlier].name == members[index].name {
      return true
    }
    return false
  }

  private mutating func writeDeep(_ value: Value) {
    var open: [Frame] = [Frame(value)]
    begin(value)
    while var frame = open.popLast() {
      guard let next = frame.next(&self) else {
        frame.isObject ? endObject() : endArray()
        continue
      }
      open.append(frame)
      if scalar(next) { continue }
      begin(next)
      open.append(Frame(next))
    }
  }

  private mutating func scalar(_ value: Value) -> Bool {
    switch value {
    case .bool(let value): bool(value)
    case .number(let value): number(value)
    case .string(let value): string(value)
    case .list, .object: return false
    }
    return true
  }

  private mutating func begin(_ value: Value) {
    if case .object = value { beginObject() } else { beginArray() }
  }

  /// A list or an object of which some elements are written.
  private struct Frame {
    let isObject: Bool
    private let values: [Value]
    private let members: [Value.Member]
    /// Names written already.
    private var seen: Set<String> = []
    private var index = 0

    init(_ value: Value) {
      switch value {
      case .object(let members):
        isObject = true
        values = []
        self.members = members
      case .list(let values):
        isObject = false
        self.values = values
        members = []
      case .bool, .number, .string:
        preconditionFailure("a scalar has no elements")
      }
    }

    /// The next element, its key already written; `nil` behind the last.
    mutating func next(_ json: inout JSONWriter) -> Value? {
      guard isObject else {
        guard index < values.count else { return nil }
        index += 1
        return values[index - 1]
      }
      while index < members.count {
        let member = members[index]
        index += 1
        guard seen.insert(member.name).inserted else { continue }
        json.key(member.name)
        return member.value
      }
      return nil
    }
  }
}
