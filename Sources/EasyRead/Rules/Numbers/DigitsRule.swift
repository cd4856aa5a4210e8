import Linguistics

/// Digits for numbers in words, where the words can be nothing else.
struct DigitsRule: Sendable {
  let names: NameGuard

  func changes(_ reading: Reading) -> [WordChange] {
    var changes: [WordChange] = []
    var index = 0
    while index < reading.count {
      guard reading.tag(index) == .cd, isNumberWord(reading.lower(index)) else {
        index += 1
        continue
      }
      let end = numberEnd(reading, index)
      if let change = change(reading, index..<end) { changes.append(change) }
      index = end
    }
    return changes
  }

  private func isNumberWord(_ word: String) -> Bool { NumberWords.value(of: word) != nil }

  /// The end of the words of one number.
  private func numberEnd(_ reading: Reading, _ start: Int) -> Int {
    var end = start + 1
    while end < reading.count {
      let word = reading.lower(end)
      if isNumberWord(word) {
        end += 1
      } else if word == "-" || reading.tag(end) == .hyph, isNumberWord(reading.lower(end + 1)) {
        end += 2
      } else if word == "and", ["hundred", "thousand"].contains(reading.lower(end - 1)),
        NumberWords.units[reading.lower(end + 1)] != nil || NumberWords.tens[reading.lower(end + 1)] != nil
      {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  private func change(_ reading: Reading, _ range: Range<Int>) -> WordChange? {
    let (start, end) = (range.lowerBound, range.upperBound)
    guard range.allSatisfy({ reading.isOpenForWords($0) }), !names.holds(reading, range) else { return nil }
    // At the start of a sentence words stay: a line that begins with a digit reads as a numbered one.
    guard start > reading.first else { return nil }
    // Parts of other words: two-thirds, a two-year plan, twenty-first.
    guard reading.tag(start - 1) != .hyph, reading.tag(end) != .hyph, reading.text(start - 1) != "-",
      reading.text(end) != "-"
    else { return nil }
    // Half of a pair such as "one or two", where one is no number of its own.
    if reading.lower(start - 2) == "one" || reading.lower(end + 1) == "one" { return nil }
    // Fractions in words: two thirds.
    if ["third", "thirds", "quarters", "fifths", "half", "halves", "tenths", "eighths", "sixths"].contains(
      reading.lower(end))
    {
      return nil
    }
    // Next to a digit the words are not all of the number: 2.5 million.
    if [start - 1, end].contains(where: {
      reading.text($0).utf8.first.map { (0x30...0x39).contains($0) } ?? false
    }) {
      return nil
    }
    if [start - 1, end].contains(where: { reading.tag($0) == .cd }) { return nil }
    var words = range.map { reading.lower($0) }
    var magnitude = ""
    if let last = words.last, last == "million" || last == "billion" {
      magnitude = " " + last
      words.removeLast()
    }
    guard !words.isEmpty, words != ["one"], let value = number(words) else { return nil }
    guard value > 1, !(value == 1000 && words.count == 1) else { return nil }
    return WordChange(
      rule: .digits, editClass: .a, range: reading.bytes(range), replacement: Self.written(value) + magnitude,
      evidence: "a number in words", isDeclared: true)
  }

  private func number(_ words: [String]) -> Int? {
    if words.count == 1 {
      return NumberWords.units[words[0]] ?? NumberWords.tens[words[0]] ?? hyphenated(words[0])
    }
    return NumberWords.value(of: words)
  }

  private func hyphenated(_ word: String) -> Int? { word.contains("-") ? NumberWords.value(of: word) : nil }

  /// With commas between thousands: 2,500.
  static func written(_ value: Int) -> String {
    let digits = String(value)
    var result = ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.count - offset) % 3 == 0 { result += "," }
      result.append(digit)
    }
    return result
  }
}

extension Reading {
  /// Whether the words of a place may change: no link, no quotation.
  func isOpenForWords(_ index: Int) -> Bool { !words[index].isProtected && !words[index].isQuoted }
}
