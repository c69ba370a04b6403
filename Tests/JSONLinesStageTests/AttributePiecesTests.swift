import StageKit
import Testing

@testable import JSONLinesStage

struct AttributePiecesTests {
  @Test func aListHasAPieceFromTheSecondTimeOn() throws {
    var pieces = AttributePieces()
    let list: [Annotation.Attribute] = [.init("concept", "org:molisa"), .init("candidates", [["org:molisa", 0.5]])]
    #expect(pieces.range(of: list) == nil)
    for _ in 0..<3 {
      let known = pieces.range(of: list)
      let range = try #require(known)
      #expect(pieces.bytes[range].elementsEqual(#"{"concept":"org:molisa","candidates":[["org:molisa",0.5]]}"#.utf8))
    }
  }

  @Test func aPieceIsThatOfItsListThoughMemoryIsUsedAgain() {
    var pieces = AttributePieces()
    let kept: [[Annotation.Attribute]] = (0..<500).map { [.init("kept", .number(Double($0)))] }
    var found = 0
    for round in 0..<20_000 {
      let list: [Annotation.Attribute] =
        round % 2 == 0 ? kept[round / 2 % kept.count] : [.init("new", .number(Double(round)))]
      guard let range = pieces.range(of: list) else { continue }
      found += 1
      #expect(pieces.bytes[range].elementsEqual("{\"\(list[0].name)\":\(list[0].value)}".utf8))
    }
    #expect(found > 1_000)
  }

  @Test(arguments: [0, 10, 100, 1_000]) func fullPiecesBeginAnew(limit: Int) {
    var pieces = AttributePieces(limit: limit)
    for number in 0..<1_000 {
      let list: [Annotation.Attribute] = [.init("number", .number(Double(number)))]
      for _ in 0..<3 {
        if let range = pieces.range(of: list) {
          #expect(pieces.bytes[range].elementsEqual("{\"number\":\(number)}".utf8))
        }
        #expect(pieces.bytes.count <= limit)
      }
    }
  }
}
