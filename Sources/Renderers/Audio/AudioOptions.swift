/// What may be chosen about sound files without text.
public struct AudioOptions: Codable, Hashable, Sendable {
  /// How many files there are.
  public var files: Files

  /// How many files there are.
  public enum Files: String, CaseIterable, Codable, Sendable {
    /// One, with its chapters marked.
    case one
    /// One for each chapter.
    case chapters
  }

  /// Makes options.
  public init(files: Files = .one) { self.files = files }
}
