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
  @Option(help: ArgumentHelp("How many inputs to work on at a time; the number of cores if left out.", valueName: "n"))
  var workers: Int?
  @Flag(help: "Say nothing but what differs.")
  var quiet = false
  @OptionGroup var modules: ModuleOptions

  func validate() throws {
    if let workers, !(1...256).contains(workers) { throw ValidationError("--workers must be from 1 to 256.") }
  }

  func run() async throws {
    let console = Console(isQuiet: quiet)
    let verification = try RunVerification(folder, registry: modules.registry())
    let lexicon = try LexiconStore.standard.prepare(verification.lexicon) { console.note($0) }
    let interruption = Interruption()
    let report: VerificationReport
    do {
      report = try await verification.execute(
        lexicon: lexicon, width: workers ?? ProcessInfo.processInfo.activeProcessorCount,
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
