import CWorkerBoard

/// One message between supervisor and worker: a head of fixed size, then its bytes.
///
/// Both sides are the same program on the same machine, so numbers are as the machine has them.
struct FrameHead {
  enum Kind: UInt32 {
    // To the worker.
    case setup, request
    // From the worker.
    case ready, refused, delivery, fault
  }

  static let size = 32
  private static let mark: UInt32 = 0x53_4E_47_31

  let kind: Kind
  /// Bytes that follow.
  let length: Int
  let checksum: UInt64

  init(_ kind: Kind, _ payload: UnsafeRawBufferPointer) {
    self.kind = kind
    length = payload.count
    checksum = worker_checksum(payload.baseAddress ?? UnsafeRawPointer(bitPattern: 1)!, payload.count)
  }

  /// `nil` if the bytes are no head.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count == Self.size, let base = bytes.baseAddress,
      base.loadUnaligned(as: UInt32.self) == Self.mark,
      base.loadUnaligned(fromByteOffset: 24, as: UInt64.self) == worker_checksum(base, 24),
      let kind = Kind(rawValue: base.loadUnaligned(fromByteOffset: 4, as: UInt32.self)),
      let length = Int(exactly: base.loadUnaligned(fromByteOffset: 8, as: UInt64.self)), length <= 1 << 40
    else { return nil }
    self.kind = kind
    self.length = length
    checksum = base.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
  }

  /// Whether these are the bytes that the head announced.
  func fits(_ payload: UnsafeRawBufferPointer) -> Bool {
    payload.count == length
      && worker_checksum(payload.baseAddress ?? UnsafeRawPointer(bitPattern: 1)!, payload.count) == checksum
  }

  /// Writes the head over the first bytes of a buffer.
  func write(to buffer: UnsafeMutableRawBufferPointer) {
    buffer.storeBytes(of: Self.mark, toByteOffset: 0, as: UInt32.self)
    buffer.storeBytes(of: kind.rawValue, toByteOffset: 4, as: UInt32.self)
    buffer.storeBytes(of: UInt64(length), toByteOffset: 8, as: UInt64.self)
    buffer.storeBytes(of: checksum, toByteOffset: 16, as: UInt64.self)
    buffer.storeBytes(of: worker_checksum(buffer.baseAddress!, 24), toByteOffset: 24, as: UInt64.self)
  }
}
