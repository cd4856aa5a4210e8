internal import Diagnostics

/// Reads the words of a page in one code, and makes sure of each.
struct WordReader {
  let translator: Translator
  private let repair: PrintRepair

  init(translator: Translator) {
    self.translator = translator
    repair = PrintRepair(code: translator.code)
  }

  /// Gives each of the words its print; returns those that are not certain.
  func read(
    _ page: inout BraillePage, _ indices: [Int]
  ) throws(ConversionFailure) -> [ReadBack.DoubtfulWord] {
    let whole = indices.filter { page.words[$0].core != nil }
    let cores = whole.map { page.words[$0].core ?? [] }
    let read = try certain(cores, try print(of: cores))
    var doubtful: [ReadBack.DoubtfulWord] = []
    for (index, word) in zip(whole, read) {
      page.words[index].print = page.words[index].parts.map {
        if case .known(let text) = $0 { text } else { word.print }
      }.joined()
      if !word.isCertain { doubtful.append(.init(page.words[index], print: word.print)) }
    }
    for index in indices where page.words[index].core == nil {
      var text = ""
      for part in page.words[index].parts {
        switch part {
        case .known(let known): text += known
        case .cells(let cells):
          let word = try certain([cells], try print(of: [cells]))[0]
          text += word.print
          if !word.isCertain { doubtful.append(.init(page.words[index], print: word.print)) }
        }
      }
      page.words[index].print = text
    }
    return doubtful
  }

  /// What liblouis reads words as: all together, as far as a word of print comes out for each.
  private func print(of words: [[UInt8]]) throws(ConversionFailure) -> [String] {
    guard !words.isEmpty else { return [] }
    let parts = try read(Array(words.joined(separator: [0]))).split(
      separator: " ", omittingEmptySubsequences: false
    ).map(String.init)
    if parts.count == words.count { return parts }
    guard words.count > 1 else { return [parts.joined(separator: " ")] }
    // Somewhere a blank came or went: the halves are read by themselves.
    let middle = words.count / 2
    return try print(of: Array(words[..<middle])) + print(of: Array(words[middle...]))
  }

  private func read(_ cells: [UInt8]) throws(ConversionFailure) -> String {
    let text = try Liblouis.shared.backTranslate(cells, tables: translator.tables)
    return text.contains("\u{A0}") ? text.replacing("\u{A0}", with: " ") : text
  }

  // MARK: Certainty

  private struct Word {
    var print: String
    var isCertain: Bool
  }

  /// Puts right what is known to be read wrongly, translates it again, and looks further for the words
  /// that give other cells.
  private func certain(_ cells: [[UInt8]], _ raw: [String]) throws(ConversionFailure) -> [Word] {
    let repaired = raw.map(repair.apply)
    let again = try translation(of: repaired.joined(separator: " ")).split(
      separator: 0, omittingEmptySubsequences: false
    ).map { Array($0) }
    var words: [Word] = []
    for index in cells.indices {
      if again.count == cells.count, again[index] == cells[index] {
        words.append(Word(print: repaired[index], isCertain: true))
      } else {
        words.append(try word(cells[index], raw: raw[index], repaired: repaired[index]))
      }
    }
    return words
  }

  private func word(
    _ cells: [UInt8], raw: String, repaired: String
  ) throws(ConversionFailure) -> Word {
    for candidate in [repaired, raw] where try translation(of: candidate) == cells {
      return Word(print: candidate, isCertain: true)
    }
    if let found = try WordSearch(translator: translator, repair: repair).find(cells) {
      return Word(print: found, isCertain: true)
    }
    return Word(print: repaired, isCertain: false)
  }

  private func translation(of text: String) throws(ConversionFailure) -> [UInt8] {
    try translator.translate([TextRun(text)]).text.cells
  }
}

extension ReadBack.DoubtfulWord {
  init(_ word: BraillePage.Word, print: String) {
    self.init(line: word.line, cells: word.cells, print: print)
  }
}
