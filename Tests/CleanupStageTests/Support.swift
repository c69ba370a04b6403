import StageKit
import Testing

@testable import CleanupStage

/// Runs the stage over a text and returns what the host would make of it.
func cleanUp(_ text: String, off: [String] = []) throws -> (text: String, edits: [String], findings: [String]) {
  let document = try cleanedDocument(text, off: off)
  let edits = document.edits.records.map {
    "\(document.edits.before($0))→\(document.edits.after($0)) \($0.reason)"
  }
  let findings = document.findings.map { finding in
    "\(finding.code): \(finding.range.map { document.text[$0] } ?? "")"
  }
  return (document.text.description, edits, findings)
}

func cleanedDocument(_ text: String, off: [String] = []) throws -> Document {
  var document = document(text)
  let stage = try CleanupFactory().make("cleanup", setup(off: off))
  guard case .editor(let editor) = stage else {
    Issue.record("cleanup is not an editor")
    return document
  }
  let result = try editor.edit(document, StageContext())
  let by = document.enter(
    Provenance(stage: "cleanup", module: "cleanup", version: "0", digest: "sha256:0", options: []))
  try document.apply(result, by: by)
  return document
}

func document(_ text: String) -> Document {
  let text = Text(text)
  return Document(
    id: "test", source: Source(uri: "test", sha256: "", parts: [SourcePart(bytes: text.bytes)]), text: text,
    alignment: Alignment(identity: text.count))
}

func setup(off: [String] = [], wordLists: String = "/usr/share/hunspell") -> StageSetup {
  StageSetup(options: [
    .init("rules-off", .list(off.map { .string($0) })), .init("word-lists", .string(wordLists)),
  ])
}
