import Foundation
import StageKit
import TestSupport
import Testing

@testable import Run

struct QuarantineTests {
  @Test(arguments: [
    Array("in/a.txt".utf8), Array("in/a b.txt".utf8), Array("it's".utf8), Array("$(touch x)`y`\"\\".utf8),
    Array("Hà Nội ; rm".utf8), Array("line\nend".utf8), Array("ends\n".utf8), [0x61, 0xFF, 0xC3, 0x28, 0x25, 0x5C],
    Array("*?[a]~#!".utf8), [], Array("a\\n%s".utf8), [0x0A, 0x27, 0xFF],
  ])
  func shellGivesTheBytesBack(bytes: [UInt8]) throws {
    let word = ShellWord.quoted(bytes)
    #expect(!word.contains("\n"))
    // The younger form of quoting is not known to every shell.
    let shell = word.hasPrefix("$'") ? "bash" : "sh"
    let scratch = try ScratchFolder()
    let script = try scratch.write("script", "printf %s \(word) > printed\n")
    #expect(try TestProcess.run([shell, script], in: scratch.url).status == 0)
    #expect(try [UInt8](Data(contentsOf: scratch.url.appendingPathComponent("printed"))) == bytes)
  }

  @Test func rowsNameInputStageAndCommand() {
    var table = QuarantineTable(command: ["songngu", "run", "my p.yaml"])
    table.add(InputPath("in/fine.txt"), .okWithFindings, stage: nil, attempts: 1, message: "")
    table.add(InputPath("-x,\n.txt"), .partial, stage: "cleanup", attempts: 2, message: "=1+1 \"quoted\"\nnext")
    let lines = String(decoding: table.bytes, as: UTF8.self).components(separatedBy: "\r\n")
    #expect(lines.count == 3 && lines[2].isEmpty)
    #expect(lines[0] == "input,outcome,stage,attempts,message,command")
    #expect(
      lines[1]
        == "\"'-x,%0A.txt\",partial,cleanup,2,\"'=1+1 \"\"quoted\"\" next\","
        + "\"songngu run 'my p.yaml' --input \"\"$(printf './-x,\\012.txt')\"\" --workers 1 --output reproduced\"")
  }
}
