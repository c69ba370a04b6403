/// The hash of this file format, after Wang Yi's wyhash: one full-width multiplication, both halves folded together.
@inline(__always) func mix(_ first: UInt64, _ second: UInt64) -> UInt64 {
  let product = (first ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: second ^ 0xE703_7ED1_A0B4_28DB)
  return product.high ^ product.low
}

/// Hash of the edge from a trie node by a token.
@inline(__always) func edgeHash(_ node: UInt32, _ token: UInt32) -> UInt64 {
  mix(UInt64(node) << 32 | UInt64(token), 0x9E37_79B9_7F4A_7C15)
}

/// Check sum of a lexicon file: four lanes of multiply and rotate over 32 bytes at a time.
///
/// `bytes` must be aligned to 8.
func checkSum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
  let prime: UInt64 = 0x9E37_79B1_85EB_CA87
  var lanes = SIMD4<UInt64>(1, 2, 3, 4) &* prime
  var offset = 0
  while offset + 32 <= bytes.count {
    let block = SIMD4<UInt64>(
      bytes.load(fromByteOffset: offset, as: UInt64.self), bytes.load(fromByteOffset: offset + 8, as: UInt64.self),
      bytes.load(fromByteOffset: offset + 16, as: UInt64.self),
      bytes.load(fromByteOffset: offset + 24, as: UInt64.self))
    lanes ^= block
    lanes = lanes &* prime
    lanes ^= lanes &>> 29
    offset += 32
  }
  var sum = UInt64(bytes.count)
  for lane in 0..<4 { sum = mix(sum, lanes[lane]) }
  while offset < bytes.count {
    sum = (sum ^ UInt64(bytes[offset])) &* prime
    offset += 1
  }
  return sum
}
