/// Finds the sentences of a text, with the rules of its language.
///
/// It rather leaves two sentences together than parts one: a full stop ends a sentence only where
/// what stands before and after it does not speak against it. The rules are those of UAX 29 (sentence
/// boundaries) with lists of abbreviations, initials and ordinal numbers by language besides.
public struct SentenceSegmenter: Sendable {
  private let abbreviations: Abbreviations

  /// Makes a segmenter.
  ///
  /// - Parameter language: a BCP 47 tag; nil when the language is not known.
  public init(language: String?) {
    abbreviations = Abbreviations.of(language)
  }

  /// Stands for what has no characters, such as the mark of a note: it stays with what is before it.
  public static let object: Unicode.Scalar = "\u{FFFC}"

  /// The sentences of a text, in order, without the white space around them. Whatever is not white
  /// space is in one of them.
  public func sentences(in text: String) -> [Substring] {
    let scalars = Array(text.unicodeScalars)
    var index = text.unicodeScalars.startIndex
    var offset = 0
    return ranges(in: scalars).map { range in
      text.unicodeScalars.formIndex(&index, offsetBy: range.lowerBound - offset)
      let start = index
      text.unicodeScalars.formIndex(&index, offsetBy: range.count)
      offset = range.upperBound
      return text[start..<index]
    }
  }

  /// The sentences as ranges of positions, in order, without the white space around them.
  public func ranges(in text: [Unicode.Scalar]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    func close(at end: Int) {
      var (first, last) = (start, end)
      while first < last, text[first].isBlank { first += 1 }
      while last > first, text[last - 1].isBlank { last -= 1 }
      start = end
      guard first < last else { return }
      // Marks alone are no sentence: they belong to the one before.
      if let before = ranges.last, !text[first..<last].contains(where: \.isSpoken) {
        ranges[ranges.count - 1] = before.lowerBound..<last
      } else {
        ranges.append(first..<last)
      }
    }
    var position = 0
    while position < text.count {
      let stop = Stop(text[position])
      guard let stop else {
        // An empty line parts sentences whatever they end in.
        if text[position] == "\n", position + 1 < text.count, text[position + 1] == "\n" {
          close(at: position)
        }
        position += 1
        continue
      }
      var end = position + 1
      var last = stop
      while end < text.count, let next = Stop(text[end]) {
        last = next
        end += 1
      }
      let afterStops = end
      while end < text.count, text[end].closesQuotation || text[end] == Self.object { end += 1 }
      let candidate = Candidate(text: text, start: start, stop: position, afterStops: afterStops, end: end)
      if ends(candidate, last) { close(at: end) }
      position = end
    }
    close(at: text.count)
    return ranges
  }

  /// Whether a sentence ends at a stop.
  private func ends(_ candidate: Candidate, _ stop: Stop) -> Bool {
    guard candidate.end < candidate.text.count else { return true }
    let isFollowedByRoom = candidate.text[candidate.end].isBlank
    switch stop {
    case .full: return isFollowedByRoom || !candidate.isQuotationContinued
    case .danda: return true
    case .spaced: return isFollowedByRoom
    case .exclamation:
      guard isFollowedByRoom else { return false }
      return candidate.next.begins != .lowerCase && candidate.next.begins != .mark
    case .ellipsis:
      guard isFollowedByRoom else { return false }
      return candidate.next.begins == .upperCase || candidate.next.begins == .uncased
    case .period:
      guard isFollowedByRoom else { return false }
      if candidate.periods > 1 {
        return candidate.next.begins == .upperCase || candidate.next.begins == .uncased
      }
      return FullStop(candidate, abbreviations).endsSentence
    }
  }
}
