import Foundation

/// Where messages go: results to standard output, everything else to standard error.
struct Console: Sendable {
  let isQuiet: Bool

  init(isQuiet: Bool = false) { self.isQuiet = isQuiet }

  /// A result that the user asked for.
  func result(_ text: String) { Self.write(text + "\n", to: .standardOutput) }

  /// Something good to know, unless the user wants quiet.
  func note(_ text: String) { if !isQuiet { Self.write(text + "\n", to: .standardError) } }

  /// Something that is wrong; always said.
  func problem(_ text: String) { Self.write("songngu: " + Self.printable(text) + "\n", to: .standardError) }

  /// Text on the current line of a terminal.
  func redraw(_ line: String) { Self.write("\r" + line + "\u{1B}[K", to: .standardError) }

  var isTerminal: Bool { isatty(2) == 1 }

  private static func write(_ text: String, to handle: FileHandle) {
    // A reader that has gone away is no reason to stop the work.
    try? handle.write(contentsOf: Data(text.utf8))
  }

  /// Control characters spelled out: names of files and words of documents must not steer a terminal.
  static func printable(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
      if isControl {
        shown.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      } else {
        shown.append(scalar)
      }
    }
    return String(shown)
  }
}
