import StageKit
import Testing

struct ConceptPiecesTests {
  @Test func aPieceIsMadeOnceForAnObject() {
    var pieces = ConceptPieces()
    let concepts = (0..<1_000).map { ConceptFacts("org:\($0 % 500)") }
    var made = 0
    for _ in 0..<3 {
      for (number, concept) in concepts.enumerated() {
        let range = pieces.range(of: concept) { concept in
          made += 1
          return Array("\(concept.id) \(number)".utf8)
        }
        #expect(pieces.bytes[range].elementsEqual("\(concept.id) \(number)".utf8))
      }
    }
    #expect(made == concepts.count)
  }

  @Test func fullPiecesBeginAnew() {
    var pieces = ConceptPieces(limit: 100)
    for number in 0..<1_000 {
      let concept = ConceptFacts("org:\(number)")
      let range = pieces.range(of: concept) { Array($0.id.utf8) }
      #expect(pieces.bytes[range].elementsEqual("org:\(number)".utf8))
      #expect(pieces.bytes.count <= 100)
    }
    let long = [UInt8](repeating: 0x61, count: 1_000)
    #expect(pieces.range(of: ConceptFacts("org:long")) { _ in long }.count == 1_000)
  }
}
