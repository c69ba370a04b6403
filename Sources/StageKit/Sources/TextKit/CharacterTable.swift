internal import CICU

/// One byte of property for every character: from a table for the scripts that are met all day, from ICU for the rest.
struct CharacterTable {
  /// Characters below this have their property in the table.
  static let limit: UInt32 = 0x3000

  private let table: UnsafePointer<UInt8>
  private let property: @convention(c) (UInt32) -> UInt8

  private init(_ property: @convention(c) (UInt32) -> UInt8) {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: Int(Self.limit))
    for scalar in 0..<Self.limit { table[Int(scalar)] = property(scalar) }
    self.table = UnsafePointer(table)
    self.property = property
  }

  /// Tables live as long as the process.
  static let wordClasses = CharacterTable(cicu_word_class)
  static let sentenceClasses = CharacterTable(cicu_sentence_class)
  static let kinds = CharacterTable(cicu_kind)

  @inline(__always) subscript(scalar: UInt32) -> UInt8 {
    scalar < Self.limit ? table[Int(scalar)] : property(scalar)
  }

  /// The property of the scalar at `offset`; steps over it.
  @inline(__always) func read(_ bytes: UnsafePointer<UInt8>, _ offset: inout Int) -> UInt8 {
    if bytes[offset] < 0x80 {
      defer { offset &+= 1 }
      return table[Int(bytes[offset])]
    }
    return self[decodeScalar(bytes, &offset)]
  }
}

// Safe: the table is written once, before the value exists, and only read afterwards.
extension CharacterTable: @unchecked Sendable {}
