/// Turns English print into the words a speaker says: numbers, dates, amounts of money, units, short
/// forms, symbols and addresses. Whatever it does not know it leaves to the voice.
struct EnglishSpeech {
  /// Whether dates in digits begin with the month, as in American English.
  var monthFirst: Bool
  private var words: [Word] = []
  private var output: [String] = []

  init(monthFirst: Bool) { self.monthFirst = monthFirst }

  /// A word of print: what stands before it, the word itself, and the punctuation after it.
  private struct Word {
    var opening: Substring
    var core: Substring
    var closing: Substring

    init(_ text: Substring) {
      var text = text
      opening = text.prefix { "\"'([{\u{2018}\u{201C}\u{00AB}*_`".contains($0) }
      text = text.dropFirst(opening.count)
      var end = text.endIndex
      while end > text.startIndex {
        let before = text.index(before: end)
        guard ".,;:!?\"')]}\u{2019}\u{201D}\u{00BB}\u{2026}*_`".contains(text[before]) else { break }
        end = before
      }
      core = text[..<end]
      closing = text[end...]
    }

    var hasStop: Bool { closing.first == "." }
    /// Whether punctuation parts it from the next word.
    var isOpenToNext: Bool { closing.isEmpty }
  }

  static func spoken(_ text: String, monthFirst: Bool) -> String {
    var speech = EnglishSpeech(monthFirst: monthFirst)
    return speech.run(text)
  }

  private mutating func run(_ text: String) -> String {
    words = Self.spaced(text).split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\u{00A0}" }.map(
      Word.init)
    output.reserveCapacity(words.count)
    var index = 0
    while index < words.count { index += say(index) }
    return output.joined(separator: " ")
  }

  /// Puts room around dashes between words.
  private static func spaced(_ text: String) -> String {
    guard text.contains("\u{2014}") || text.contains("\u{2192}") || text.contains("\u{2022}") else {
      return text
    }
    return text.replacing("\u{2014}", with: " \u{2014} ").replacing("\u{2192}", with: " \u{2192} ")
      .replacing("\u{2022}", with: " ")
  }

  private func word(_ index: Int) -> Word? { words.indices.contains(index) ? words[index] : nil }

  /// Puts out words for what is printed from a word on, with the marks around it.
  private mutating func put(_ said: String, from first: Int, to last: Int, dropStop: Bool = false) {
    var closing = words[last].closing
    if dropStop, closing.first == "." {
      // The stop of a short form at the end of a sentence ends it too.
      if last < words.count - 1 || closing.count > 1 { closing = closing.dropFirst() }
    }
    output.append("\(words[first].opening)\(said)\(closing)")
  }

  /// Says what begins at a word, and tells how many words it took.
  private mutating func say(_ index: Int) -> Int {
    let word = words[index]
    let core = word.core
    guard !core.isEmpty else {
      output.append("\(word.opening)\(word.closing)")
      return 1
    }
    let next = self.word(index + 1)
    if let address = SpokenAddress.english(core) {
      put(address, from: index, to: index)
      return 1
    }
    if let money = EnglishUnits.money(core, scaled: word.isOpenToNext ? next?.core : nil) {
      let last = money.usesNext ? index + 1 : index
      put(money.words, from: index, to: last)
      return last - index + 1
    }
    if let first = core.first, first.isASCIIDigit || "-+\u{2212}.~#<>≤≥≈±".contains(first) {
      if let taken = sayNumber(index) { return taken }
    }
    if let taken = sayMonth(index) { return taken }
    let expansion = EnglishAbbreviations.expansion(
      core, hasStop: word.hasStop, next: next?.core, isAfterName: isAfterName(index))
    if let expansion {
      put(expansion, from: index, to: index, dropStop: true)
      return 1
    }
    if let roman = roman(index) {
      put(roman, from: index, to: index)
      return 1
    }
    put(Self.symbols(core), from: index, to: index)
    return 1
  }

  private func isAfterName(_ index: Int) -> Bool {
    guard let before = word(index - 1), before.isOpenToNext else { return false }
    return before.core.first?.isUppercase == true && before.core.count > 1 && index > 1
  }

  // MARK: - Numbers

  private mutating func sayNumber(_ index: Int) -> Int? {
    let word = words[index]
    let core = word.core
    if let date = EnglishDates.inDigits(core, monthFirst: monthFirst) {
      put(date, from: index, to: index)
      return 1
    }
    if let time = EnglishDates.time(core) {
      put(time, from: index, to: index)
      return 1
    }
    if let taken = sayDayBeforeMonth(index) ?? sayTelephone(index) { return taken }
    if let said = EnglishFigures.figure(core, before: self.word(index - 1)?.core) {
      if word.isOpenToNext, let next = self.word(index + 1), !next.core.isEmpty,
        core.last?.isASCIIDigit == true, let unit = EnglishUnits.unit(next.core), next.core != "in",
        next.core != "A" || next.closing.first == "."
      {
        put("\(said) \(core == "1" ? unit.one : unit.many)", from: index, to: index + 1)
        return 2
      }
      put(said, from: index, to: index)
      return 1
    }
    return nil
  }

  /// `12 May 2024`, `12th May`.
  private mutating func sayDayBeforeMonth(_ index: Int) -> Int? {
    let core = words[index].core
    guard words[index].isOpenToNext, let next = word(index + 1), let month = EnglishDates.month(next.core)
    else {
      return nil
    }
    let digits = core.prefix(while: \.isASCIIDigit)
    guard let day = Int(digits), (1...31).contains(day),
      ["", "st", "nd", "rd", "th"].contains(String(core.dropFirst(digits.count)))
    else { return nil }
    let year = next.closing.isEmpty || next.closing == "," || next.closing == "." ? self.year(index + 2) : nil
    let last = year == nil ? index + 1 : index + 2
    let isAfterThe = word(index - 1)?.core.lowercased() == "the"
    let said = EnglishDates.date(day: day, month: month, year: year)
    put(isAfterThe ? String(said.dropFirst(4)) : said, from: index, to: last)
    return last - index + 1
  }

  /// `May 12, 2024`, `May 2024`.
  private mutating func sayMonth(_ index: Int) -> Int? {
    guard let month = EnglishDates.month(words[index].core),
      words[index].isOpenToNext || words[index].closing == ".", let next = word(index + 1)
    else { return nil }
    if let year = year(index + 1) {
      put("\(EnglishDates.months[month - 1]) \(EnglishNumbers.year(year))", from: index, to: index + 1)
      return 2
    }
    let digits = next.core.prefix(while: \.isASCIIDigit)
    guard let day = Int(digits), (1...31).contains(day),
      ["", "st", "nd", "rd", "th"].contains(String(next.core.dropFirst(digits.count)))
    else { return nil }
    let year = next.closing.isEmpty || next.closing == "," ? self.year(index + 2) : nil
    let last = year == nil ? index + 1 : index + 2
    let said = "\(EnglishDates.months[month - 1]) the \(EnglishNumbers.ordinal(day))"
    put(said + (year.map { ", \(EnglishNumbers.year($0))" } ?? ""), from: index, to: last)
    return last - index + 1
  }

  private func year(_ index: Int) -> Int? {
    guard let core = word(index)?.core, core.count == 4, core.allSatisfy(\.isASCIIDigit),
      let year = Int(core),
      (1_000...2_999).contains(year)
    else { return nil }
    return year
  }

  /// Groups of digits that begin with a nought or a plus sign: `020 7946 0000`.
  private mutating func sayTelephone(_ index: Int) -> Int? {
    let core = words[index].core
    guard core.first == "0" || core.first == "+", core.count >= 3,
      core.dropFirst().allSatisfy({ $0.isASCIIDigit || $0 == "-" })
    else { return nil }
    var last = index
    while words[last].isOpenToNext, let next = word(last + 1), next.opening.isEmpty,
      (2...8).contains(next.core.count),
      next.core.allSatisfy({ $0.isASCIIDigit || $0 == "-" })
    { last += 1 }
    let said = words[index...last].map { EnglishNumbers.digits($0.core) }.joined(separator: ", ")
    put((core.first == "+" ? "plus " : "") + said, from: index, to: last)
    return last - index + 1
  }

  /// A Roman number after a word it counts.
  private func roman(_ index: Int) -> String? {
    guard let before = word(index - 1), before.isOpenToNext || before.closing == "." else { return nil }
    guard let value = RomanNumbers.value(words[index].core), value < 200,
      words[index].core.count > 1 || "IVX".contains(words[index].core)
    else { return nil }
    if RomanNumbers.counters.contains(before.core.lowercased()) { return EnglishNumbers.cardinal(value) }
    if RomanNumbers.rulers.contains(String(before.core)), value < 30, value > 1 || words[index].core.count > 1
    {
      return "the \(EnglishNumbers.ordinal(value))"
    }
    return nil
  }

  // MARK: - Symbols

  /// A word with its symbols said: `R&D` is `R and D`.
  static func symbols(_ word: Substring) -> String {
    if let said = lone[String(word)] { return said }
    if word.contains("²") || word.contains("³"), let unit = EnglishUnits.unit(word) { return unit.many }
    guard word.contains(where: { !$0.isLetter && $0 != "'" && $0 != "\u{2019}" && $0 != "-" }) else {
      return String(word)
    }
    if word == "and/or" { return "and or" }
    var said = ""
    var last: Character = " "
    for character in word {
      switch character {
      case "&": said += " and "
      case "/": said += " slash "
      case "+": said += " plus "
      case "=": said += " equals "
      case "@": said += " at "
      case "%": said += " per cent"
      case "_", "*", "`", "|", "~", "^", "\\", "\u{00AD}": said += " "
      case "\u{00AE}", "\u{2122}": break
      case "\u{00A9}": said += " copyright "
      case "#": said += " hash "
      default:
        // COVID19 and B12: letters and digits are said apart.
        if character.isASCIIDigit != last.isASCIIDigit,
          character.isASCIIDigit ? last.isLetter : character.isLetter
        {
          said += " "
        }
        said.append(character)
      }
      last = character
    }
    return said.split(separator: " ").map { EnglishNumbers.number($0) ?? String($0) }.joined(separator: " ")
  }

  private static let lone = [
    "&": "and", "+": "plus", "=": "equals", "×": "times", "÷": "divided by", "±": "plus or minus",
    "<": "less than",
    ">": "greater than", "≤": "less than or equal to", "≥": "greater than or equal to", "≈": "about",
    "≠": "not equal to", "→": "to", "⇒": "so", "←": "from", "@": "at", "%": "per cent", "§": "section",
    "§§": "sections", "¶": "paragraph", "©": "copyright", "°": "degrees", "\u{2014}": "\u{2014}",
    "\u{2013}": "\u{2013}", "-": "\u{2013}", "/": "or", "|": ",", "✓": "yes", "✔": "yes", "✗": "no",
    "✘": "no", "#": "number",
    "½": "one half", "¼": "one quarter", "¾": "three quarters", "*": "", "•": "", "∞": "infinity",
    "№": "number",
    "√": "square root of", "∑": "sum of", "π": "pi",
  ]
}
