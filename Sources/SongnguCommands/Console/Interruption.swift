import Dispatch
import Glibc
import Synchronization

/// Notices SIGINT and SIGTERM, so that work can end at a good place.
///
/// A second signal ends the program at once.
final class Interruption: Sendable {
  private static let signals = [SIGINT, SIGTERM]
  private let requested: RequestFlag
  // Touched by init and deinit only.
  private nonisolated(unsafe) let sources: [any DispatchSourceSignal]

  init() {
    let flag = RequestFlag()
    requested = flag
    sources = Self.signals.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        flag.set()
        for number in Self.signals { signal(number, SIG_DFL) }
      }
      source.resume()
      return source
    }
  }

  deinit {
    for source in sources { source.cancel() }
    for number in Self.signals { signal(number, SIG_DFL) }
  }

  var isRequested: Bool { requested.isSet }
}

/// A flag that any thread may set, once.
private final class RequestFlag: Sendable {
  private let value = Atomic(false)

  var isSet: Bool { value.load(ordering: .relaxed) }
  func set() { value.store(true, ordering: .relaxed) }
}
