import Glibc

/// The output could not be written; nothing of it stands under its final name.
public struct OutputFailure: Error, Sendable, CustomStringConvertible {
  public let description: String

  init(_ path: String, _ what: String, code: Int32) {
    let advice = code == ENOSPC || code == EDQUOT ? " Free some space, or choose another folder with --output." : ""
    description = "\(path): \(what): \(String(cString: strerror(code))).\(advice)"
  }

  init(_ message: String) { description = message }
}
