/// What may be chosen about pandoc's JSON.
public struct PandocOptions: Codable, Hashable, Sendable {
  /// Which pandoc is to read it.
  public var version: Version

  /// Makes options.
  public init(version: Version = .pandoc2) { self.version = version }

  /// The versions of pandoc that read each other's trees. None reads those of another.
  public enum Version: String, CaseIterable, Codable, Sendable {
    /// Pandoc 2.11 to 2.19, as Debian 12 has it: version 1.22 of pandoc's types.
    case pandoc2 = "2"
    /// Pandoc 3: version 1.23.
    case pandoc3 = "3"

    /// The number in the file.
    var api: [Int] {
      switch self {
      case .pandoc2: [1, 22, 2, 1]
      case .pandoc3: [1, 23, 1]
      }
    }
  }
}
