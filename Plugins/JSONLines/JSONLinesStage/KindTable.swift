import StageKit

/// What annotations of one layer, type, rule and stage have in common, as JSON.
///
/// There are a few dozen kinds in a run, and thousands of annotations of each.
struct KindTable {
  struct Kind {
    /// Behind the number: layer and type.
    let head: Range<Int>
    /// Behind the places: stage and rule.
    let tail: Range<Int>
    /// Whether the annotation repeats its text: it names something, rather than cutting the text up.
    let repeatsText: Bool
  }

  private struct Entry {
    let layer: Layer
    let type: String
    let rule: String
    let by: Int
    let kind: Kind
  }

  /// Kinds beyond this many, as hostile modules may make, make the table begin anew.
  private static let limit = 1024

  private static let cuttingLayers: [Layer] = [.block, .language, .sentence, .segment]

  private var entries: [Entry] = []
  /// By hash: an index into `entries`, or -1.
  private var slots = [Int16](repeating: -1, count: 4096)
  /// What the ranges of kinds cut up.
  private(set) var bytes: [UInt8] = []

  mutating func kind(_ layer: Layer, _ type: String, _ rule: String, by: Int) -> Kind {
    // Lengths tell most kinds apart, and cost nothing to hash.
    let hash = (type.utf8.count &* 37 &+ rule.utf8.count &* 101 &+ by &* 1031 &+ layer.rawValue.utf8.count) & 4095
    var slot = hash
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if entries[index].by == by, entries[index].rule == rule, entries[index].type == type,
        entries[index].layer == layer
      {
        return entries[index].kind
      }
      slot = (slot &+ 1) & 4095
    }
    if entries.count == Self.limit { self = KindTable() }
    let kind = add(layer, type, rule, by)
    entries.append(Entry(layer: layer, type: type, rule: rule, by: by, kind: kind))
    slot = hash
    while slots[slot] >= 0 { slot = (slot &+ 1) & 4095 }
    slots[slot] = Int16(entries.count - 1)
    return kind
  }

  private mutating func add(_ layer: Layer, _ type: String, _ rule: String, _ by: Int) -> Kind {
    var json = JSONWriter(capacity: 256)
    json.raw(",\"layer\":")
    json.string(layer.rawValue)
    json.key("type")
    json.string(type)
    let head = json.count
    json.raw(",\"by\":")
    json.rawNumber(by)
    json.key("rule")
    json.string(rule)
    let start = bytes.count
    bytes += json.bytes
    return Kind(
      head: start..<start + head, tail: start + head..<bytes.count, repeatsText: !Self.cuttingLayers.contains(layer))
  }
}
