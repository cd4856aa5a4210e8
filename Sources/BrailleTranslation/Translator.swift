public import Diagnostics
internal import Synchronization

/// Turns styled print text into cells, in one code and grade.
///
/// A whole paragraph is given at once: contractions, capitals and emphasis passages depend on what
/// stands around a word, so layout comes after translation, never before.
public final class Translator: Sendable {
  /// The code translated into.
  public let code: BrailleCode
  /// The grade of it.
  public let grade: BrailleCode.Grade
  /// The modifiers this document defines; a note must tell the reader what each stands for.
  public let transcriberDefinedModifiers: [TranscriberDefinedModifier]

  let tables: String
  let uncontractedTables: String
  let rules: CodeRules
  let emphasis: EmphasisPlan
  let numericSpaces: NumericSpaces?
  /// Whether this liblouis writes `2B` inside a capitals passage as two digits.
  let confusesDigitsInCapitals: Bool
  private let repertoire: Mutex<Repertoire>
  /// Nil for codes in which words change with their neighbours.
  private let memo: Mutex<WordMemo?>

  /// Makes a translator; the tables are found, read and checked here.
  ///
  /// - Parameters:
  ///   - grade: one of the code's grades, such as `2`.
  ///   - survey: what the whole document's text was found to use.
  /// - Throws: when the code lacks the grade, a table is missing or liblouis cannot use it.
  public convenience init(
    code: BrailleCode, grade gradeName: String, survey: PrintSurvey = PrintSurvey()
  ) throws(ConversionFailure) {
    try self.init(code: code, grade: gradeName, survey: survey, remembersWords: true)
  }

  /// As above; without remembering words, for the test that it makes no difference.
  init(
    code: BrailleCode, grade gradeName: String, survey: PrintSurvey, remembersWords: Bool
  ) throws(ConversionFailure) {
    let grade = try code.find(grade: gradeName)
    self.code = code
    self.grade = grade
    let folders = TableFiles.folders()
    let tables = try TableFiles.list(grade.tables, in: folders)
    self.tables = tables
    uncontractedTables = try TableFiles.list((code.grades.first ?? grade).tables, in: folders)
    try Liblouis.shared.compile(tables)
    if uncontractedTables != tables { try Liblouis.shared.compile(uncontractedTables) }
    let isUEB = code.system == "ueb"
    var repertoire = try Repertoire(tables: tables, dots: code.dots)
    transcriberDefinedModifiers = isUEB ? survey.transcriberDefinedModifiers : []
    rules = CodeRules(
      isUEB: isUEB, noteSigns: try Self.noteSigns(of: code, &repertoire),
      modifiers: transcriberDefinedModifiers.reduce(into: Equivalents.shared.modifiers) {
        $0[$1.mark.value] = $1.cells
      },
      quotation: survey.quotation)
    var sample: UInt32?
    for letter in Self.sampleLetters where sample == nil {
      if try repertoire.verdict(letter) == .plain { sample = letter }
    }
    emphasis = try EmphasisPlan(tables: tables, isUEB: isUEB, dots: code.dots, sample: sample)
    self.repertoire = Mutex(repertoire)
    func cells(_ text: String) -> [UInt8]? {
      try? Liblouis.shared.translate(text.unicodeScalars.map(\.value), tables: tables).cells
    }
    numericSpaces = isUEB ? NumericSpaces(probing: cells) : nil
    memo = Mutex(
      isUEB && remembersWords ? WordMemo(tables: tables, joiningSpace: numericSpaces?.joining ?? 0) : nil)
    // BB as two digits, where a capital B after one digit is meant.
    confusesDigitsInCapitals =
      isUEB && (cells("AA 2B CC").map { Self.contains($0, [0x3C, 0x03, 0x03]) } ?? false)
  }

  /// The code's own signs; otherwise what the table gives for round brackets; otherwise the brackets
  /// of most codes, dots 2356.
  private static func noteSigns(
    of code: BrailleCode, _ repertoire: inout Repertoire
  ) throws(ConversionFailure) -> CodeRules.NoteSigns {
    if let signs = code.noteSigns?.signs { return signs }
    guard try repertoire.knows(0x28), try repertoire.knows(0x29) else {
      return CodeRules.NoteSigns(open: [0x36], close: [0x36])
    }
    return CodeRules.NoteSigns(
      open: try Liblouis.shared.translate([0x28], tables: repertoire.tables).cells,
      close: try Liblouis.shared.translate([0x29], tables: repertoire.tables).cells)
  }

  private static func contains(_ cells: [UInt8], _ part: [UInt8]) -> Bool {
    cells.indices.contains { cells[$0...].starts(with: part) }
  }

  /// A letter of each script there is a table for.
  private static let sampleLetters: [UInt32] = [
    0x61, 0x627, 0x915, 0x995, 0xA15, 0xA95, 0xB15, 0xB95, 0xC15, 0xC95, 0xD15, 0xD9A, 0x430, 0x3B1, 0x5D0,
    0x10D0,
    0x1000, 0x1780, 0xAC00, 0x4E00, 0x13A0, 0x1403, 0x1208, 0xABC0,
  ]

  /// The emphasis the code has signs for; other emphasis does not show.
  public var shownEmphasis: Emphasis { emphasis.shown }

  /// Translates a paragraph, or any text that stands by itself, in one go.
  ///
  /// - Throws: when liblouis fails on it, which no text is known to cause.
  public func translate(_ runs: [TextRun]) throws(ConversionFailure) -> Translation {
    let source = PrintSource(runs)
    guard !source.scalars.isEmpty else { return Translation() }
    for _ in 0..<Self.rejectionLimit {
      var print = try prepare(source)
      let raw = try translate(&print, source: source)
      if code.dots == 6, let wide = raw.cells.firstIndex(where: { $0 > 0x3F }) {
        // Some tables know a character by six dots alone and by eight in company.
        let character = print.characters[Int(raw.origins[wide])]
        repertoire.withLock { $0.reject(character) }
        continue
      }
      let text = try BrailleAssembly(print: print, source: source).assemble(raw)
      return Translation(text: text, substitutions: print.substitutions)
    }
    throw ConversionFailure(.translationFailed("a table of a six-dot code gives dots 7 and 8"))
  }

  /// The most characters found out one by one to have eight dots, in one text.
  private static let rejectionLimit = 64

  /// The signs a transcriber's note stands between, in cells (RUEB 3.27).
  public var noteSigns: (open: [UInt8], close: [UInt8]) {
    (rules.noteSigns.open, rules.noteSigns.close)
  }

  /// Translates cells back to print, for proofs and tests.
  ///
  /// - Parameter cells: dots as in `BrailleText.cells`, without emphasis or transcriber's note signs,
  ///   which liblouis 3.24 does not read back.
  public func backTranslate(_ cells: [UInt8]) throws(ConversionFailure) -> String {
    try Liblouis.shared.backTranslate(cells, tables: tables)
  }

  // MARK: Before liblouis

  private func prepare(_ source: PrintSource) throws(ConversionFailure) -> PreparedPrint {
    var print = try normalise(source)
    if rules.isUEB {
      if source.features.contains(.quotationMark) { print.resolveQuotationMarks(rules.quotation) }
      if source.features.contains(.digit) { numericSpaces?.resolve(&print, source: source) }
      if source.features.contains(.capital), grade.contraction != .none {
        CapitalsAndContractions.mark(&print)
      }
    }
    if source.features.contains(.emphasis) { emphasis.apply(to: &print, source: source) }
    return print
  }

  private func normalise(_ source: PrintSource) throws(ConversionFailure) -> PreparedPrint {
    let result: Result<PreparedPrint, ConversionFailure> = repertoire.withLock { repertoire in
      if repertoire.knowsASCII, source.features.isDisjoint(with: [.special, .emphasis]) {
        return .success(
          PreparedPrint(
            characters: source.scalars, origins: Array(0..<Int32(truncatingIfNeeded: source.scalars.count))))
      }
      var normaliser = Normaliser(source, rules: rules)
      do throws(ConversionFailure) {
        return .success(try normaliser.run(&repertoire))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  // MARK: liblouis

  private func translate(
    _ print: inout PreparedPrint, source: PrintSource
  ) throws(ConversionFailure) -> RawBraille {
    let whole = 0..<print.characters.count
    var pieces = [Piece(range: whole, tables: tables)]
    if source.features.contains(.uncontracted), grade.contraction != .none {
      let ranges = Self.uncontracted(print, source: source)
      if rules.isUEB {
        for range in ranges { print.mark(range, Liblouis.Typeform.noContract) }
      } else {
        pieces = Piece.split(whole, at: ranges, tables: tables, other: uncontractedTables)
      }
    }
    if confusesDigitsInCapitals, source.features.contains([.capital, .digit]) {
      let passages = CapitalsPassages.ambiguous(in: print.characters)
      if !passages.isEmpty {
        pieces = Piece.splitIntoWords(passages, of: print.characters, tables: tables)
      }
    }
    if !print.inlays.isEmpty {
      let words = print.wordsWithInlays
      if grade.contraction != .none { print.markWhatFollowsInlays(words) }
      pieces = Piece.cut(pieces, around: words)
    }
    if pieces.count == 1, print.inlays.isEmpty {
      if print.typeforms.isEmpty, let raw = try memoised(print.characters) { return raw }
      return try Liblouis.shared.translate(print.characters, typeforms: print.typeforms, tables: tables)
    }
    var raw = RawBraille(cells: [], origins: [])
    for piece in pieces where !piece.range.isEmpty {
      let part = try Liblouis.shared.translate(
        Array(print.characters[piece.range]),
        typeforms: print.typeforms.isEmpty ? [] : Array(print.typeforms[piece.range]), tables: piece.tables)
      raw.cells += part.cells
      raw.origins += part.origins.map { $0 + Int32(piece.range.lowerBound) }
    }
    return raw
  }

  /// Translates characters without typeforms by the words remembered; nil when this code cannot be.
  private func memoised(_ characters: [UInt32]) throws(ConversionFailure) -> RawBraille? {
    let result: Result<RawBraille?, ConversionFailure> = memo.withLock { memo in
      do throws(ConversionFailure) {
        return .success(try memo?.translate(characters))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private static func uncontracted(_ print: PreparedPrint, source: PrintSource) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var span = 0
    for (index, origin) in print.origins.enumerated() {
      while span + 1 < source.spans.count, source.spans[span + 1].start <= Int(origin) { span += 1 }
      guard source.spans[span].treatment == .uncontracted else { continue }
      if let last = ranges.last, last.upperBound == index {
        ranges[ranges.count - 1] = last.lowerBound..<(index + 1)
      } else {
        ranges.append(index..<(index + 1))
      }
    }
    return ranges
  }
}
