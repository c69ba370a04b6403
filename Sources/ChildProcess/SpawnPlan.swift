internal import CSpawn
import Glibc

/// What is to be done between the birth of a child and its program.
struct SpawnPlan {
  private var actions = posix_spawn_file_actions_t()
  private var attributes = posix_spawnattr_t()
  /// The child's ends; open until the child has its own copies.
  private var childEnds: [Descriptor] = []
  private var given: Set<Int32> = []
  private let highest: Int32

  /// - Parameter highest: the highest number of a descriptor in the child.
  init(highest: Int32) {
    self.highest = max(2, highest)
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
  }

  mutating func destroy() {
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
  }

  /// Makes a standard stream of the child; gives this process's end if it is a pipe.
  mutating func connect(_ number: Int32, _ stream: ChildProcess.Stream) throws(Descriptor.SystemError) -> Descriptor? {
    switch stream {
    case .inherit:
      try give(number, as: number)
      return nil
    case .null:
      given.insert(number)
      posix_spawn_file_actions_addopen(&actions, number, "/dev/null", number == 0 ? O_RDONLY : O_WRONLY, 0)
      return nil
    case .pipe:
      let ends = try Descriptor.pipe()
      let (ours, theirs) = number == 0 ? (ends.write, ends.read) : (ends.read, ends.write)
      ours.setNonBlocking()
      try give(theirs.number, as: number)
      return ours
    }
  }

  /// Lets the child have a descriptor under a number.
  mutating func give(_ descriptor: Int32, as number: Int32) throws(Descriptor.SystemError) {
    // A copy above all numbers of the child, so that no `dup2` overwrites what a later one needs.
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, highest + 1)
    guard copy >= 0 else { throw Descriptor.SystemError(code: errno) }
    childEnds.append(Descriptor(copy))
    given.insert(number)
    posix_spawn_file_actions_adddup2(&actions, copy, number)
  }

  mutating func begin(in folder: String) { spawn_change_folder(&actions, folder) }

  mutating func spawn(
    _ executable: String, _ arguments: [String], _ environment: [String: String]?
  ) throws(Descriptor.SystemError) -> pid_t {
    for number in 0...highest where !given.contains(number) {
      posix_spawn_file_actions_addclose(&actions, number)
    }
    spawn_close_from(&actions, highest + 1)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    posix_spawnattr_setpgroup(&attributes, 0)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)

    var arguments = Self.copies([executable] + arguments)
    var variables = environment.map { Self.copies($0.map { "\($0.key)=\($0.value)" }.sorted()) }
    defer {
      for pointer in arguments + (variables ?? []) { free(pointer) }
    }
    var pid: pid_t = 0
    // `environ` of the C library, unless the caller has another.
    let code =
      variables == nil
      ? posix_spawn(&pid, executable, &actions, &attributes, &arguments, environ)
      : posix_spawn(&pid, executable, &actions, &attributes, &arguments, &variables!)
    guard code == 0 else { throw Descriptor.SystemError(code: code) }
    return pid
  }

  private static func copies(_ strings: [String]) -> [UnsafeMutablePointer<CChar>?] {
    strings.map { strdup($0) } + [nil]
  }
}
