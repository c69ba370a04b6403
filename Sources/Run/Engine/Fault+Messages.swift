import Pipeline
import StageKit

extension Fault {
  private static func who(_ stage: String?) -> String { stage.map { "The stage “\($0)”" } ?? "The host" }

  /// The time for the document ran out.
  static func timeout(stage: String?, _ limits: Limits) -> Fault {
    Fault(
      .timeout, stage: stage,
      "\(who(stage)) was at work when the time for the document ran out (\(limits.seconds) seconds). Raise “seconds” "
        + "under “limits” if the document deserves more.")
  }

  /// The worker process did not even show that it was alive.
  static func silence(stage: String?) -> Fault {
    Fault(
      .timeout, stage: stage,
      "\(who(stage)) was at work when the worker process stopped to give signs of life, as a process does that is "
        + "suspended or that the machine has no memory for.")
  }

  /// The memory for the document ran out.
  static func outOfMemory(stage: String?, _ limits: Limits) -> Fault {
    Fault(
      .outOfMemory, stage: stage,
      "\(who(stage)) asked for more memory than a document may have (\(Limits.text(limits.memory)) of address space). "
        + "Raise “memory” under “limits” if the document deserves more.")
  }

  /// - Parameter how: the rest of a sentence that begins with the stage, such as `ended the program`.
  static func crash(stage: String?, _ how: String) -> Fault {
    Fault(.crash, stage: stage, "\(who(stage)) \(how). This is a fault of its module; please report it to its makers.")
  }

  /// What is written into the document about it.
  func finding(isDelivered: Bool) -> Finding {
    let rest =
      isDelivered
      ? " The document was tried once more without the stage." : " Nothing of the document could be delivered."
    return Finding(.error, "host.\(kind.rawValue)", nil, detail + rest)
  }
}
