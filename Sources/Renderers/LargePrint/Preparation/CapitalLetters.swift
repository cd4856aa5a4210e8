import DocumentModel

/// Text in capitals: found, and set in sentence case when that is asked for. Words in capitals lose
/// their shape, so that guidance on large print asks for none (UKAAF G003, RNIB).
///
/// What is a run: three words or more in capitals one after the other, of two letters or more each, with
/// twelve letters together. Abbreviations alone, `NHS` or `UK`, are no run.
struct CapitalLetters {
  /// Words the document has in capitals outside of such runs, which stay in capitals within them: names
  /// such as `NHS`.
  private let names: Set<String>

  /// Looks through a document for names in capitals.
  init(_ document: Document) {
    var names: Set<String> = []
    document.walk { node in
      switch node {
      case .inline(.text(let text)):
        guard text.string.utf8.contains(where: { (0x41...0x5A).contains($0) }) else { return }
        let runs = Self.runs(in: text.string)
        for word in Self.words(of: text.string) where word.isCapital {
          if !runs.contains(where: { $0.contains(word.range.lowerBound) }) {
            names.insert(String(text.string[word.range]))
          }
        }
      case .inline(.abbreviation(let abbreviation)): names.insert(abbreviation.inlines.plainText)
      case .inline, .block: break
      }
    }
    self.names = names
  }

  /// Whether there is a run of capitals in a text.
  static func hasRun(_ text: String) -> Bool {
    mayHaveRun(text) && !runs(in: text).isEmpty
  }

  /// Whether there are letters enough for a run: two small letters side by side end one. Quick, as nearly no
  /// text has any.
  private static func mayHaveRun(_ text: String) -> Bool {
    var capitals = 0
    var isAfterSmall = false
    for byte in text.utf8 {
      let isSmall = (0x61...0x7A).contains(byte)
      if isSmall, isAfterSmall {
        capitals = 0
      } else if (0x41...0x5A).contains(byte) || byte >= 0x80 {
        capitals += 1
        if capitals == fewestLetters { return true }
      }
      isAfterSmall = isSmall
    }
    return false
  }

  /// The text with its runs in sentence case: small letters, but for the first of each sentence, `I`,
  /// words with digits, and names.
  func inSentenceCase(_ text: String) -> String {
    let runs = Self.runs(in: text)
    guard !runs.isEmpty else { return text }
    var result = ""
    var end = text.startIndex
    for run in runs {
      result += text[end..<run.lowerBound]
      result += sentenceCase(text[run], startsSentence: Self.startsSentence(result))
      end = run.upperBound
    }
    return result + text[end...]
  }

  private static let fewestWords = 3
  private static let fewestLetters = 12

  private struct Word {
    var range: Range<String.Index>
    /// Letters in it.
    var letters: Int
    /// Whether every letter is a capital and there are two or more.
    var isCapital: Bool
  }

  /// Words: letters, digits and apostrophes side by side.
  private static func words(of text: some StringProtocol) -> [Word] {
    var words: [Word] = []
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index].isLetter || text[index].isNumber else { index = text.index(after: index); continue }
      let start = index
      var letters = 0
      var isCapital = true
      while index < text.endIndex, text[index].isLetter || text[index].isNumber || "'’".contains(text[index])
      {
        if text[index].isLetter {
          letters += 1
          if !text[index].isUppercase { isCapital = false }
        }
        index = text.index(after: index)
      }
      words.append(Word(range: start..<index, letters: letters, isCapital: isCapital && letters >= 2))
    }
    return words
  }

  /// The runs of capitals. A word of one letter and a number may stand within one.
  private static func runs(in text: String) -> [Range<String.Index>] {
    var runs: [Range<String.Index>] = []
    var open: (start: String.Index, end: String.Index, words: Int, letters: Int)?
    func close() {
      if let run = open, run.words >= fewestWords, run.letters >= fewestLetters {
        runs.append(run.start..<run.end)
      }
      open = nil
    }
    for word in words(of: text) {
      if word.isCapital {
        if let run = open {
          open = (run.start, word.range.upperBound, run.words + 1, run.letters + word.letters)
        } else {
          open = (word.range.lowerBound, word.range.upperBound, 1, word.letters)
        }
      } else if word.letters > 1 || (word.letters == 1 && !text[word.range.lowerBound].isUppercase) {
        close()
      }
    }
    close()
    return runs
  }

  private static func startsSentence(_ before: String) -> Bool {
    guard let last = before.last(where: { !$0.isWhitespace && !"\"'“‘(".contains($0) }) else { return true }
    return ".!?:".contains(last)
  }

  private func sentenceCase(_ run: Substring, startsSentence: Bool) -> String {
    var result = ""
    var isFirst = startsSentence
    var end = run.startIndex
    for word in Self.words(of: run) {
      let between = run[end..<word.range.lowerBound]
      if between.contains(where: { ".!?".contains($0) }) { isFirst = true }
      result += between
      let letters = String(run[word.range])
      if names.contains(letters) || letters == "I" || letters.contains(where: \.isNumber) {
        result += letters
      } else if isFirst {
        result += letters.prefix(1) + letters.dropFirst().lowercased()
      } else {
        result += letters.lowercased()
      }
      isFirst = false
      end = word.range.upperBound
    }
    return result + run[end...]
  }
}
