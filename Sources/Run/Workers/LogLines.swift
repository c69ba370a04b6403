import ChildProcess
import Glibc

/// What a worker writes to its standard output and error, cut into lines.
///
/// It is always emptied, so that a talkative stage does not stand still; of what one stage says about one input only the
/// first lines are passed on.
struct LogLines {
  private let descriptor: Descriptor
  private var rest: [UInt8] = []
  private var shown = 0
  private(set) var isAtEnd = false
  /// For the message about a worker that did not even start.
  private(set) var last = ""
  private static let longest = 4096
  private static let most = 20

  init(_ descriptor: Descriptor) { self.descriptor = descriptor }

  var number: Int32 { descriptor.number }

  /// The lines may again be as many as at the start.
  mutating func forget() { shown = 0 }

  /// Reads what there is.
  mutating func drain(_ line: (String) -> Void) {
    guard !isAtEnd else { return }
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
      // Not without end: others wait.
      for _ in 0..<16 {
        let count = read(descriptor.number, buffer.baseAddress!, buffer.count)
        if count > 0 {
          take(UnsafeRawBufferPointer(rebasing: buffer[..<count]), line)
        } else if count == 0 {
          isAtEnd = true
          flush(line)
          return
        } else if errno != EINTR {
          return
        }
      }
    }
  }

  private mutating func take(_ bytes: UnsafeRawBufferPointer, _ line: (String) -> Void) {
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        flush(line)
      } else if rest.count < Self.longest {
        rest.append(byte)
      }
    }
  }

  /// Passes on a line that has no end.
  mutating func flush(_ line: (String) -> Void) {
    guard !rest.isEmpty else { return }
    let text = String(decoding: rest, as: UTF8.self)
    rest.removeAll(keepingCapacity: true)
    last = text
    shown += 1
    if shown < Self.most {
      line(text)
    } else if shown == Self.most {
      line("… and more")
    }
  }
}
