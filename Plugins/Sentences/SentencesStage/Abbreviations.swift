/// Abbreviations that are written with a full stop, and whether a sentence can end with them.
///
/// Compiled for this project from lists of abbreviations in Vietnamese and English reports.
enum Abbreviations {
  /// What the full stop behind an abbreviation can be.
  enum Behaviour: Sendable {
    /// A name or number follows; no sentence ends here.
    case never
    /// Part of the abbreviation if a number follows, else an ordinary full stop: “No. 5”, “no.”
    case beforeNumber
    /// Ends the sentence if a capital follows: “etc.”, “km.”
    case capital
    /// Ends the sentence if a word follows that often begins one: “Ltd.”, “U.S.”
    case starter
  }

  struct Entry: Sendable {
    let behaviour: Behaviour
    let language: Languages
  }

  /// Looks an abbreviation up, without its last full stop.
  static func find(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, in languages: Languages
  ) -> Behaviour? {
    guard let entries = table.find(bytes, start, end) else { return nil }
    return entries.first { !$0.language.isDisjoint(with: languages) }?.behaviour
  }

  private static let table: PackedWords<[Entry]> = {
    var entries: [String: [Entry]] = [:]
    for (behaviour, language, words) in lists {
      for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        entries[String(word), default: []].append(Entry(behaviour: behaviour, language: language))
      }
    }
    var table = PackedWords<[Entry]>()
    for (word, found) in entries { table.add(word, found) }
    return table
  }()

  private static let lists: [(Behaviour, Languages, String)] = [
    (
      .never, .vietnamese,
      """
      TP Tp T.P TX Tx TT Tt ĐL QL TL KP Kp KV TDP Th SN GS PGS TS TSKH ThS Ths Th.S CN KS KTS BS Bs Bsĩ BSCKI BSCKII CKI
      CKII DS YS ĐD LS LG VS NB NSND NSƯT LM MS HT ĐĐ NS TM KT TUQ P.GĐ PGĐ GĐ PCT TGĐ Sđd sđd tlđd Nxb NXB ĐT Đt
      SĐT DĐ đc Đc MST ĐKKD NĐ QĐ CV Đ/c đ/c Cty Tel Fax Email
      """
    ),
    (.beforeNumber, .vietnamese, "tr Tr q ch h b s t x k Số số STT"),
    (.capital, .vietnamese, "v.v vv tr.đ đ VND VNĐ USD EUR ha kg km m m2 m3 cm SCN nt"),
    (
      .never, .english,
      """
      Mr Mrs Ms Messrs Mme Mx Dr Prof Assoc Asst Hon Rev Fr Ven Gen Col Lt Maj Capt Sgt Gov Sen Rep Pres Amb H.E e.g eg
      i.e ie viz cf vs ca approx Approx incl excl resp Pte Pty Intl Int'l Nat'l Dist Prov Vill Mt P.O Attn attn N.B
      Tel tel Ext ext
      """
    ),
    (
      .beforeNumber, .english,
      """
      No Nos no nos p pp para paras art Art arts Arts sect Sect Sec sec ch Ch chap Chap vol Vol vols Vols iss fig Fig figs
      Figs tab Tab tbl app App Ann ed eds Eds edn est max min avg cl Cl c
      """
    ),
    (
      .capital, .english,
      "etc al ibid a.m p.m am pm yr yrs hrs hr ft lb kg km ha mn bn n.d n.p A.D B.C Ph.D M.A M.Sc B.A B.Sc M.D M.P.H"
    ),
    (
      .starter, .english,
      """
      Sr Jr St Esq Dep Dir Min Ltd Co Corp Inc Bros LLC Ave Rd Blvd Str Sq Ln Bldg U.S U.S.A U.K U.N E.U D.C R.O.K
      Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun Univ Inst Dept Govt Comm
      """
    ),
  ]
}
