import StageKit
import Testing

@testable import CleanupStage

@Suite("Damage of the kind that web pages bring")
struct WebPageTests {
  // Of our own writing, with the faults of the page that the project began with: quotes round the heading, words of the
  // heading again in capitals, two glued words, spaces before marks, cut paragraphs, a bracket without its text.
  private static let page = """
    “Fair work and Social security”

    “FAIR WORK AND SOCIAL SECURITY” yearly meeting was held on 3rd May 2015, at City Club, Ba Dinh, Hanoi.

    The guests were from DOLISA, the Youth Union at all levels and the Office of Dong Da district…, and some reporters.

    Alliance of Groups for Home Workers (, with the help of many friends from other countries in Asia,

    The 3rd Meeting on Home Work: Growth needs to go together with social security .

    The meeting spoke about the role of the state in new ideas about social protectionfor workers.

    The weakest groups are those with little schooling and the many people working ininformal area,

    Opening “Safer streets for girls” with youth on 12 August – International Youth Day

    With its factories the commune is home to many workers (about 20,000 people, 72% are women) , which is a burden.

    The project works for a model of a safe community with the joint efforts from the Women’s Union,
    """

  @Test("two words are parted, two spaces go, and nothing else changes")
  func edits() throws {
    let result = try cleanUp(Self.page)
    #expect(
      result.edits == [
        " → cleanup.space-before-punctuation",
        "protectionfor→protection for cleanup.glued-word",
        "ininformal→in informal cleanup.glued-word",
        " → cleanup.space-before-punctuation",
      ])
  }

  @Test("cut paragraphs and the empty bracket are findings")
  func findings() throws {
    let result = try cleanUp(Self.page)
    let bracket = result.findings.filter { $0.hasPrefix("cleanup.lost-bracket-text") }
    let cut = result.findings.filter { $0.hasPrefix("cleanup.truncated-paragraph") }
    #expect(bracket == ["cleanup.lost-bracket-text: (,"])
    #expect(cut.count == 3)
    for (finding, end) in zip(cut, ["countries in Asia,", "in informal area,", "the Women’s Union,"]) {
      #expect(finding.hasSuffix(end))
    }
    #expect(result.findings.count == 4)
  }
}
