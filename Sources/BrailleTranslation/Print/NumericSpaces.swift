/// Spaces between digits: within one number UEB writes dot 5, between numbers a blank (RUEB 6.6).
///
/// Which print space liblouis joins changed in 3.29: before, U+0020 joins and U+00A0 does not; since
/// then the reverse. What this library does is found out when a translator is made.
struct NumericSpaces: Sendable {
  /// The character that joins digits, and the one that leaves a blank.
  var joining: UInt32
  var parting: UInt32

  /// Asks the table; nil when it joins digits over neither space.
  init?(probing translate: (String) -> [UInt8]?) {
    guard let plain = translate("1 2"), let noBreak = translate("1\u{A0}2") else { return nil }
    let plainJoins = !plain.contains(0)
    guard plainJoins != !noBreak.contains(0) else { return nil }
    joining = plainJoins ? 0x20 : 0xA0
    parting = plainJoins ? 0xA0 : 0x20
  }

  /// Sets each blank between digits to the space that gives what print means.
  func resolve(_ print: inout PreparedPrint, source: PrintSource) {
    var index = 1
    while index + 1 < print.characters.count {
      guard ScalarKinds.isBlank(print.characters[index]), ScalarKinds.isDigit(print.characters[index - 1]),
        ScalarKinds.isDigit(print.characters[index + 1])
      else {
        index += 1
        continue
      }
      let groups = DigitGroups(around: index, in: print.characters)
      let character = groups.areOneNumber(in: print, source) ? joining : parting
      for space in groups.spaces { print.characters[space] = character }
      index = groups.end
    }
  }
}

/// Groups of digits with single spaces between them.
private struct DigitGroups {
  private var groups: [Range<Int>] = []
  private(set) var spaces: [Int] = []
  private let start: Int
  private(set) var end: Int

  init(around space: Int, in characters: [UInt32]) {
    var first = space
    while first > 0, ScalarKinds.isDigit(characters[first - 1]) { first -= 1 }
    start = first
    end = first
    while true {
      let groupStart = end
      while end < characters.count, ScalarKinds.isDigit(characters[end]) { end += 1 }
      groups.append(groupStart..<end)
      guard end + 1 < characters.count, ScalarKinds.isBlank(characters[end]),
        ScalarKinds.isDigit(characters[end + 1])
      else { break }
      spaces.append(end)
      end += 1
    }
  }

  /// Whether print means one number: thousands set apart, a telephone number, or a number its label
  /// names as one (RUEB 6.6.1).
  func areOneNumber(in print: PreparedPrint, _ source: PrintSource) -> Bool {
    if groups[0].count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }),
      end == print.characters.count || !ScalarKinds.isLetter(print.characters[end])
    {
      // One ordinary space may as well part two numbers (`pages 12 345`); a thin or no-break space
      // was set by someone who meant one.
      return groups.count > 2
        || spaces.allSatisfy {
          ![0x20, 0x09, 0x0A, 0x0D].contains(source.scalars[Int(print.origins[$0])])
        }
    }
    return isTelephone(print.characters) || isLabelled(print.characters) || isAll(of: print.characters)
  }

  /// `020 7946 0958`, `+44 20 7946 0958`.
  private func isTelephone(_ characters: [UInt32]) -> Bool {
    let digits = groups.reduce(0) { $0 + $1.count }
    let trunk = characters[start] == 0x30 || start > 0 && characters[start - 1] == 0x2B
    return trunk && (9...15).contains(digits)
  }

  /// A text of nothing but single digits, such as a code set apart.
  private func isAll(of characters: [UInt32]) -> Bool {
    start == 0 && end == characters.count && groups.allSatisfy { $0.count == 1 }
  }

  private static let labels: Set<String> = [
    "date", "fax", "isbn", "issn", "mobile", "phone", "tel", "telephone", "textphone", "time",
  ]

  /// Whether a label such as `ISBN:` stands before the number, perhaps with `(61)` between.
  private func isLabelled(_ characters: [UInt32]) -> Bool {
    var place = start - 1
    while place >= 0, start - place < 16,
      ScalarKinds.isBlank(characters[place]) || ScalarKinds.isDigit(characters[place])
        || [0x28, 0x29, 0x2B, 0x3A].contains(characters[place])
    {
      place -= 1
    }
    var label: [UInt8] = []
    while place >= 0, label.count < 10, ScalarKinds.isASCIILetter(characters[place]) {
      label.append(UInt8(truncatingIfNeeded: characters[place] | 0x20))
      place -= 1
    }
    return Self.labels.contains(String(decoding: label.reversed(), as: UTF8.self))
  }
}
