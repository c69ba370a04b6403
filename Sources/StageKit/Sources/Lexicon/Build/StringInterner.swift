/// Numbers strings by their bytes; equal bytes get one number.
///
/// Number 0 is the empty string.
///
/// Not a dictionary of `String`, which takes canonically equivalent strings for the same.
struct StringInterner {
  private(set) var bytes: [UInt8] = []
  private(set) var starts: [UInt32] = [0, 0]
  private var table: [UInt32]
  private var isTooLarge = false

  init() { table = Array(repeating: 0, count: 1024) }

  var count: Int { starts.count - 1 }

  /// Whether all strings fit into 32-bit offsets.
  var fits: Bool { !isTooLarge && starts.count < Int(UInt32.max) / 2 }

  mutating func number(_ string: String) -> UInt32 {
    var string = string
    return string.withUTF8 { number($0) }
  }

  mutating func number(_ string: UnsafeBufferPointer<UInt8>) -> UInt32 {
    if string.isEmpty { return 0 }
    if starts.count * 2 > table.count { grow() }
    let mask = table.count - 1
    var place = Int(truncatingIfNeeded: Self.hash(string)) & mask
    while table[place] != 0 {
      if slice(table[place]).elementsEqual(string) { return table[place] }
      place = (place + 1) & mask
    }
    guard bytes.count + string.count < Int(UInt32.max) else {
      isTooLarge = true
      return 0
    }
    bytes.append(contentsOf: string)
    let number = UInt32(starts.count - 1)
    starts.append(UInt32(bytes.count))
    table[place] = number
    return number
  }

  private func slice(_ number: UInt32) -> ArraySlice<UInt8> {
    bytes[Int(starts[Int(number)])..<Int(starts[Int(number) + 1])]
  }

  private mutating func grow() {
    var larger = [UInt32](repeating: 0, count: table.count * 4)
    let mask = larger.count - 1
    for number in table where number != 0 {
      var place = slice(number).withUnsafeBufferPointer { Int(truncatingIfNeeded: Self.hash($0)) } & mask
      while larger[place] != 0 { place = (place + 1) & mask }
      larger[place] = number
    }
    table = larger
  }

  private static func hash(_ string: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var key = TokenKey()
    for byte in string { key.append(byte) }
    return mix(key.low ^ UInt64(key.count), key.high ^ key.tail)
  }
}
