extension Glossary {
  /// Where a word that has several senses has the one its entry explains, told by the words around it.
  public struct Gates: Sendable, Hashable {
    /// Which word around it is looked at.
    enum Place: Sendable, Hashable {
      /// The one directly after it: the word stands before that.
      case before
      /// The one directly in front of it.
      case after
      /// Any other in the sentence.
      case with
    }

    private var stops: [Place: Set<String>] = [:]
    private var permits: [Place: Set<String>] = [:]
    private var stopsCompounds = false

    /// Reads the gates of a row: `before:of,for|only:with:bank`.
    init(_ text: String) {
      for gate in text.split(separator: "|") {
        if gate == "compound" { stopsCompounds = true }
        var parts = gate.split(separator: ":")
        let isOnly = parts.first == "only"
        if isOnly { parts.removeFirst() }
        guard parts.count == 2 else { continue }
        let place: Place
        switch parts[0] {
        case "before": place = .before
        case "after": place = .after
        case "with": place = .with
        default: continue
        }
        let words = Set(parts[1].split(separator: ",").map(String.init))
        if isOnly { permits[place] = words } else { stops[place] = words }
      }
    }

    /// Whether the tokens in a range have the sense explained, for certain.
    func allow(_ range: Range<Int>, in tokens: [Token]) -> Bool {
      if stopsCompounds, range.upperBound < tokens.count, tokens[range.upperBound].tag.isNoun { return false }
      if stops.contains(where: { stands($0.value, at: $0.key, of: range, in: tokens) }) { return false }
      return permits.isEmpty
        || permits.contains { stands($0.value, at: $0.key, of: range, in: tokens) }
    }

    private func stands(_ words: Set<String>, at place: Place, of range: Range<Int>, in tokens: [Token])
      -> Bool
    {
      switch place {
      case .before: range.upperBound < tokens.count && Self.holds(words, tokens[range.upperBound])
      case .after: range.lowerBound > 0 && Self.holds(words, tokens[range.lowerBound - 1])
      case .with:
        tokens.indices.contains { !range.contains($0) && Self.holds(words, tokens[$0]) }
      }
    }

    private static func holds(_ words: Set<String>, _ token: Token) -> Bool {
      words.contains(token.lowered) || words.contains(token.lemma.lowercased())
        || token.tag == .cd && words.contains("number")
    }
  }
}
