/// Guesses what a mistyped word was meant to be.
package enum Spelling {
  /// The candidate nearest to `word`, when one is near enough to be worth a guess: a third of its
  /// letters wrong at most, upper and lower case being the same.
  package static func nearest(to word: String, among candidates: [String]) -> String? {
    let wanted = Array(word.lowercased().unicodeScalars.prefix(longest))
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let distance = distance(wanted, Array(candidate.lowercased().unicodeScalars.prefix(longest)))
      let allowed = max(1, max(wanted.count, candidate.unicodeScalars.count) / 3)
      if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// A hint made of the nearest candidate, or of all of them when none is near.
  package static func hint(for word: String, among candidates: [String], each: String) -> String {
    if let nearest = nearest(to: word, among: candidates) { return "did you mean '\(nearest)'?" }
    return "\(each): \(candidates.joined(separator: ", "))"
  }

  /// Words are compared no further than this, which bounds the work.
  private static let longest = 64

  /// The Damerau-Levenshtein distance in its optimal string alignment form: how many insertions,
  /// deletions, substitutions and swaps of neighbours turn one word into the other.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int]()
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      for column in 0..<right.count {
        let substitution = last[column] + (left[row] == right[column] ? 0 : 1)
        var cost = min(substitution, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
