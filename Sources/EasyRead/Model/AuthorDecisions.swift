/// What the author of a document has decided, as the engine takes it: it wins over every rule.
///
/// Words are found in any case and in the form given; where they come from is the author file's business.
public struct AuthorDecisions: Hashable, Sendable {
  /// The author's words for others.
  public var replacements: [String: String]
  /// Words and phrases to leave as they are, which then need no explanation either.
  public var keep: Set<String>
  /// What words mean, in sentences that can stand by themselves.
  public var definitions: [String: String]
  /// The author's own lines for sentences, by ``SentenceID``.
  public var sentences: [String: [String]]

  /// Makes decisions.
  public init(
    replacements: [String: String] = [:], keep: Set<String> = [], definitions: [String: String] = [:],
    sentences: [String: [String]] = [:]
  ) {
    self.replacements = replacements
    self.keep = keep
    self.definitions = definitions
    self.sentences = sentences
  }
}
