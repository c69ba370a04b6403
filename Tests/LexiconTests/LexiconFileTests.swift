import Glibc
import StageKit
import TestSupport
import Testing

@testable import Lexicon

@Suite struct LexiconFileTests {
  private static func temporaryPath(_ name: String) -> String { "/tmp/songngu-lexicon-\(getpid())-\(name)" }

  private static func write(_ bytes: [UInt8], _ path: String) throws { try AtomicFile.write(bytes, to: path) }

  /// Reads everything there is, so that a wrong number would show.
  private static func readAll(_ lexicon: Lexicon) {
    var size = 0
    for index in 0..<lexicon.conceptCount {
      size += lexicon.concept(index).forms.count + lexicon.parents(of: index).count
      size += lexicon.conceptIndex(of: lexicon.id(of: index)) ?? 0
    }
    for index in 0..<lexicon.cueCount { size += lexicon.cue(index).word.utf8.count }
    for index in 0..<lexicon.patternCount { size += lexicon.pattern(index).segments.count }
    for index in 0..<lexicon.formCount { size += lexicon.surface(of: index).utf8.count }
    let text: Text = "Hà Nội, Ha-Noi MOLISA Bộ Lao động - Thương binh và Xã hội, Embassy of Belgium, Владивосток bạn"
    lexicon.forEachMatch(in: text, text.range, minimum: .conflicting) { size += $0.candidates.count }
    size += lexicon.lookUp("Hà Nội", minimum: .conflicting).count
    #expect(size >= 0)
  }

  @Test func aFileIsMappedAndGivesWhatWasWritten() throws {
    let path = Self.temporaryPath("round-trip")
    defer { unlink(path) }
    try Samples.builder().write(to: path, digest: "sha256:abc")
    let mapped = try Lexicon(contentsOf: path)
    let inMemory = try Samples.builder().lexicon(digest: "sha256:abc")
    #expect(mapped.digest == "sha256:abc")
    #expect((0..<mapped.conceptCount).map { mapped.concept($0) } == (0..<10).map { inMemory.concept($0) })
    for text in ["Hà Nội", "the Belgian Embassy of MOLISA's TP."] {
      #expect(mapped.found(text) == inMemory.found(text))
    }
  }

  @Test func sameAdditionsGiveSameBytes() throws {
    #expect(try Samples.builder().bytes(digest: "x") == Samples.builder().bytes(digest: "x"))
    #expect(try Samples.builder().bytes(digest: "x") != Samples.builder().bytes(digest: "y"))
  }

  @Test func aFileThatIsReplacedGoesOnToBeReadAsItWas() throws {
    let path = Self.temporaryPath("replaced")
    defer { unlink(path) }
    try Samples.builder().write(to: path, digest: "old")
    let old = try Lexicon(contentsOf: path)
    try LexiconBuilder().write(to: path, digest: "new")
    #expect(old.digest == "old")
    #expect(old.found("Hanoi") == ["Hanoi: place:ha-noi exact"])
    #expect(try Lexicon(contentsOf: path).digest == "new")
  }

  @Test func anEmptyLexiconOpensAndFindsNothing() throws {
    let lexicon = try LexiconBuilder().lexicon()
    #expect(lexicon.found("Hà Nội") == [])
    #expect(lexicon.lookUp("Hà Nội") == [])
    #expect(lexicon.conceptIndex(of: "a") == nil)
    #expect(lexicon.digest == "")
  }

  @Test func whatIsNoLexiconIsRefusedByName() throws {
    let path = Self.temporaryPath("refused")
    defer { unlink(path) }
    let good = try Samples.builder().bytes(digest: "x")
    func error(_ bytes: [UInt8]) throws -> LexiconError? {
      try Self.write(bytes, path)
      return #expect(throws: LexiconError.self) { try Lexicon(contentsOf: path) }
    }
    func changed(_ offset: Int, _ bytes: [UInt8]) -> [UInt8] {
      var changed = good
      changed.replaceSubrange(offset..<offset + bytes.count, with: bytes)
      return changed
    }
    #expect(try error([])?.code == .notALexicon)
    #expect(try error(Array("id,type,name_vi".utf8))?.code == .notALexicon)
    #expect(try error(Array(good.prefix(100)))?.code == .truncated)
    #expect(try error(Array(good.prefix(good.count - 1)))?.code == .truncated)
    #expect(try error(good + [0])?.code == .damaged)
    #expect(try error(changed(8, [0x0A, 0x0B, 0x0C, 0x0D]))?.code == .otherByteOrder)
    #expect(try error(changed(12, [99]))?.code == .otherVersion)
    #expect(try error(changed(good.count / 2, [good[good.count / 2] ^ 1]))?.code == .damaged)
    let message = try #require(try error(changed(12, [99]))).description
    #expect(message.hasPrefix("\(path): "))
    #expect(message.contains("version 99, expected 1"))
    for missing in ["/tmp/songngu-there-is-no-such-file", "/tmp"] {
      let error = #expect(throws: LexiconError.self) { try Lexicon(contentsOf: missing) }
      #expect(error?.code == .cannotRead)
      #expect(error?.file == missing)
    }
  }

  @Test func everyTruncationIsRefused() throws {
    let good = try Samples.builder().bytes(digest: "x")
    for count in stride(from: 0, to: good.count, by: 23) {
      #expect(throws: LexiconError.self) { try Lexicon(bytes: Array(good.prefix(count))) }
    }
  }

  @Test func everyFlippedBitIsRefused() throws {
    let good = try Samples.builder().bytes(digest: "x")
    var random = SeededGenerator(seed: 1)
    for _ in 0..<500 {
      var bytes = good
      bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      #expect(throws: LexiconError.self) { try Lexicon(bytes: bytes) }
    }
  }

  /// With a check sum that fits, so that the checks behind it are reached.
  @Test(arguments: 0..<40)
  func aForgedFileIsRefusedOrHarmless(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let good = try Samples.builder().bytes(digest: "x")
    var refused = 0
    for _ in 0..<50 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        // Numbers of four bytes, at the places where numbers stand.
        let place = Int.random(in: 0..<bytes.count / 4, using: &random) * 4
        let value =
          [0, 1, 0xFF, 0x7FFF_FFFF, 0xFFFF_FFFF, UInt32.random(in: 0..<4096, using: &random)]
          .randomElement(using: &random) ?? 0
        withUnsafeBytes(of: value) { bytes.replaceSubrange(place..<place + 4, with: $0) }
      }
      FileImage.seal(&bytes)
      guard let lexicon = try? Lexicon(bytes: bytes) else {
        refused += 1
        continue
      }
      Self.readAll(lexicon)
    }
    #expect(refused > 0)
  }

  @Test func nothingIsLeftBehindWhereAFileCannotBeWritten() throws {
    let error = #expect(throws: LexiconError.self) {
      try Samples.builder().write(to: "/tmp/songngu-no-such-folder/a", digest: "x")
    }
    #expect(error?.code == .cannotWrite)
    let folder = Self.temporaryPath("folder")
    mkdir(folder, 0o755)
    defer { rmdir(folder) }
    #expect(throws: LexiconError.self) { try Samples.builder().write(to: folder, digest: "x") }
    #expect(access("\(folder).\(getpid())-0.tmp", F_OK) != 0)
  }

  @Test func manyFormsAreBuiltOpenedAndFound() throws {
    let path = Self.temporaryPath("many")
    defer { unlink(path) }
    var builder = LexiconBuilder()
    var random = SeededGenerator(seed: 5)
    func name(_ number: Int) -> String { "Trung tâm \(number % 977) phường \(number) \(number % 13)" }
    for number in 0..<50_000 {
      try builder.add(Concept(id: "org:\(number)", type: "ngo", forms: [Form(name(number), .nameVi)]))
    }
    try builder.write(to: path, digest: "x")
    let lexicon = try Lexicon(contentsOf: path)
    #expect(lexicon.formCount == 50_000)
    for _ in 0..<500 {
      let number = Int.random(in: 0..<50_000, using: &random)
      #expect(lexicon.lookUp(name(number)).map(\.kind) == [.concept(number)])
      #expect(lexicon.conceptIndex(of: "org:\(number)") == number)
      #expect(lexicon.found("tại \(name(number)), ngày") == ["\(name(number)): org:\(number) exact"])
    }
  }
}
