/// A slip of an example, put right before it is compared: a place, what to do there, and the rule it is
/// against.
///
/// - `2.25 number 2 (why)`: the page's number, which it lacks, is put at the end of the line.
/// - `1.1 indent 6 (why)`: the line begins after that many blanks.
/// - `1.6 spell 2 (why)`: the second word of the line is spelled, and not a lower wordsign.
/// - `1.1 drop 1 (why)`: that many lines go.
/// - `1.15 give 1 (why)`: that many words at the end of the line go to the front of the next, and both
///   are centred on 30 cells.
struct Mistake {
  private let place: ExampleText.Place
  private let action: Substring
  private let amount: Int

  init(_ text: String) throws {
    let parts = text.split(separator: " ", maxSplits: 3)
    guard parts.count == 4, parts[3].hasPrefix("("), let amount = Int(parts[2]) else {
      throw RecipeError.unreadable(text)
    }
    place = ExampleText.Place(parts[0])
    action = parts[1]
    self.amount = amount
  }

  func putRight(in file: inout BrailleFile) throws {
    var page = file.pages[place.page - 1]
    while page.count <= place.line { page.append([]) }
    let index = place.line - 1
    switch action {
    case "number":
      let number = BrailleFile.cells("#" + String(amount).map { Self.digits[$0] ?? $0 })
      let blanks = 40 - page[index].count - number.count
      page[index] += Array(repeating: 0, count: blanks) + number
    case "indent": page[index] = Self.indented(page[index], by: amount)
    case "drop": page.removeSubrange(index..<index + amount)
    case "spell":
      var words = page[index].split(separator: 0).map(Array.init)
      let word = BrailleFile.brf(words[amount - 1])
      guard let sign = word.first, let spelling = Self.spellings[sign] else {
        throw RecipeError.unreadable(word)
      }
      words[amount - 1] = BrailleFile.cells(Substring(spelling + word.dropFirst()))
      page[index] = Array(words.joined(separator: [0]))
    case "give":
      let words = page[index].split(separator: 0)
      let next = words.suffix(amount) + page[index + 1].split(separator: 0)
      page[index] = Self.centred(words.dropLast(amount))
      page[index + 1] = Self.centred(next)
    default: throw RecipeError.unreadable(String(action))
    }
    file.pages[place.page - 1] = page
    file = BrailleFile(pages: file.pages)
  }

  /// What lower wordsigns stand for, contracted otherwise.
  private static let spellings: [Character: String] = ["2": "BE", "7": "W]E"]

  private static let digits = Dictionary(uniqueKeysWithValues: zip("1234567890", "ABCDEFGHIJ"))

  private static func indented(_ line: [UInt8], by count: Int) -> [UInt8] {
    let text = line.drop { $0 == 0 }
    // The number at the end of the line stays where it is.
    let bare = ExampleText.withoutPageNumber(Array(text))
    let shift = count - (line.count - text.count)
    guard bare.count < text.count, shift > 0 else { return Array(repeating: 0, count: count) + text }
    return Array(repeating: 0, count: count) + bare + text.dropFirst(bare.count + shift)
  }

  private static func centred(_ words: some Sequence<ArraySlice<UInt8>>) -> [UInt8] {
    let line = Array(words.joined(separator: [0]))
    return Array(repeating: 0, count: (30 - line.count) / 2) + line
  }
}
