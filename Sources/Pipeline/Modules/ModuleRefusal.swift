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
    case otherName(manifest: String, library: String)
    case anotherCopyOfStageKit
    case otherStages(manifest: [String], library: [String])
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
    case .otherName(let manifest, let library):
      "The manifest calls the module “\(manifest)”, the library “\(library)”. They belong to different modules."
    case .anotherCopyOfStageKit:
      "It carries a copy of StageKit of its own, so that its stages cannot be used. Link the dynamic product “StageKit”."
    case .otherStages(let manifest, let library):
      "The manifest lists the stages \(manifest.joined(separator: ", ")), the library offers \(library.joined(separator: ", "))."
    case .duplicateModule(let id, let first):
      "A module called “\(id)” is already loaded from \(first). Remove one of them from the search path."
    case .duplicateStage(let id, let first):
      "The stage “\(id)” is already offered by \(first). Remove one of the two modules from the search path."
    }
  }
}
