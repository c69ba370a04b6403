import Foundation

/// A session at the command line that a person can read: prose, files, commands and what they print.
///
/// In Markdown. A block fenced as ` ```file NAME` is written to the session's folder. In a block fenced as ` ```run` a
/// line `$ songngu …` is a command (split at spaces, no shell), `2> …` a line on standard error, `=> N` the exit status
/// if it is not 0, and anything else a line on standard output. Digests and times are replaced by `…`.
public struct Transcript: Sendable {
  private let lines: [String]

  public init(_ text: String) { lines = text.components(separatedBy: "\n") }

  /// Runs the session; gives the transcript with what really happened.
  public func replay(program: String, links: [String: String] = [:]) throws -> String {
    let scratch = try ScratchFolder()
    for (name, target) in links {
      try FileManager.default.createSymbolicLink(
        atPath: scratch.path + "/" + name, withDestinationPath: target)
    }
    var result: [String] = []
    var index = 0
    while index < lines.count {
      let line = lines[index]
      result.append(line)
      index += 1
      guard line.hasPrefix("```file ") || line == "```run" else { continue }
      let end = lines[index...].firstIndex(of: "```") ?? lines.count
      let body = Array(lines[index..<end])
      if line == "```run" {
        for command in body where command.hasPrefix("$ songngu") {
          result += try run(command, program: program, in: scratch)
        }
      } else {
        try scratch.write(String(line.dropFirst("```file ".count)), body.map { $0 + "\n" }.joined())
        result += body
      }
      index = end
    }
    return result.joined(separator: "\n")
  }

  private func run(_ command: String, program: String, in scratch: ScratchFolder) throws -> [String] {
    let arguments = command.split(separator: " ").dropFirst(2).map(String.init)
    let ran = try TestProcess.run(
      [program] + arguments, in: scratch.url, environment: ["XDG_CACHE_HOME": scratch.path + "/.cache"])
    var lines = [command]
    lines += Self.lines(Self.stable(ran.output, scratch))
    lines += Self.lines(Self.stable(ran.errors, scratch)).map { "2> " + $0 }
    if ran.wasKilled {
      lines.append("=> killed by signal \(ran.status)")
    } else if ran.status != 0 {
      lines.append("=> \(ran.status)")
    }
    return lines
  }

  private static func lines(_ text: String) -> [String] {
    var lines = text.components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// What differs from run to run and from machine to machine, replaced.
  private static func stable(_ text: String, _ scratch: ScratchFolder) -> String {
    text.replacing(scratch.path, with: "FOLDER")
      .replacing(/sha256:[0-9a-f]{64}/, with: "sha256:…")
      .replacing(/sha256 [0-9a-f]{64}/, with: "sha256 …")
      .replacing(/(time|speed) +[0-9.]+ (s|MB\/s)/, with: { "\($0.output.1) … \($0.output.2)" })
      .replacing(/"seconds":[0-9.]+/, with: "\"seconds\":0")
  }
}
