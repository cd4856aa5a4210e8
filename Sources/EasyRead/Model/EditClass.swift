/// How far an edit is to be trusted, and so what becomes of it without an author.
public enum EditClass: String, CaseIterable, Comparable, Codable, Sendable {
  /// Safe always: layout, contractions, dates, digits, wordy phrases with one sense.
  case a = "A"
  /// Made only where every gate and every condition on the result holds.
  case b = "B"
  /// Shown as a suggestion; made when the author accepts it.
  case c = "C"
  /// Never made: a place the author is told about.
  case d = "D"

  /// From the safest.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
