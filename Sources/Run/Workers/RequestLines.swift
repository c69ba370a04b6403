import Glibc
import StageKit

/// Inputs that an engine asks for, one line of JSON each, from a descriptor.
final class RequestLines: WorkSource {
  private let input: Int32
  private let longest: Int
  private var buffer: [UInt8] = []
  /// Bytes at the front of the buffer that are done.
  private var used = 0
  /// Up to where no line end was found.
  private var searched = 0
  private var isAtEnd = false
  /// The line is longer than any input may be; what follows of it is dropped.
  private var isSkipping = false
  private var number = 0
  /// The lines that are on their way, first come first: what was asked, and the number of the line.
  private var asked: [(id: [UInt8], line: Int)] = []
  private var answered = 0

  /// - Parameter longest: bytes of a line that is taken.
  init(_ input: Int32, longest: Int) {
    self.input = input
    self.longest = longest
  }

  var descriptor: Int32? { input }

  /// The request that is to be answered next.
  func nextAnswered() -> (id: [UInt8], line: Int) {
    defer {
      answered += 1
      if answered > 1024 {
        asked.removeFirst(answered)
        answered = 0
      }
    }
    return asked[answered]
  }

  func next() -> WorkStep {
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = Array(buffer[used..<end])
        used = end + 1
        searched = used
        if let step = step(line) { return step }
      } else if isAtEnd {
        let line = Array(buffer[used...])
        used = buffer.count
        searched = used
        return (line.isEmpty && !isSkipping ? nil : step(line)) ?? .end
      } else if !fill() {
        return .later
      }
    }
  }

  private func step(_ line: [UInt8]) -> WorkStep? {
    number += 1
    let isTooLong = isSkipping
    isSkipping = false
    // Blank lines are nobody's input.
    if !isTooLong, line.allSatisfy({ $0 <= 0x20 }) { return nil }
    let request =
      isTooLong
      ? RequestLine(problem: "The line is longer than \(longest) bytes; raise “input-size” under “limits”.")
      : RequestLine(line)
    asked.append((request.id, number))
    switch request.work {
    case .success(let item): return .item(item)
    case .failure(let problem): return .result(Self.refusal("Line \(number): \(problem.message)"))
    }
  }

  private static func refusal(_ message: String) -> InputResult {
    InputResult(
      input: Input(path: ""), attempts: [Attempt(duration: .zero)],
      delivery: Delivery(
        outcome: .rejected, digest: "", stamp: nil,
        documents: [DocumentSummary(undelivered: .rejected, firstError: message)], renderings: [],
        timings: StageTimings(), failures: [], isReport: true))
  }

  /// Reads what is there; `false` if nothing is.
  private func fill() -> Bool {
    var entry = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    guard poll(&entry, 1, 0) > 0 else { return false }
    if used > 0 {
      buffer.removeFirst(used)
      used = 0
    }
    searched = buffer.count
    if buffer.count > longest {
      isSkipping = true
      buffer.removeAll()
      searched = 0
    }
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { chunk in
      let count = read(input, chunk.baseAddress!, chunk.count)
      if count > 0 {
        buffer.append(contentsOf: chunk[..<count])
      } else if count == 0 || errno != EINTR {
        isAtEnd = true
      }
    }
    return true
  }
}
