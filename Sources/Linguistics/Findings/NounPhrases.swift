/// Noun phrases without what follows their noun: *the new local plan*, *they*, *Ms Jones*.
public enum NounPhrases {
  /// All noun phrases of a sentence, in order, as ranges of tokens. The last token is the noun.
  public static func find(in tokens: [Token]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < tokens.count {
      if let phrase = phrase(from: index, in: tokens) {
        found.append(phrase)
        index = phrase.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// The noun phrase that begins at a token; nil where none does.
  public static func phrase(from start: Int, in tokens: [Token]) -> Range<Int>? {
    guard start < tokens.count else { return nil }
    if tokens[start].tag == .prp || tokens[start].tag == .ex { return start..<start + 1 }
    var index = start
    var noun: Int?
    var last = start
    scan: while index < tokens.count {
      let tag = tokens[index].tag
      switch tag {
      case .nn, .nns, .nnp, .nnps:
        noun = index
      case .cd, .gw, .fw, .add:
        noun = index
      case .dt, .pdt, .prps, .wps:
        // A determiner begins a phrase: another after the noun begins the next one.
        if noun != nil || index > start && tokens[index - 1].tag != .pdt && tokens[index - 1].tag != .dt {
          break scan
        }
      case .pos:
        guard noun != nil else { break scan }
        noun = nil
      case .jj, .jjr, .jjs:
        if noun != nil, tokens[index - 1].tag != .hyph, !isFollowedByNoun(index, tokens) { break scan }
      case .vbn, .vbg:
        if noun != nil && tokens[index - 1].tag != .hyph || !isFollowedByNoun(index, tokens) { break scan }
      case .rb, .rbr, .rbs:
        guard noun == nil, index > start, index + 1 < tokens.count,
          tokens[index + 1].tag.isAdjective || tokens[index + 1].tag == .vbn || tokens[index + 1].tag == .cd
        else { break scan }
      case .hyph, .dollar, .openQuote, .closeQuote, .sym:
        if tag == .openQuote || tag == .closeQuote, index == start || noun != nil { break scan }
      default: break scan
      }
      index += 1
      if noun != nil { last = (noun ?? start) + 1 }
    }
    guard noun != nil else {
      // "this", "some", "both" alone are phrases too.
      return tokens[start].tag == .dt && !["the", "a", "an", "no", "every"].contains(tokens[start].lowered)
        ? start..<start + 1 : nil
    }
    return start..<last
  }

  private static func isFollowedByNoun(_ index: Int, _ tokens: [Token]) -> Bool {
    var next = index + 1
    while next < tokens.count {
      let tag = tokens[next].tag
      if tag.isNoun || tag == .cd { return true }
      guard tag.isAdjective || tag == .hyph || tag == .vbn || tag == .vbg else { return false }
      next += 1
    }
    return false
  }
}
