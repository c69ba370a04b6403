import StageKit
import Testing

@testable import CleanupStage

@Suite("Clean text stays untouched")
struct CleanTextTests {
  static let english = [
    "The rate fell from 3.5% to 2.75% between 1 January and 31 March; it is now 2.5 (or 2,5 in some tables).",
    "Prices rose to 1 000 000 VND, 1.000.000 đồng, $1,250.50 and £3m; the ratio is 1 : 3.",
    "See https://example.org/a,b/c.html?x=1&y=2#part (or http://www.example.vn/tin-tuc/,2016) for details.",
    "Write to nguyen.van-a@example.org.vn or info@un-example.org, cc: a_b@c.io.",
    "He works for the U.N., the U.S. and the E.U.; Dr. Lee, Mr. Ha and Ms. Linh (Ph.D.) agreed, e.g. on Art. 5, i.e. rights.",
    "“Wait … what?” she asked. “I don't … know...” The end.",
    "They waited . . . and waited . . . until noon.",
    "A well-known, long-term, co-financed, on-the-job programme in the south-west.",
    "The organisation's onboarding of inpatients and outpatients was reorganised, organised and programmed anew.",
    "Onscreen subtitles, offsite storage, byproducts, forecourts, thereabouts, heretofore and fortnightly meetings.",
    "The formatters, toolkits, infills and onlookers were instated; the insourcing took place in an offshore forum.",
    "Theatre, fibre, colour, neighbour, behaviour, travelling, counsellors, catalogue, defence, offences, licence, cheque.",
    "Their foreach loop calls tostring and toupper; the whitepaper covers blockchain, fintech and agritech.",
    "for (int i = 0; i < n; i++) { if (a [i] == ' ,') return f( x , y ); }",
    "SELECT name, place FROM t WHERE id IN (1,2,,3);",
    "a, b, c = f(x, y)  # comment",
    "var x = y ? 1 : 2;  // two spaces before a comment",
    "The file notes.txt, the folder .git, the framework .NET and the domain .vn are named here.",
    "Options are -v, --verbose and -o FILE; press Ctrl + C, then wait.",
    "See you soon :-) ;) :( :D and <3 !-) or (^_^) :)",
    "(a) first, (b) second, [c] third, {d} fourth; a) one b) two",
    "Ratio 3 / 4, 5 x 6, 7 – 8, 9 — 10, ± 5 °C, 20 °C, 30 %, § 5, № 7, 5′ 6″.",
    "Tel.: +84 (0) 24 3 123 4567, ext. 12; fax: (84-4) 3.942.5900",
    "The 5th, 22nd and 23rd; in the 1990s; at 9:00 a.m. – 10:30 p.m.; 15/12/2016; 2016-12-15; Q3/2020.",
    "He said, “It is ‘fine’.” (She had said so, too.) [Laughter.]",
    "Rock 'n' roll, '68, the workers' rights, women’s and girls’ clubs, o'clock, d'être",
    "MOLISA, HAUFO, M-Net, CSO(s), NGO/INGO, and/or, he/she, AT&T, R&D, C++, C#, F#",
    "Mr Nguyen Van Tran; Ms Tothanh; Prof. Inthavong; Forthman & Sons; Onofre; Withers; Andthewin",
    "Hanoi, Hochiminh, Danang, vietnam, hanoi and hochiminh in small letters, such as intheory, forhanoi or ofvietnam",
    "Total: 12,345.67 ± 0.5 (n = 1,234; p < .05; r = .75)",
    "x = 5",
    "Yes! No? Really?! What…?",
    "1. First point.\n2. Second point.\n   2.1. Sub-point\n      - deeper\n* star\n• bullet\n– dash",
    "Name\tPlace\tDate\nLan\tHuế\t5/6\nMinh\tVinh\t7/8",
    "| Name  | Place |\n|-------|-------|\n| Lan   | Huế   |",
    "+------+------+\n|  a   |  b   |\n+------+------+",
    "Chapter 1 ........ 5\nChapter 2 ........ 17",
    "    indented code = 1\n    more  = 2",
    "Province     Women   Men\nHa Noi         120    98\nHue             15     7",
    "Dear Ms Lan,\n\nThank you for the report.\n\nYours sincerely,\n\nNguyen Van Minh",
    "To be, or not to be,\nthat is the question:\nwhether it is nobler",
    "ISBN 978-3-16-148410-0, DOI 10.1000/xyz123, CAS 50-00-0",
    "\"Quoted\", 'single', ‘curly’, «guillemets», „low“",
    "pre- and post-natal care, two- or three-year plans, the non-\n government sector",
    "C:\\Users\\lan\\report.docx and /usr/share/doc/readme.txt, ~/notes, ./run.sh",
    "#hashtag @user RT: 50% off!!! ***",
    "H₂O, CO₂, m², km²/h, 10⁻³, ½ cup, µg, Ω",
    "e = mc², f(x) = ax + b, {1, 2, 3}, (0, 1], |x| < 1",
    "日本語のテキスト、全角　スペース。한국어 텍스트.",
    "Ελληνικά, русский язык, עברית \u{200F}(שלום)\u{200F}, العربية",
    "👩\u{200D}👩\u{200D}👧 family, 🏳️\u{200D}🌈 flag, 🇻🇳 Việt Nam",
  ]

  static let vietnamese = [
    "TP. Hồ Chí Minh, TX. Sơn Tây, Q. 1, P. Bến Nghé, ThS. Lan, PGS.TS. Minh, GS.TSKH. Hà, v.v.",
    "Số: 123/2016/QĐ-TTg, ngày 15/12/2016; Nghị định số 93/2009/NĐ-CP; điểm a, khoản 2, Điều 5.",
    "Kính gửi : Ủy ban nhân dân thành phố Hà Nội",
    "Hỏi: Bao giờ? Đáp: Ngày mai!",
    "Giá 1.000.000 đ/kg, tăng 3,5% so với 2015 (từ 2,1 lên 5,6 triệu đồng).",
    "Chị Nguyễn Thị Hoà, anh Lê Văn Thuỷ và bà Đặng Thuỳ Trâm ở Đắk Lắk, Pleiku, Buôn Ma Thuột, Kon Tum.",
    "Uống càphê, đi xe buýt, nghe nhạc pốp, xem tivi, ăn bít tết, mặc áo pun, vào quán karaôkê, chơi ghita.",
    "Nhà máy bôxít, ximăng, ôxy, axít, hyđrô, prôtêin, vitamin, mét khối, kilôgam, ampe, vôn, lôgíc.",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------",
    "Nơi nhận:\n- Như Điều 3;\n- Lưu: VT, VP.",
    "Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;\n\nTheo đề nghị của Bộ trưởng Bộ Lao động - Thương binh và Xã hội,\n\nQUYẾT ĐỊNH:",
    "Hà Nội\n\nHà Nội\n\nHuế\n\nHuế",
    "Việt Nam - Lào - Campuchia; Bru - Vân Kiều; 2020 - 2025",
    "Ông nói: \"Tôi đồng ý.\" Bà hỏi: \"Thật không?\"",
    "Nha khoa ( xem trang 5 ) và nhãn khoa",
    "hoà, hòa, quý, quí, thuý, thúy, kỹ, kĩ, lý, lí, tuỳ, tùy",
    "nguyễn, nghiêng, ngoằn ngoèo, khuỷu, nguệch ngoạc, thuở, quốc, giếng, gìn",
    "Cong hoa xa hoi chu nghia Viet Nam, thanh pho Ho Chi Minh, khong dau",
    "www.molisa.gov.vn, e-mail: lienhe@hanoi.gov.vn; ĐT: 024.3825.1234 – 0912 345 678",
  ]

  static let other = [
    "Il a dit : « Venez-vous ? » Oui ! Non ; peut-être : on verra.",
    "Une mesure inacceptable pour les enfants ; quelle honte !",
    "Die Informationen über Forschung und Entwicklung finden Sie im Anhang, S. 5 ff.",
    "El niño preguntó: ¿dónde está? ¡Aquí!",
    "M. Dupont : 1\u{A0}000\u{202F}000 €",
  ]

  @Test("a line of clean text gives no edit", arguments: english + vietnamese + other)
  func untouched(text: String) throws {
    let result = try cleanUp(text)
    #expect(result.edits == [])
    #expect(result.findings == [])
  }

  @Test("clean paragraphs together give no edit")
  func together() throws {
    let text = (Self.english + Self.vietnamese + Self.other).joined(separator: "\n\n") + "\n"
    let result = try cleanUp(text)
    #expect(result.edits == [])
  }
}
