internal import COpenSSL

/// SHA-256, by OpenSSL.
public enum Digest {
  /// 64 lower-case hexadecimal digits.
  public static func sha256(_ bytes: some Collection<UInt8>) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    let contiguous: Void? = bytes.withContiguousStorageIfAvailable { compute($0, into: &digest) }
    if contiguous == nil { Array(bytes).withUnsafeBufferPointer { compute($0, into: &digest) } }
    return hex(digest)
  }

  private static func compute(_ bytes: UnsafeBufferPointer<UInt8>, into digest: inout [UInt8]) {
    let done = EVP_Digest(bytes.baseAddress, bytes.count, &digest, nil, EVP_sha256(), nil)
    precondition(done == 1, "OpenSSL offers no SHA-256")
  }

  static func hex(_ digest: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
