import StageKit

/// Reads plain text in UTF-8, UTF-16 and UTF-32, and finds its paragraphs, headings and list items.
struct PlainTextReader: Reader {
  func claim(_ source: Source) -> Double {
    switch TextSniffer.sniff(source.bytes) {
    case .binary: 0
    case .text(.utf8, _): Self.sampleIsUTF8(source.bytes) ? 0.5 : 0.25
    case .text: 0.5
    }
  }

  func read(_ source: Source, _ context: StageContext) throws -> [ReadResult] {
    let bytes = source.bytes
    // A byte may become a character of three bytes.
    let limit = EditList.maximumTextLength / 3
    guard bytes.count <= limit else { throw OversizedInput(bytes: bytes.count, limit: limit) }
    let encoding: TextEncoding
    let markLength: Int
    switch TextSniffer.sniff(bytes) {
    case .binary(let reason): throw BinaryInput(reason: reason)
    case .text(let found, let length): (encoding, markLength) = (found, length)
    }
    let decoded = DecodedText(bytes, encoding, markLength: markLength)
    try context.checkCancelled()
    let blocks = decoded.text.bytes.withUnsafeBufferPointer { buffer in
      var finder = BlockFinder(buffer)
      finder.run()
      return finder.blocks
    }
    var result = ReadResult(text: decoded.text, alignment: decoded.alignment)
    var described = source
    described.mediaType = "text/plain"
    described.encoding = encoding.rawValue
    result.source = described
    result.annotations = blocks.map { Annotation(.block, $0.kind.rawValue, $0.range, rule: $0.rule) }
    result.findings = decoded.notes.findings
    if bytes.isEmpty {
      result.findings.append(Finding(.warning, "read.empty", nil, "The file is empty."))
    } else if blocks.isEmpty {
      result.findings.append(Finding(.warning, "read.empty", nil, "The file has no text other than white space."))
    }
    if let title = TitleFinder.title(decoded.text, blocks) { result.metadata = [.init("title", .string(title))] }
    return [result]
  }

  private static func sampleIsUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { whole in
      let sample = UnsafeBufferPointer(rebasing: whole.prefix(TextSniffer.sampleLength))
      guard let bad = UTF8Check.firstInvalid(in: sample) else { return true }
      return bad > sample.count - 4 && sample.count < whole.count
    }
  }
}
