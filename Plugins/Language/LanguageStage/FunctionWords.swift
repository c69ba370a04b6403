/// Frequent words of the languages that are told apart, all in lower case and at most eight letters of ASCII.
///
/// Written for this project from general knowledge of the languages.
enum FunctionWords {
  static let lists: [(class: WordClass, words: String)] = [
    (
      .englishFunction,
      """
      of and is for that with was are by from this have has had which were their they been its will would there these
      about also into more other who what when where how our your his her she you we not or as if but such than
      after before between during under over through against because while although however each both most some many
      only could should may might must being does did very just between since until among within without per upon
      those them us up out all any one two three first second year years new people said says say made make work
      working workers worker children women support project projects government national international development
      district province country health social training report meeting including due held well own same help
      it's don't government local community communes rights group groups members world time city state public
      """
    ),
    (.englishFunctionOrSyllable, "the to in on at be it my him then than me he"),
    (.sharedFunction, "an no so do can man hat long song hang ban sang bay hay them ten la de"),
    (
      .vietnameseASCII,
      """
      trong cho theo khi qua hay ra sau tham gia nhau sang quan nhanh thay mang trung tin tham nay chia tranh lao
      quy kinh danh nhanh tay xa cao giao chung chi quanh sinh thanh nam
      """
    ),
    (
      .plainVietnameseFunction,
      """
      cua va cac nhung duoc khong nguoi mot voi nhu den nay nhieu viec cung tren la lam dung phai
      nuoc hoi dong cong doi phat trien chinh phu nhan dan nghiep bao hiem ho tro chuong trinh du hoat thuc hien
      truong tinh huyen thi thanh pho phuong uy uong dang hoc dia vung kinh te xuat khau nghi thong bo ve
      giam doc chu tich thuong biet tai vao ngay thang gio tu dau noi hon rang vi neu thi se da roi chua van
      deu moi tung khac truoc duoi giua cung ngoai dieu quyet dinh so yeu cau giai phap kha nang hang
      nghi quyet luat khoan nghin trieu ty dong moi gioi phu nu tre em gia dinh suc khoe benh vien
      hop tac phong chong ket qua nhom loi ich quyen tham quoc
      """
    ),
    (
      .otherFunction,
      """
      le les des est une pour dans qui sur avec pas sont cette aux ses ces nous vous mais leur ont ete
      el los las una por para como pero sus este esta entre cuando muy sin sobre tambien desde donde
      der die das und ist nicht mit ein eine auf den dem von zu sich auch wird nach bei einer aus wie oder
      het een van voor niet zijn dat ook werd naar maar
      yang dan untuk dengan dari pada ini itu tidak dalam akan adalah oleh juga telah
      il che della per sono gli nella dei alla
      os uma nao com mais dos foi
      """
    ),
    (.otherFunctionOrSyllable, "du un que con en di se ne te si tu nu ma di lo"),
  ]
}
