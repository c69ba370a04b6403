// swift-tools-version: 6.2
// What host and modules share at run time. Its own package, because SwiftPM links a target into host and module
// separately unless it reaches both as a product of another package; two copies of these types would not cast into each
// other. The product is dynamic for the same reason. No third-party dependency.
import PackageDescription

let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),  // SE-0335
    .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
  ]
  // Not for everybody: a newer compiler has new warnings. SE-0443.
  + (Context.environment["SONGNGU_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)])

let package = Package(
  name: "StageKit",
  products: [
    .library(name: "StageKit", type: .dynamic, targets: ["StageABI", "StageKit", "TextKit", "Lexicon"])
  ],
  targets: [
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icui18n")]),
    .target(name: "Lexicon", dependencies: ["StageKit", "TextKit"], swiftSettings: settings),
    .target(name: "StageABI"),
    .target(name: "StageKit", dependencies: ["StageABI"], swiftSettings: settings),
    .target(name: "TextKit", dependencies: ["CICU", "StageKit"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
