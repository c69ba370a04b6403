// swift-tools-version: 6.2
// Sections and lists are alphabetical. The target list is the architecture: see docs/architecture.md.
import PackageDescription

let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),  // SE-0335
    .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
  ]
  // Not for everybody: a newer compiler has new warnings. SE-0443.
  + (Context.environment["SONGNGU_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)])

let stageKit: Target.Dependency = .product(name: "StageKit", package: "StageKit")

/// A module of the house: logic that tests import, and an entry point that only `dlopen` ever sees.
func module(_ name: String, dependencies: [Target.Dependency] = []) -> [Target] {
  [
    .target(
      name: "\(name)Stage", dependencies: [stageKit] + dependencies, path: "Plugins/\(name)/\(name)Stage",
      swiftSettings: settings),
    .target(
      name: "\(name)Plugin", dependencies: [stageKit, .byName(name: "\(name)Stage")],
      path: "Plugins/\(name)/\(name)Plugin", resources: [.copy("plugin.yaml")], swiftSettings: settings),
    .testTarget(
      name: "\(name)StageTests", dependencies: [stageKit, "TestSupport", .byName(name: "\(name)Stage")],
      swiftSettings: settings),
  ]
}

func moduleProduct(_ name: String) -> Product {
  .library(name: "\(name)Plugin", type: .dynamic, targets: ["\(name)Plugin"])
}

let modules: [(name: String, dependencies: [Target.Dependency])] = [
  ("Cleanup", ["CHunspell"]),
  ("Entities", []),
  ("EntityTable", []),
  ("GlossaryLinks", []),
  ("HTMLPages", []),
  ("JSONLines", []),
  ("Language", []),
  ("Normalise", []),
  ("PlainText", []),
  ("Sentences", []),
]

let package = Package(
  name: "songngu",
  // Faults is for the tests: nothing finds it, because it has no manifest.
  products: [.executable(name: "songngu", targets: ["songngu"]), moduleProduct("Faults")]
    + modules.map { moduleProduct($0.name) },
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(path: "Sources/StageKit"),
  ],
  targets: [
    .executableTarget(
      name: "songngu", dependencies: ["SongnguCommands"], swiftSettings: settings),
    .executableTarget(
      name: "songngu-bench", dependencies: ["Glossary", "Pipeline", "Run", stageKit],
      path: "Benchmarks/songngu-bench", swiftSettings: settings),
    .systemLibrary(
      name: "CHunspell", pkgConfig: "hunspell", providers: [.apt(["libhunspell-dev"])]),
    .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "ChildProcess", dependencies: ["CSpawn"], swiftSettings: settings),
    .target(name: "CFiles"),
    .target(name: "CSpawn"),
    .target(name: "CWorkerBoard"),
    .target(
      name: "FaultsPlugin", dependencies: [stageKit, "FaultsStage"], path: "Tests/Faults/FaultsPlugin",
      swiftSettings: settings),
    .target(
      name: "FaultsStage", dependencies: [stageKit], path: "Tests/Faults/FaultsStage", swiftSettings: settings),
    .target(name: "Glossary", dependencies: [stageKit], swiftSettings: settings),
    .target(
      name: "Pipeline", dependencies: ["ChildProcess", "COpenSSL", stageKit, .product(name: "Yams", package: "Yams")],
      swiftSettings: settings),
    .target(
      name: "Run",
      dependencies: [
        "CFiles", "ChildProcess", "CWorkerBoard", "Glossary", "Pipeline", stageKit,
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .target(
      name: "SongnguCommands",
      dependencies: [
        "Glossary", "Pipeline", "Run", stageKit,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: settings),
    .target(name: "TestSupport", dependencies: [stageKit], path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(name: "ChildProcessTests", dependencies: ["ChildProcess", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "FaultTests", dependencies: ["Pipeline", "Run", stageKit, "TestSupport"],
      swiftSettings: settings),
    .testTarget(name: "GlossaryTests", dependencies: ["Glossary", stageKit, "TestSupport"], swiftSettings: settings),
    .testTarget(name: "LexiconTests", dependencies: [stageKit, "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "PipelineTests", dependencies: ["ChildProcess", "Pipeline", stageKit, "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "RunTests", dependencies: ["Glossary", "Pipeline", "Run", stageKit, "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "SongnguTests", dependencies: ["Pipeline", "Run", "SongnguCommands", stageKit, "TestSupport"],
      swiftSettings: settings),
    .testTarget(name: "StageKitTests", dependencies: [stageKit, "TestSupport"], swiftSettings: settings),
    .testTarget(name: "TextKitTests", dependencies: [stageKit, "TestSupport"], swiftSettings: settings),
  ] + modules.flatMap { module($0.name, dependencies: $0.dependencies) },
  swiftLanguageModes: [.v6]
)
