internal import CICU

/// Names of countries and regions in both languages, from ICU's CLDR data.
public enum Regions {
  /// The name of a region, such as `Đức` for `DE`; `nil` if the code has none.
  ///
  /// - Parameter regionCode: ISO 3166-1 alpha-2, in capitals, or a UN M.49 code such as `035` (Southeast Asia).
  public static func name(of regionCode: String, in locale: CollationLocale) -> String? {
    let isCode =
      (2...3).contains(regionCode.utf8.count)
      && regionCode.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
    guard isCode else { return nil }
    return received { cicu_region_name(locale.rawValue, regionCode, $0, $1) }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The ISO 3166-1 alpha-2 codes that have a name in both languages, sorted.
  public static let codes: [String] = {
    var codes: [String] = []
    guard let list = cicu_region_codes() else { return codes }
    var index = 0
    while let code = list[index] {
      let code = String(cString: code)
      if CollationLocale.allCases.allSatisfy({ name(of: code, in: $0) != nil }) { codes.append(code) }
      index += 1
    }
    return codes.sorted()
  }()
}
