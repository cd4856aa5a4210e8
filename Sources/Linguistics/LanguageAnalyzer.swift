import Sentences

/// Parts text of one language into sentences and tokens, and says what each token is.
public protocol LanguageAnalyzer: Sendable {
  /// The primary subtag of the language: `en`.
  var language: String { get }

  /// The sentences of a paragraph, in order, without the white space around them.
  func sentences(in text: String) -> [Substring]

  /// The tokens of a sentence, with tags and lemmas.
  func analyze(_ sentence: String) -> TaggedSentence
}

extension LanguageAnalyzer {
  /// All sentences of a paragraph, analysed.
  public func analyzed(_ text: String) -> [TaggedSentence] { sentences(in: text).map { analyze(String($0)) } }
}

/// The languages there are data for.
public enum Linguistics {
  /// The analyser of a language.
  ///
  /// - Parameter tag: a BCP 47 tag; nil counts as unknown.
  /// - Returns: nil for a language without data. Of such a language only the lengths of sentences can be
  ///   checked, and how they are laid out.
  public static func analyzer(for tag: String?) -> (any LanguageAnalyzer)? {
    let primary = tag?.prefix { $0 != "-" && $0 != "_" }.lowercased()
    return primary == "en" ? EnglishAnalyzer() : nil
  }
}
