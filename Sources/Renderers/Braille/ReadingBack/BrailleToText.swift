import BrailleTranslation
public import Diagnostics

/// Reads a file of braille back to plain text, so that somebody who reads print can check it.
///
/// The text has the lines of the braille, page numbers and running heads among them, and a form feed
/// after each page. See ``BrailleTranslation/Translator/readBack(_:)`` for what becomes of signs that
/// stand for no print.
public struct BrailleToText: Sendable {
  private let options: BrailleOptions

  /// Makes one; of the options the code, the grade and the tables count.
  public init(options: BrailleOptions = BrailleOptions()) { self.options = options }

  /// The text of a BRF, Unicode braille or PEF file.
  ///
  /// Where the options name no code it is that of the language a PEF file names, else UEB.
  ///
  /// - Throws: when the bytes are no braille, or the code, the grade or a table is not there.
  public func render(_ bytes: [UInt8], log: inout DiagnosticLog) throws(ConversionFailure) -> Rendition {
    let file = try BrailleFile(bytes)
    let choice = try CodeChoice(options, language: file.language)
    let translator = try Translator(code: choice.code, grade: choice.grade)
    var text = ""
    var doubtful: [String] = []
    var words = 0
    var indicators = 0
    for (number, page) in file.pages.enumerated() {
      let read = try translator.readBack(page)
      for line in read.lines {
        text += line
        while text.last == " " { text.removeLast() }
        text += "\n"
      }
      text += "\u{C}"
      words += read.wordCount
      indicators += read.emphasisIndicators
      doubtful += read.doubtful.map { "\(quoted($0.print)) on page \(number + 1), line \($0.line + 1)" }
    }
    if !doubtful.isEmpty { log.report(.doubtfulWords(doubtful, of: words)) }
    if indicators > 0 { log.report(.emphasisNotShown(indicators)) }
    let count = file.pages.count
    let artifact = Artifact(
      path: "report.txt", mediaType: "text/plain; charset=utf-8", bytes: Array(text.utf8))
    return Rendition(
      artifacts: [artifact], containment: .file,
      summary: """
        \(count) \(count == 1 ? "page" : "pages") read back, \(choice.code.name) grade \(choice.grade)
        """)
  }
}

extension Diagnostic {
  static func doubtfulWords(_ words: [String], of count: Int) -> Diagnostic {
    let shown = words.prefix(5).joined(separator: "; ")
    let rest = words.count > 5 ? "; and \(words.count - 5) more" : ""
    return Diagnostic(
      "BRL-035", .warning,
      "\(words.count) of \(count) words read back as print that would be brailled otherwise: \(shown)\(rest)",
      hint: "look at their braille; if there are many, it may be of another code or grade")
  }

  static func emphasisNotShown(_ count: Int) -> Diagnostic {
    Diagnostic(
      "BRL-034", .note, "the text does not show emphasis: \(count) indicators are left out",
      hint: "look at the braille where emphasis matters")
  }
}
