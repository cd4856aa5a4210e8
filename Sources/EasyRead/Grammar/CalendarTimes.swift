import Linguistics

extension Reading {
  /// The end of the words that begin at a preposition and are nothing but a time of the calendar: `in
  /// February 1942`, `on the afternoon of 30 September`, `during the 1980s and 1990s`, `from 1990 to 1995`;
  /// nil where none begin.
  ///
  /// It goes by the words and not by their tags: `May` and `March` count only behind a preposition, numbers
  /// only where they can be years or days.
  func calendarTimeEnd(_ start: Int) -> Int? {
    switch lower(start) {
    case "in", "during": return calendarPeriodEnd(start + 1)
    case "on": return calendarDayEnd(start + 1)
    case "at": return lower(start + 1) == "the" ? calendarShareEnd(start + 2) : nil
    case "from": return calendarRangeEnd(start + 1, joined: ["to", "until", "till", "through"])
    case "between": return calendarRangeEnd(start + 1, joined: ["and"])
    default: return nil
    }
  }

  private func calendarRangeEnd(_ start: Int, joined joints: Set<String>) -> Int? {
    guard let joint = calendarPeriodEnd(start) ?? calendarDateEnd(start), joints.contains(lower(joint)) else {
      return nil
    }
    return calendarPeriodEnd(joint + 1) ?? calendarDateEnd(joint + 1)
  }

  /// A year, month, season, decade or century, or a share of one.
  private func calendarPeriodEnd(_ start: Int) -> Int? {
    var index = start
    let hasArticle = lower(index) == "the"
    if hasArticle { index += 1 }
    if hasArticle, let end = calendarShareEnd(index) { return end }
    if ["early", "mid", "late"].contains(lower(index)) {
      index += 1
      if tag(index) == .hyph || text(index) == "-" { index += 1 }
    }
    if let end = decadeEnd(index) {
      return ["and", "to"].contains(lower(end)) ? decadeEnd(end + 1) ?? end : end
    }
    if let end = centuryEnd(index) { return end }
    if let end = seasonEnd(index, hasArticle: hasArticle) { return end }
    if hasArticle {
      // The 1990 season, the 1935 to 36 season.
      var season = yearEnd(index) ?? index
      if season > index, ["to", "-", "\u{2013}", "/"].contains(text(season)), isDigits(season + 1) {
        season += 2
      }
      return season > index && lower(season) == "season" ? season + 1 : nil
    }
    return monthEnd(index) ?? yearEnd(index)
  }

  /// `end of 1942`, `second half of the 19th century`.
  private func calendarShareEnd(_ start: Int) -> Int? {
    var index = start
    if ["first", "second", "early", "later", "latter", "last", "final"].contains(lower(index)) { index += 1 }
    guard Self.shares.contains(lower(index)), lower(index + 1) == "of" else { return nil }
    index += 2
    return Self.shares.contains(lower(index + 1)) ? nil : calendarPeriodEnd(index)
  }

  private static let shares: Set<String> = [
    "end", "beginning", "start", "middle", "half", "part", "years", "months", "days", "decades", "quarter",
  ]

  private func decadeEnd(_ index: Int) -> Int? {
    let word = lower(index)
    let digits = word.hasPrefix("mid-") ? word.dropFirst(4) : word[...]
    guard digits.hasSuffix("0s") || digits.hasSuffix("0's"), digits.utf8.count <= 6,
      let year = Int(digits.prefix(4)), (1000...2100).contains(year)
    else { return nil }
    return index + 1
  }

  /// `19th century`, `eighteenth and nineteenth centuries`.
  private func centuryEnd(_ start: Int) -> Int? {
    var index = start
    guard isOrdinal(index) else { return nil }
    index += 1
    if ["and", "or", "to"].contains(lower(index)), isOrdinal(index + 1) { index += 2 }
    guard ["century", "centuries"].contains(lower(index)), text(start - 1) != "-" else { return nil }
    index += 1
    return Self.eras.contains(text(index)) ? index + 1 : index
  }

  private func isOrdinal(_ index: Int) -> Bool {
    let word = lower(index)
    if Self.ordinals.contains(word) { return true }
    guard word.utf8.count <= 4, word.utf8.count >= 3 else { return false }
    return ["st", "nd", "rd", "th"].contains(word.suffix(2)) && Int(word.dropLast(2)) != nil
  }

  private static let ordinals: Set<String> = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth",
  ]
  private static let eras: Set<String> = ["AD", "BC", "CE", "BCE"]

  /// `fall of 2006`, `summer`.
  private func seasonEnd(_ index: Int, hasArticle: Bool) -> Int? {
    guard ["spring", "summer", "autumn", "fall", "winter"].contains(lower(index)) else { return nil }
    if lower(index + 1) == "of" { return yearEnd(index + 2) }
    return yearEnd(index + 1)
  }

  private func monthEnd(_ index: Int) -> Int? {
    guard isMonth(index) else { return nil }
    if lower(index + 1) == "of", let end = yearEnd(index + 2) { return end }
    if tag(index + 1) == .comma, let end = yearEnd(index + 2), !tag(end).isNoun, !tag(end).isAdjective {
      return end
    }
    return yearEnd(index + 1) ?? index + 1
  }

  func isMonth(_ index: Int) -> Bool { DateRule.months.contains(text(index)) }

  private func yearEnd(_ index: Int) -> Int? {
    guard let year = Int(text(index)) else { return nil }
    if Self.eras.contains(text(index + 1)) { return index + 2 }
    return isCalendarYear(index) && (1000...2100).contains(year) ? index + 1 : nil
  }

  /// Whether a word is four digits that can be a year.
  func isCalendarYear(_ index: Int) -> Bool {
    let word = text(index)
    return word.utf8.count == 4 && Int(word).map { (1000...2100).contains($0) } == true
  }

  /// A day: `30 September`, `Monday`, `the morning of 1 May 1990`.
  private func calendarDayEnd(_ start: Int) -> Int? {
    var index = start
    if lower(index) == "the", ["morning", "afternoon", "evening", "night", "eve"].contains(lower(index + 1)),
      lower(index + 2) == "of"
    {
      index += 3
    }
    if Self.weekdays.contains(text(index)) {
      let next = tag(index + 1) == .comma ? index + 2 : index + 1
      if let end = calendarDateEnd(next) { return end }
      return ["morning", "afternoon", "evening", "night"].contains(lower(index + 1)) ? index + 2 : index + 1
    }
    return calendarDateEnd(index)
  }

  static let weekdays: Set<String> = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// `8 June 2017`, `June 8, 2017`, `the 8th of June`.
  private func calendarDateEnd(_ start: Int) -> Int? {
    var index = start
    if lower(index) == "the" {
      guard isDay(index + 1), lower(index + 2) == "of", isMonth(index + 3) else { return nil }
      index += 4
    } else if isDay(index) {
      index += lower(index + 1) == "of" ? 2 : 1
      guard isMonth(index) else { return nil }
      index += 1
    } else if isMonth(index), isDay(index + 1) {
      index += 2
    } else {
      return nil
    }
    if tag(index) == .comma, let end = yearEnd(index + 1), !tag(end).isNoun, !tag(end).isAdjective {
      return end
    }
    return yearEnd(index) ?? index
  }

  private func isDay(_ index: Int) -> Bool {
    let digits = lower(index).prefix { ("0"..."9").contains($0) }
    guard let day = Int(digits), (1...31).contains(day) else { return false }
    return ["", "st", "nd", "rd", "th"].contains(String(lower(index).dropFirst(digits.count)))
  }

  /// Whether some words name another time, or one that is to be counted from here: `1990`, `later`, `still`.
  func otherTime(in range: Range<Int>) -> Int? {
    range.first { index in
      isCalendarYear(index) || isMonth(index) || Self.weekdays.contains(text(index))
        || decadeEnd(index) != nil || Self.timeWords.contains(lower(index))
    }
  }

  private static let timeWords: Set<String> = [
    "later", "then", "now", "today", "nowadays", "currently", "presently", "still", "since", "until", "till",
    "before", "eventually", "subsequently", "afterwards", "afterward", "thereafter", "ago", "previously",
    "already", "formerly", "earlier", "recently", "soon", "shortly", "finally", "meanwhile", "once",
    "yesterday", "tomorrow", "tonight", "year", "years", "month", "months", "week", "weeks", "weekend", "day",
    "days", "century", "centuries", "decade", "decades", "season", "seasons", "spring", "summer", "autumn",
    "winter", "yet", "upcoming", "former", "future", "next", "following", "annual", "annually", "daily",
    "weekly", "monthly", "yearly", "always", "usually", "often", "every", "permanently", "ever", "onward",
    "onwards", "throughout", "hours", "minutes", "morning", "afternoon", "evening", "night",
  ]
}
