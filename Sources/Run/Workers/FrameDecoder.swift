/// Takes the values of a frame one after the other, and never reads beyond its end.
struct FrameDecoder {
  private let buffer: UnsafeRawBufferPointer
  private var offset = 0

  /// The other side does not keep to the protocol.
  struct Garbled: Error {}

  /// - Parameter bytes: must outlive the decoder.
  init(_ bytes: UnsafeRawBufferPointer) { buffer = bytes }

  private mutating func take(_ count: Int) throws(Garbled) -> UnsafeRawBufferPointer {
    guard count >= 0, count <= buffer.count - offset else { throw Garbled() }
    defer { offset += count }
    return UnsafeRawBufferPointer(rebasing: buffer[offset..<offset + count])
  }

  mutating func number() throws(Garbled) -> Int { try take(8).loadUnaligned(as: Int.self) }
  mutating func flag() throws(Garbled) -> Bool { try take(1)[0] != 0 }
  mutating func bytes() throws(Garbled) -> [UInt8] { Array(try take(try number())) }
  mutating func string() throws(Garbled) -> String { String(decoding: try take(try number()), as: UTF8.self) }

  mutating func optional<Value>(
    _ decode: (inout FrameDecoder) throws(Garbled) -> Value
  ) throws(Garbled) -> Value? {
    try flag() ? try decode(&self) : nil
  }

  mutating func list<Element>(
    _ decode: (inout FrameDecoder) throws(Garbled) -> Element
  ) throws(Garbled) -> [Element] {
    let count = try number()
    // An element has a byte at least.
    guard count >= 0, count <= buffer.count - offset else { throw Garbled() }
    var list: [Element] = []
    list.reserveCapacity(min(count, 1024))
    for _ in 0..<count { list.append(try decode(&self)) }
    return list
  }
}
