/// Numbers in words.
enum NumberWords {
  /// The value of one word, also of one with a hyphen (`twenty-five`); nil for what is no number.
  static func value(of word: String) -> Int? {
    if let value = units[word] ?? tens[word] ?? magnitudes[word] { return value }
    guard let hyphen = word.firstIndex(of: "-") else { return nil }
    guard let ten = tens[String(word[..<hyphen])],
      let unit = units[String(word[word.index(after: hyphen)...])],
      (1...9).contains(unit)
    else { return nil }
    return ten + unit
  }

  static let units: [String: Int] = [
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "one": 1,
  ]
  static let tens: [String: Int] = [
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
  ]
  static let magnitudes: [String: Int] = [
    "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000,
  ]

  /// The value of words in a row (`two hundred and fifty`), below a million; nil when they are no number
  /// that is said in one way.
  static func value(of words: [String]) -> Int? {
    var total = 0
    var group = 0
    var last = Int.max
    var wantsMore = false
    for word in words {
      if word == "and" {
        guard last == 100 || last == 1000 else { return nil }
        wantsMore = true
        continue
      }
      if word == "-" { continue }
      if let unit = units[word] {
        guard last == Int.max || last >= 100 || ((20...90).contains(last) && unit < 10) else { return nil }
        group += unit
        last = unit
      } else if let ten = tens[word] {
        guard last == Int.max || last >= 100 else { return nil }
        group += ten
        last = ten
      } else if word == "hundred" {
        guard (1...99).contains(group) else { return nil }
        group *= 100
        last = 100
      } else if word == "thousand" {
        guard (1...999).contains(group), total == 0 else { return nil }
        total = group * 1000
        group = 0
        last = 1000
      } else {
        return nil
      }
      wantsMore = false
    }
    return wantsMore ? nil : total + group
  }
}
