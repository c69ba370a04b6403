@_spi(_Unicode) import Swift
import TextKit

// Until TextKit has these.
enum FoldingLevel { case letterCase, tonePlacement, diacritics }
extension String {
  init(_ s: some Sequence<Unicode.Scalar>) {
    var r = String.UnicodeScalarView()
    for x in s { r.append(x) }
    self.init(r)
  }
}
enum Folding {
  static func key(_ string: String, _ level: FoldingLevel) -> String {
    let lower = string.lowercased()
    if level == .letterCase { return Normaliser.normalise(lower, .nfc) }
    var r = String.UnicodeScalarView()
    for s in lower._nfd where s.properties.generalCategory != .nonspacingMark {
      switch s.value {
      case 0x111, 0xF0: r.append("d")
      case 0xF8: r.append("o")
      case 0xDF: r.append("s"); r.append("s")
      default: r.append(s)
      }
    }
    return String(r)
  }
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, _ level: FoldingLevel, to key: inout [UInt8]) {
    key += Array(self.key(String(decoding: bytes, as: UTF8.self), level).utf8)
  }
}
