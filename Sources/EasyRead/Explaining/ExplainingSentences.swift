import Linguistics

/// The sentences of explanations, as drafts have them, each with what its word is remembered by.
struct ExplainingSentences {
  private var own: [String: String] = [:]
  /// Nil where nothing is explained.
  private let glossary: Glossary?

  /// None.
  init() { glossary = nil }

  /// Those of words the author or the document explains, by what they are remembered by, before those of the
  /// glossary.
  init(_ words: [String: ExplainedWord], _ glossary: Glossary) {
    self.glossary = glossary
    for (key, word) in words.sorted(by: { $0.key < $1.key }) {
      for sentence in Glossary.sentences(of: word.explanation) { own[sentence] = key }
    }
  }

  /// What the word is remembered by that a sentence explains; nil for other sentences.
  subscript(sentence: String) -> String? {
    own[sentence] ?? glossary?.entry(explainingWith: sentence)?.term.lowercased()
  }
}
