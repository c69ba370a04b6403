import StageKit

/// The attempts at one input, one after the other.
struct Course: Sendable {
  let input: Input
  /// What ended the attempts so far.
  private(set) var faults: [Fault] = []
  private var attempts: [Attempt] = []

  init(_ input: Input) { self.input = input }

  private var guilty: [String] { faults.compactMap(\.stage) }

  /// Takes note of an attempt that ended before its time.
  mutating func add(_ fault: Fault, duration: Duration) {
    attempts.append(Attempt(without: guilty, fault: fault, duration: duration))
    faults.append(fault)
  }

  /// The result, once an attempt gave something.
  func result(_ delivery: Delivery, duration: Duration) -> InputResult {
    let last = delivery.isReport ? [] : [Attempt(without: guilty, duration: duration)]
    return InputResult(input: input, attempts: attempts + last, delivery: delivery)
  }

  /// The result of an input for which nothing could be delivered: it leaves a row, and no document.
  func resultWithoutDelivery() -> InputResult {
    let outcome = faults.first?.kind.outcome ?? .crash
    return InputResult(
      input: input, attempts: attempts,
      delivery: Delivery(
        outcome: outcome, digest: "", stamp: nil,
        documents: [DocumentSummary(undelivered: outcome, firstError: faults.first?.description)], renderings: [],
        timings: StageTimings(), failures: [], isReport: true))
  }
}
