import ArgumentParser
import Pipeline

/// Where modules come from; shared by all commands that load them.
struct ModuleOptions: ParsableArguments {
  @Option(
    name: .customLong("modules"),
    help: ArgumentHelp(
      "A folder with modules, searched before those in SONGNGU_MODULES and beside the program. May be repeated.",
      valueName: "dir"))
  var folders: [String] = []

  func registry() -> ModuleRegistry {
    ModuleRegistry(.current(given: folders)) { Console().note(Console.printable($0)) }
  }
}
