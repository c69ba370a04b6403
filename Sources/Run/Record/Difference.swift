/// One thing that is not as the run record says.
public struct Difference: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// An input is not what it was, or not there.
    case input
    /// A file of the output is not what the run wrote.
    case output
    /// A module, the lexicon, or this program is not what it was.
    case environment
    /// Running again gives something else.
    case result
  }

  public let kind: Kind
  /// One sentence that names what differs.
  public let message: String
}

/// What a verification found.
public struct VerificationReport: Sendable {
  public internal(set) var inputs = 0
  public internal(set) var outputs = 0
  /// The first ones.
  public private(set) var differences: [Difference] = []
  public private(set) var count = 0

  /// Whether everything is as recorded and running again gave the same.
  ///
  /// Another module or another version of a library is no difference as long as the results are the same.
  public private(set) var isSame = true
  private static let kept = 200

  mutating func add(_ kind: Difference.Kind, _ message: String) {
    count += 1
    if kind != .environment { isSame = false }
    if differences.count < Self.kept { differences.append(Difference(kind: kind, message: message)) }
  }
}
