import Diagnostics
import DocumentModel

/// What is made of one sentence, with what the whole document has settled.
struct SentenceEngine {
  let options: EasyReadOptions
  /// Whether there are rules for the language; without them sentences stay as they are.
  let knowsLanguage: Bool

  init(_ document: Document, _ options: EasyReadOptions, language: String) {
    self.options = options
    knowsLanguage = language == "en"
  }

  /// A sentence of a paragraph.
  func simplify(
    _ source: Line, in flat: FlatText, range: SourceRange?, _ builder: inout InlineBuilder
  ) -> SimplifiedSentence {
    let line = SimplifiedSentence.Line(text: source.words, inlines: builder.inlines(of: source))
    return SimplifiedSentence(
      source: source.text, id: SentenceID.of(source.text), range: range, lines: [line])
  }

  /// A heading or title: one line, words only.
  func title(_ flat: FlatText, range: SourceRange?) -> SimplifiedSentence {
    var builder = InlineBuilder(flat)
    let line = Line(flat, 0..<flat.bytes.count)
    return SimplifiedSentence(
      source: line.text, id: SentenceID.of(line.text), range: range,
      lines: [.init(text: line.words, inlines: builder.inlines(of: line))])
  }
}
