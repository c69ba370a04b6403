/// Why the reader refuses a file: it is no text.
struct BinaryInput: Error, Sendable, CustomStringConvertible {
  let uri: String
  let reason: String

  var description: String {
    "\(uri) is not plain text; it looks like binary: \(reason). Use a reader for its format, or convert it to text first."
  }
}

/// Why the reader refuses a file: offsets into it would not fit.
struct OversizedInput: Error, Sendable, CustomStringConvertible {
  let uri: String
  let bytes: Int
  let limit: Int

  var description: String { "\(uri) has \(bytes) bytes; plain text of at most \(limit) bytes can be read." }
}
