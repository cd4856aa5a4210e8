import Diagnostics
import DocumentModel

/// Which hard words were met, and which of them have been explained.
struct Explanations {
  let options: EasyReadOptions

  init(_ engine: SentenceEngine, _ options: EasyReadOptions) {
    self.options = options
  }

  /// A heading begins a section: words are explained again at their first use in it.
  mutating func beginSection() {}

  /// A block with these sentences begins.
  mutating func beginBlock(_ sentences: [String]) {}

  /// Whether a sentence is one that explains a word, as this type writes them.
  func isExplanation(_ sentence: String) -> Bool { false }

  /// A sentence that explains a word stands in the source already.
  mutating func noteExplanation(_ sentence: String) {}

  /// The lines that explain the hard words of a sentence; adds findings to it.
  mutating func lines(
    after sentence: inout SimplifiedSentence, range: SourceRange?
  ) -> [SimplifiedSentence.Line] { [] }

  /// Looks at words that are kept as they are.
  mutating func scan(_ text: String, range: SourceRange?) {}

  /// The words explained and those that are not.
  func outcome() -> (glossary: [ExplainedWord], unexplained: [UnexplainedWord]) { ([], []) }
}
