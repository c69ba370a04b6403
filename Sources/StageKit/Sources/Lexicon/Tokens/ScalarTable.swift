import TextKit

/// Classes of all scalars of the Basic Multilingual Plane, and the foldings of Latin letters.
///
/// Made once, on first use.
final class ScalarTable: @unchecked Sendable {  // filled before it is shared, only read afterwards
  // Unchecked because of the pointers: written only in `init`, and alive as long as the process.
  static let shared = ScalarTable()

  static let latinCount = 0x340
  let classes: UnsafeMutablePointer<ScalarClass>
  let latin: UnsafeMutablePointer<LatinLetter>

  private init() {
    classes = .allocate(capacity: 0x10000)
    classes.initialize(repeating: .mark, count: 0x10000)
    for value in UInt32(0)..<0x10000 {
      if let scalar = Unicode.Scalar(value) { classes[Int(value)] = ScalarClass(scalar) }
    }
    latin = .allocate(capacity: Self.latinCount)
    latin.initialize(repeating: LatinLetter(), count: Self.latinCount)
    for block in [UInt32(0x80)..<0x250, 0x300..<0x370, 0x1E00..<0x1F00] {
      for value in block {
        if let scalar = Unicode.Scalar(value), classes[Int(value)] == .word {
          latin[Self.latinIndex(value)] = LatinLetter(scalar)
        }
      }
    }
  }

  /// Place of a scalar in `latin`; -1 if it is not there.
  @inline(__always) static func latinIndex(_ value: UInt32) -> Int {
    if value < 0x250 { return Int(value) - 0x80 }
    if value &- 0x300 < 0x70 { return Int(value) - 0x300 + 0x1D0 }
    if value &- 0x1E00 < 0x100 { return Int(value) - 0x1E00 + 0x240 }
    return -1
  }

  @inline(__always) func scalarClass(_ value: UInt32) -> ScalarClass {
    if value < 0x10000 { return classes[Int(value)] }
    return Unicode.Scalar(value).map(ScalarClass.init) ?? .mark
  }
}

extension LatinLetter {
  fileprivate init(_ scalar: Unicode.Scalar) {
    let key = Array(Folding.key(String(Character(scalar)), .diacritics).utf8)
    for part in Normaliser.normalise(String(Character(scalar)), .nfd).unicodeScalars {
      if let tone = Self.tones.firstIndex(of: part.value) {
        self.tone = UInt8(tone + 1)
      } else if part.properties.generalCategory == .nonspacingMark {
        shape = shape == 0 ? Self.shape(of: part.value) : (shape &* 7 &+ Self.shape(of: part.value)) & 15 | 1
      } else {
        isCapital = part.properties.isUppercase
        // Letters that do not decompose, but fold to a simpler one: đ, ø, ł.
        if key.count == 1, part.value >= 0x80 { shape = 4 }
      }
    }
    let isMark = scalar.properties.generalCategory == .nonspacingMark
    guard isMark ? key.isEmpty : (1...3).contains(key.count), key.allSatisfy(Self.isPlain) else { return }
    // “ß” is not the same as “ss”.
    if key.count > 1, shape == 0 { shape = 5 }
    for (place, byte) in key.enumerated() { folded |= UInt32(byte) << UInt32(8 * place) }
    count = UInt8(key.count)
    isKnown = true
  }

  /// Grave, acute, tilde, hook above, dot below.
  private static let tones: [UInt32] = [0x300, 0x301, 0x303, 0x309, 0x323]

  private static func shape(of mark: UInt32) -> UInt8 {
    switch mark {
    case 0x302: 1
    case 0x306: 2
    case 0x31B: 3
    default: UInt8(5 + mark % 11)
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) }
}
