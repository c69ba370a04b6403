import ArgumentParser
import Foundation
import Pipeline
import Run

struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Run again what a run record describes, and compare.",
    discussion: """
      Reads run.json in the output folder of a complete run, and says what is not as it was: inputs, files of the output,
      modules, the lexicon. Then it runs the recorded pipeline again, in a temporary folder, and says which document and
      which annotation differs, and which module made it. Paths count from the folder in which the run was started.

      EXAMPLE
        songngu verify out

      EXIT STATUS
        0  everything is as it was, and running again gives the same bytes
        1  something differs
        2  it could not be verified
      """)

  @Argument(help: "The output folder of a complete run.")
  var folder: String
  @OptionGroup var work: WorkforceOptions
  @Flag(help: "Say nothing but what differs.")
  var quiet = false
  @OptionGroup var modules: ModuleOptions

  func run() async throws {
    let console = Console(isQuiet: quiet)
    let verification = try RunVerification(folder, registry: modules.registry())
    let lexicon = try LexiconStore.standard.prepare(verification.lexicon) { console.note($0) }
    let interruption = Interruption()
    let report: VerificationReport
    do {
      report = try await verification.execute(
        lexicon: lexicon, workforce: work.workforce(console),
        isInterrupted: { interruption.isRequested })
    } catch is RunInterrupted {
      console.problem("Stopped; nothing is verified.")
      throw ExitCode(ExitStatus.interrupted.rawValue)
    }
    for difference in report.differences { console.result(Console.printable(difference.message)) }
    if report.count > report.differences.count {
      console.result("… and \(report.count - report.differences.count) more.")
    }
    guard report.isSame else { throw ExitCode(ExitStatus.someFailed.rawValue) }
    if !quiet {
      console.result("Verified: \(report.inputs) inputs give the same \(report.outputs) files, byte for byte.")
    }
  }
}
