/// Why a module was not loaded.
///
/// It never stops the others.
public struct ModuleRefusal: Error, Sendable, CustomStringConvertible {
  /// The manifest or library at fault.
  public let file: String
  public let reason: Reason

  public enum Reason: Sendable, Equatable {
    case unreadableManifest(String)
    case worldWritable
    case missingLibrary(expected: [String])
    case cannotOpen(String)
    case missingSymbol(String)
    case wrongDescriptorSize(expected: Int, found: Int)
    case otherABI(expected: Int, found: Int)
    case otherCompiler(expected: String, found: String)
    case otherStageKit(expected: String, found: String)
    case otherName(manifest: String, found: String)
    case otherVersion(manifest: String, found: String)
    case anotherCopyOfStageKit
    case otherStages(manifest: [String], found: [String])
    case missingProgram(String, besideManifest: String)
    case tooManyFiles
    case commandFault(ModuleFault)
    case duplicateModule(String, first: String)
    case duplicateStage(String, first: String)
  }

  public var description: String { "\(file): \(reason)" }
}

extension ModuleRefusal.Reason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unreadableManifest(let problem):
      "The manifest cannot be used. \(problem)"
    case .worldWritable:
      "Every user of this machine can write to the file, so its content cannot be trusted. Run chmod o-w on it."
    case .missingLibrary(let expected):
      "The library that the manifest names is missing; looked for \(expected.joined(separator: " and ")). Build the module."
    case .cannotOpen(let problem):
      "The library cannot be opened: \(problem). If it names a missing library, install the package that holds it."
    case .missingSymbol(let symbol):
      "The library has no function “\(symbol)”, so it is not a module of Songngu; see songngu new-module."
    case .wrongDescriptorSize(let expected, let found):
      "Its descriptor has \(found) bytes, expected \(expected). Build the module again with this version of StageKit."
    case .otherABI(let expected, let found):
      "It speaks version \(found) of the module interface, expected \(expected). Build the module again with this version of StageKit."
    case .otherCompiler(let expected, let found):
      "It was built with another compiler: found “\(found)”, expected “\(expected)”. Build the module again with the compiler of the host."
    case .otherStageKit(let expected, let found):
      "It was built against another StageKit: found “\(found)”, expected “\(expected)”. Build the module again with this version of StageKit."
    case .otherName(let manifest, let found):
      "The manifest calls the module “\(manifest)”, the module itself “\(found)”. They belong to different modules."
    case .otherVersion(let manifest, let found):
      "The manifest gives the version \(manifest), the module itself \(found). Bring one of them up to date."
    case .anotherCopyOfStageKit:
      "It carries a copy of StageKit of its own, so that its stages cannot be used. Link the dynamic product “StageKit”."
    case .otherStages(let manifest, let found):
      "The manifest lists the stages \(manifest.joined(separator: ", ")), the module offers \(found.isEmpty ? "none" : found.joined(separator: ", "))."
    case .missingProgram(let name, let besideManifest):
      "The program “\(name.prefix(80))” of its command is missing or not executable; looked for \(besideManifest)"
        + (name.contains("/") ? "." : " and in the folders of PATH.") + " Install it, or correct the command."
    case .tooManyFiles:
      "The folder holds more than \(ModuleFiles.most) files or \(ModuleFiles.largestSum >> 20) MiB, too much for a module. Keep what does not belong to it in a hidden folder."
    case .commandFault(let fault):
      "The command cannot be used: \(fault). Run it by hand to see more; docs/module-protocol.md has what it must answer."
    case .duplicateModule(let id, let first):
      "A module called “\(id)” is already loaded from \(first). Remove one of them from the search path."
    case .duplicateStage(let id, let first):
      "The stage “\(id)” is already offered by \(first). Remove one of the two modules from the search path."
    }
  }
}
