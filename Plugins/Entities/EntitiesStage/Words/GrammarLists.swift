/// The words of each class.
///
/// Separated by one space; `_` holds a place in a numbered list.
enum GrammarLists {
  enum Cases { case any, asWritten, capital }

  struct List {
    let classes: GrammarWords
    let cases: Cases
    let isNumbered: Bool
    let words: String

    init(_ classes: GrammarWords, _ words: String, _ cases: Cases = .any, isNumbered: Bool = false) {
      self.classes = classes
      self.words = words
      self.cases = cases
      self.isNumbered = isNumbered
    }
  }

  static let lists: [List] = dates + english + vietnamese

  private static let dates: [List] = [
    List(
      .enMonth, "January February _ April _ June July August September October November December", .capital,
      isNumbered: true),
    List(.enMonth, "Jan Feb _ Apr _ Jun Jul Aug Sep Oct Nov Dec", .capital, isNumbered: true),
    List([.enMonth, .weakMonth], "_ _ March _ May", .capital, isNumbered: true),
    List([.enMonth, .weakMonth], "_ _ Mar _ _ _ _ _ Sept", .capital, isNumbered: true),
    List(
      .viNumber, "một hai ba tư năm sáu bảy tám chín mười Giêng Chạp", .any, isNumbered: true),
    List([.day, .dateCue, .function], "ngày"),
    List([.month, .function], "tháng"),
    List([.year, .yearCue, .function], "năm"),
    List([.day, .plainSign], "ngay"),
    List([.month, .plainSign], "thang"),
    List([.year, .plainSign, .yearCue], "nam"),
    List(.quarter, "quý Quý quarter quy", .asWritten),
    List([.through, .function], "to đến tới until till through den"),
    List(
      [.dateCue, .function],
      "on before by until since after from sáng chiều tối đêm trưa khuya hôm trước sau đến hết từ tới kể truoc sang"),
    List(
      .yearCue,
      "in since until during before after from to by between year years of early late mid and summer spring autumn winter "
        + "giai đoạn khóa nhiệm kỳ mùa đến tới trước sau từ và vụ khoá"),
    List(.ordinal, "st nd rd th", .asWritten),
    List(
      .weekday,
      "Monday Tuesday Wednesday Thursday Friday Saturday Sunday", .asWritten),
    List(
      .measure,
      "people persons households women men girls children workers million billion thousand dong usd vnd eur aud "
        + "đồng triệu tỷ tỉ nghìn ngàn người hộ suất cuốn chiếc con m km ha kg tấn lượt phụ trẻ em ca bản thùng "
        + "copies km2 litres tonnes families cases pupils students members hours units bags kilometres metres seats "
        + "US USD VND EUR AUD GBP $ € £"),
    List(
      .numbering,
      "no nos số number article decree resolution circular decision section chapter page trang điều khoản mục luật "
        + "letter ref version item km tel fax phone mobile room table figure annex phụ quyển lô"),
  ]

  private static let english: [List] = [
    List([.article, .function, .joint, .englishSign], "the"),
    List([.article, .function], "a an", .asWritten),
    List([.of, .joint, .function, .englishSign], "of"),
    List([.joint, .function, .englishSign], "for on against with to"),
    List([.joint, .function, .locative, .englishSign], "in"),
    List([.and, .joint, .function, .englishSign], "and"),
    List([.locative, .function, .englishSign], "at from near around outside across inside towards throughout"),
    List([.locative, .function], "to", .asWritten),
    List(
      [.function, .englishSign],
      "this that these those it its he she they we you i his her their our my your who which what when where why how "
        + "is are was were be been has have had will would can could should may might must do does did not as by or but if "
        + "than then there here also after before during since until while about into over under between through because "
        + "although though however all both each every many more most other some such no nor so only very"),
    List(
      .function,
      "one two three four five six seven eight nine ten first second third last next new old today yesterday now still "
        + "yet once again another any few several among along according following speaking attending together please "
        + "note dear hi hello thanks thank yes even just let see read more home about contact us page photo text source "
        + "let's don't it's i'm we're whether once upon despite without within like unlike per via"),
    List(
      .units,
      "districts provinces communes wards villages cities towns townships hamlets counties islands streets rivers "
        + "regions states municipalities airports governorates"),
    List(.roman, "II III IV VI VII VIII IX XI XII I V X", .asWritten),
    List(
      [.saying],
      "said says told asked added explained recalled noted stressed wrote replied says joked smiled laughed nói kể bảo "
        + "hỏi đáp cho nhấn phát chia nêu"),
  ]

  private static let vietnamese: [List] = [
    List([.and, .viJoint, .function], "và"),
    List([.viJoint, .function], "cho vì trong với về"),
    List([.viJoint, .function, .plural], "các"),
    List([.viJoint], "của"),
    List([.plural, .function], "những hai ba bốn sáu bảy tám chín mười nhiều mấy"),
    List([.plural], "hai ba bon cac nhung"),
    List([.locative, .function], "ở tại từ đến về tới qua sang ra vào lên xuống quanh gần khắp quê"),
    List(.locative, "o tai tu den ve toi", .asWritten),
    List(
      .function,
      "của là có được bị đã đang sẽ không chưa chỉ cũng còn này đó kia ấy khi nếu nhưng mà thì do bởi để theo trên dưới "
        + "ngoài giữa cùng nhau như hơn rất quá lại nên vẫn đều mỗi từng một mọi cả trước sau hiện nay hôm đây sáng chiều "
        + "tối đêm xin hãy đừng phải cần muốn biết riêng ngược hồi lúc vừa mới nhờ nhằm qua bên phía cạnh mẻ mùa kết "
        + "lần thứ gồm căn xét đề kính gửi nhận dự tuy vậy vì sao ai gì nào đâu bao việc cuộc điều"),
    List(
      .plainSign,
      "cua cac cho trong duoc khong nguoi nhung mot voi va nay nhu khi theo tren da se chi em anh lam di roi "
        + "bao cung chua vao ra gui viec nhieu hon neu tai tinh huyen xa"),
    List(.bareUnit, "tỉnh huyện xã phường quận tinh huyen phuong quan TP"),
    List(.genericUnit, "vùng miền nước"),
    List(.personMiddle, "Thị Văn Thi Van THỊ VĂN Thị", .asWritten),
    List(.numberedUnit, "quận phường khóm ấp thôn phố lộ quan phuong Quận Phường QL TL khu số tổ"),
  ]
}
