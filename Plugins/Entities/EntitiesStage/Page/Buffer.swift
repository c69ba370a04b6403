/// A growing array behind a pointer, for the inner loops: no reference counting, no check for overlapping access.
///
/// Who makes one must also call ``deallocate()``.
struct Buffer<Element: BitwiseCopyable> {
  private struct Storage {
    var start: UnsafeMutablePointer<Element>
    var count = 0
    var capacity: Int
  }

  private let storage: UnsafeMutablePointer<Storage>

  init() {
    storage = .allocate(capacity: 1)
    storage.initialize(to: Storage(start: .allocate(capacity: 256), capacity: 256))
  }

  func deallocate() {
    storage.pointee.start.deallocate()
    storage.deallocate()
  }

  @inline(__always) var count: Int { storage.pointee.count }
  @inline(__always) var start: UnsafePointer<Element> { UnsafePointer(storage.pointee.start) }
  @inline(__always) var end: UnsafePointer<Element> { start + count }
  @inline(__always) subscript(index: Int) -> Element { storage.pointee.start[index] }

  func removeAll() { storage.pointee.count = 0 }

  @inline(__always) func append(_ element: Element) {
    if storage.pointee.count == storage.pointee.capacity { grow() }
    storage.pointee.start[storage.pointee.count] = element
    storage.pointee.count += 1
  }

  private func grow() {
    let old = storage.pointee
    let new = UnsafeMutablePointer<Element>.allocate(capacity: old.capacity * 2)
    new.update(from: old.start, count: old.count)
    old.start.deallocate()
    storage.pointee = Storage(start: new, count: old.count, capacity: old.capacity * 2)
  }
}

/// The hits that begin at one token.
struct HitList: Sequence, IteratorProtocol {
  private var position: UnsafePointer<Hit>
  private let end: UnsafePointer<Hit>
  private let token: Int32

  init(_ start: UnsafePointer<Hit>, _ end: UnsafePointer<Hit>, _ token: Int32) {
    position = start
    self.end = end
    self.token = token
  }

  @inline(__always) mutating func next() -> Hit? {
    guard position < end, position.pointee.start == token else { return nil }
    position += 1
    return position[-1]
  }
}
