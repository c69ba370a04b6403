import Foundation
import StageKit

/// Makes the stages of a command module: stand-ins that pass each document to a process.
final class CommandFactory: StageFactory, @unchecked Sendable {  // immutable
  private let command: ModuleCommand
  private let hello: Hello

  init(_ command: ModuleCommand, _ hello: Hello) {
    self.command = command
    self.hello = hello
  }

  override var descriptions: [StageDescription] { hello.descriptions }

  override func make(_ id: String, _ setup: StageSetup) throws -> Stage {
    guard let stage = descriptions.first(where: { $0.id == id }) else { return try super.make(id, setup) }
    do {
      let pool = try SessionPool(
        command, stage, options: stage.options.map { .init($0.name, Self.value($0, setup)) },
        lexicon: setup.lexicon.map(Self.absolute), hello: hello)
      return stage.kind == .editor ? .editor(CommandEditor(pool: pool)) : .annotator(CommandAnnotator(pool: pool))
    } catch let fault as ModuleFault {
      throw SetupError("\(NamedModuleFault(module: command.module, stage: id, fault: fault))")
    }
  }

  /// Starts a process of its own and opens a stage with options as they are, for a look at what comes of it.
  ///
  /// - Throws: ``ModuleFault``.
  func open(_ id: String, options: [Value.Member], lexicon: String?) throws -> ModuleSession {
    let session = try ModuleSession(command) {}
    do {
      try session.open(id, options: options, lexicon: lexicon.map(Self.absolute)) {}
      return session
    } catch {
      session.close()
      throw error
    }
  }

  /// The value of an option as the module gets it.
  private static func value(_ option: OptionDescription, _ setup: StageSetup) -> Value {
    switch option.type {
    case .boolean: .bool(setup.bool(option.name))
    case .integer: .number(Double(setup.integer(option.name)))
    case .number: .number(setup.number(option.name))
    case .string, .choice: .string(setup.string(option.name))
    case .path: .string(absolute(setup.string(option.name)))
    case .choices, .strings: .list(setup.strings(option.name).map(Value.string))
    }
  }

  /// The process begins in its own folder, so paths that the user gave relative to another are made whole.
  private static func absolute(_ path: String) -> String {
    path.isEmpty || path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }
}

/// An editor that lives in another process.
private struct CommandEditor: Editor {
  let pool: SessionPool

  func edit(_ document: Document, _ context: StageContext) throws -> EditResult {
    let result = try pool.process(document, context)
    return EditResult(edits: result.edits, findings: result.findings)
  }
}

/// An annotator that lives in another process.
private struct CommandAnnotator: Annotator {
  let pool: SessionPool

  func annotate(_ document: Document, _ context: StageContext) throws -> AnnotationResult {
    let result = try pool.process(document, context)
    return AnnotationResult(
      annotations: result.annotations, findings: result.findings, concepts: result.concepts,
      metadata: result.metadata)
  }
}
