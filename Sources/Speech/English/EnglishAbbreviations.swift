/// Short forms that every English reader says in full.
enum EnglishAbbreviations {
  /// What a short form stands for. `word` is without its full stop.
  ///
  /// - Parameters:
  ///   - hasStop: whether a full stop follows it.
  ///   - next: the word after it.
  ///   - isAfterName: whether a word with a capital stands before it.
  static func expansion(
    _ word: Substring, hasStop: Bool, next: Substring?, isAfterName: Bool
  ) -> String? {
    let beginsName = next?.first?.isUppercase == true
    let beginsNumber = next?.first { $0 != "(" && $0 != "[" }.map { $0.isASCIIDigit } ?? false
    if beginsNumber || next.map(isRoman) == true, hasStop, let words = beforeNumbers[word.lowercased()] {
      return words
    }
    switch word {
    case "St" where beginsName && !isAfterName: return "Saint"
    case "St" where hasStop && isAfterName: return "Street"
    case "Dr" where beginsName: return "Doctor"
    case "Dr" where hasStop && isAfterName: return "Drive"
    case _ where hasStop && beginsNumber && (word == "c" || word == "ca"): return "circa"
    case "p" where hasStop && beginsNumber: return "page"
    default: break
    }
    if let words = anywhere[String(word)] { return words }
    return hasStop ? withStop[word.lowercased()] : nil
  }

  private static func isRoman(_ word: Substring) -> Bool { RomanNumbers.value(word) != nil }

  private static let anywhere = [
    "Mr": "Mister", "Mrs": "Missus", "Ms": "Miz", "Prof": "Professor", "Rt": "Right", "Hon": "Honourable",
    "e.g": "for example", "i.e": "that is", "eg": "for example", "ie": "that is", "etc": "et cetera",
    "vs": "versus",
    "c/o": "care of", "n/a": "not applicable", "N/A": "not applicable", "w/o": "without", "viz": "namely",
  ]

  private static let withStop = [
    "approx": "approximately", "dept": "department", "govt": "government", "est": "established",
    "rev": "Reverend",
    "gen": "General", "col": "Colonel", "capt": "Captain", "lt": "Lieutenant", "sgt": "Sergeant",
    "ltd": "Limited",
    "inc": "Incorporated", "corp": "Corporation", "co": "Company", "jr": "Junior", "sr": "Senior",
    "cf": "compare",
    "al": "and others", "ibid": "in the same place", "incl": "including", "excl": "excluding",
    "max": "maximum",
    "min": "minimum", "avg": "average", "tel": "telephone", "ext": "extension", "ave": "Avenue", "rd": "Road",
    "esp": "especially", "misc": "miscellaneous", "orig": "originally", "eds": "editors",
    "trans": "translated by",
    "jan": "January", "feb": "February", "mar": "March", "apr": "April", "jun": "June", "jul": "July",
    "aug": "August", "sep": "September", "sept": "September", "oct": "October", "nov": "November",
    "dec": "December",
  ]

  private static let beforeNumbers = [
    "no": "number", "nos": "numbers", "fig": "figure", "figs": "figures", "vol": "volume", "vols": "volumes",
    "p": "page", "pp": "pages", "ch": "chapter", "chap": "chapter", "sec": "section", "sect": "section",
    "para": "paragraph", "paras": "paragraphs", "eq": "equation", "eqs": "equations", "art": "article",
    "app": "appendix", "tab": "table", "pt": "part", "ref": "reference", "ed": "edition", "v": "volume",
    "l": "line",
    "ll": "lines", "n": "note", "reg": "regulation", "cl": "clause",
  ]
}

/// Roman numbers.
enum RomanNumbers {
  private static let values: [Character: Int] = [
    "I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1_000,
  ]

  /// The value of a number in capitals, written as it must be; nil for other words.
  static func value(_ word: Substring) -> Int? {
    guard !word.isEmpty, word.count <= 15 else { return nil }
    var total = 0
    var last = Int.max
    for letter in word.reversed() {
      guard let value = values[letter] else { return nil }
      total += last != Int.max && value < last ? -value : value
      last = max(value, last == Int.max ? 0 : last)
    }
    return total > 0 && text(total) == word ? total : nil
  }

  /// A number from 1 in Roman capitals.
  static func text(_ number: Int) -> String {
    var (rest, text) = (number, "")
    for (value, letters) in [
      (1_000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
      (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ] {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return text
  }

  /// Words a number in Roman letters counts after: `Chapter IV`, `World War II`.
  static let counters: Set<String> = [
    "chapter", "part", "volume", "book", "act", "scene", "section", "annex", "appendix", "schedule", "title",
    "war",
    "phase", "type", "class", "article", "table", "figure", "grade", "stage", "level", "tier", "category",
    "plate",
    "protocol", "directive", "canto", "psalm", "vol", "no", "division", "stratum", "factor",
  ]
  /// Names of rulers, after which it is an ordinal: `Henry VIII`.
  static let rulers: Set<String> = [
    "Henry", "Edward", "George", "Charles", "James", "Elizabeth", "William", "Richard", "Louis", "Philip",
    "John",
    "Paul", "Pius", "Benedict", "Gregory", "Mary", "Ferdinand", "Frederick", "Napoleon", "Nicholas",
    "Alexander",
    "Peter", "Catherine", "Leo", "Clement", "Innocent", "Urban", "Francis", "Joseph", "Rudolf", "Carl",
    "Gustav",
    "Christian", "Haakon", "Olav", "Harald", "Ramses", "Malcolm", "Robert", "Alfonso", "Isabella", "Juan",
    "Pope",
  ]
}
