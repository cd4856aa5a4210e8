/// Words of print that begin with digits or a sign before digits, as English says them.
enum EnglishFigures {
  /// What to say for a word, or nil when it is no figure.
  ///
  /// - Parameter before: the word before it, which tells years from counts.
  static func figure(_ word: Substring, before: Substring?) -> String? {
    for (sign, said) in signs where word.first == sign {
      guard let rest = figure(word.dropFirst(), before: nil) else { return nil }
      return "\(said) \(rest)"
    }
    if let year = year(word, before: before) { return year }
    if let range = range(word, before: before) { return range }
    if let fraction = fraction(word) { return fraction }
    if let number = EnglishNumbers.number(word) { return number }
    if word.first == ".", let number = EnglishNumbers.number("0\(word)") { return number }
    return withSuffix(word)
  }

  private static let signs: [(Character, String)] = [
    ("~", "about"), ("≈", "about"), ("#", "number"), ("<", "less than"), (">", "more than"), ("≤", "at most"),
    ("≥", "at least"), ("±", "plus or minus"),
  ]

  /// Four digits are a year after a word that says so, and else where they look like one of our time.
  private static func year(_ word: Substring, before: Substring?) -> String? {
    guard word.count == 4, word.allSatisfy(\.isASCIIDigit), let number = Int(word) else { return nil }
    let isSaid = before.map { yearWords.contains($0.lowercased()) } ?? false
    let range = isSaid ? 1_000...2_099 : 1_800...2_099
    guard range.contains(number), isSaid || number % 100 != 0 else { return nil }
    return EnglishNumbers.year(number)
  }

  private static let yearWords: Set<String> = [
    "in", "since", "by", "from", "until", "till", "of", "to", "between", "and", "before", "after", "during",
    "circa",
    "©", "copyright", "year", "early", "late", "mid", "spring", "summer", "autumn", "winter", "act",
    "published",
  ]

  /// `10–20`, `1998-2003`, `3-5`.
  private static func range(_ word: Substring, before: Substring?) -> String? {
    for dash in ["\u{2013}", "-", "\u{2212}"] as [Character] {
      let parts = word.split(separator: dash, omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0].last?.isASCIIDigit == true || parts[0].last == "%",
        parts[1].first?.isASCIIDigit == true || parts[1].first == "£" || parts[1].first == "$"
      else { continue }
      let isYears = parts[0].count == 4 && year(parts[0], before: "in") != nil
      if isYears, parts[1].count == 2, let short = Int(parts[1]), let first = Int(parts[0]),
        first % 100 < short
      {
        // 2019–20 is a season or a financial year.
        return "\(EnglishNumbers.year(first)) to \(EnglishNumbers.cardinal(short))"
      }
      guard let first = figure(parts[0], before: isYears ? "in" : nil),
        let second = figure(parts[1], before: isYears ? "in" : nil)
      else { continue }
      // A hyphen between digits is a range only where the second is larger: 555-0123 is none.
      if dash == "-", let low = Double(parts[0]), let high = Double(parts[1]),
        high <= low || parts[1].first == "0"
      {
        return "\(EnglishNumbers.digits(parts[0])), \(EnglishNumbers.digits(parts[1]))"
      }
      return "\(first) to \(second)"
    }
    return nil
  }

  private static let fractions: [Substring: String] = [
    "1/2": "one half", "1/3": "one third", "2/3": "two thirds", "1/4": "one quarter", "3/4": "three quarters",
    "1/5": "one fifth", "1/8": "one eighth", "1/10": "one tenth", "24/7": "twenty-four seven",
  ]
  private static let signsOfFractions: [Character: String] = [
    "½": "a half", "¼": "a quarter", "¾": "three quarters", "⅓": "a third", "⅔": "two thirds",
    "⅛": "an eighth",
  ]

  private static func fraction(_ word: Substring) -> String? {
    if let words = fractions[word] { return words }
    if let last = word.last, let part = signsOfFractions[last] {
      guard let whole = EnglishNumbers.number(word.dropLast()) else { return nil }
      return "\(whole) and \(part)"
    }
    // Anything else with a stroke between whole numbers: 24/7, 2019/20.
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = Int(parts[0]), let second = Int(parts[1]), first >= 0, second >= 0
    else {
      return nil
    }
    if parts[0].count == 4, parts[1].count == 2 {
      return "\(EnglishNumbers.year(first)) to \(EnglishNumbers.cardinal(second))"
    }
    let stroke = first > second || parts[0].count > 2 ? "slash" : "out of"
    return "\(EnglishNumbers.cardinal(first)) \(stroke) \(EnglishNumbers.cardinal(second))"
  }

  /// A number with letters or a sign after it: `20%`, `1st`, `1990s`, `5km`, `3x`, `10⁶`, `A4` not.
  private static func withSuffix(_ word: Substring) -> String? {
    let head = word.prefix { $0.isASCIIDigit || $0 == "," || $0 == "." }
    let number = head.last == "." || head.last == "," ? head.dropLast() : head
    let suffix = word.dropFirst(number.count)
    guard !suffix.isEmpty, let words = EnglishNumbers.number(number) else { return nil }
    switch suffix {
    case "st", "nd", "rd", "th": return Int(number).map(EnglishNumbers.ordinal)
    case "s", "'s", "\u{2019}s":
      guard let year = Int(number), number.count == 4 || number.count == 2 else { return words + "s" }
      let said = number.count == 4 ? EnglishNumbers.year(year) : words
      return said.hasSuffix("y") ? "\(said.dropLast())ies" : said + "s"
    case "x", "×": return "\(words) times"
    case "+": return "\(words) or more"
    case "am", "pm": return "\(words) \(suffix == "am" ? "a m" : "p m")"
    default: break
    }
    if let unit = EnglishUnits.unit(suffix) { return "\(words) \(number == "1" ? unit.one : unit.many)" }
    if let scale = EnglishUnits.scale(suffix), suffix.count <= 2 { return "\(words) \(scale)" }
    if let power = power(suffix) { return words + power }
    return suffix.contains("-") || suffix.first?.isLetter == true
      ? "\(words) \(EnglishSpeech.symbols(suffix.first == "-" ? suffix.dropFirst() : suffix))" : nil
  }

  private static let raised: [Character: Character] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9",
    "⁻": "-",
  ]

  private static func power(_ suffix: Substring) -> String? {
    if suffix == "²" { return " squared" }
    if suffix == "³" { return " cubed" }
    let digits = suffix.compactMap { raised[$0] }
    guard digits.count == suffix.count, let exponent = Int(String(digits)) else { return nil }
    return " to the power of \(EnglishNumbers.cardinal(exponent))"
  }
}
