extension JSONWriter {
  /// Writes a value of any depth, without recursion: options and attributes may come from a module in another process.
  public mutating func value(_ value: Value) {
    if scalar(value) { return }
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

  /// Writes members as an object.
  ///
  /// Of two members with one name the first is written, as ``Value/subscript(_:)`` has it.
  public mutating func object(_ members: [Value.Member]) {
    if members.isEmpty {
      beginObject()
      endObject()
    } else {
      value(.object(members))
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
    /// Names written already; only kept for objects so large that looking back would be slow.
    private var seen: Set<String>?
    private var index = 0

    init(_ value: Value) {
      switch value {
      case .object(let members):
        isObject = true
        values = []
        self.members = members
        seen = members.count > 16 ? [] : nil
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
        if isRepeated(member.name) { continue }
        json.key(member.name)
        return member.value
      }
      return nil
    }

    private mutating func isRepeated(_ name: String) -> Bool {
      if seen != nil { return seen?.insert(name).inserted == false }
      return members[..<(index - 1)].contains { $0.name == name }
    }
  }
}
