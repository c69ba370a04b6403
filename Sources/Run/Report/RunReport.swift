public import StageKit

/// What `report.html` tells of a run: plain counts and names, made from the ledger.
public struct RunReport: Sendable {
  /// A document and the page that shows it.
  public struct DocumentLink: Sendable, Equatable {
    public var title: String
    /// Relative to the output folder; `nil` if the pipeline writes no pages.
    public var page: String?

    public init(_ title: String, page: String? = nil) {
      self.title = title
      self.page = page
    }
  }

  /// An input that did not give a complete document.
  public struct Failure: Sendable {
    public var document: DocumentLink
    public var outcome: Outcome
    public var stage: String?
    public var message: String

    public init(document: DocumentLink, outcome: Outcome, stage: String?, message: String) {
      self.document = document
      self.outcome = outcome
      self.stage = stage
      self.message = message
    }
  }

  public struct SlowDocument: Sendable {
    public var document: DocumentLink
    public var seconds: Double
    public var bytes: Int

    public init(document: DocumentLink, seconds: Double, bytes: Int) {
      self.document = document
      self.seconds = seconds
      self.bytes = bytes
    }
  }

  public struct StageTime: Sendable {
    public var stage: String
    public var seconds: Double
    public var bytes: Int

    public init(stage: String, seconds: Double, bytes: Int) {
      self.stage = stage
      self.seconds = seconds
      self.bytes = bytes
    }
  }

  public struct FindingGroup: Sendable {
    public var code: String
    public var count: Int
    public var documentCount: Int
    /// The first few of the documents.
    public var documents: [DocumentLink]

    public init(code: String, count: Int, documentCount: Int, documents: [DocumentLink]) {
      self.code = code
      self.count = count
      self.documentCount = documentCount
      self.documents = documents
    }
  }

  /// An organisation or place across the run.
  public struct NameCount: Sendable {
    public var label: String
    /// Identifier of the concept; `nil` if the glossary has none.
    public var concept: String?
    public var mentions: Int
    public var documents: Int

    public init(label: String, concept: String?, mentions: Int, documents: Int) {
      self.label = label
      self.concept = concept
      self.mentions = mentions
      self.documents = documents
    }
  }

  /// Something about a name that the keeper of the glossary should look at.
  public struct LexiconWarning: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
      /// The concept it stands for has ended.
      case stale
      /// Several concepts fit equally well.
      case ambiguous
      /// No concept fits.
      case unknown
    }
    public var kind: Kind
    public var name: NameCount
    /// What ended when, or which concepts compete.
    public var detail: String

    public init(_ kind: Kind, _ name: NameCount, detail: String) {
      self.kind = kind
      self.name = name
      self.detail = detail
    }
  }

  public var pipeline = ""
  public var version = ""
  /// The day and time at which the run ended, for people.
  public var ended = ""
  public var seconds = 0.0
  public var sourceBytes = 0
  public var workers = 0
  public var inputs = 0
  public var documents = 0
  public var outcomes: [Outcome: Int] = [:]
  /// The first ones only; ``failureCount`` counts all.
  public var failures: [Failure] = []
  public var failureCount = 0
  public var slowest: [SlowDocument] = []
  public var stages: [StageTime] = []
  public var findings: [FindingGroup] = []
  public var entities: [String: Int] = [:]
  public var organisations: [NameCount] = []
  public var places: [NameCount] = []
  public var lexicon: [LexiconWarning] = []
  /// The index of pages, relative to the output folder.
  public var index: String?

  public init() {}
}
