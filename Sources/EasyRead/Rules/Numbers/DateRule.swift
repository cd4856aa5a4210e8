import Linguistics

/// Dates in full, where they can be read in one way.
enum DateRule {
  static func changes(_ reading: Reading) -> [WordChange] {
    var changes: [WordChange] = []
    for index in reading.words.indices where reading.isOpenForWords(index) {
      if reading.isDigits(index) {
        if let change = numeric(reading, index) ?? ordinal(reading, index) { changes.append(change) }
      } else if reading.isCapitalised(index), reading.words[index].range.count <= 5 {
        if let change = month(reading, index) { changes.append(change) }
      }
    }
    return changes
  }

  /// Dates that can be read in two ways: 03/04/2025.
  static func ambiguous(_ reading: Reading) -> [Int] {
    reading.words.indices.filter { index in
      guard reading.isDigits(index), let parts = numbers(reading.text(index), "/") else { return false }
      return parts.count == 3 && parts[2] > 31 && (1...12).contains(parts[0]) && (1...12).contains(parts[1])
        && parts[0] != parts[1]
    }
  }

  /// `25/12/2020`, `2020-12-25`.
  private static func numeric(_ reading: Reading, _ index: Int) -> WordChange? {
    let text = reading.text(index)
    var date: (day: Int, month: Int, year: Int)?
    if let parts = numbers(text, "/"), parts.count == 3, parts[2] > 1000 {
      if parts[0] > 12 || parts[0] == parts[1] { date = (parts[0], parts[1], parts[2]) }
      if parts[1] > 12 { date = (parts[1], parts[0], parts[2]) }
    } else if let parts = numbers(text, "-"), parts.count == 3, parts[0] > 1000, text.utf8.count == 10 {
      date = (parts[2], parts[1], parts[0])
    }
    guard let date, (1...31).contains(date.day), (1...12).contains(date.month),
      (1000...2999).contains(date.year)
    else { return nil }
    return WordChange(
      rule: .date, editClass: .a, range: reading.words[index].range,
      replacement: "\(date.day) \(months[date.month - 1]) \(date.year)", evidence: "a date in digits",
      isDeclared: true)
  }

  private static func numbers(_ text: String, _ separator: Character) -> [Int]? {
    guard text.utf8.count >= 8, text.utf8.count <= 10, text.contains(separator) else { return nil }
    let parts = text.split(separator: separator)
    let values = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    return values.count == parts.count ? values : nil
  }

  /// `4th June` is `4 June`.
  private static func ordinal(_ reading: Reading, _ index: Int) -> WordChange? {
    let lower = reading.lower(index)
    let digits = lower.prefix { ("0"..."9").contains($0) }
    guard !digits.isEmpty, digits.count <= 2,
      ["st", "nd", "rd", "th"].contains(String(lower.dropFirst(digits.count))),
      let day = Int(digits), (1...31).contains(day)
    else { return nil }
    var next = index + 1
    if reading.lower(next) == "of" { next += 1 }
    // "the 4th of June" would be "the 4 June".
    guard next == index + 1, months.contains(reading.text(next)), reading.lower(index - 1) != "the" else {
      return nil
    }
    return WordChange(
      rule: .date, editClass: .a, range: reading.words[index].range, replacement: String(day),
      evidence: "a date with an ordinal", isDeclared: true)
  }

  /// `4 Sept 2020` is `4 September 2020`.
  private static func month(_ reading: Reading, _ index: Int) -> WordChange? {
    let text = reading.text(index)
    let short = text.hasSuffix(".") ? String(text.dropLast()) : text
    guard let name = shortMonths[short] else { return nil }
    func isDay(_ index: Int) -> Bool {
      let text = reading.lower(index).prefix { ("0"..."9").contains($0) }
      return !text.isEmpty && text.count <= 2 && (1...31).contains(Int(text) ?? 0)
    }
    func isYear(_ index: Int) -> Bool {
      let text = reading.text(index)
      return text.utf8.count == 4 && (1000...2999).contains(Int(text) ?? 0)
    }
    guard isDay(index - 1) || (isDay(index + 1) && isYear(index + 3)) || isYear(index + 1) else { return nil }
    return WordChange(
      rule: .date, editClass: .a, range: reading.words[index].range, replacement: name,
      evidence: "a month, written out")
  }

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]
  private static let shortMonths: [String: String] = [
    "Jan": "January", "Feb": "February", "Apr": "April", "Jun": "June", "Jul": "July", "Aug": "August",
    "Sep": "September", "Sept": "September", "Oct": "October", "Nov": "November", "Dec": "December",
  ]
}
