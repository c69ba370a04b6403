import Foundation
import Pipeline
import StageABI
import TestSupport
import Testing

/// Every refusal, by a real module that is broken in that way.
struct ModuleRefusalTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// Compiles a library whose descriptor is right but for the C statement `fault`.
  private func build(_ fault: String, name: String = "broken", in folder: String = "broken") throws {
    try writeManifest(name: name, in: folder)
    let source = try scratch.write(
      "\(folder)/module.c",
      """
      #include "StageABI.h"
      static void *_Nonnull make(void) { return (void *)1; }
      const stage_module_descriptor *songngu_module_entry(void) {
        stage_module_descriptor *d = (stage_module_descriptor *)stage_describe("\(name)", "0.1.0", make);
        strcpy(d->compiler, COMPILER);
        \(fault)
        return d;
      }
      """)
    try compile(["clang", "-shared", "-fPIC", source], folder: folder)
  }

  private func compile(_ arguments: [String], folder: String) throws {
    let headers = TestProcess.repository.appendingPathComponent("Sources/StageKit/Sources/StageABI/include").path
    let result = try TestProcess.run(
      arguments + [
        "-DCOMPILER=\"\(String(cString: stage_compiler()))\"", "-I", headers, "-o",
        "\(scratch.path)/\(folder)/libbroken.so",
      ])
    try #require(result.status == 0, "\(result.errors)")
  }

  private func writeManifest(name: String = "broken", in folder: String = "broken", library: String = "libbroken.so")
    throws
  {
    try scratch.write(
      "\(folder)/plugin.yaml", "module: \(name)\nversion: 0.1.0\nlibrary: \(library)\nstages: [\(name)]\n")
  }

  private func registry() -> ModuleRegistry {
    ModuleRegistry(ModuleSearchPath(given: [scratch.path], environment: [:], executable: "/nowhere/songngu"))
  }

  private func reason() throws -> ModuleRefusal.Reason {
    let registry = registry()
    #expect(registry.modules.isEmpty)
    return try #require(registry.refusals.first?.reason)
  }

  @Test func missingLibraryIsNamedWithTheFoldersThatWereSearched() throws {
    try writeManifest()
    let reason = try reason()
    #expect(
      reason
        == .missingLibrary(expected: ["\(scratch.path)/broken/libbroken.so", "\(scratch.path)/libbroken.so"]))
  }

  @Test func fileThatIsNoLibraryIsRefusedWithTheLoadersWords() throws {
    try writeManifest()
    try scratch.write("broken/libbroken.so", "not a library")
    let reason = try reason()
    guard case .cannotOpen(let words) = reason else {
      Issue.record("refused as \(reason)")
      return
    }
    #expect(words.contains("libbroken.so"))
  }

  @Test func libraryThatNeedsAMissingLibraryIsRefusedByItsName() throws {
    try writeManifest()
    let absent = try scratch.write("broken/absent.c", "int absent(void) { return 1; }")
    let user = try scratch.write("broken/user.c", "int absent(void); int use(void) { return absent(); }")
    let library = "\(scratch.path)/broken/libabsent.so"
    #expect(try TestProcess.run(["clang", "-shared", "-fPIC", absent, "-o", library]).status == 0)
    try compile(["clang", "-shared", "-fPIC", user, "-L", "\(scratch.path)/broken", "-labsent"], folder: "broken")
    try FileManager.default.removeItem(atPath: library)
    #expect("\(try reason())".contains("libabsent.so"))
  }

  @Test func libraryWithoutEntryPointIsRefused() throws {
    try writeManifest()
    let source = try scratch.write("broken/module.c", "int nothing(void) { return 0; }")
    try compile(["clang", "-shared", "-fPIC", source], folder: "broken")
    #expect(try reason() == .missingSymbol("songngu_module_entry"))
  }

  @Test func descriptorOfAnotherSizeIsRefused() throws {
    try build("d->struct_size = 8;")
    #expect(
      try reason()
        == .wrongDescriptorSize(expected: MemoryLayout<stage_module_descriptor>.size, found: 8))
  }

  @Test func otherInterfaceVersionIsRefused() throws {
    try build("d->abi = 999;")
    #expect(try reason() == .otherABI(expected: Int(STAGE_ABI), found: 999))
  }

  @Test func otherCompilerIsRefused() throws {
    try build("strcpy(d->compiler, \"some other compiler\");")
    #expect(
      try reason() == .otherCompiler(expected: String(cString: stage_compiler()), found: "some other compiler"))
  }

  @Test func otherStageKitIsRefused() throws {
    try build("strcpy(d->stagekit, \"0.0.1+old\");")
    #expect(try reason() == .otherStageKit(expected: String(cString: stage_kit_build()), found: "0.0.1+old"))
  }

  @Test func fieldWithoutItsEndIsReadWithinItsBounds() throws {
    try build("memset(d->stagekit, 'x', sizeof d->stagekit);")
    #expect(
      try reason()
        == .otherStageKit(
          expected: String(cString: stage_kit_build()), found: String(repeating: "x", count: 64)))
  }

  @Test func libraryOfAnotherNameThanTheManifestIsRefused() throws {
    try build("strcpy(d->module, \"other\");")
    #expect(try reason() == .otherName(manifest: "broken", found: "other"))
  }

  @Test func factoryOfAnotherStageKitIsRefused() throws {
    try writeManifest()
    let swift = try scratch.write(
      "broken/Foreign.swift",
      """
      final class StageFactory {}
      @_cdecl("make_foreign") public func make() -> UnsafeMutableRawPointer {
        Unmanaged.passRetained(StageFactory()).toOpaque()
      }
      """)
    let c = try scratch.write(
      "broken/module.c",
      """
      #include "StageABI.h"
      void *_Nonnull make_foreign(void);
      const stage_module_descriptor *songngu_module_entry(void) {
        stage_module_descriptor *d = (stage_module_descriptor *)stage_describe("broken", "0.1.0", make_foreign);
        strcpy(d->compiler, COMPILER);
        return d;
      }
      """)
    let object = "\(scratch.path)/broken/module.o"
    let headers = TestProcess.repository.appendingPathComponent("Sources/StageKit/Sources/StageABI/include").path
    let compiled = try TestProcess.run([
      "clang", "-c", "-fPIC", c, "-I", headers, "-DCOMPILER=\"\(String(cString: stage_compiler()))\"", "-o", object,
    ])
    try #require(compiled.status == 0, "\(compiled.errors)")
    let linked = try TestProcess.run([
      "swiftc", "-emit-library", "-module-name", "Foreign", swift, object, "-o", "\(scratch.path)/broken/libbroken.so",
    ])
    try #require(linked.status == 0, "\(linked.errors)")
    #expect(try reason() == .anotherCopyOfStageKit)
  }

  @Test(arguments: [
    ("module: broken\n", "version"),
    ("module: [broken\n", "not valid YAML"),
    ("module: ../x\nversion: 1\nlibrary: a.so\nstages: [a]\n", "not an identifier"),
    ("module: broken\nversion: 1\nlibrary: ../a.so\nstages: [a]\n", "not a file name"),
    ("module: broken\nversion: 1\nlibrary: a.so\nstages: []\n", "stages"),
    ("modul: broken\n", "Did you mean “module”?"),
    ("", "empty"),
  ])
  func unusableManifestIsRefusedWithThePlace(manifest: String, words: String) throws {
    try scratch.write("broken/plugin.yaml", manifest)
    let reason = try reason()
    guard case .unreadableManifest(let text) = reason else {
      Issue.record("refused as \(reason)")
      return
    }
    #expect(text.contains(words))
    #expect(text.contains("plugin.yaml"))
  }

  @Test(arguments: ["plugin.yaml", "libbroken.so"])
  func fileThatEverybodyMayWriteIsRefused(name: String) throws {
    try build("")
    let file = "\(scratch.path)/broken/\(name)"
    try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: file)
    #expect(registry().refusals.map(\.file) == [file])
    #expect(try reason() == .worldWritable)
  }

  @Test func secondModuleOfANameIsRefusedAndTheFirstStays() throws {
    let beside = try TestProcess.built("songngu")
    let search = ModuleSearchPath(given: [], environment: [:], executable: beside)
    let first = try #require(ModuleRegistry(search).modules.first { $0.manifest.module == "plain-text" })
    for file in [first.path, first.program] {
      let name = URL(fileURLWithPath: file).lastPathComponent
      try scratch.write("copy/\(name)", [UInt8](try Data(contentsOf: URL(fileURLWithPath: file))))
    }
    let both = ModuleRegistry(ModuleSearchPath(given: [scratch.path], environment: [:], executable: beside))
    let kept = try #require(both.modules.first { $0.manifest.module == "plain-text" })
    #expect(kept.path == "\(scratch.path)/copy/plugin.yaml")
    let refusal = try #require(both.refusals.first { $0.file == first.path })
    #expect(refusal.reason == .duplicateModule("plain-text", first: kept.path))
  }

  @Test func refusalNamesFileReasonAndRemedy() throws {
    try build("d->abi = 999;")
    let refusal = try #require(registry().refusals.first)
    #expect(
      refusal.description
        == "\(scratch.path)/broken/libbroken.so: It speaks version 999 of the module interface, expected 1. "
        + "Build the module again with this version of StageKit.")
  }
}
