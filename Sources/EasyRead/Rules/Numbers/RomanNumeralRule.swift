/// Digits for Roman numerals, where they can be nothing else.
enum RomanNumeralRule {
  static func changes(_ reading: Reading) -> [WordChange] {
    var changes: [WordChange] = []
    for index in reading.words.indices.dropFirst() where reading.isOpenForWords(index) {
      guard [0x49, 0x56, 0x58, 0x4C, 0x43].contains(reading.firstByte(index)),
        let value = value(of: reading.text(index)), labels.contains(reading.lower(index - 1))
      else { continue }
      // The name of a law keeps its numbers: Part II of the Housing Act.
      let rest = reading.words[index...]
      if rest.contains(where: { ["act", "regulations", "order", "treaty", "directive"].contains($0.lower) }) {
        continue
      }
      if reading.tag(index + 1) == .hyph || reading.words.dropFirst(index + 1).first?.isJoined == true,
        !reading.tag(index + 1).isPunctuation || reading.tag(index + 1) == .hyph
      {
        continue
      }
      changes.append(
        WordChange(
          rule: .romanNumeral, editClass: .a, range: reading.words[index].range, replacement: String(value),
          evidence: "a Roman numeral behind \u{201C}\(reading.text(index - 1))\u{201D}", isDeclared: true))
    }
    return changes
  }

  private static let labels: Set<String> = [
    "chapter", "part", "section", "volume", "phase", "stage", "annex", "appendix", "table", "figure", "step",
    "level",
  ]

  /// The value of a numeral of two letters or more, written as the Romans' rules are taken today.
  static func value(of text: String) -> Int? {
    guard (2...7).contains(text.utf8.count) else { return nil }
    let values: [UInt8: Int] = [0x49: 1, 0x56: 5, 0x58: 10, 0x4C: 50, 0x43: 100]
    var total = 0
    var previous = 0
    for byte in text.utf8.reversed() {
      guard let value = values[byte] else { return nil }
      total += value < previous ? -value : value
      previous = max(previous, value)
    }
    return total > 0 && written(total) == text ? total : nil
  }

  private static func written(_ value: Int) -> String {
    var (rest, text) = (value, "")
    for (size, sign) in [
      (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ] {
      while rest >= size {
        text += sign
        rest -= size
      }
    }
    return text
  }
}
