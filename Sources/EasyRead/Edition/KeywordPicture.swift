public import DocumentModel

/// A picture of the author's, to stand beside whatever speaks of what its file is named after:
/// `bank-account.png` beside "Ask about your bank accounts".
public struct KeywordPicture: Hashable, Sendable {
  /// The words of its name, all of which have to be there, in small letters.
  public let keywords: [String]
  /// The picture.
  public let resource: Resource

  /// Takes the words of a picture's name.
  ///
  /// - Parameters:
  ///   - stem: the name of the file without its extension. Figures at the end, as in `vote-2`, are no
  ///     keywords.
  ///   - resource: the picture, under the name the edition is to give it.
  public init(stem: String, resource: Resource) {
    var words = stem.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    while words.count > 1, words.last?.allSatisfy(\.isNumber) == true { words.removeLast() }
    keywords = words
    self.resource = resource
  }

  /// Whether words speak of what the picture is named after.
  ///
  /// - Parameter words: the words of an idea, in small letters, in their order.
  func fits(_ words: [Substring]) -> Bool {
    guard !keywords.isEmpty, words.count >= keywords.count else { return false }
    return (0...(words.count - keywords.count)).contains { start in
      keywords.indices.allSatisfy { Self.isForm(words[start + $0], of: keywords[$0]) }
    }
  }

  /// The best picture for an idea: of those that fit, the one with the longest name.
  static func best(of pictures: [KeywordPicture], for text: String) -> KeywordPicture? {
    guard !pictures.isEmpty else { return nil }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    var best: KeywordPicture?
    for picture in pictures where picture.fits(words) {
      let size = (picture.keywords.count, picture.keywords.reduce(0) { $0 + $1.count })
      let last = best.map { ($0.keywords.count, $0.keywords.reduce(0) { $0 + $1.count }) } ?? (0, 0)
      if size > last { best = picture }
    }
    return best
  }

  /// Whether a word is a keyword or a regular form of it: `votes`, `voted`, `voting`, `libraries`.
  private static func isForm(_ word: Substring, of keyword: String) -> Bool {
    if word == keyword { return true }
    guard keyword.count > 2 else { return false }
    for (end, changed) in [("s", ""), ("es", ""), ("ed", ""), ("ing", ""), ("d", "")]
    where word.hasSuffix(end) {
      if word.dropLast(end.count) + changed == keyword { return true }
    }
    if keyword.hasSuffix("y"), word == keyword.dropLast() + "ies" { return true }
    if keyword.hasSuffix("e") {
      let stem = keyword.dropLast()
      return word == stem + "ing" || word == stem + "ed"
    }
    // A picture may be named after what people do: `voting.png`.
    if keyword.hasSuffix("ing") {
      let stem = keyword.dropLast(3)
      return stem.count > 2
        && [stem, stem + "e", stem + "s", stem + "es", stem + "ed"].contains(String(word)[...])
    }
    return false
  }
}
