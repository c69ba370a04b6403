/// The six tones of Vietnamese; the raw value is the tone's place in the tables.
public enum Tone: UInt8, CaseIterable, Sendable {
  /// Level, unmarked: `ma`.
  case ngang
  /// Grave: `mà`.
  case huyền
  /// Hook above: `mả`.
  case hỏi
  /// Tilde: `mã`.
  case ngã
  /// Acute: `má`.
  case sắc
  /// Dot below: `mạ`.
  case nặng

  /// The combining mark; `nil` for the level tone.
  var mark: UInt32? {
    switch self {
    case .ngang: nil
    case .huyền: 0x300
    case .hỏi: 0x309
    case .ngã: 0x303
    case .sắc: 0x301
    case .nặng: 0x323
    }
  }
}
