/// One change to one sentence, made or offered: what, where, why, and what became of it.
public struct Edit: Hashable, Sendable {
  /// What became of an edit.
  public enum State: Hashable, Sendable {
    /// Made, because its class allows it.
    case applied
    /// Offered, and not made.
    case suggested
    /// Made, because the author accepted it.
    case accepted
    /// Made, found to break a condition, and taken back; the reason in words.
    case undone(reason: String)
  }

  /// What the author accepts it by: the identifier of the sentence, the rule, and a number where the
  /// sentence has several of the rule: `3f09a1c2.brackets`, `3f09a1c2.brackets.2`.
  public var id: String
  /// The rule it follows.
  public var rule: RuleID
  /// How far it is to be trusted.
  public var editClass: EditClass
  /// Where in the text of the source sentence, in UTF-8 code units: what the edit was about.
  public var range: Range<Int>
  /// The words before, as they stood when the edit was made.
  public var before: String
  /// The words after; lines parted by U+000A.
  public var after: String
  /// Why, in words for the author.
  public var evidence: String
  /// What became of it.
  public var state: State

  /// Makes an edit.
  public init(
    id: String, rule: RuleID, editClass: EditClass, range: Range<Int>, before: String, after: String,
    evidence: String, state: State
  ) {
    self.id = id
    self.rule = rule
    self.editClass = editClass
    self.range = range
    self.before = before
    self.after = after
    self.evidence = evidence
    self.state = state
  }

  /// Whether the text has the words after.
  public var isMade: Bool {
    switch state {
    case .applied, .accepted: true
    case .suggested, .undone: false
    }
  }
}

/// A place the author is told about, where nothing is changed.
public struct Finding: Hashable, Sendable {
  /// The rule that is broken.
  public var rule: RuleID
  /// Where in the text of the source sentence, in UTF-8 code units.
  public var range: Range<Int>
  /// What it is, the specific first.
  public var message: String

  /// Makes a finding.
  public init(rule: RuleID, range: Range<Int>, message: String) {
    self.rule = rule
    self.range = range
    self.message = message
  }
}
