import ArgumentParser
import Foundation

struct NewModuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new-module", abstract: "Begin a module of your own: a package that builds, with a test.",
    discussion: """
      EXAMPLES
        songngu new-module word-marks
        songngu new-module word-marks --directory ~/modules
      """)

  @Argument(help: "The name of module and stage: lower-case letters, digits and hyphens.")
  var name: String
  @Option(help: ArgumentHelp("The folder in which the package's folder is made.", valueName: "dir"))
  var directory = "."
  @Option(
    name: .customLong("stagekit"),
    help: ArgumentHelp(
      "The StageKit package; found by itself if the program lies in its source tree.", valueName: "dir"))
  var stageKit: String?

  func validate() throws {
    let isName = name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    let startsWithLetter = name.utf8.first.map { (0x61...0x7A).contains($0) } ?? false
    guard isName, startsWithLetter, name.utf8.count <= 40, !name.hasSuffix("-"), !name.contains("--") else {
      throw ValidationError(
        "“\(Console.printable(name))” is not a name for a module; use lower-case letters, digits and single hyphens, such as word-marks."
      )
    }
  }

  func run() throws {
    let stageKit = try self.stageKit.map { try Self.checked($0) } ?? Self.find()
    let folder = URL(fileURLWithPath: directory).appendingPathComponent(name)
    guard !FileManager.default.fileExists(atPath: folder.path) else {
      throw ValidationError("\(folder.path) is already there; choose another name or directory.")
    }
    let template = ModuleTemplate(id: name, stageKit: stageKit)
    for (path, text) in template.files {
      let url = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    Console().result(
      """
      \(folder.path): a module with the stage “\(name)”. Next:
        cd \(folder.path)
        swift build
        swift test
        songngu modules --modules .build/debug
      """)
  }

  private static func checked(_ path: String) throws -> String {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    guard FileManager.default.fileExists(atPath: url.appendingPathComponent("Package.swift").path) else {
      throw ValidationError("\(path) holds no Package.swift; --stagekit needs the folder of the StageKit package.")
    }
    return url.path
  }

  /// The StageKit of the source tree that the program was built in.
  private static func find() throws -> String {
    let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "/"
    var folder = URL(fileURLWithPath: program).deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("Sources/StageKit")
      if FileManager.default.fileExists(atPath: candidate.appendingPathComponent("Package.swift").path) {
        return candidate.path
      }
      folder.deleteLastPathComponent()
    }
    throw ValidationError("StageKit was not found above the program; name its folder with --stagekit.")
  }
}
