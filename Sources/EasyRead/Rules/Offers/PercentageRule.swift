import Linguistics

/// `20%` as `2 in every 10`, where that is exact.
enum PercentageRule {
  static func changes(_ reading: Reading) -> [WordChange] {
    var changes: [WordChange] = []
    for index in reading.words.indices where reading.isOpenForWords(index) {
      guard reading.isDigits(index), let value = Int(reading.text(index)), value % 10 == 0,
        (10...90).contains(value)
      else { continue }
      var end = index + 1
      if reading.text(end) == "%" || ["percent", "%"].contains(reading.lower(end)) {
        end += 1
      } else if reading.lower(end) == "per", reading.lower(end + 1) == "cent" {
        end += 2
      } else {
        continue
      }
      guard reading.lower(end) == "of" else { continue }
      changes.append(
        WordChange(
          rule: .percentage, editClass: .c, range: reading.bytes(index..<end),
          replacement: "\(value / 10) in every 10", evidence: "\(value)% is exactly that", isDeclared: true))
    }
    return changes
  }
}
