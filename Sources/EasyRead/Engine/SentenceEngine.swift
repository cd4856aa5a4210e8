import Diagnostics
import DocumentModel
import Linguistics

/// What is made of one sentence, with what the whole document has settled.
struct SentenceEngine {
  let options: EasyReadOptions
  let analyzer: (any LanguageAnalyzer)?
  let terms: DocumentTerms
  let rules: WordRules

  /// Whether there are rules for the language; without them sentences stay as they are.
  var knowsLanguage: Bool { analyzer != nil }

  init(_ document: Document, _ options: EasyReadOptions, language: String) {
    self.options = options
    analyzer = Linguistics.analyzer(for: language)
    terms = analyzer == nil ? DocumentTerms() : DocumentTerms(document)
    rules = WordRules(options, terms)
  }

  /// A sentence of a paragraph.
  func simplify(
    _ source: Line, in flat: FlatText, range: SourceRange?, _ builder: inout InlineBuilder
  ) -> (sentence: SimplifiedSentence, tokens: [[Token]]) {
    var work = SentenceWork(engine: self, source: source, flat: flat)
    let parts = work.run()
    let lines = parts.map { part in
      SimplifiedSentence.Line(text: part.line.words, inlines: builder.inlines(of: part.line), kind: part.kind)
    }
    let sentence = SimplifiedSentence(
      source: source.text, id: work.id, range: range, lines: lines, edits: work.edits, findings: work.findings
    )
    return (sentence, parts.map { flat.native($0.tokens, of: $0.line) })
  }

  /// A heading or title: one line, words of class A only.
  func title(_ flat: FlatText, range: SourceRange?) -> SimplifiedSentence {
    var builder = InlineBuilder(flat)
    let source = Line(flat, 0..<flat.bytes.count)
    var work = SentenceWork(engine: self, source: source, flat: flat)
    let line = work.runTitle()
    return SimplifiedSentence(
      source: source.text, id: work.id, range: range,
      lines: [.init(text: line.words, inlines: builder.inlines(of: line))], edits: work.edits)
  }
}
