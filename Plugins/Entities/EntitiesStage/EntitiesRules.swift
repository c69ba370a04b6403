import StageKit

/// The rules as the reference page shows them.
///
/// Each example is a test, run with the small lexicon of the tests.
enum EntitiesRules {
  private typealias Example = RuleDescription.Example

  static let all: [RuleDescription] = names + organisations + persons + dates + addresses

  private static let names: [RuleDescription] = [
    RuleDescription(
      Rule.lexicon.rawValue,
      "A name that the lexicon knows. Doubtful names need a neighbour, a preposition or capitals that speak for them.",
      examples: [
        Example("Staff of MOLISA met in Hanoi.", "Staff of [organisation: MOLISA] met in [place: Hanoi]."),
        Example("They live in Tay Ho, Hanoi.", "They live in [place: Tay Ho], [place: Hanoi]."),
        Example(
          "Plan International and LIGHT agreed.", "[organisation: Plan International] and [organisation: LIGHT] agreed."
        ),
        .untouched("A light rain fell on the plan of the centre."),
      ]),
    RuleDescription(
      Rule.placeUnitName.rawValue, "A unit and the name behind it.",
      examples: [
        Example(
          "Chị sống ở xã Kim Chung, huyện Đông Anh.", "Chị sống ở [place: xã Kim Chung], [place: huyện Đông Anh]."),
        Example("Họp tại Quận 3 và TP. Vinh.", "Họp tại [place: Quận 3] và [place: TP. Vinh]."),
        Example("số 7 đường Hòa Lạc, Hanoi", "số 7 [place: đường Hòa Lạc], [place: Hanoi]"),
      ]),
    RuleDescription(
      Rule.placeNameUnit.rawValue, "A name and the unit behind it.",
      examples: [
        Example(
          "A family in Kim Chung commune, Dong Anh district",
          "A family in [place: Kim Chung commune], [place: Dong Anh district]"),
        .untouched("We want a Friendly city for girls."),
      ]),
    RuleDescription(
      Rule.placeList.rawValue, "Names that share one unit.",
      examples: [
        Example(
          "ở các xã Tân Liên, Hướng Phùng và Thuận",
          "ở các xã [place: Tân Liên], [place: Hướng Phùng] và [place: Thuận]"),
        Example(
          "homes in Long Thuan, Tien Thuan and Phuoc Chi communes",
          "homes in [place: Long Thuan], [place: Tien Thuan] and [place: Phuoc Chi communes]"),
      ]),
    RuleDescription(
      Rule.placeContext.rawValue, "A street named after a person, behind its house number.",
      examples: [Example("at 28 Nguyễn Văn Hồng, Hanoi", "at 28 [place: Nguyễn Văn Hồng], [place: Hanoi]")]),
    RuleDescription(
      Rule.placeRepeated.rawValue, "A name of several words that the document gives elsewhere with its unit.",
      examples: [
        Example(
          "The clinic in Phuoc Chi commune is new. People of Phuoc Chi like it.",
          "The clinic in [place: Phuoc Chi commune] is new. People of [place: Phuoc Chi] like it.")
      ]),
  ]

  private static let organisations: [RuleDescription] = [
    RuleDescription(
      Rule.organisationPattern.rawValue, "A pattern of the lexicon, filled with a place, a country or a nationality.",
      examples: [
        Example("UBND tỉnh Quảng Trị đã họp.", "[organisation: UBND [place: tỉnh Quảng Trị]] đã họp."),
        Example("staff of the Kenyan Embassy", "staff of the [organisation: Kenyan Embassy]"),
        Example("from the Embassy of Kenya", "from the [organisation: Embassy of [place: Kenya]]"),
      ]),
    RuleDescription(
      Rule.organisationCountry.rawValue, "An organisation and the country of its office, side by side.",
      examples: [
        Example("funded by Oxfam Kenya", "funded by [organisation: Oxfam [place: Kenya]]"),
        Example("funded by Oxfam in Kenya", "funded by [organisation: Oxfam] in [place: Kenya]"),
      ]),
    RuleDescription(
      Rule.organisationCapitals.rawValue, "A heading in capitals: a head, and the place that ends the name.",
      examples: [Example("SỞ Y TẾ TỈNH QUẢNG TRỊ", "[organisation: SỞ Y TẾ [place: TỈNH QUẢNG TRỊ]]")]),
    RuleDescription(
      Rule.organisationDefinition.rawValue, "A short name in brackets behind a long one.",
      examples: [
        Example(
          "the Mekong Gender Alliance (MGA) met",
          "the [organisation: Mekong Gender Alliance] ([organisation: MGA]) met"),
        .untouched("the total number of cases (TNC) fell"),
      ]),
    RuleDescription(
      Rule.organisationAbbreviation.rawValue, "A short name that the document defines elsewhere.",
      examples: [
        Example(
          "The Mekong Gender Alliance (MGA) met. Later MGA wrote.",
          "The [organisation: Mekong Gender Alliance] ([organisation: MGA]) met. Later [organisation: MGA] wrote.")
      ]),
    RuleDescription(
      Rule.organisationList.rawValue, "Abbreviations in a row, at least one of which is known.",
      examples: [
        Example(
          "Members: CDI, QRSX, TPLK and others",
          "Members: [organisation: CDI], [organisation: QRSX], [organisation: TPLK] and others")
      ]),
    RuleDescription(
      Rule.vietnameseHead.rawValue, "A Vietnamese head, and the words that go on with the name.",
      examples: [
        Example(
          "Trung tâm Nghiên cứu và Phát triển vừa họp.", "[organisation: Trung tâm Nghiên cứu và Phát triển] vừa họp."),
        Example("do Quỹ Ánh Sao tài trợ", "do [organisation: Quỹ Ánh Sao] tài trợ"),
        .untouched("Trung tâm đã họp với các hội."),
      ]),
    RuleDescription(
      Rule.vietnameseHeadPlace.rawValue, "A Vietnamese head whose name ends with a place, which stays nested.",
      examples: [
        Example(
          "Bà Lan, Trường Đại học Quảng Trị", "Bà [person: Lan], [organisation: Trường Đại học [place: Quảng Trị]]"),
        Example("Hội Nông dân tỉnh gửi thư.", "[organisation: Hội Nông dân tỉnh] gửi thư."),
      ]),
    RuleDescription(
      Rule.englishHead.rawValue, "Words with capitals that end with a head.",
      examples: [
        Example("a grant of the Blue Lotus Foundation", "a grant of the [organisation: Blue Lotus Foundation]"),
        .untouched("The Foundation paid."),
      ]),
    RuleDescription(
      Rule.englishHeadOf.rawValue, "A head, and what follows it after `of`, `for`, `on`.",
      examples: [
        Example(
          "The Centre for Water, Forests and Rural Life pays.",
          "The [organisation: Centre for Water, Forests and Rural Life] pays."),
        Example(
          "Department of Health and Department of Labour",
          "[organisation: Department of Health] and [organisation: Department of Labour]"),
      ]),
    RuleDescription(
      Rule.englishHeadOfPlace.rawValue, "A head that ends with a place, which stays nested.",
      examples: [
        Example(
          "Farmers’ Association of Dong Anh district",
          "[organisation: Farmers’ Association of [place: Dong Anh district]]")
      ]),
  ]

  private static let persons: [RuleDescription] = [
    RuleDescription(
      Rule.personTitle.rawValue, "A form of address or an office, and the name behind it.",
      examples: [
        Example("Dr. Ann de Witt and Mr Loi came.", "Dr. [person: Ann de Witt] and Mr [person: Loi] came."),
        Example("Theo chị Hoa, anh Nam đã về.", "Theo chị [person: Hoa], anh [person: Nam] đã về."),
      ]),
    RuleDescription(
      Rule.personSurname.rawValue, "A Vietnamese family name, and given names of one syllable each.",
      examples: [
        Example("Nguyễn Thị Ánh Hồng viết thư.", "[person: Nguyễn Thị Ánh Hồng] viết thư."),
        Example("photos by Tran Van Loc", "photos by [person: Tran Van Loc]"),
      ]),
    RuleDescription(
      Rule.personRepeated.rawValue, "The last word of a name that the document gives in full.",
      examples: [
        Example(
          "Nguyễn Thị Hồng sang đây. Mọi người quý Hồng lắm.",
          "[person: Nguyễn Thị Hồng] sang đây. Mọi người quý [person: Hồng] lắm.")
      ]),
    RuleDescription(
      Rule.personContext.rawValue,
      "Words with capitals that are nothing else, beside a verb of saying, behind a label, before an office.",
      examples: [
        Example("“It works,” said Tess Gallow.", "“It works,” said [person: Tess Gallow]."),
        Example("Photo: Wim Oort", "Photo: [person: Wim Oort]"),
        Example("They met Wim Oort, Director of the mill.", "They met [person: Wim Oort], Director of the mill."),
        .untouched("An offer by Foster Electric, refused."),
      ]),
  ]

  private static let dates: [RuleDescription] = [
    RuleDescription(
      Rule.dateDayMonth.rawValue, "Day and month in words, perhaps the year, or a range of days.",
      examples: [
        Example("on 15th December 2016", "on [date: 15th December 2016]"),
        Example("from 22nd to 24th August 2016", "from [date: 22nd to 24th August 2016]"),
        Example("on August 29, 2018 and 12 August", "on [date: August 29, 2018] and [date: 12 August]"),
        Example("từ 25 - 28 tháng 4 năm 2016", "từ [date: 25 - 28 tháng 4 năm 2016]"),
      ]),
    RuleDescription(
      Rule.dateMonth.rawValue, "A month, perhaps with its year.",
      examples: [
        Example("Từ tháng 8/2016 đến tháng Tám", "Từ [date: tháng 8/2016] đến [date: tháng Tám]"),
        Example("since August 2016", "since [date: August 2016]"),
        .untouched("We may march on."), .untouched("Trong 3 tháng"),
      ]),
    RuleDescription(
      Rule.dateNumeric.rawValue, "Dates in figures, the day first.",
      examples: [
        Example("ngày 17-1 và ngày 15/12/2016", "ngày [date: 17-1] và ngày [date: 15/12/2016]"),
        Example("25-27/8/2016", "[date: 25-27/8/2016]"),
        .untouched("Nghị định 93/2009/NĐ-CP"), .untouched("điểm 68,9/100"), .untouched("mở cửa 24/7"),
      ]),
    RuleDescription(
      Rule.dateQuarter.rawValue, "A quarter with its year.",
      examples: [Example("trong quý IV/2024", "trong [date: quý IV/2024]")]),
    RuleDescription(
      Rule.dateYear.rawValue, "A year, or years from and to, standing alone.",
      examples: [
        Example("giai đoạn 2016-2020, năm 2021", "giai đoạn [date: 2016-2020], năm [date: 2021]"),
        .untouched("He lent 2000 dollars to 2016 households."), .untouched("USD 2000"),
      ]),
  ]

  private static let addresses: [RuleDescription] = [
    RuleDescription(
      Rule.email.rawValue, "An address of electronic mail.",
      examples: [Example("Write to loc.tv@example.org.", "Write to [email: loc.tv@example.org].")]),
    RuleDescription(
      Rule.url.rawValue, "An address of the web.",
      examples: [Example("(see https://example.org/a?b=1).", "(see [url: https://example.org/a?b=1]).")]),
    RuleDescription(
      Rule.phone.rawValue, "A telephone number: with a plus sign, a leading zero or a word such as `Tel`.",
      examples: [
        Example("Tel: (024) 0555 0101", "Tel: [phone: (024) 0555 0101]"),
        Example("ĐT: 0236.0555.102", "ĐT: [phone: 0236.0555.102]"), .untouched("0.5 to 12.25"),
      ]),
  ]
}
