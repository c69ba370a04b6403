/// Words that often begin a sentence and seldom a name, written with their capital.
enum Starters {
  static func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    table.find(bytes, start, end) != nil
  }

  private static let table: PackedWords<Void> = {
    var table = PackedWords<Void>()
    for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) { table.add(word, ()) }
    return table
  }()

  private static let words = """
    The This That These Those It Its He She They We You I In On At For But And Or However When While After Before If As
    There A An His Her Their Our My Your Some Many Most All Both Each Since During To From With Without By Although
    Because Despite Moreover Thus Then So Yet Not What Who Why How Where Which Only Also Even Here Every Nobody Nothing
    Under Over Among Between Until Today Later Now Last Next Other Another More Such Once Still Please
    Các Những Trong Theo Tuy Đây Đó Ông Bà Anh Chị Em Cô Tại Khi Sau Nếu Vì Do Để Với Từ Đến Về Và Nhưng Hiện Ngoài Bên
    Cùng Đồng Việc Một Hai Mỗi Mọi Cả Chúng Tôi Họ Nó Người Sáng Chiều Tối Hôm Ngày Trước Qua Bởi Dù Mặc Cuối Đặc Riêng
    Như Có Không Được Đã Sẽ Cần Phải Thực Trên Dưới Thế Vậy Còn Nhiều Đối Xin Đề Kết Tổng
    Cac Nhung Ong Tai Neu De Tu Den Ve Va Nhieu Voi Nguoi Chung Toi Ho Khong Duoc Da
    """
}
