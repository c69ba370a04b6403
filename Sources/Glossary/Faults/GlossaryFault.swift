/// Something wrong with a glossary file, with its place and what to do.
public struct GlossaryFault: Sendable, Equatable {
  public enum Severity: String, Sendable, CaseIterable, Comparable {
    /// Worth knowing, and nothing needs to be done.
    case notice
    /// The entry is used, but probably not as meant.
    case warning
    /// The glossary cannot be compiled.
    case error

    public static func < (lhs: Severity, rhs: Severity) -> Bool {
      allCases.firstIndex(of: lhs)! < allCases.firstIndex(of: rhs)!
    }
  }

  public let severity: Severity
  /// Stable code in kebab case, such as `duplicate-id`.
  public let code: String
  public let place: GlossaryPlace
  /// Full sentences: what is wrong, naming the offending text, and what to do.
  public let message: String

  public init(_ severity: Severity, _ code: String, _ place: GlossaryPlace, _ message: String) {
    self.severity = severity
    self.code = code
    self.place = place
    self.message = message
  }
}

extension GlossaryFault: CustomStringConvertible {
  /// `file:line:position: severity: column “x”: message [code]`.
  public var description: String {
    let column = place.column.map { "column “\($0)”: " } ?? ""
    return "\(place): \(severity.rawValue): \(column)\(message) [\(code)]"
  }
}

/// Where in a glossary file something stands.
public struct GlossaryPlace: Sendable, Equatable, Hashable {
  /// The path as given by the user.
  public let file: String
  /// Line of the file, from 1; `nil` if the fault is that of the whole file.
  ///
  /// In a file without line breaks inside cells, it is the row number of a spreadsheet.
  public let line: Int?
  /// Place of the cell's first character in its line, from 1, in Unicode scalars.
  public let position: Int?
  /// Name of the column.
  public let column: String?

  public init(file: String, line: Int? = nil, position: Int? = nil, column: String? = nil) {
    self.file = file
    self.line = line
    self.position = position
    self.column = column
  }
}

extension GlossaryPlace: CustomStringConvertible {
  /// `file:line:position`, as far as known.
  public var description: String {
    guard let line else { return file }
    guard let position else { return "\(file):\(line)" }
    return "\(file):\(line):\(position)"
  }
}
