/// Which characters the typefaces have that pages are laid out with.
public struct CharacterCoverage: Hashable, Sendable {
  /// Ranges in order, none touching another.
  private let ranges: [ClosedRange<UInt32>]

  /// Makes a coverage of ranges of code points in any order.
  public init(_ ranges: [ClosedRange<UInt32>]) {
    var merged: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound &+ 1 {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    self.ranges = merged
  }

  /// Makes a coverage of what fontconfig says, a font a line: the format of its file, a tab, and its
  /// characters as ranges in hexadecimal, such as `20-7e a0`.
  ///
  /// Pango, which WeasyPrint lays out with, takes outlines alone: fonts in other formats count for nothing.
  public init(fontconfig lines: String) {
    var ranges: Set<ClosedRange<UInt32>> = []
    for line in lines.split(whereSeparator: \.isNewline) {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 2, ["TrueType", "CFF"].contains(fields[0]) else { continue }
      for piece in fields[1].split(separator: " ") {
        let ends = piece.split(separator: "-").compactMap { UInt32($0, radix: 16) }
        guard let first = ends.first, let last = ends.last, first <= last else { continue }
        ranges.insert(first...last)
      }
    }
    self.init(Array(ranges))
  }

  /// Whether there are no characters in it.
  public var isEmpty: Bool { ranges.isEmpty }

  /// Whether a typeface has the character.
  public func contains(_ scalar: Unicode.Scalar) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < scalar.value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(scalar.value)
  }
}
