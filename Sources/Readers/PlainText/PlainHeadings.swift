/// Which passages of a text are headings, by three schemes, each used only where it is clear.
struct PlainHeadings {
  /// The levels of passages that are headings and nothing else.
  private(set) var levels: [Int: Int] = [:]
  /// Headings with their text right below the line that underlines them.
  private(set) var underlines: [Int: (line: Int, level: Int)] = [:]

  /// The longest heading, in characters.
  private static let longest = 80

  init(_ lines: PlainLines) {
    let passages = lines.passages
    var signs: [Int: Character] = [:]
    for (index, passage) in passages.enumerated() {
      guard let found = Self.underline(in: passage) else { continue }
      signs[index] = found.sign
      underlines[index] = (found.line, 0)
    }
    findNumbered(passages)
    findCapitals(passages, below: signs.isEmpty && levels.isEmpty ? 1 : 2)
    // The sign that is met first is of the higher level, unless it is the one for lower levels.
    let order = signs.sorted { $0.key < $1.key }.map(\.value)
    let known: [Character] = ["=", "#", "*", "-", "~", "^", "+", "."].filter(order.contains)
    for (index, found) in underlines {
      let level = signs[index].flatMap { known.firstIndex(of: $0) }.map { $0 + 1 } ?? 1
      if passages[index].count == found.line + 1 {
        levels[index] = level
        underlines[index] = nil
      } else {
        underlines[index] = (found.line, level)
      }
    }
  }

  /// The line of signs under the first line of a passage, or around it; nil when there is none.
  private static func underline(in passage: [PlainLine]) -> (line: Int, sign: Character)? {
    let isBoxed = passage.count > 2 && passage[0].isRule
    let words = isBoxed ? 1 : 0
    guard passage.count > words + 1, !passage[words].isRule, passage[words + 1].isRule,
      let sign = passage[words + 1].words.first
    else { return nil }
    let title = passage[words].words
    let length = title.unicodeScalars.count
    let rule = passage[words + 1].words.unicodeScalars.count
    guard length <= longest, rule * 2 >= length, rule <= length * 2 + 6, !passage[words].isSetInColumns,
      !passage[words + 1].words.contains(" ")
    else { return nil }
    if isBoxed, passage[0].words.first != sign { return nil }
    return (words + 1, sign)
  }

  // MARK: Numbers

  /// Finds lines such as `2.1 Method`, when their numbers follow each other as those of sections do and
  /// there is other text between them.
  private mutating func findNumbered(_ passages: [[PlainLine]]) {
    var found: [(index: Int, numbers: [Int])] = []
    for (index, passage) in passages.enumerated() {
      guard passage.count == 1, let numbers = Self.sectionNumbers(passage[0].words) else { continue }
      found.append((index, numbers))
    }
    guard found.count >= 2, found[0].numbers.last == 1 || found[0].numbers == [0] else { return }
    for (before, after) in zip(found, found.dropFirst()) {
      guard Self.follows(after.numbers, before.numbers) else { return }
    }
    // Items of a list with blank lines between them have nothing else between them.
    let apart = zip(found, found.dropFirst()).count { $1.index > $0.index + 1 }
    guard apart * 2 >= found.count - 1, found.last.map({ $0.index + 1 < passages.count }) == true else {
      return
    }
    for heading in found { levels[heading.index] = heading.numbers.count }
  }

  /// The numbers before a line's words; nil when the line is no title with numbers.
  private static func sectionNumbers(_ line: String) -> [Int]? {
    guard line.unicodeScalars.count <= longest else { return nil }
    let parts = line.split(separator: " ", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    var number = parts[0]
    if number.last == "." { number.removeLast() }
    let pieces = number.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = pieces.compactMap { piece in piece.utf8.count <= 3 ? Int(piece) : nil }
    guard numbers.count == pieces.count, (1...6).contains(numbers.count), numbers.allSatisfy({ $0 >= 0 })
    else { return nil }
    let title = String(parts[1]).trimmingSpace
    guard let first = title.first, first.isUppercase || !first.isCased && first.isLetter,
      let last = title.last, !".,;:".contains(last)
    else { return nil }
    return numbers
  }

  /// Whether a section may come right after another.
  private static func follows(_ next: [Int], _ previous: [Int]) -> Bool {
    if next.count == previous.count + 1 { return Array(next.dropLast()) == previous && next.last == 1 }
    guard next.count <= previous.count, let last = next.last else { return false }
    return Array(next.dropLast()) == Array(previous.prefix(next.count - 1))
      && last == previous[next.count - 1] + 1
  }

  // MARK: Capitals

  /// Finds lines all in capitals that stand on their own before other text, when most of the text is not.
  private mutating func findCapitals(_ passages: [[PlainLine]], below level: Int) {
    let isCapitals = passages.map { passage in passage.count == 1 && passage[0].isAllCapitals }
    guard isCapitals.count(where: { $0 }) * 2 <= passages.count else { return }
    for (index, passage) in passages.enumerated() where isCapitals[index] && levels[index] == nil {
      let words = passage[0].words
      guard words.unicodeScalars.count <= 60, index + 1 < passages.count, !".,;!?".contains(words.last ?? ".")
      else { continue }
      levels[index] = level
    }
  }
}

extension PlainLine {
  /// Whether the line is nothing but one sign, at least three times.
  var isRule: Bool {
    let signs = words.filter { $0 != " " }
    guard signs.count >= 3, let sign = signs.first, "=-*_~#^+.".contains(sign) else { return false }
    return signs.allSatisfy { $0 == sign }
  }

  /// Whether the line has four letters or more, all of them capitals.
  fileprivate var isAllCapitals: Bool {
    let letters = words.filter(\.isLetter)
    return letters.count >= 4 && letters.allSatisfy(\.isUppercase)
  }

  /// Whether there are gaps in the line, as between columns.
  var isSetInColumns: Bool { words.contains("\t") || words.contains("   ") || words.contains("|") }
}

extension [PlainLine] {
  /// Whether the lines are set in columns: tabs, bars or wide gaps in most of them.
  var isTable: Bool {
    guard count > 1 else { return false }
    if allSatisfy({ $0.words.hasPrefix("+") || $0.words.hasPrefix("|") }) { return true }
    let columns = count { $0.isSetInColumns }
    return columns >= 2 && columns * 3 >= count * 2
  }
}
