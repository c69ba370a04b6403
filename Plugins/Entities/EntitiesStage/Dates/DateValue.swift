/// A date as far as it is stated: year, year and month, or all three.
///
/// Parts that are not stated are 0.
struct DateValue: Equatable, Sendable {
  var year = 0
  var month = 0
  var day = 0

  /// As ISO 8601; `nil` without a year, or for a day that does not exist.
  var iso: String? {
    guard (1900...2099).contains(year) else { return nil }
    guard month > 0 else { return "\(year)" }
    guard month <= 12 else { return nil }
    let head = "\(year)-" + Self.twoDigits(month)
    guard day > 0 else { return head }
    guard day <= Self.length(of: month, in: year) else { return nil }
    return head + "-" + Self.twoDigits(day)
  }

  private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}
