/// How far apart lines stand.
public enum LineSpacing: String, CaseIterable, Codable, Sendable {
  case single
  /// A blank line between any two, for people who learn to read by touch (BANA Formats 1.7.2).
  case double

  /// How many blank lines stand between two lines.
  var blankBetween: Int {
    switch self {
    case .single: 0
    case .double: 1
    }
  }
}
