import Glibc

/// Inputs in order, their paths in one stretch of memory: a million of them cost little more than their letters.
public struct InputList: RandomAccessCollection, Sendable, ExpressibleByArrayLiteral {
  private var bytes: [UInt8] = []
  /// Where each path ends; it starts where the one before ends.
  private var ends: [Int] = []

  public init() {}
  public init(_ inputs: some Sequence<Input>) { for input in inputs { append(input) } }
  public init(arrayLiteral elements: Input...) { self.init(elements) }

  public var startIndex: Int { 0 }
  public var endIndex: Int { ends.count }
  public subscript(position: Int) -> Input { Input(path: InputPath(Array(path(position)))) }

  public mutating func append(_ input: Input) { append(path: input.path.bytes) }

  mutating func append(path: some Collection<UInt8>) {
    bytes += path
    ends.append(bytes.count)
  }

  /// The bytes of one path, without a copy.
  func path(_ position: Int) -> ArraySlice<UInt8> { bytes[(position == 0 ? 0 : ends[position - 1])..<ends[position]] }

  /// In order of the bytes of the paths.
  func sorted() -> InputList {
    let order = bytes.withUnsafeBytes { buffer in
      indices.sorted { first, second in
        let one = UnsafeRawBufferPointer(rebasing: buffer[path(first).indices])
        let other = UnsafeRawBufferPointer(rebasing: buffer[path(second).indices])
        return Self.isBefore(one, other)
      }
    }
    var list = InputList()
    list.bytes.reserveCapacity(bytes.count)
    list.ends.reserveCapacity(ends.count)
    for position in order { list.append(path: path(position)) }
    return list
  }

  private static func isBefore(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> Bool {
    let common = Swift.min(one.count, other.count)
    let order = common == 0 ? 0 : memcmp(one.baseAddress!, other.baseAddress!, common)
    return order != 0 ? order < 0 : one.count < other.count
  }
}
