/// A place in a source, as an editor shows it: both numbers count from 1.
///
/// The column counts Unicode scalars, not bytes, which is what SARIF calls `unicodeCodePoints`.
public struct SourcePosition: Hashable, Comparable, Sendable {
  private var storedLine: UInt32
  private var storedColumn: UInt32

  /// The line, from 1.
  public var line: Int { Int(storedLine) }
  /// The column, from 1, in Unicode scalars.
  public var column: Int { Int(storedColumn) }

  /// Makes a position; values outside 1…4,294,967,295 are brought inside.
  public init(line: Int, column: Int) {
    storedLine = UInt32(clamping: max(line, 1))
    storedColumn = UInt32(clamping: max(column, 1))
  }

  /// In reading order.
  public static func < (left: Self, right: Self) -> Bool {
    (left.storedLine, left.storedColumn) < (right.storedLine, right.storedColumn)
  }
}

/// A stretch of a source: from `start` up to, and not including, `end`.
public struct SourceRange: Hashable, Sendable {
  /// The position of the first character.
  public var start: SourcePosition
  /// The position just after the last character.
  public var end: SourcePosition
  /// Which part of a package the positions count in: an index into the document's `parts`.
  /// Part 0 is the file itself, the only part a single-file format has.
  public var part: UInt16

  /// Makes a range.
  public init(_ start: SourcePosition, _ end: SourcePosition, part: UInt16 = 0) {
    self.start = start
    self.end = max(start, end)
    self.part = part
  }

  /// The smallest range that holds both; ranges of different parts keep the first.
  public func union(_ other: SourceRange) -> SourceRange {
    guard part == other.part else { return self }
    return SourceRange(min(start, other.start), max(end, other.end), part: part)
  }
}
