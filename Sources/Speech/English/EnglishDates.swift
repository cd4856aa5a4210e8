/// Dates and times of day as an English speaker says them.
enum EnglishDates {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]
  private static let short = [
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11,
    "dec": 12,
  ]

  /// The number of a month by its name or its short form; `May` counts only in a date.
  static func month(_ word: Substring) -> Int? {
    if let index = months.firstIndex(where: { $0 == word }) { return index + 1 }
    guard word.first?.isUppercase == true else { return nil }
    return short[word.lowercased()]
  }

  /// `the twelfth of May twenty twenty-four`.
  static func date(day: Int, month: Int, year: Int?) -> String {
    "the \(EnglishNumbers.ordinal(day)) of \(months[month - 1])"
      + (year.map { " \(EnglishNumbers.year($0))" } ?? "")
  }

  /// A date in digits: `2024-05-12`, `12/05/2024`, `12.05.2024`. Where the order of day and month is not
  /// certain it is that of the variety of English.
  static func inDigits(_ word: Substring, monthFirst: Bool) -> String? {
    for separator in ["-", "/", "."] as [Character] {
      let parts = word.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }) else {
        continue
      }
      let numbers = parts.compactMap { Int($0) }
      guard numbers.count == 3 else { continue }
      if parts[0].count == 4, (1...12).contains(numbers[1]), (1...31).contains(numbers[2]) {
        return date(day: numbers[2], month: numbers[1], year: numbers[0])
      }
      guard parts[2].count == 4, parts[0].count <= 2, parts[1].count <= 2 else { continue }
      var (day, month) = monthFirst ? (numbers[1], numbers[0]) : (numbers[0], numbers[1])
      if month > 12 { (day, month) = (month, day) }
      if (1...12).contains(month), (1...31).contains(day) {
        return date(day: day, month: month, year: numbers[2])
      }
    }
    return nil
  }

  /// A time of day: `14:30`, `9:05`, `9.30am`; nil when it is none.
  static func time(_ word: Substring) -> String? {
    var word = word
    var half = ""
    for suffix in ["am", "pm"] where word.lowercased().hasSuffix(suffix) {
      half = suffix == "am" ? " a m" : " p m"
      word = word.dropLast(2)
    }
    let separator: Character = word.contains(":") ? ":" : "."
    let parts = word.split(separator: separator, omittingEmptySubsequences: false)
    guard let hour = parts.first.flatMap({ Int($0) }), parts[0].count <= 2,
      parts[0].allSatisfy(\.isASCIIDigit),
      (0...24).contains(hour)
    else { return nil }
    if parts.count == 1 { return half.isEmpty ? nil : EnglishNumbers.cardinal(hour) + half }
    guard parts.count == 2, parts[1].count == 2, let minute = Int(parts[1]), (0..<60).contains(minute),
      separator == ":" || !half.isEmpty
    else { return nil }
    let said = EnglishNumbers.cardinal(hour)
    if minute == 0 { return said + (half.isEmpty ? (hour > 12 ? " hundred" : " o'clock") : half) }
    return said + (minute < 10 ? " oh " : " ") + EnglishNumbers.cardinal(minute) + half
  }
}
