/// One way to write the name of a concept.
public struct Form: Sendable, Equatable, Hashable {
  /// As written in the glossary, in NFC.
  public var text: String
  public var kind: FormKind
  public var language: FormLanguage
  /// Also an ordinary word or another name (LIGHT, Plan): a match needs a second clue.
  public var isCautious: Bool

  /// - Parameter language: if `nil`, the language that `kind` says.
  public init(_ text: String, _ kind: FormKind, language: FormLanguage? = nil, isCautious: Bool = false) {
    self.text = text
    self.kind = kind
    self.language = language ?? kind.language
    self.isCautious = isCautious
  }
}

/// Which column of the glossary a form stands in.
public enum FormKind: String, Sendable, CaseIterable {
  case nameVi = "name-vi"
  case nameEn = "name-en"
  case abbreviationVi = "abbreviation-vi"
  case abbreviationEn = "abbreviation-en"
  case other

  public var isAbbreviation: Bool { self == .abbreviationVi || self == .abbreviationEn }

  /// The language that the kind implies.
  public var language: FormLanguage {
    switch self {
    case .nameVi, .abbreviationVi: .vietnamese
    case .nameEn, .abbreviationEn: .english
    case .other: .any
    }
  }
}

/// The language of a form, cue or pattern.
public enum FormLanguage: String, Sendable, CaseIterable {
  case vietnamese = "vi"
  case english = "en"
  /// Both, or not known.
  case any = ""
  /// A third language.
  case other
}

// In a lexicon file, a case is its place in `allCases`. Switches, because `allCases` makes an array each time.
extension FormKind {
  @inline(__always) init(code: UInt8) {
    switch code {
    case 0: self = .nameVi
    case 1: self = .nameEn
    case 2: self = .abbreviationVi
    case 3: self = .abbreviationEn
    default: self = .other
    }
  }
}

extension FormLanguage {
  @inline(__always) init(code: UInt8) {
    switch code {
    case 0: self = .vietnamese
    case 1: self = .english
    case 2: self = .any
    default: self = .other
    }
  }
}

extension CaseIterable where Self: Equatable {
  /// Place in `allCases`.
  var code: UInt8 { UInt8(Array(Self.allCases).firstIndex(of: self) ?? 0) }
}
