import Diagnostics
import DocumentModel
import Readers

/// A text read as Markdown, with what was said about it.
struct ReadMarkdown {
  var document: Document
  var log: DiagnosticLog

  init(_ text: String, _ options: ReadingOptions = ReadingOptions()) throws(ConversionFailure) {
    log = DiagnosticLog(source: "test.md")
    document = try MarkdownReader().read(
      Source(name: "test.md", bytes: Array(text.utf8)), options: options, log: &log)
  }

  var blocks: [Block] { document.blocks }

  /// The codes of what was reported, in order.
  var codes: [String] { log.diagnostics.map(\.code) }

  /// All inlines of the document, parents before children.
  var inlines: [Inline] {
    var inlines: [Inline] = []
    document.walk { if case .inline(let inline) = $0 { inlines.append(inline) } }
    return inlines
  }

  /// All formulas, displayed or not, in reading order.
  var formulas: [(tex: String, isDisplayed: Bool)] {
    var formulas: [(String, Bool)] = []
    document.walk { node in
      switch node {
      case .block(.mathematics(let block)): formulas.append((block.mathematics.tex ?? "", true))
      case .inline(.mathematics(let inline)): formulas.append((inline.mathematics.tex ?? "", false))
      case .block, .inline: break
      }
    }
    return formulas
  }

  /// The words of the whole document.
  var words: [String] {
    var text = ""
    document.walk { node in
      switch node {
      case .block(.code(let code)): text += code.text + " "
      case .block: text += " "
      case .inline(.text(let run)): text += run.string
      case .inline(.code(let code)): text += code.text
      case .inline: break
      }
    }
    return text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
