import Diagnostics
import DocumentModel
import Linguistics

/// The words of a sentence, in which hard ones are looked for.
struct SentenceWords {
  /// Those of the lines made of it.
  var lines: [[Token]]
  /// Those of the sentence itself, where its lines are others: the tagger may see in a short line what it does
  /// not see in a long sentence.
  var source: [Token]
}

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
  ) -> (sentence: SimplifiedSentence, words: SentenceWords) {
    var work = SentenceWork(engine: self, source: source, flat: flat)
    let parts = work.run()
    let lines = parts.map { part in
      SimplifiedSentence.Line(text: part.line.words, inlines: builder.inlines(of: part.line), kind: part.kind)
    }
    let sentence = SimplifiedSentence(
      source: source.text, id: work.id, range: range, lines: lines, edits: work.edits, findings: work.findings
    )
    let words = SentenceWords(
      lines: parts.map { flat.native($0.tokens, of: $0.line) },
      source: work.isUnchanged ? [] : flat.native(work.sourceTokens, of: source))
    return (sentence, words)
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
