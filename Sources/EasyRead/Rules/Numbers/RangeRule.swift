import Linguistics

/// `10–15` as `10 to 15`.
enum RangeRule {
  static func changes(_ reading: Reading) -> [WordChange] {
    var changes: [WordChange] = []
    for dash in reading.words.indices.dropFirst().dropLast() {
      let mark = reading.text(dash)
      guard mark == "\u{2013}" || mark == "-", reading.isOpenForWords(dash) else { continue }
      let (before, after) = (dash - 1, dash + 1)
      guard reading.words[dash].isJoined == reading.words[after].isJoined else { continue }
      guard let low = value(reading.text(before)), let high = value(reading.text(after)), low < high else {
        continue
      }
      // Telephone numbers, codes, scores and sums have more marks around them.
      let around = [reading.text(before - 1), reading.text(after + 1)]
      guard !around.contains(where: { ["-", "\u{2013}", "/", ".", "+", "=", "#"].contains($0) && $0 != "." })
      else { continue }
      if reading.words[before].isJoined, !["\u{A3}", "$", "\u{20AC}", "("].contains(reading.text(before - 1))
      {
        continue
      }
      if reading.text(before).hasPrefix("0") || reading.text(after).hasPrefix("0") { continue }
      let isYears = (1000...2100).contains(low) && (1000...2100).contains(high)
      // A hyphen may be a score or a code: only before what is counted, or between years.
      if mark == "-", !isYears {
        guard reading.words[dash].isJoined, reading.tag(after + 1) == .nns || reading.lower(after + 1) == "%"
        else {
          continue
        }
        if reading.tag(before - 1).isName { continue }
      }
      if mark == "-", isYears, !reading.words[dash].isJoined { continue }
      let word =
        reading.lower(before - 1) == "between" || reading.lower(before - 2) == "between" ? "and" : "to"
      let range = reading.words[before].range.upperBound..<reading.words[after].range.lowerBound
      changes.append(
        WordChange(
          rule: .range, editClass: .a, range: range, replacement: " \(word) ", evidence: "a range of numbers")
      )
    }
    return changes
  }

  private static func value(_ text: String) -> Int? {
    var digits = text
    digits.removeAll { $0 == "," }
    guard !digits.isEmpty, digits.utf8.count <= 9, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else {
      return nil
    }
    return Int(digits)
  }
}
