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

  func registry(_ console: Console = Console()) -> ModuleRegistry {
    Self.registry(.current(given: folders), console)
  }

  /// The modules in one folder and no others.
  static func registry(in folder: String, _ console: Console) -> ModuleRegistry {
    registry(ModuleSearchPath(given: [folder], environment: [:], executable: "/"), console)
  }

  private static func registry(_ searchPath: ModuleSearchPath, _ console: Console) -> ModuleRegistry {
    ModuleRegistry(searchPath) { console.note(Console.printable($0)) }
  }
}
