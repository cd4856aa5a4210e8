import Linguistics

extension Reading {
  /// The form of *be* that fits a noun phrase and the tense of a verb: is, are, was, were.
  func copula(for noun: Range<Int>, like verb: Int?) -> String {
    let isPast =
      verb.map { tag($0) == .vbd || lower($0) == "had" || lower($0) == "was" || lower($0) == "were" } ?? false
    let plural = isPlural(noun) == true
    return isPast ? (plural ? "were" : "was") : (plural ? "are" : "is")
  }

  /// The first finite verb outside brackets; nil when there is none.
  func mainVerb(in range: Range<Int>) -> Int? { range.first { tag($0).isFinite && words[$0].depth == 0 } }

  /// A noun phrase as the subject of a sentence of its own: `a bridge` becomes `The bridge`.
  func subject(_ noun: Range<Int>) -> (line: Line, words: [String]) {
    var line = part(noun).withoutObjects
    var words = WordList.words(of: line.text)
    let first = lower(noun.lowerBound)
    if first == "a" || first == "an", !words.isEmpty {
      line.replace(0..<first.utf8.count, with: "The")
      words[0] = "the"
    }
    return (line, words)
  }

  /// Whether a noun phrase has a number, a quantity or a negator, and so may not be said twice.
  func hasQuantity(_ noun: Range<Int>) -> Bool {
    noun.contains {
      tag($0) == .cd || Self.quantifiers.contains(lower($0)) || Self.negators.contains(lower($0))
        || Meaning.kind(of: lower($0)) != nil
    }
  }

  /// The line from a word to the end.
  func tail(from index: Int) -> Line { line[words[index].range.lowerBound..<line.count] }
  /// The line up to the end of a word.
  func head(to index: Int) -> Line { line[0..<words[index].range.upperBound] }
}
