import StageKit
import Synchronization

/// The processes of one stage: as many as there are threads at work, each in one hand at a time.
///
/// They start when they are needed, stay open between documents, and one that is at fault is replaced.
final class SessionPool: Sendable {
  /// Unchecked, because a session is only ever in the pool or in the hands of one thread.
  private struct Idle: @unchecked Sendable {
    var sessions: [ModuleSession] = []
  }

  private let command: ModuleCommand
  private let stage: StageDescription
  private let options: [Value.Member]
  private let lexicon: String?
  /// What the module said when it was loaded.
  private let hello: Hello
  private let idle = Mutex(Idle())

  /// Opens the first process, so that options that the stage refuses are known before any work.
  ///
  /// - Throws: ``ModuleFault``.
  init(
    _ command: ModuleCommand, _ stage: StageDescription, options: [Value.Member], lexicon: String?, hello: Hello
  ) throws {
    self.command = command
    self.stage = stage
    self.options = options
    self.lexicon = lexicon
    self.hello = hello
    giveBack(try opened {})
  }

  deinit {
    for session in idle.withLock({ $0 }).sessions { session.close() }
  }

  /// Lets the stage work on a document.
  ///
  /// - Throws: ``NamedModuleFault``, `Cancelled` or `EditError`.
  func process(_ document: Document, _ context: StageContext) throws -> ResultMessage {
    let check = { () throws -> Void in try context.checkCancelled() }
    do {
      let session = try borrowed() ?? opened(check)
      do {
        let result = try session.process(document, stage, check: check)
        giveBack(session)
        return result
      } catch let fault as ModuleFault {
        // A stage that could not do one document is ready for the next.
        if case .failed = fault { giveBack(session) } else { session.stop() }
        throw fault
      } catch {
        session.stop()
        throw error
      }
    } catch let fault as ModuleFault {
      throw NamedModuleFault(module: command.module, stage: stage.id, fault: fault)
    }
  }

  private func borrowed() -> ModuleSession? { idle.withLock { $0.sessions.popLast() } }

  private func giveBack(_ session: ModuleSession) { idle.withLock { $0.sessions.append(session) } }

  private func opened(_ check: () throws -> Void) throws -> ModuleSession {
    let session = try ModuleSession(command, check: check)
    do {
      guard session.hello.line == hello.line else { throw ModuleFault.changed }
      try session.open(stage.id, options: options, lexicon: lexicon, check: check)
      return session
    } catch {
      session.stop()
      throw error
    }
  }
}
