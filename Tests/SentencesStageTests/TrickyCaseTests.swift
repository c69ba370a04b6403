import StageKit
import TestSupport
import Testing

@testable import SentencesStage

struct TrickyCaseTests {
  /// One paragraph each; `|` stands where a sentence ends and is followed by another.
  static let cases = [
    // Vietnamese titles, places and papers
    "TP. Hồ Chí Minh có 22 quận.| Đó là thành phố lớn.",
    "Ông Trần Văn B., TP. Huế, đã về.",
    "PGS.TS. Nguyễn Thị Lan phát biểu.| Sau đó có phần hỏi đáp.",
    "GS. TS. Phạm Minh và ThS. Lê Hoa cùng đến.",
    "BS. Hà khám cho 40 người.| BS. Tú tư vấn.",
    "Gửi ThS. Lò Văn Inh.| Thưa chị,",
    "Nhà ở P. Bến Nghé, Q. 1, TP. HCM.",
    "Xem Q.1 và P.2 trên bản đồ.| Sau đó đi bộ.",
    "Theo NĐ. 45 thì được.| QĐ. 12 thì không.",
    "KT. CHỦ TỊCH",
    "Sách của Nxb. Trẻ in năm 2016.| Giá 50.000 đ.| Còn hàng.",
    "Trang 5 (tr. 12) ghi rõ.| Xin xem lại.",
    "Có gạo, muối, mì tôm, v.v.| Các hộ đã nhận.",
    "Có gạo, muối, v.v. và mì tôm.",
    "Đường dài 12 km.| Xe chạy chậm.",
    "Diện tích là 5 ha. 12 hộ đang ở đó.",
    "Năm 2016 có 12 xã.| 34 thôn bị ngập.",
    "Lũ đến năm 2016.| 12 người chết.",
    "Số tiền là 1.234.567 đồng.| Tiền đã phát.",
    "Tăng 3.5 lần.| Giảm 2,4 %.",
    "Ngày 1.1.2016 bắt đầu.| Ngày 31.12.2016 kết thúc.",
    "Họ đi mãi…| Trời đã tối.",
    "Họ đi mãi… rồi về.",
    "Họ bán rau, cá, thịt...| Người mua rất đông.",
    "“Tôi không biết.”| Chị nói vậy.",
    "“Sao lại thế?” chị hỏi.| Không ai đáp.",
    "Chị nói: “Tôi đi đây.”| Rồi chị đi.",
    "(Ảnh: Báo Lao Động.)| Người dân chờ nước.",
    "Ông Nguyễn Văn A. là nạn nhân.",
    "Bà H. kể lại chuyện cũ.| Bà khóc.",
    "Chị Trần Thị K. Nguyễn ở Huế.",
    "Em học lớp 5.| Em thích học.",
    "1. Gạo cho 20 hộ.| Mỗi hộ 10 kg.",
    "a. Gạo cho 20 hộ.| Mỗi hộ 10 kg.",
    "II. Kết quả thực hiện",
    "2.1. Kết quả thực hiện.| Tốt.",
    "Điểm a. khoản 2 nói rõ.",
    "Xem tại www.light.org.vn.| Hoặc gọi 1800 1567.",
    "Gửi thư về a.b@light.org.vn.| Xin cảm ơn!| Chào chị.",
    "Đúng không?| Đúng!| Tốt lắm!!!",
    "Thật sao?!| Không thể tin.",
    "Hội LHPN xã, UBND xã, HĐND xã.| Theo kế hoạch thì đủ.",
    "ĐT. 024 3826 1234",
    "Công ty Cty. Minh Anh và DN. khác.",
    "Xin chào.| Tên tôi là Đ.| Tôi ở Huế.",
    // English
    "Mr. and Mrs. Lee came.| They left.",
    "Dr. Smith met Prof. J. F. Kennedy in Washington.",
    "J. F. Kennedy was shot.| He died.",
    "The U.S. Government paid.| It was late.",
    "He lives in the U.S.| He likes it.",
    "The meeting is at 5 p.m. in room 2.",
    "The meeting is at 5 p.m.| Bring a pen.",
    "See No. 5 and Nos. 7 to 9.| Then stop.",
    "She said no.| He said yes.",
    "Art. 5 and Art. II apply.| Others do not.",
    "She studied art.| Then law.",
    "e.g. rice, i.e. food, was sent.",
    "Use rice, e.g. Thai rice.| Or beans.",
    "Red vs. White was the final.",
    "They sent rice, beans, etc.| The people were glad.",
    "They sent rice, beans, etc. to the people.",
    "Nguyen et al. (2010) say so.| We agree.",
    "Nike Inc. and Coca-Cola Co. Ltd. paid.",
    "It was paid by Acme Ltd.| The rest came late.",
    "St. Paul is in Minnesota.| St. Louis is not.",
    "He turned into Main St.| It was dark.",
    "It rose by 3.5 per cent.| Then it fell.",
    "On Jan. 5 we met.| On Feb. 7 we parted.",
    "It ended in 2016.| 12 workers died.",
    "They were happy ... for a while.",
    "They were happy ...| Nobody knew why.",
    "“I saw it.”| “So did I.”",
    "\"I saw it,\" he said.| \"So did I.\"",
    "He said (twice!) that it works.",
    "Is it?| Yes, it is!| Good.",
    "What?!| Nobody told me.",
    "The end.[12]| Next part.",
    "He left (see p. 5).| She stayed.",
    "He met Ph.D. students.",
    "Version 2.0 is out.| Version 3.0 is not.",
    "Write to the P.O. Box 12.",
    "1) First.| Second.",
    "Vitamin C.| It helps.",
    "The plan - approved in Sept. 2016 - failed.",
    "The promotion of social protection .| It works.",
    "It stopped .5 metres away.",
    "A village chief, Lt. Col. Lam, came.",
    "– He came.| – She left.",
    "Wait... what?",
    "Approx. 30 people came.| About 20 left.",
    "Fig. 3 shows it.| Tab. 4 does not.",
    "Thanks. :-) Bye",
    "The date is 5. 6. 2016.",
    // Other scripts
    "村里的妇女来了。|她们走了。|",
    "यह गाँव है।| वह शहर है।|",
  ]

  @Test(arguments: cases)
  func `tricky places are judged rightly`(marked: String) throws {
    let pieces = marked.split(separator: "|", omittingEmptySubsequences: true).map(String.init)
    let text = pieces.joined()
    let (document, found) = try sentences(text)
    #expect(found.map { document.text[$0.range] } == pieces.map { trimmed($0) })
  }

  private func trimmed(_ piece: String) -> String {
    String(piece.drop { $0 == " " })
  }
}
