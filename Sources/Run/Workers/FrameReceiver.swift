import CWorkerBoard
import Glibc

/// Collects frames from the reply pipe of a worker.
///
/// It reads what the worker has announced and nothing else, so that what a stage wrote there stays where the worker
/// finds it. The memory for a frame is kept for the next one, unless it is uncommonly large.
struct FrameReceiver: ~Copyable {
  private var buffer: UnsafeMutableRawBufferPointer
  private var filled = 0
  private var head: FrameHead?
  private static let kept = 4 << 20

  init() { buffer = .allocate(byteCount: 1 << 18, alignment: 16) }

  deinit { buffer.deallocate() }

  enum Step {
    /// Some bytes came; ask again.
    case more
    /// Nothing to read for now.
    case pending
    /// There are bytes that the worker did not announce.
    case foreign
    /// What was announced is no frame.
    case garbled
  }

  /// Reads at most up to the end of one frame, and hands it over if that is reached.
  mutating func step(
    _ descriptor: Int32, _ board: WorkerBoard,
    frame: (FrameHead.Kind, inout FrameDecoder) throws(FrameDecoder.Garbled) -> Void
  ) -> Step {
    let wanted = head.map(\.length) ?? FrameHead.size
    while filled < wanted {
      let untaken = board.untaken
      let held = Int(worker_pipe_held(descriptor))
      let count = min(wanted - filled, untaken, held)
      guard count > 0 else { return held > 0 && untaken == 0 ? .foreign : .pending }
      // Before it happens: see `worker_board_vouches`.
      board.take(count)
      var got = 0
      while got < count {
        let read = Glibc.read(descriptor, buffer.baseAddress! + filled + got, count - got)
        if read > 0 { got += read } else if read == 0 || errno != EINTR { return .garbled }
      }
      filled += got
    }
    let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<wanted])
    filled = 0
    guard let current = head else {
      guard let next = FrameHead(bytes) else { return .garbled }
      head = next
      if next.length > buffer.count { resize(next.length) }
      return .more
    }
    head = nil
    guard current.fits(bytes) else { return .garbled }
    var decoder = FrameDecoder(bytes)
    do {
      try frame(current.kind, &decoder)
    } catch {
      return .garbled
    }
    if buffer.count > Self.kept { resize(1 << 18) }
    return .more
  }

  private mutating func resize(_ count: Int) {
    buffer.deallocate()
    buffer = .allocate(byteCount: count, alignment: 16)
  }
}
