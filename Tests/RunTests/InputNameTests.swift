import Foundation
import Glibc
import StageKit
import TestSupport
import Testing

@testable import Run

/// Names that are no text, files that are none, and files that are there twice.
struct InputNameTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func write(_ name: [UInt8], _ text: String = "Report from Hà Nội.") throws {
    let path = InputPath(Array("\(scratch.path)/".utf8) + name)
    let descriptor = path.withCString { open($0, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600) }
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    try #require(Glibc.write(descriptor, text, text.utf8.count) == text.utf8.count)
  }

  private func find(_ paths: [String]? = nil, include: [String] = []) -> FoundInputs {
    InputFinder.find(paths ?? [scratch.path], include: include, exclude: [])
  }

  private func names(_ found: FoundInputs) -> [String] {
    found.inputs.map { String($0.uri.dropFirst(scratch.path.count + 1)) }
  }

  @Test(arguments: [
    ("báo cáo 1.txt", "báo cáo 1.txt"), ("100%.txt", "100%25.txt"), ("a\nb.txt", "a%0Ab.txt"),
    ("a\u{2028}b", "a%E2%80%A8b"), ("a\u{85}b", "a%C2%85b"), ("a\u{1B}[31m", "a%1B[31m"), ("", ""),
  ])
  func nameIsShownOnOneLine(name: String, uri: String) { #expect(InputPath(name).uri == uri) }

  @Test(
    arguments: [
      ([0x61, 0xFF, 0x62], "a%FFb"), ([0xE1, 0xBB], "%E1%BB"), ([0xC3, 0xA9, 0xC3], "é%C3"),
      ([0xED, 0xA0, 0x80], "%ED%A0%80"), ([0xF0, 0x90, 0x41], "%F0%90A"),
    ] as [([UInt8], String)])
  func bytesThatAreNoTextAreSpelledOut(bytes: [UInt8], uri: String) { #expect(InputPath(bytes).uri == uri) }

  @Test func differentNamesHaveDifferentTextThatLeadsBack() {
    var random = SeededGenerator(seed: 7)
    var seen: [String: [UInt8]] = [:]
    let alphabet: [UInt8] = [0x61, 0x25, 0x46, 0x30, 0x0A, 0xC3, 0xA9, 0xFF, 0xE2, 0x80, 0xA8]
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...5, using: &random)).map { _ in alphabet.randomElement(using: &random)! }
      let uri = InputPath(bytes).uri
      #expect(seen.updateValue(bytes, forKey: uri) ?? bytes == bytes, "\(uri)")
      var decoded: [UInt8] = []
      var rest = Array(uri.utf8)[...]
      while let byte = rest.popFirst() {
        if byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
          decoded.append(value)
          rest = rest.dropFirst(2)
        } else {
          decoded.append(byte)
        }
      }
      #expect(decoded == bytes)
    }
  }

  @Test func filesWithOddNamesAreReadAndKeptApart() throws {
    try write([0x61, 0xFF], "one")
    try write(Array("a%FF".utf8), "two")
    try write(Array("a\nb".utf8), "three")
    let found = find()
    #expect(names(found) == ["a%0Ab", "a%25FF", "a%FF"])
    let texts = try found.inputs.map { try SourceLoader.load($0, limit: 100).source.bytes }
    #expect(texts == ["three", "two", "one"].map { Array($0.utf8) })
  }

  @Test func orderIsThatOfTheBytesThroughAllFolders() throws {
    for name in ["b/a", "a", "b.txt", "c", "á", "Z"] { try scratch.write(name, "x") }
    #expect(names(find()) == ["Z", "a", "b.txt", "b/a", "c", "á"])
  }

  @Test func oneFileUnderSeveralSpellingsIsTakenOnceWithANote() throws {
    let file = try scratch.write("in/a.txt", "x")
    let folder = "\(scratch.path)/in"
    let found = find([file, "\(folder)/./a.txt", "\(folder)/../in/a.txt", folder, file])
    #expect(found.inputs.map(\.uri) == [file])
    #expect(found.notes.count == 4)
    #expect(found.notes[0] == "\(folder)/./a.txt: This is the same file as \(file); it is taken once.")
    #expect(found.notes[3] == "\(file): The file is named more than once; it is taken once.")
  }

  @Test func linkToAFileThatIsThereIsNoSecondInput() throws {
    try scratch.write("a.txt", "x")
    try FileManager.default.createSymbolicLink(
      atPath: "\(scratch.path)/b.txt", withDestinationPath: "\(scratch.path)/a.txt")
    #expect(names(find()) == ["a.txt"])
  }

  @Test func twoFilesWithTheSameBytesAreTwoInputs() throws {
    try scratch.write("a.txt", "x")
    try scratch.write("b.txt", "x")
    #expect(names(find()) == ["a.txt", "b.txt"])
  }

  @Test func loopsOfLinksEndInAReason() throws {
    for (from, to) in [("x", "y"), ("y", "x"), ("folder", ".")] {
      try FileManager.default.createSymbolicLink(atPath: "\(scratch.path)/\(from)", withDestinationPath: to)
    }
    let found = find()
    #expect(names(found) == ["x", "y"])
    #expect(found.notes.count == 1 && found.notes[0].contains("/folder: A link to a folder is not followed"))
    #expect(throws: Rejection.self) { try SourceLoader.load(found.inputs[0], limit: 100) }
  }

  @Test func pipeSocketAndDeviceAreRejectedByTheirKind() throws {
    #expect(mkfifo("\(scratch.path)/pipe", 0o600) == 0)
    #expect(mknod("\(scratch.path)/socket", S_IFSOCK | 0o600, 0) == 0)
    for (path, kind) in [
      ("\(scratch.path)/pipe", "a named pipe"), ("\(scratch.path)/socket", "a socket"), ("/dev/zero", "a device"),
      (scratch.path, "a folder"),
    ] {
      let rejection = #expect(throws: Rejection.self) { try SourceLoader.load(Input(path: path), limit: 100) }
      #expect(rejection?.description == "\(path): This is \(kind) and not a regular file.")
    }
  }

  @Test func fileThatGrowsWithoutEndIsRejected() async throws {
    let path = try scratch.write("log.txt", [UInt8](repeating: 0x61, count: 4 << 20))
    let isDone = Flag()
    let writer = Thread {
      let descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
      while !isDone.isSet, lseek(descriptor, 0, SEEK_CUR) < 512 << 20 { _ = Glibc.write(descriptor, "more", 4) }
      close(descriptor)
    }
    writer.start()
    defer { isDone.set() }
    var rejection: Rejection?
    // The writer may not have begun yet.
    for _ in 0..<1000 where rejection == nil {
      do { _ = try SourceLoader.load(Input(path: path), limit: 1 << 30) } catch { rejection = error }
    }
    #expect(rejection?.code == "host.changed-while-read")
  }

  @Test func listingOfManyFilesInOneFolderIsComplete() throws {
    for number in 0..<2_000 { try write(Array("\(number)".utf8), "x") }
    let found = find()
    #expect(found.inputs.count == 2_000)
    #expect(names(found) == (0..<2_000).map(String.init).sorted())
  }
}

private final class Flag: @unchecked Sendable {
  private let lock = NSLock()
  private var value = false
  var isSet: Bool { lock.withLock { value } }
  func set() { lock.withLock { value = true } }
}
