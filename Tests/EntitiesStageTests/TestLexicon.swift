import Lexicon

/// A small lexicon in memory: enough for the examples of the rules.
enum TestLexicon {
  static let shared: Lexicon = make()

  private static func make() -> Lexicon {
    var builder = LexiconBuilder()
    do {
      for concept in concepts { try builder.add(concept) }
      for cue in cues { try builder.add(cue) }
      for pattern in patterns { try builder.add(pattern) }
      try builder.addDemonym("Kenyan", of: "place:kenya")
      return try builder.lexicon()
    } catch {
      preconditionFailure("the test lexicon cannot be built: \(error)")
    }
  }

  private static func concept(_ id: String, _ type: String, _ forms: [Form]) -> Concept {
    Concept(id: id, type: type, forms: forms)
  }

  private static let concepts: [Concept] = [
    concept("org:molisa", "state", [Form("MOLISA", .abbreviationEn)]),
    concept("org:plan", "ingo", [Form("Plan International", .nameEn), Form("Plan", .other, isCautious: true)]),
    concept("org:light", "ngo", [Form("LIGHT", .abbreviationEn, isCautious: true)]),
    concept("org:cdi", "ngo", [Form("CDI", .abbreviationEn)]),
    concept("org:oxfam", "ingo", [Form("Oxfam", .nameEn)]),
    concept("org:oxfam-kenya", "ingo", [Form("Oxfam in Kenya", .nameEn)]),
    concept("org:vwu", "mass", [Form("Women's Union", .nameEn), Form("Hội Liên hiệp Phụ nữ", .nameVi)]),
    concept("org:farmers", "mass", [Form("Hội Nông dân Việt Nam", .nameVi)]),
    concept("org:research", "institute", [Form("Viện Nghiên cứu và Phát triển Nông thôn", .nameVi)]),
    concept("place:ha-noi", "city", [Form("Hà Nội", .nameVi), Form("Ha Noi", .nameEn), Form("Hanoi", .other)]),
    concept("place:hanoi-club", "venue", [Form("Hanoi Club", .nameEn)]),
    concept("place:viet-nam", "country", [Form("Việt Nam", .nameVi), Form("Viet Nam", .nameEn)]),
    concept("place:kenya", "country", [Form("Kenya", .nameEn), Form("Kê-ni-a", .nameVi)]),
    concept("place:anh", "country", [Form("Anh", .nameVi, isCautious: true)]),
    concept("unit:tay-ho", "district", [Form("Quận Tây Hồ", .nameVi), Form("Tây Hồ", .nameVi)]),
    concept("unit:dong-anh", "district", [Form("Huyện Đông Anh", .nameVi), Form("Đông Anh", .nameVi)]),
    concept("unit:quang-tri", "province", [Form("Tỉnh Quảng Trị", .nameVi), Form("Quảng Trị", .nameVi)]),
    concept("unit:yen-phu-1", "commune", [Form("Phường Yên Phụ", .nameVi), Form("Yên Phụ", .nameVi)]),
    concept("unit:yen-phu-2", "commune", [Form("Xã Yên Phụ", .nameVi), Form("Yên Phụ", .nameVi)]),
    concept("term:gender", "term", [Form("bình đẳng giới", .nameVi), Form("HIV", .abbreviationEn)]),
  ]

  private static let cues: [Cue] =
    heads(["Sở", "UBND", "Hội Nông dân", "Trường Đại học"], .vietnamese, .start)
    + heads(["Trung tâm", "Quỹ", "Hội"], .vietnamese, .start, isWeak: true)
    + heads(["Foundation", "Association", "Department", "Alliance"], .english, .both)
    + heads(["Centre for", "Department of"], .english, .start)
    + [
      Cue("Network", .orgHead, language: .english, position: .both, isWeak: true, value: "association"),
      Cue("xã", .placeUnit, language: .vietnamese, position: .before, value: "commune"),
      Cue("huyện", .placeUnit, language: .vietnamese, position: .before, value: "district"),
      Cue("quận", .placeUnit, language: .vietnamese, position: .before, value: "district"),
      Cue("tỉnh", .placeUnit, language: .vietnamese, position: .before, value: "province"),
      Cue("TP.", .placeUnit, language: .vietnamese, position: .before, value: "city"),
      Cue("đường", .placeUnit, language: .vietnamese, position: .before, value: "street"),
      Cue("district", .placeUnit, language: .english, position: .after, value: "district"),
      Cue("commune", .placeUnit, language: .english, position: .after, value: "commune"),
      Cue("city", .placeUnit, language: .english, position: .after, value: "city"),
      Cue("Dr.", .title, language: .english, position: .before),
      Cue("Mr", .title, language: .english, position: .before),
      Cue("chị", .title, language: .vietnamese, position: .before, value: "f"),
      Cue("anh", .title, language: .vietnamese, position: .before, value: "m"),
      Cue("bà", .title, language: .vietnamese, position: .before, value: "f"),
      Cue("Director", .title, language: .english, position: .both),
      Cue("Nguyễn", .surname, language: .vietnamese, position: .before, value: "1"),
      Cue("Trần", .surname, language: .vietnamese, position: .before, value: "2"),
      Cue("Hồng", .givenName, language: .vietnamese, position: .given),
      Cue("Project", .stopCapital, language: .english),
    ]

  private static func heads(
    _ words: [String], _ language: FormLanguage, _ position: CuePosition, isWeak: Bool = false
  ) -> [Cue] {
    words.map { Cue($0, .orgHead, language: language, position: position, isWeak: isWeak, value: "government") }
  }

  private static let patterns: [Pattern] = [
    Pattern(id: "pattern:embassy", segments: [.literal("Embassy of"), .slot("country")], language: .english),
    Pattern(id: "pattern:embassy", segments: [.slot("adjective"), .literal("Embassy")], language: .english),
    Pattern(id: "pattern:committee", segments: [.literal("UBND"), .slot("place")], language: .vietnamese),
  ]
}
