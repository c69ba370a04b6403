/// Why the reader refuses a file: it is no text.
///
/// The host says which file.
struct BinaryInput: Error, Sendable, CustomStringConvertible {
  let reason: String

  var description: String {
    "This is not plain text; it looks like binary: \(reason). Use a reader for its format, or convert it to text first."
  }
}

/// Why the reader refuses a file: offsets into it would not fit.
struct OversizedInput: Error, Sendable, CustomStringConvertible {
  let bytes: Int
  let limit: Int

  var description: String { "The file has \(bytes) bytes; plain text of at most \(limit) bytes can be read." }
}
