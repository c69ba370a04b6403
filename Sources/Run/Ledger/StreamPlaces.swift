import Foundation
import GRDB

/// What is one input's in each stream of a run: where it begins, and where it ends.
///
/// A writer has two streams, numbers 2 n and 2 n + 1: its appended file and its notes. The parts of the inputs lie in
/// input order without gaps.
struct StreamPlaces: Equatable {
  var ranges: [Range<Int>]

  init(_ ranges: [Range<Int>] = []) { self.ranges = ranges }

  /// Begin and length of each as variable-length integers.
  var encoded: Data {
    var bytes: [UInt8] = []
    for range in ranges {
      VariableLength.append(range.lowerBound, to: &bytes)
      VariableLength.append(range.count, to: &bytes)
    }
    return Data(bytes)
  }

  /// `nil` if the bytes are no places.
  init?(encoded: Data) {
    ranges = []
    var rest = [UInt8](encoded)[...]
    while !rest.isEmpty {
      guard let begin = VariableLength.take(&rest), let length = VariableLength.take(&rest), begin <= Int.max - length
      else { return nil }
      ranges.append(begin..<begin + length)
    }
  }

  /// The places after each stream's stretch was put elsewhere; `nil` if they cannot lie there.
  func moved(by distances: [Int]) -> StreamPlaces? {
    guard distances.count == ranges.count, zip(ranges, distances).allSatisfy({ $0.lowerBound + $1 >= 0 }) else {
      return nil
    }
    return StreamPlaces(zip(ranges, distances).map { $0.lowerBound + $1..<$0.upperBound + $1 })
  }

  /// The SQL function `moved(places, distances)`, the distances as eight bytes each.
  static let moved = DatabaseFunction("moved", argumentCount: 2, pure: true) { values in
    guard let places = Data.fromDatabaseValue(values[0]).flatMap(StreamPlaces.init(encoded:)),
      let distances = Data.fromDatabaseValue(values[1])
    else { return nil }
    return places.moved(by: Self.distances(distances))?.encoded
  }

  static func encode(distances: [Int]) -> Data {
    Data(distances.flatMap { distance in withUnsafeBytes(of: Int64(distance).littleEndian, Array.init) })
  }

  private static func distances(_ data: Data) -> [Int] {
    let bytes = [UInt8](data)
    return stride(from: 0, to: bytes.count - bytes.count % 8, by: 8).map { offset in
      var value: UInt64 = 0
      for index in (0..<8).reversed() { value = value << 8 | UInt64(bytes[offset + index]) }
      return Int(Int64(bitPattern: value))
    }
  }
}
