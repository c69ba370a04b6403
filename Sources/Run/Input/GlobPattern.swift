/// A pattern of file paths: `*` and `?` within one folder, `**/` for any number of folders.
///
/// A pattern without a slash matches the file name in any folder. Matching takes time in proportion to the length of
/// pattern times path, whatever the pattern.
struct GlobPattern: Sendable {
  private let pattern: [UInt8]

  init(_ text: String) {
    pattern = Array((text.utf8.contains(UInt8(ascii: "/")) ? text : "**/" + text).utf8)
  }

  func matches(_ path: ArraySlice<UInt8>) -> Bool {
    let path = Array(path)
    // reachable[i]: the pattern up to the current place matches the first i bytes of the path.
    var reachable = [Bool](repeating: false, count: path.count + 1)
    reachable[0] = true
    var index = 0
    while index < pattern.count {
      var next = [Bool](repeating: false, count: path.count + 1)
      if pattern[index] == UInt8(ascii: "*"), index + 1 < pattern.count, pattern[index + 1] == UInt8(ascii: "*") {
        let eatsSlash = index + 2 < pattern.count && pattern[index + 2] == UInt8(ascii: "/")
        index += eatsSlash ? 3 : 2
        var open = false
        for place in 0...path.count {
          if reachable[place] { open = true }
          let atFolder = place == 0 || path[place - 1] == UInt8(ascii: "/")
          next[place] = reachable[place] || (open && (!eatsSlash || atFolder))
        }
      } else if pattern[index] == UInt8(ascii: "*") {
        index += 1
        var open = false
        for place in 0...path.count {
          if place > 0, path[place - 1] == UInt8(ascii: "/") { open = false }
          open = open || reachable[place]
          next[place] = open
        }
      } else {
        let byte = pattern[index]
        index += 1
        for place in 0..<path.count where reachable[place] {
          let fits = byte == UInt8(ascii: "?") ? path[place] != UInt8(ascii: "/") : path[place] == byte
          if fits { next[place + 1] = true }
        }
      }
      reachable = next
    }
    return reachable[path.count]
  }
}
