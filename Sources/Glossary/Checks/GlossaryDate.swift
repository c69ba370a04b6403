/// A date of the glossary: year, year and month, or a day.
struct GlossaryDate {
  let year: Int
  let month: Int?
  let day: Int?

  /// `nil` if the text is no date of the calendar.
  init?(_ text: String) {
    let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for (part, width) in zip(parts, widths) {
      guard part.count == width, part.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(Substring(part))
      else { return nil }
      numbers.append(number)
    }
    year = numbers[0]
    month = numbers.count > 1 ? numbers[1] : nil
    day = numbers.count > 2 ? numbers[2] : nil
    guard year > 0, (1...12).contains(month ?? 1), (1...Self.days(year, month ?? 1)).contains(day ?? 1) else {
      return nil
    }
  }

  /// The first day it may stand for, as a number that can be compared.
  var first: Int { year * 10000 + (month ?? 1) * 100 + (day ?? 1) }
  /// The last day it may stand for.
  var last: Int { year * 10000 + (month ?? 12) * 100 + (day ?? 31) }

  private static func days(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
