/// What is asked of easy read.
public struct EasyReadOptions: Hashable, Sendable {
  /// Which suggestions (class C) are made.
  public enum Acceptance: Hashable, Sendable {
    /// None: all are only offered.
    case none
    /// All that pass the conditions on their result.
    case all
    /// Those with these identifiers (``Edit/id``).
    case only(Set<String>)
  }
  /// How numbers from two to nine stand.
  public enum Digits: String, CaseIterable, Codable, Sendable {
    /// `3`
    case digits
    /// As the source has them.
    case asWritten = "as-written"
  }
  /// Where hard words are explained.
  public enum Explanations: String, CaseIterable, Codable, Sendable {
    /// In the next sentence at the first use in a section, and at the end.
    case everywhere
    /// At the end.
    case atTheEnd = "at-the-end"
    /// Nowhere; words without an explanation are still warned about.
    case none
  }

  /// Which suggestions are made.
  public var accept: Acceptance
  /// How small numbers stand.
  public var digits: Digits
  /// Where hard words are explained.
  public var explanations: Explanations
  /// What the author has decided.
  public var decisions: AuthorDecisions
  /// The heading of the explanations at the end.
  public var glossaryHeading: String
  /// Whether the document is a draft of easy read already, which people have worked on: no rule changes
  /// its words, and nothing is put into it but what its author decides.
  public var isDraft: Bool

  /// Whether suggestions to part sentences are worked out that are not made, for people to decide on. They take
  /// time, and a draft alone does not show them. Where some are accepted by their identifiers they are.
  public var offersSuggestions: Bool

  /// Makes options.
  public init(
    accept: Acceptance = .none, digits: Digits = .digits, explanations: Explanations = .everywhere,
    decisions: AuthorDecisions = AuthorDecisions(), glossaryHeading: String = "What the words mean",
    isDraft: Bool = false, offersSuggestions: Bool = true
  ) {
    self.accept = accept
    self.digits = digits
    self.explanations = explanations
    self.decisions = decisions
    self.glossaryHeading = glossaryHeading
    self.isDraft = isDraft
    self.offersSuggestions = offersSuggestions
  }
}
