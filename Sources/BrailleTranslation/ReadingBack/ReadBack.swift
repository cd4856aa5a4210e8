public import Diagnostics

/// Print read back from lines of cells, for checking.
public struct ReadBack: Hashable, Sendable {
  /// The print of each line given, its blanks kept, so that columns and page numbers stay in place.
  public var lines: [String]
  /// Words whose print would be brailled in other cells: what stands in `lines` for them is a guess.
  public var doubtful: [DoubtfulWord]
  /// How many words there were.
  public var wordCount: Int
  /// How many indicators of emphasis were left out: print has no characters for them.
  public var emphasisIndicators: Int

  /// A word that could not be read back for certain.
  public struct DoubtfulWord: Hashable, Sendable {
    /// The line it stands on, counted from 0.
    public var line: Int
    /// Its cells.
    public var cells: [UInt8]
    /// What it was read as.
    public var print: String
  }
}

extension Translator {
  /// Reads lines of cells back to print: the lines of a page, furniture and all, in their order.
  ///
  /// liblouis reads the words of all lines together, so that a capitals passage goes on from line to
  /// line. What its tables are known to read wrongly is put right, and then every word is translated
  /// again: where other cells come out, print that gives the very cells is searched for, and a word for
  /// which none is found is reported as doubtful. Braille that stands for no print (lines drawn across
  /// the page, dot locators) stays as braille patterns; transcriber's note signs become `⟦` and `⟧`.
  ///
  /// - Parameter lines: dots as in `BrailleText.cells`, one array a line.
  /// - Throws: when liblouis fails, which no cells are known to cause.
  public func readBack(_ lines: [[UInt8]]) throws(ConversionFailure) -> ReadBack {
    var page = BraillePage(lines, isUEB: rules.isUEB)
    var doubtful: [ReadBack.DoubtfulWord] = []
    if code.dots == 6 {
      let wide = page.indicesToRead.filter { page.words[$0].cells.contains { $0 > 0x3F } }
      page.leaveAsBraille(wide)
      doubtful += wide.map { .init(page.words[$0], print: page.words[$0].print ?? "") }
    }
    let passages = page.takePassages()
    doubtful += try WordReader(translator: self).read(&page, page.indicesToRead)
    for passage in passages {
      guard let code = BrailleCodes.serving(passage.identifier), let grade = code.grade(like: grade) else {
        page.leaveAsBraille(passage.words)
        continue
      }
      let other = try Translator(code: code, grade: grade.grade)
      doubtful += try WordReader(translator: other).read(&page, passage.words)
    }
    return ReadBack(
      lines: page.text, doubtful: doubtful.sorted { $0.line < $1.line }, wordCount: page.words.count,
      emphasisIndicators: page.emphasisIndicators)
  }
}
