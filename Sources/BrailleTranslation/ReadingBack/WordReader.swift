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
    let script = Script(of: raw)
    var words: [Word] = []
    for index in cells.indices {
      let isRight = again.count == cells.count && again[index] == cells[index]
      if let shorter = try shorter(repaired[index], cells[index]) {
        words.append(Word(print: shorter, isCertain: true))
      } else if isRight, !isSuspect(repaired[index], for: cells[index]) {
        words.append(Word(print: repaired[index], isCertain: true))
      } else if isRight, isMisreadFigure(repaired[index], cells[index]) {
        let found = try WordSearch(translator: translator, repair: repair, script: script).find(cells[index])
        words.append(Word(print: found ?? repaired[index], isCertain: true))
      } else if isRight {
        let better = try WordSearch(translator: translator, repair: repair, script: script)
          .best(cells[index], otherThan: repaired[index])
        words.append(Word(print: better, isCertain: true))
      } else {
        words.append(try word(cells[index], raw: raw[index], repaired: repaired[index], script))
      }
    }
    return words
  }

  /// The word with what stands for a whole word read as the letters the sign has inside others, when
  /// that gives the cells too: cyff⟨blwyddyn⟩ is no word.
  private func shorter(_ text: String, _ cells: [UInt8]) throws(ConversionFailure) -> String? {
    guard translator.grade.contraction != .none else { return nil }
    for candidate in repair.shortened(text) where try translation(of: candidate) == cells { return candidate }
    return nil
  }

  /// Whether a word is not likely what was meant, though it gives the cells: signs or figures among its
  /// letters, or a figure's indicator taken for a letter.
  private func isSuspect(_ text: String, for cells: [UInt8]) -> Bool {
    guard !rulesAreUEB else { return false }
    if text.contains("\\") || Plausibility(of: text).strangers > 0 { return true }
    return isMisreadFigure(text, cells)
  }

  /// Whether the numeric indicator was taken for a letter it also is, in the scripts of India.
  private func isMisreadFigure(_ text: String, _ cells: [UInt8]) -> Bool {
    !rulesAreUEB && cells.count > 1 && cells[0] == 0x3C && IndicatorSplit.digits.contains(cells[1])
      && text.unicodeScalars.first?.properties.numericType == nil
  }

  private var rulesAreUEB: Bool { translator.rules.isUEB }

  private func word(
    _ cells: [UInt8], raw: String, repaired: String, _ script: Script
  ) throws(ConversionFailure) -> Word {
    // Foreign words and code stand uncontracted in contracted braille.
    for treatment in [TextRun.Treatment.text, .uncontracted] {
      for candidate in try candidates(raw, repaired, cells)
      where try translation(of: candidate, treatment) == cells {
        guard treatment == .text, isSuspect(candidate, for: cells) else {
          return Word(print: candidate, isCertain: true)
        }
        let search = WordSearch(translator: translator, repair: repair, script: script)
        return Word(print: try search.best(cells, otherThan: candidate), isCertain: true)
      }
    }
    let search = WordSearch(translator: translator, repair: repair, script: script)
    if let found = try search.find(cells) {
      return Word(print: found, isCertain: true)
    }
    return Word(print: repaired, isCertain: false)
  }

  /// What liblouis read, put right in the ways there are, the likeliest first.
  private func candidates(
    _ raw: String, _ repaired: String, _ cells: [UInt8]
  ) throws(ConversionFailure) -> [String] {
    var candidates: [String] = []
    let capitalised = repaired.prefix(1).uppercased() + repaired.dropFirst()
    var others = repair.variants(of: raw) + [raw]
    if let last = cells.last, !rulesAreUEB, let figure = repaired.unicodeScalars.last,
      figure.properties.numericType != nil
    {
      // The sign at a word's end is a stop or a comma oftener than a figure.
      let signs = try CharacterSigns.of(translator).characters[[last]] ?? []
      others += signs.filter { ".,;:?!".contains($0) }.flatMap { sign in
        [repaired, capitalised].map { String($0.dropLast()) + sign }
      }
    }
    let isContracted = translator.grade.contraction != .none
    for candidate in [repaired, capitalised] + others {
      // A stop or a comma may have hidden that a sign inside the word is no word: cadiwedd1 is cadw and a
      // comma.
      for form in (isContracted ? repair.shortened(candidate) : []) + [candidate]
      where !candidates.contains(form) {
        candidates.append(form)
      }
    }
    return candidates
  }

  private func translation(
    of text: String, _ treatment: TextRun.Treatment = .text
  ) throws(ConversionFailure) -> [UInt8] {
    try translator.translate([TextRun(text, treatment: treatment)]).text.cells
  }
}

extension ReadBack.DoubtfulWord {
  init(_ word: BraillePage.Word, print: String) {
    self.init(line: word.line, cells: word.cells, print: print)
  }
}
