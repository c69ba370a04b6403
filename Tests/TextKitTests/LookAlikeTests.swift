import StageKit
import Testing
import TextKit

struct LookAlikeTests {
  @Test(arguments: [
    ("Ðà", "Đà"), ("Ðông", "Đông"), ("ðường", "đường"), ("ÐƯỜNG", "ĐƯỜNG"), ("Ɖồng", "Đồng"), ("ɖi", "đi"),
    ("Ða\u{300}", "Đa\u{300}"), ("Ðắk", "Đắk"), ("Ðe", "Đe"),
  ])
  func vietnameseWordsAreRepaired(_ word: String, _ repaired: String) {
    #expect(Vietnamese.repairingLookAlikes(word).map { Array($0.utf8) } == Array(repaired.utf8))
  }

  @Test(arguments: ["Ðað", "það", "Seyðisfjörður", "Ðorðe", "Ðakovo", "ð", "Đà", "Da", "", "maður", "Ðuong"])
  func otherWordsStay(_ word: String) {
    #expect(Vietnamese.repairingLookAlikes(word) == nil)
  }

  @Test func editsTouchOneLetterEach() throws {
    let text: Text = "Ðà Nẵng, Seyðisfjörður, tỉnh Ðồng Nai; ðại lộ"
    let edits = Vietnamese.lookAlikeEdits(for: text, within: [text.range], reason: "test.look-alike")
    #expect(try edits.apply(to: text) == "Đà Nẵng, Seyðisfjörður, tỉnh Đồng Nai; đại lộ")
    #expect(edits.map { text[$0.range] } == ["Ð", "Ð", "ð"])
  }

  @Test func wordsOutsideTheRangesStay() throws {
    let text: Text = "Ðà Ðà Ðà"
    let edits = Vietnamese.lookAlikeEdits(for: text, within: [TextRange(0, 4), TextRange(5, 12)], reason: "x")
    #expect(try edits.apply(to: text) == "Đà Đà Ðà")
  }

  @Test func aWordOfNothingElseIsNoTrap() {
    let text = Text(String(repeating: "ð", count: 200_000))
    #expect(Vietnamese.lookAlikeEdits(for: text, within: [text.range], reason: "x").isEmpty)
  }
}
