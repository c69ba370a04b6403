/// Where the tone mark of an open `oa`, `oe` or `uy` stands; nothing else differs between the two styles.
public enum TonePlacement: String, CaseIterable, Sendable {
  /// On the first letter: `hòa`, `khỏe`, `thủy`.
  case traditional
  /// On the second: `hoà`, `khoẻ`, `thuỷ`.
  case modern
}
