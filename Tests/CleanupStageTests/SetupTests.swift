import StageKit
import Testing

@testable import CleanupStage

@Suite("Making the stage")
struct SetupTests {
  @Test("a missing word list is named with the package that has it")
  func missingWordList() {
    let error = #expect(throws: SetupError.self) {
      try CleanupFactory().make("cleanup", setup(wordLists: "/nowhere"))
    }
    #expect(error?.description.contains("/nowhere/en_US.aff") == true)
    #expect(error?.description.contains("apt-get install hunspell-en-us") == true)
  }

  @Test("no word list is needed when the rules that use them are off")
  func withoutWordLists() throws {
    _ = try CleanupFactory().make("cleanup", setup(off: AllRules.needingWords, wordLists: "/nowhere"))
  }

  @Test("an unknown stage is refused")
  func unknownStage() {
    #expect(throws: SetupError.self) { try CleanupFactory().make("cleanse", setup()) }
  }

  @Test("rule ids are unique and belong to the stage")
  func identifiers() {
    let ids = AllRules.descriptions.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.hasPrefix("cleanup.") })
  }
}
