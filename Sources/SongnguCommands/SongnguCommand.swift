import ArgumentParser
import Run

/// The command line of Songngu.
public struct SongnguCommand: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "songngu",
    abstract: "Turns reports in Vietnamese, English or both into clean, annotated, linked documents.",
    discussion: """
      EXAMPLES
        songngu run pipelines/incoming-reports.yaml
        songngu run pipelines/incoming-reports.yaml --input inbox --output results
        songngu plan pipelines/incoming-reports.yaml
        songngu explain 1f0c2ab47e93d605 17

      EXIT STATUS
        0    everything went well
        1    some documents failed, or a check found faults
        2    nothing could run: wrong arguments, an unusable configuration, output that cannot be written
        130  stopped by a signal; the same command goes on
      """,
    version: HostVersion.current,
    subcommands: [
      RunCommand.self, WatchCommand.self, VerifyCommand.self, PlanCommand.self, ModulesCommand.self,
      ExplainCommand.self, LexiconCommand.self, NewModuleCommand.self, ConformanceCommand.self, WorkerCommand.self,
      GenerateCommand.self,
    ])

  public init() {}

  /// The exit status of this process as a worker, if another one started it as that.
  public static func runAsWorker() -> Int32? { WorkerMain.isWanted(CommandLine.arguments) ? WorkerMain.run() : nil }

  /// Runs the program with the arguments of the process and gives the exit status.
  public static func run() async -> Int32 {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
      return ExitStatus.success.rawValue
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      guard exitCode(for: error) != .success else {
        Console().result(fullMessage(for: error))
        return ExitStatus.success.rawValue
      }
      let isUsage = error is ValidationError || exitCode(for: error) == .validationFailure
      if isUsage {
        Console().note(fullMessage(for: error))
      } else {
        for line in "\(error)".split(separator: "\n") { Console().problem(String(line)) }
      }
      return ExitStatus.nothingRan.rawValue
    }
  }
}
