import Diagnostics

/// A Markdown text made ready for cmark: what would make cmark take unbounded time or memory is
/// changed, and said, and lines of displayed mathematics are paired. An ordinary text is unchanged.
struct ParserInput {
  var bytes: [UInt8]
  /// A line that opens displayed mathematics, and the line that closes it, counted from 1.
  var mathematicsLines: [Int: Int] = [:]

  /// How many block quote and list marks at the start of one line are kept. cmark takes time in
  /// proportion to depth for every line and every inline, and the model stops at 256 levels.
  static let maximumMarks = 300
  /// Marks that begin after this many bytes of a line's start are not kept either: nesting by
  /// indentation has no other bound.
  static let maximumIndentation = 1_200
  /// How many empty cells may be added to the short rows of one table.
  static let maximumAddedCells = 300_000
  /// How many `![` one paragraph may have: cmark looks through all that are open at every link.
  static let maximumPictures = 8_000

  /// Prepares the text from `firstLine` on, the lines before it being front matter. Each of those
  /// is an empty line to cmark, so that line numbers stay those of the file.
  init(_ text: MarkdownText, firstLine: Int, log: inout DiagnosticLog) {
    bytes = []
    let body = firstLine <= text.lineCount ? text.line(firstLine).lowerBound : text.bytes.count
    bytes.reserveCapacity(text.bytes.count - body + firstLine)
    for _ in 1..<max(firstLine, 1) { bytes.append(ASCII.lineFeed) }
    var survey = LineSurvey(text: text)
    for number in stride(from: firstLine, through: text.lineCount, by: 1) { survey.visit(number) }
    survey.finish()
    mathematicsLines = survey.mathematicsLines
    guard
      !survey.overnestedLines.isEmpty || !survey.explodingTables.isEmpty
        || !survey.overfilledLines.isEmpty
    else {
      bytes.append(contentsOf: text.bytes[body...])
      return
    }
    for number in firstLine...max(firstLine, text.lineCount) {
      append(number, of: text, survey: survey)
    }
    for number in survey.explodingTables.sorted() {
      log.report(.tableTooSparse(at: text.range(text.line(number))))
    }
    if let first = survey.overfilledLines.min() {
      log.report(.tooManyPictures(at: text.range(text.line(first))))
    }
    if let first = survey.overnestedLines.min() {
      log.report(
        .marksNestedTooDeep(lines: survey.overnestedLines.count, at: text.range(text.line(first))))
    }
  }

  private mutating func append(_ number: Int, of text: MarkdownText, survey: LineSurvey) {
    let line = text.lineWithEnd(number)
    if survey.overnestedLines.contains(number) {
      let marks = LineMarks(text.bytes, in: line)
      bytes.append(contentsOf: marks.keptPrefix)
      bytes.append(contentsOf: text.bytes[marks.end..<line.upperBound])
      return
    }
    if survey.overfilledLines.contains(number) {
      for index in line {
        if text.bytes[index] == ASCII.exclamation, index + 1 < line.upperBound,
          text.bytes[index + 1] == ASCII.leftBracket
        {
          bytes.append(ASCII.backslash)
        }
        bytes.append(text.bytes[index])
      }
      return
    }
    guard survey.explodingTables.contains(number) else {
      bytes.append(contentsOf: text.bytes[line])
      return
    }
    let start = LineMarks(text.bytes, in: line).end
    bytes.append(contentsOf: text.bytes[line.lowerBound..<start])
    bytes.append(ASCII.backslash)
    bytes.append(contentsOf: text.bytes[start..<line.upperBound])
  }
}

extension Diagnostic {
  fileprivate static func tableTooSparse(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "MD-007", .warning, "a table would gain hundreds of thousands of empty cells; it is kept as text",
      hint: "write as many cells in each row as the heading has, or make several tables", at: range)
  }

  fileprivate static func tooManyPictures(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "MD-013", .warning,
      "a paragraph has more than \(ParserInput.maximumPictures) picture marks; those from here on are kept as text",
      hint: "put a blank line between the pictures", at: range)
  }

  fileprivate static func marksNestedTooDeep(lines: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "MD-008", .warning,
      "\(lines) lines begin with more than \(ParserInput.maximumMarks) quotation and list marks; the rest are dropped",
      hint: "nest less deeply; the words are all kept", at: range)
  }
}
