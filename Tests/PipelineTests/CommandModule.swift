import Foundation
import Pipeline
import StageKit
import Synchronization
import TestSupport
import Testing

/// A command module on disk, written in Python without the client, so that it can break every rule.
struct CommandModule {
  let scratch: ScratchFolder
  let log = Log()
  var limits = CommandLimits()

  /// What modules wrote to standard error.
  final class Log: Sendable {
    private let written = Mutex<[String]>([])
    var lines: [String] { written.withLock { $0 } }
    func add(_ line: String) { written.withLock { $0.append(line) } }
  }

  /// - Parameters:
  ///   - hello: Python statements that may change the answer `HELLO` or do something else instead.
  ///   - open: statements in place of the answer to open.
  ///   - process: statements that answer the question `q` about the text `text`.
  ///   - close: statements in place of leaving.
  init(
    hello: String = "pass", open: String = "answer({'type': 'opened'})", process: String = "result([])",
    close: String = "break",
    manifest: String = "module: test\nversion: 1.0\ncommand: [python3, main.py]\nstages: [marks]\n"
  ) throws {
    scratch = try ScratchFolder()
    limits.helloSeconds = 60
    try scratch.write("test/plugin.yaml", manifest)
    try scratch.write(
      "test/main.py",
      """
      import json, os, signal, sys, time

      def answer(message):
          sys.stdout.write(json.dumps(message, ensure_ascii=False) + "\\n")
          sys.stdout.flush()

      def result(annotations, **more):
          answer({"type": "result", "id": q["id"], "annotations": annotations, **more})

      def mark(start, end, layer="marks", **more):
          return {"layer": layer, "type": "word", "range": [start, end], "rule": "marks.word", **more}

      STAGE = {"id": "marks", "kind": "annotator", "summary": "Marks words.", "reads": ["sentence"], "writes": ["marks"]}
      HELLO = {"type": "hello", "protocol": "songngu.module/1", "module": "test", "version": "1.0",
               "offsets": "scalar", "stages": [STAGE]}

      for line in sys.stdin:
          q = json.loads(line)
          if q["type"] == "hello":
              \(hello)
              answer(HELLO)
          elif q["type"] == "open":
              \(open)
          elif q["type"] == "process":
              text = q["document"]["text"]
              \(process)
          else:
              \(close)

      """)
  }

  func registry() -> ModuleRegistry {
    ModuleRegistry(
      ModuleSearchPath(given: [scratch.path], environment: [:], executable: "/nowhere/songngu"), limits: limits,
      log: log.add)
  }

  func reason() throws -> ModuleRefusal.Reason {
    let registry = registry()
    #expect(registry.modules.isEmpty)
    return try #require(registry.refusals.first?.reason)
  }

  func loaded() throws -> LoadedModule {
    let registry = registry()
    return try #require(registry.modules.first, "\(registry.refusals)")
  }

  func annotator(options: [Value.Member] = []) throws -> any Annotator {
    guard case .annotator(let annotator) = try loaded().make("marks", options: options) else {
      throw CocoaError(.featureUnsupported)
    }
    return Kept(module: self, annotator: annotator)
  }

  /// Keeps the files of the module as long as its stage.
  private struct Kept: Annotator {
    let module: CommandModule
    let annotator: any Annotator

    func annotate(_ document: Document, _ context: StageContext) throws -> AnnotationResult {
      try annotator.annotate(document, context)
    }
  }

  func editor() throws -> any Editor {
    guard case .editor(let editor) = try loaded().make("marks", options: []) else {
      throw CocoaError(.featureUnsupported)
    }
    return editor
  }

  /// What the stage throws for a text.
  func fault(on text: String = "text") throws -> String {
    let annotator = try annotator()
    do {
      _ = try annotator.annotate(StageTrial.document(text), StageContext())
      Issue.record("nothing was thrown")
      return ""
    } catch {
      return "\(error)"
    }
  }
}
