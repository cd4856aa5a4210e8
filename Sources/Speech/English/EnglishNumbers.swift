/// Numbers as an English speaker says them, in British usage: `one hundred and five`.
enum EnglishNumbers {
  private static let small = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]
  private static let scales = [
    (1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand"),
  ]
  private static let irregularOrdinals = [
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
  ]

  /// `1,205` is `one thousand two hundred and five`.
  static func cardinal(_ number: Int) -> String {
    if number < 0 { return "minus " + cardinal(number.magnitude > Int.max ? Int.max : -number) }
    if number < 20 { return small[number] }
    if number < 100 {
      return number % 10 == 0 ? tens[number / 10] : "\(tens[number / 10])-\(small[number % 10])"
    }
    if number < 1_000 {
      let rest = number % 100
      return small[number / 100] + " hundred" + (rest == 0 ? "" : " and \(cardinal(rest))")
    }
    for (scale, name) in scales where number >= scale {
      let rest = number % scale
      let head = "\(cardinal(number / scale)) \(name)"
      if rest == 0 { return head }
      return head + (rest < 100 ? " and " : " ") + cardinal(rest)
    }
    return "\(number)"
  }

  /// `21` is `twenty-first`.
  static func ordinal(_ number: Int) -> String {
    let words = cardinal(number)
    let start = words.lastIndex { $0 == " " || $0 == "-" }.map { words.index(after: $0) } ?? words.startIndex
    let last = String(words[start...])
    if let irregular = irregularOrdinals[last] { return words[..<start] + irregular }
    return words[..<start] + (last.hasSuffix("y") ? "\(last.dropLast())ieth" : "\(last)th")
  }

  /// `1998` is `nineteen ninety-eight`, `2005` `two thousand and five`, `2024` `twenty twenty-four`.
  static func year(_ number: Int) -> String {
    let (century, rest) = (number / 100, number % 100)
    if number < 1_000 || number > 2_999 || (2_000...2_009).contains(number) || number % 1_000 == 0 {
      return cardinal(number)
    }
    if rest == 0 { return "\(cardinal(century)) hundred" }
    return cardinal(century) + (rest < 10 ? " oh \(cardinal(rest))" : " \(cardinal(rest))")
  }

  /// Digit by digit: `020` is `zero two zero`.
  static func digits(_ text: Substring) -> String {
    text.compactMap(\.wholeNumberValue).map { small[$0] }.joined(separator: " ")
  }

  /// A number in digits, with or without separators of thousands and a decimal point; nil when it is none.
  ///
  /// A number that begins with a nought, or has more digits than anybody counts, is said digit by digit.
  static func number(_ text: Substring) -> String? {
    var text = text
    var sign = ""
    if let first = text.first, first == "-" || first == "\u{2212}", text.dropFirst().first?.isNumber == true {
      sign = "minus "
      text = text.dropFirst()
    } else if text.first == "+", text.dropFirst().first?.isNumber == true {
      sign = "plus "
      text = text.dropFirst()
    }
    guard text.first?.isASCIIDigit == true, text.last?.isASCIIDigit == true,
      text.allSatisfy({ $0.isASCIIDigit || $0 == "," || $0 == "." })
    else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count > 2 {
      // 1.2.3 is a version or a clause.
      let said = parts.compactMap { Int($0).map(cardinal) }
      return said.count == parts.count ? sign + said.joined(separator: " point ") : nil
    }
    let whole = parts[0]
    if whole.contains(",") {
      let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
      guard let first = groups.first, (1...3).contains(first.count),
        groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    guard !parts.dropFirst().contains(where: { $0.contains(",") }) else { return nil }
    let plain = whole.filter { $0 != "," }
    let isCounted =
      plain == "0" || (plain.first != "0" && plain.count <= 15 && (plain.count < 10 || whole.contains(",")))
    var words = isCounted ? Int(plain).map(cardinal) ?? digits(plain[...]) : digits(plain[...])
    if parts.count == 2 { words += " point \(digits(parts[1]))" }
    return sign + words
  }
}

extension Character {
  /// Whether it is one of 0 to 9.
  var isASCIIDigit: Bool { isASCII && isNumber }
}
