import Lexicon

/// What rules need of a cue, without strings.
struct CueInfo: Sendable {
  struct Flags: OptionSet {
    let rawValue: UInt32
    static let weak = Flags(rawValue: 1 << 0)
    static let vietnamese = Flags(rawValue: 1 << 1)
    static let before = Flags(rawValue: 1 << 2)
    static let after = Flags(rawValue: 1 << 3)
    /// Written in capitals or with a full stop, so that its case counts.
    static let strict = Flags(rawValue: 1 << 4)
    /// The unit word is not part of the name: `thủ đô`, `vùng`, `số nhà`.
    static let generic = Flags(rawValue: 1 << 5)
    /// An administrative unit, which may also be named by a number.
    static let administrative = Flags(rawValue: 1 << 6)
    /// A head that makes a place rather than an organisation: `Hotel`, `Chợ`.
    static let venue = Flags(rawValue: 1 << 7)
    /// A head that makes no name: `Project`, `Dự án`.
    static let barren = Flags(rawValue: 1 << 8)
    /// A head that stands for its body together with a unit or place: `UBND`, `Công an`.
    static let local = Flags(rawValue: 1 << 9)
    /// More than one word.
    static let long = Flags(rawValue: 1 << 10)
    static let road = Flags(rawValue: 1 << 11)
    static let family = Flags(rawValue: 1 << 12)
    static let middle = Flags(rawValue: 1 << 13)
    /// A stop word that may well be part of a name: `National`, `Health`.
    static let soft = Flags(rawValue: 1 << 14)
    /// A unit below the commune, or a zone: its name may end with a number or a letter.
    static let fine = Flags(rawValue: 1 << 15)
    /// Counts only where the text has a capital.
    static let needsCapital = Flags(rawValue: 1 << 16)
  }

  enum Kind: UInt8 { case orgHead, placeUnit, title, surname, givenName, stopCapital, weekday, other }

  let kind: Kind
  let flags: Flags

  /// Whether any rule asks for it.
  var counts: Bool { kind != .other }

  init(_ cue: Cue) {
    kind =
      switch cue.kind {
      case .orgHead: .orgHead
      case .placeUnit: .placeUnit
      case .title: .title
      case .surname: .surname
      case .givenName: .givenName
      case .stopCapital: .stopCapital
      case .weekday: .weekday
      case .month, .dateWord, .abbreviation: .other
      }
    var flags: Flags = []
    if cue.isWeak { flags.insert(.weak) }
    if cue.language == .vietnamese { flags.insert(.vietnamese) }
    switch cue.position {
    case .before, .start: flags.insert(.before)
    case .after, .end: flags.insert(.after)
    case .both: flags.formUnion([.before, .after])
    case .middle: flags.insert(.middle)
    case .unstated, .whole, .given: break
    }
    let word = cue.word
    if word.contains(" ") { flags.insert(.long) }
    if word.contains(".") || (word.count > 1 && word == word.uppercased() && word != word.lowercased()) {
      flags.insert(.strict)
    }
    if word.count == 1 { flags.insert(.strict) }
    switch cue.kind {
    case .placeUnit:
      if Self.genericUnits.contains(cue.value) || Self.genericWords.contains(word) { flags.insert(.generic) }
      if Self.administrativeUnits.contains(cue.value) { flags.insert(.administrative) }
      if Self.roads.contains(cue.value) { flags.insert(.road) }
      if Self.fineUnits.contains(cue.value) { flags.insert(.fine) }
      if Self.features.contains(cue.value) { flags.remove(.weak) }
    case .orgHead:
      if Self.venues.contains(word) { flags.insert(.venue) }
      if Self.barrenHeads.contains(word) { flags.insert(.barren) }
      if Self.localHeads.contains(cue.value) && cue.language == .vietnamese { flags.insert(.local) }
    case .title:
      let isAddress = ["honorific", "kin", "academic", "rank", "religious"].contains { cue.note.hasPrefix($0) }
      if cue.value == "m" || cue.value == "f" || isAddress || (cue.note.isEmpty && cue.position == .before) {
        flags.insert(.family)
      }
      if cue.note.contains("marker") { flags.insert(.barren) }
    case .stopCapital:
      let isSoft = ["common title word", "geographic", "sentence opener"].contains { cue.note.hasPrefix($0) }
      if isSoft || cue.note.contains("organisation") { flags.insert(.soft) }
    default: break
    }
    switch cue.kind {
    case .surname, .givenName, .stopCapital, .weekday: flags.insert(.needsCapital)
    case .orgHead: if cue.isWeak || cue.language != .vietnamese { flags.insert(.needsCapital) }
    default: break
    }
    self.flags = flags
  }

  private static let genericUnits: Set<String> = [
    "country", "area word", "level word", "floor", "house number", "room", "plot", "post box", "area", "forest",
    "department", "block", "river basin", "old province", "old circuit", "old county",
  ]
  private static let genericWords: Set<String> = [
    "thủ đô", "capital", "capital city", "vùng", "miền", "region", "state", "territory", "kingdom", "republic", "zone",
    "đồng bằng", "đường số", "thành phố trực thuộc trung ương", "duyên hải", "trung du", "coast", "plain", "châu",
    "mường",
  ]
  private static let administrativeUnits: Set<String> = [
    "province", "city", "district", "commune", "village", "department", "national road", "provincial road",
    "district road",
    "rural road",
  ]
  private static let roads: Set<String> = [
    "street", "avenue", "alley", "lane", "national road", "provincial road", "district road", "road",
  ]
  private static let fineUnits: Set<String> = [
    "village", "industrial zone", "industrial cluster", "urban area", "apartment block", "bridge", "canal", "alley",
  ]
  /// English words for things of nature and traffic that follow a name in small letters.
  private static let features: Set<String> = ["bridge", "pass", "market", "station", "square", "port"]
  private static let venues: Set<String> = [
    "Hotel", "Khách sạn", "Nhà hàng", "Siêu thị", "Chợ", "Chùa", "Đình", "Đền", "Miếu", "Nhà văn hóa thôn",
    "Nhà văn hoá thôn", "Làng nghề", "Nhà thờ", "Temple", "Village", "Villages", "Market", "House", "Town Hall",
  ]
  private static let barrenHeads: Set<String> = [
    "Project", "Programme", "Program", "Dự án", "Chương trình", "High Commissioner", "Lớp", "Hộ kinh doanh", "Tổ chức",
    "Cơ quan", "Đơn vị", "Insurance", "Initiative", "Action", "World", "State", "Care", "International", "Global",
    "Aid",
    "Customs", "Section", "Group", "NGO", "Catholic", "Christian", "Buddhist", "Farm", "Vision", "Service", "Services",
    "Movement", "Solidarity", "Ban Thường vụ", "Ban Chấp hành", "Ban Điều hành", "Ban Giám đốc", "Hội đồng quản trị",
    "Home for", "Worldwide", "Relief", "Rescue", "UN", "Dòng", "Điểm trường", "Quaker",
    "Jesuit",
    "Mennonite", "Adventist", "Nhóm", "Tổ", "Hải quan", "Register", "Voice", "Doanh nghiệp", "Board",
  ]
  private static let localHeads: Set<String> = [
    "government", "party and mass organisation", "justice and security", "association", "health", "finance",
  ]
}
