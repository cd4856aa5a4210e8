/// A word, a number or a mark of a sentence.
///
/// Tokens are those of the English Web Treebank: `don't` is *do* and *n't*, `council's` is *council* and
/// *'s*, `long-term` is *long*, *-* and *term*. What stood between two of them is never more than white space.
public struct Token: Sendable, Hashable {
  /// As it is written in the sentence.
  public var text: String
  /// Where it stands: offsets in the sentence's UTF-8.
  public var range: Range<Int>
  /// Its part of speech.
  public var tag: Tag
  /// The word it is a form of, in small letters unless it is a name; of `n't` it is *not*.
  public var lemma: String
  /// The text in small letters, typographic apostrophes as straight ones: what words are compared by.
  public var lowered: String

  /// Makes a token.
  public init(text: String, range: Range<Int>, tag: Tag, lemma: String, lowered: String? = nil) {
    self.text = text
    self.range = range
    self.tag = tag
    self.lemma = lemma
    self.lowered = lowered ?? text.lowercased().replacing("\u{2019}", with: "'")
  }

  /// Whether it is something said: a word or a number, and no mark. `n't` and `'s` are words by this.
  public var isWord: Bool { !tag.isPunctuation && tag != .sym && tag != .dollar }
}

/// A sentence and its tokens, in order.
public struct TaggedSentence: Sendable, Hashable {
  /// The sentence.
  public var text: String
  /// Its tokens.
  public var tokens: [Token]

  /// Makes a sentence.
  public init(text: String, tokens: [Token]) {
    self.text = text
    self.tokens = tokens
  }

  /// How many words a reader counts: `don't`, `council's` and `long-term` are one each, a number is one,
  /// marks are none.
  public var wordCount: Int {
    var count = 0
    var end = -1
    for token in tokens {
      let isJoined = token.range.lowerBound == end
      if token.isWord {
        if !isJoined { count += 1 }
        end = token.range.upperBound
      } else if token.tag == .hyph, isJoined {
        end = token.range.upperBound
      } else {
        end = -1
      }
    }
    return count
  }

  /// Whether no white space stands before a token.
  public func isJoined(_ index: Int) -> Bool {
    index > 0 && tokens[index - 1].range.upperBound == tokens[index].range.lowerBound
  }

  /// The offsets in UTF-8 from the first of some tokens to the end of the last.
  public func range(of indices: Range<Int>) -> Range<Int> {
    guard let first = indices.first, let last = indices.last else { return 0..<0 }
    return tokens[first].range.lowerBound..<tokens[last].range.upperBound
  }

  /// The text of some tokens, with what stands between them.
  public func text(of indices: Range<Int>) -> String {
    let range = range(of: indices)
    return String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }
}
