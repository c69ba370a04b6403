internal import COpenSSL

/// SHA-256 of bytes that come piece by piece.
public struct DigestStream: ~Copyable {
  private let context: OpaquePointer

  public init() {
    context = EVP_MD_CTX_new()!
    precondition(EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1, "OpenSSL offers no SHA-256")
  }

  deinit { EVP_MD_CTX_free(context) }

  public mutating func update(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { buffer in
      precondition(EVP_DigestUpdate(context, buffer.baseAddress, buffer.count) == 1, "SHA-256 failed")
    }
  }

  /// 64 lower-case hexadecimal digits; nothing may be added afterwards.
  public mutating func finish() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    precondition(EVP_DigestFinal_ex(context, &digest, nil) == 1, "SHA-256 failed")
    return Digest.hex(digest)
  }
}
