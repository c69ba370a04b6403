/// The files of a new module package: an annotator that works, with a test, to be changed into what the user wants.
struct ModuleTemplate {
  /// Lower case with hyphens: the module, the stage and the folder.
  let id: String
  /// Path of the StageKit package.
  let stageKit: String

  /// `word-marks` → `WordMarks`.
  var typeName: String {
    id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  var files: [(path: String, text: String)] {
    [
      ("Package.swift", package), (".gitignore", ".build/\nPackage.resolved\n"), ("README.md", readme),
      ("Sources/\(typeName)Stage/\(typeName)Stage.swift", stage),
      ("Sources/\(typeName)Stage/\(typeName)Factory.swift", factory),
      ("Sources/\(typeName)Plugin/Entry.swift", entry), ("Sources/\(typeName)Plugin/plugin.yaml", manifest),
      ("Tests/\(typeName)StageTests/\(typeName)StageTests.swift", test),
    ]
  }

  private var package: String {
    """
    // swift-tools-version: 6.1
    import PackageDescription

    let package = Package(
      name: "\(id)",
      products: [.library(name: "\(typeName)Plugin", type: .dynamic, targets: ["\(typeName)Plugin"])],
      dependencies: [.package(path: "\(stageKit)")],
      targets: [
        // The logic, tested directly.
        .target(name: "\(typeName)Stage", dependencies: [.product(name: "StageKit", package: "StageKit")]),
        // The entry point, loaded by the host only.
        .target(
          name: "\(typeName)Plugin",
          dependencies: ["\(typeName)Stage", .product(name: "StageKit", package: "StageKit")],
          resources: [.copy("plugin.yaml")]),
        .testTarget(name: "\(typeName)StageTests", dependencies: ["\(typeName)Stage"]),
      ]
    )

    """
  }

  private var manifest: String {
    """
    module: \(id)
    version: 0.1.0
    library: lib\(typeName)Plugin.so
    stages: [\(id)]

    """
  }

  private var entry: String {
    """
    public import StageABI
    import \(typeName)Stage

    /// The door to the module. The host calls it once, and takes the factory once.
    @_cdecl("songngu_module_entry")
    public func entry() -> UnsafePointer<stage_module_descriptor> {
      stage_describe("\(id)", "0.1.0") { Unmanaged.passRetained(\(typeName)Factory()).toOpaque() }
    }

    """
  }

  private var factory: String {
    """
    public import StageKit

    /// Says what the module offers, and makes it.
    public final class \(typeName)Factory: StageFactory, @unchecked Sendable {  // holds no state
      public override var descriptions: [StageDescription] { [\(typeName)Stage.description] }

      public override func make(_ id: String, _ setup: StageSetup) throws -> Stage {
        .annotator(\(typeName)Stage(word: setup.string("word")))
      }
    }

    """
  }

  private var stage: String {
    """
    public import StageKit

    /// Marks every occurrence of a word.
    public struct \(typeName)Stage: Annotator {
      static let layer = Layer(rawValue: "\(id)")

      public static let description = StageDescription(
        "\(id)", .annotator, "Marks every occurrence of a word.",
        options: [OptionDescription("word", "The word to mark.", .string, default: "report")],
        writes: [layer],
        rules: [RuleDescription("\(id).word", "The word as it is written in the options.")])

      private let word: [UInt8]

      public init(word: String) { self.word = Array(word.utf8) }

      public func annotate(_ document: Document, _ context: StageContext) throws -> AnnotationResult {
        let bytes = document.text.bytes
        var result = AnnotationResult()
        guard !word.isEmpty, bytes.count >= word.count else { return result }
        var offset = 0
        while offset + word.count <= bytes.count {
          if bytes[offset..<offset + word.count].elementsEqual(word) {
            let range = TextRange(offset, offset + word.count)
            result.annotations.append(Annotation(Self.layer, "word", range, rule: "\(id).word"))
            offset += word.count
          } else {
            offset += 1
          }
        }
        return result
      }
    }

    """
  }

  private var test: String {
    """
    import StageKit
    import Testing
    import \(typeName)Stage

    struct \(typeName)StageTests {
      @Test func marksEveryOccurrence() throws {
        let text = Text("A report on reports.")
        let source = Source(uri: "test", sha256: "", parts: [SourcePart(bytes: text.bytes)])
        let document = Document(
          id: "test", source: source, text: text, alignment: Alignment(identity: text.count))
        let result = try \(typeName)Stage(word: "report").annotate(document, StageContext())
        #expect(result.annotations.map(\\.range) == [TextRange(2, 8), TextRange(12, 18)])
      }
    }

    """
  }

  private var readme: String {
    """
    # \(id)

    A module for Songngu. Build it, and tell Songngu where it is:

        swift build
        swift test
        songngu modules --modules .build/debug
        songngu run CONFIG --modules .build/debug

    In a configuration, name its stage under `stages`:

        stages:
          - \(id): { word: report }

    The module must be built with the same compiler and the same StageKit as the host; if not, it is refused with the
    reason.

    """
  }
}
