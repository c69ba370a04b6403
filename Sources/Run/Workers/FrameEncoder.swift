/// Builds one frame: values one after the other, without names or types.
struct FrameEncoder {
  private let kind: FrameHead.Kind
  private var buffer: [UInt8]

  init(_ kind: FrameHead.Kind, capacity: Int = 256) {
    self.kind = kind
    buffer = [UInt8](repeating: 0, count: FrameHead.size)
    buffer.reserveCapacity(FrameHead.size + capacity)
  }

  /// The frame with its head.
  consuming func frame() -> [UInt8] {
    buffer.withUnsafeMutableBytes { bytes in
      FrameHead(kind, UnsafeRawBufferPointer(rebasing: bytes[FrameHead.size...])).write(to: bytes)
    }
    return buffer
  }

  mutating func number(_ value: Int) { withUnsafeBytes(of: value) { buffer.append(contentsOf: $0) } }
  mutating func flag(_ value: Bool) { buffer.append(value ? 1 : 0) }

  mutating func bytes(_ value: [UInt8]) {
    number(value.count)
    buffer.append(contentsOf: value)
  }

  mutating func string(_ value: String) {
    var value = value
    value.withUTF8 { utf8 in
      number(utf8.count)
      buffer.append(contentsOf: utf8)
    }
  }

  mutating func optional<Value>(_ value: Value?, _ encode: (inout FrameEncoder, Value) -> Void) {
    flag(value != nil)
    if let value { encode(&self, value) }
  }

  mutating func list<Element>(_ values: some Collection<Element>, _ encode: (inout FrameEncoder, Element) -> Void) {
    number(values.count)
    for value in values { encode(&self, value) }
  }
}
