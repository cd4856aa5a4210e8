public import Diagnostics

/// What the author of a report has decided about its easy read edition, as `report.easy-read.yml` beside
/// the report or the field `easy-read` of its front matter says it, each with its place in that file.
///
/// It wins over every rule. What does not fit the report any more is found by
/// ``stale(in:headings:)``.
public struct AuthorFile: Hashable, Sendable {
  /// Where something is written.
  public struct Place: Hashable, Sendable {
    /// The name of the file, where it is not the report itself.
    public var source: String?
    /// Where in it.
    public var range: SourceRange?

    /// Makes a place.
    public init(source: String? = nil, range: SourceRange? = nil) {
      self.source = source
      self.range = range
    }
  }

  /// Words of the report with what the author says of them.
  public struct Words: Hashable, Sendable {
    /// The words, as they stand in the report, in any case.
    public var words: String
    /// What stands in their place, or what they mean; empty for words that are only kept.
    public var text: String
    /// Where it is written.
    public var place: Place
  }

  /// The author's own wording of a sentence.
  public struct Wording: Hashable, Sendable {
    /// The sentence's name, ``SentenceID``.
    public var id: String
    /// The sentence, as it was in the report when the author wrote this; nil where only its name is given.
    public var original: String?
    /// The author's lines, one sentence each; none leaves the sentence out, with the reason.
    public var lines: [String]
    /// Why the sentence is left out.
    public var reason: String?
    /// Where it is written.
    public var place: Place
  }

  /// A picture for a heading or a sentence.
  public struct Picture: Hashable, Sendable {
    /// What a picture stands beside.
    public enum Subject: Hashable, Sendable {
      /// The heading with these words.
      case heading(String)
      /// The sentence with this name, and its words where the author gave them.
      case sentence(id: String, original: String?)
    }
    /// What it stands beside.
    public var subject: Subject
    /// The picture's file, as a picture in the report would be named.
    public var file: String
    /// What it shows, for those who do not see it; nil when the words beside it say all.
    public var description: String?
    /// Where it is written.
    public var place: Place
  }

  /// A section that easy read leaves out.
  public struct LeftOutSection: Hashable, Sendable {
    /// The words of its heading.
    public var heading: String
    /// Why.
    public var reason: String
    /// Where it is written.
    public var place: Place
  }

  /// A suggestion that is accepted.
  public struct AcceptedEdit: Hashable, Sendable {
    /// ``Edit/id``.
    public var id: String
    /// Where it is written.
    public var place: Place
  }

  /// Words for others: `replace`.
  public var replacements: [Words] = []
  /// Words to leave as they are: `keep`.
  public var kept: [Words] = []
  /// What words mean: `define`.
  public var definitions: [Words] = []
  /// The author's own sentences: `sentences`.
  public var wordings: [Wording] = []
  /// Pictures for headings and sentences: `pictures`.
  public var pictures: [Picture] = []
  /// Sections that are left out: `leave-out`.
  public var leftOut: [LeftOutSection] = []
  /// Whether all suggestions are accepted: `accept: all`.
  public var acceptsAll = false
  /// Suggestions that are accepted one by one: `accept`.
  public var accepted: [AcceptedEdit] = []
  /// Whether the report is a draft of easy read already, whose words stay: `draft: true`; nil where
  /// nothing is said.
  public var isDraft: Bool?

  /// Makes decisions about nothing.
  public init() {}

  /// The decisions as the engine takes them.
  public var decisions: AuthorDecisions {
    AuthorDecisions(
      replacements: Dictionary(replacements.map { ($0.words, $0.text) }) { first, _ in first },
      keep: Set(kept.map(\.words)),
      definitions: Dictionary(definitions.map { ($0.words, $0.text) }) { first, _ in first },
      sentences: Dictionary(wordings.map { ($0.id, $0.lines) }) { first, _ in first })
  }

  /// The suggestions that are accepted.
  public var acceptance: EasyReadOptions.Acceptance {
    if acceptsAll { return .all }
    return accepted.isEmpty ? .none : .only(Set(accepted.map(\.id)))
  }

  /// These decisions and those of another file; where both speak of the same thing, these count.
  ///
  /// - Parameter problems: what both speak of is added.
  public func adding(_ other: AuthorFile, problems: inout [Diagnostic]) -> AuthorFile {
    var sum = self
    func merge<Part>(
      _ path: WritableKeyPath<AuthorFile, [Part]>, _ key: (Part) -> String, _ place: (Part) -> Place
    ) {
      var known = Set(self[keyPath: path].map(key))
      for part in other[keyPath: path] {
        if known.insert(key(part)).inserted {
          sum[keyPath: path].append(part)
        } else {
          problems.append(.decidedTwice(key(part), at: place(part)))
        }
      }
    }
    merge(\.replacements, { $0.words.lowercased() }, \.place)
    merge(\.kept, { $0.words.lowercased() }, \.place)
    merge(\.definitions, { $0.words.lowercased() }, \.place)
    merge(\.wordings, \.id, \.place)
    merge(\.pictures, \.subject.key, \.place)
    merge(\.leftOut, { $0.heading.lowercased() }, \.place)
    merge(\.accepted, \.id, \.place)
    sum.acceptsAll = acceptsAll || other.acceptsAll
    sum.isDraft = isDraft ?? other.isDraft
    return sum
  }
}

extension AuthorFile.Picture.Subject {
  /// What tells subjects apart.
  var key: String {
    switch self {
    case .heading(let words): "heading: " + words.lowercased()
    case .sentence(let id, _): "sentence: " + id
    }
  }
}

extension EasyReadOptions.Acceptance {
  /// What either of two accepts.
  public func union(_ other: EasyReadOptions.Acceptance) -> EasyReadOptions.Acceptance {
    switch (self, other) {
    case (.all, _), (_, .all): .all
    case (.none, let rest), (let rest, .none): rest
    case (.only(let left), .only(let right)): .only(left.union(right))
    }
  }
}
