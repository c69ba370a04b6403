/// Turns documents into bytes.
///
/// It never touches a file: the host writes, in input order, and puts a file under its final name only when it is
/// complete.
public protocol Writer: Sendable {
  /// What one document contributes. A pure function of the document and the options.
  func render(_ document: Document, _ context: StageContext) throws -> Rendering

  /// What stands at the head of the run's own file, before the first document.
  func header() -> [UInt8]

  /// The files that speak of the whole run, made from the notes of all documents in input order.
  ///
  /// - Parameter nextNote: gives one note after the other, and `nil` behind the last; notes are read from disk, so a run
  ///   of any length needs no memory for them.
  func finish(_ nextNote: () throws -> [UInt8]?) throws -> [OutputFile]
}

extension Writer {
  public func header() -> [UInt8] { [] }
  public func finish(_ nextNote: () throws -> [UInt8]?) throws -> [OutputFile] { [] }
}

/// What one document contributes to the output of a writer.
public struct Rendering: Sendable {
  /// Appended to the run's own file, the one that the option `path` of the writer names.
  public var appended: [UInt8]
  /// Files of the document's own, below the folder that the option `path` names.
  public var files: [OutputFile]
  /// Kept for ``Writer/finish(_:)``, if not empty.
  public var note: [UInt8]

  public init(appended: [UInt8] = [], files: [OutputFile] = [], note: [UInt8] = []) {
    self.appended = appended
    self.files = files
    self.note = note
  }
}

/// A file to be written by the host.
public struct OutputFile: Sendable {
  /// Relative, of letters, digits, `-`, `_`, `.` and `/` only, no `..`; the host refuses anything else.
  public let path: String
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
