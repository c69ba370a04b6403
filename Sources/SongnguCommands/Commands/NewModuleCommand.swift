import ArgumentParser
import Foundation

struct NewModuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new-module", abstract: "Begin a module of your own: one that works, with a test.",
    discussion: """
      EXAMPLES
        songngu new-module word-marks
        songngu new-module word-marks --language python
        songngu new-module word-marks --directory ~/modules
      """)

  enum Language: String, ExpressibleByArgument, CaseIterable { case swift, python }

  @Argument(help: "The name of module and stage: lower-case letters, digits and hyphens.")
  var name: String
  @Option(help: "A library in Swift, or a program in Python.")
  var language = Language.swift
  @Option(help: ArgumentHelp("The folder in which the module's folder is made.", valueName: "dir"))
  var directory = "."
  @Option(
    name: .customLong("stagekit"),
    help: ArgumentHelp(
      "The StageKit package; found by itself if the program lies in its source tree.", valueName: "dir"))
  var stageKit: String?
  @Option(
    name: .customLong("client"),
    help: ArgumentHelp(
      "The folder clients/python; found by itself if the program lies in its source tree.", valueName: "dir"))
  var client: String?

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
    let folder = URL(fileURLWithPath: directory).appendingPathComponent(name)
    guard !FileManager.default.fileExists(atPath: folder.path) else {
      throw ValidationError("\(folder.path) is already there; choose another name or directory.")
    }
    let next =
      switch language {
      case .swift: try makeSwift(in: folder)
      case .python: try makePython(in: folder)
      }
    let steps = (["cd \(folder.path)"] + next).map { "\n  " + $0 }.joined()
    Console().result("\(folder.path): a module with the stage “\(name)”. Next:\(steps)")
  }

  private func makeSwift(in folder: URL) throws -> [String] {
    let stageKit = try SourceTree.folder("Sources/StageKit", holding: "Package.swift", given: stageKit, as: "stagekit")
    try write(ModuleTemplate(id: name, stageKit: stageKit).files, to: folder)
    return ["swift build", "swift test", "songngu modules --modules .build/debug"]
  }

  private func makePython(in folder: URL) throws -> [String] {
    let package = "songngu_module"
    let client = try SourceTree.folder("clients/python", holding: package, given: client, as: "client")
    try write(PythonModuleTemplate(id: name).files, to: folder)
    let source = URL(fileURLWithPath: client).appendingPathComponent(package)
    let files = try FileManager.default.contentsOfDirectory(atPath: source.path)
    try write(
      try files.filter { $0.hasSuffix(".py") || $0 == "py.typed" }.map { file in
        ("\(package)/\(file)", try String(contentsOf: source.appendingPathComponent(file), encoding: .utf8))
      }, to: folder)
    return ["python3 -m unittest", "songngu conformance ."]
  }

  private func write(_ files: [(path: String, text: String)], to folder: URL) throws {
    for (path, text) in files {
      let url = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }
}
