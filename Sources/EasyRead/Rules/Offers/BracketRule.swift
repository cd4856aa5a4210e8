import Linguistics

/// Makes a sentence of what stands in brackets behind a noun.
enum BracketRule {
  static func splits(_ reading: Reading) -> [Split] {
    var splits: [Split] = []
    for open in reading.words.indices.dropFirst()
    where reading.text(open) == "(" && reading.words[open].depth == 1 {
      guard
        let close = reading.words.indices.first(where: {
          $0 > open && reading.words[$0].depth == 1 && reading.text($0) == ")"
        }), close > open + 1
      else { continue }
      if let split = split(reading, open, close) { splits.append(split) }
    }
    return splits
  }

  private static func split(_ reading: Reading, _ open: Int, _ close: Int) -> Split? {
    let inside = open + 1..<close
    let content = reading.part(inside)
    let before = reading.head(to: open - 1)
    let after = reading.line[reading.words[close].range.upperBound..<reading.line.count]
    let main = (before + after).asSentence()
    if reading.clause(at: open + 1, to: close) != nil {
      return Split(
        rule: .brackets, editClass: .c, range: reading.bytes(open..<close + 1),
        parts: [.init(line: main), .init(line: content.asSentence())],
        evidence: "a clause stands in the brackets")
    }
    guard let end = reading.longNounPhraseEnd(open + 1), end <= close, close - open > 3,
      let start = reading.nounPhraseStart(before: open), !reading.hasQuantity(start..<open),
      reading.words[inside].allSatisfy({ !$0.tag.isFinite && $0.tag != .cd })
    else { return nil }
    let (subject, words) = reading.subject(start..<open)
    let copula = reading.copula(for: start..<open, like: reading.mainVerb(in: 0..<reading.count))
    return Split(
      rule: .brackets, editClass: .c, range: reading.bytes(open..<close + 1),
      parts: [.init(line: main), .init(line: (subject + Line(" \(copula) ") + content).asSentence())],
      evidence: "what stands in the brackets may say what \u{201C}\(reading.text(start..<open))\u{201D} is",
      added: words + [copula])
  }
}
