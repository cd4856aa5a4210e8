import Linguistics

/// Makes a sentence of `, a bank in Leeds,` behind a name or noun.
enum AppositionRule {
  static func splits(_ reading: Reading) -> [Split] {
    let end = reading.contentEnd
    let commas = reading.words.indices.filter { reading.tag($0) == .comma && reading.isOpen($0) }
    var splits: [Split] = []
    for (number, comma) in commas.enumerated() {
      let next = comma + 1
      guard [.dt, .prps].contains(reading.tag(next)) || ["one", "former"].contains(reading.lower(next)) else {
        continue
      }
      guard let start = reading.nounPhraseStart(before: comma), !reading.hasQuantity(start..<comma) else {
        continue
      }
      let closing = number + 1 < commas.count ? commas[number + 1] : end
      guard let phraseEnd = reading.nounPhraseEnd(next), phraseEnd <= closing else { continue }
      let inside = next..<closing
      guard !inside.contains(where: { reading.tag($0).isFinite && reading.words[$0].depth == 0 }),
        !inside.contains(where: { reading.tag($0) == .cc }), inside.count >= 2, inside.count <= 18
      else { continue }
      // A row of things has "and" behind a comma.
      if closing < end, ["and", "or"].contains(reading.lower(closing + 1)) { continue }
      if closing < end, start == reading.first {
        guard reading.finiteVerb(at: closing + 1) != nil else { continue }
      } else if closing < end {
        continue
      }
      guard reading.hasFiniteVerb(in: 0..<start) || closing < end else { continue }
      if let split = split(reading, start..<comma, inside, closing, end) { splits.append(split) }
    }
    return splits
  }

  private static func split(
    _ reading: Reading, _ noun: Range<Int>, _ inside: Range<Int>, _ closing: Int, _ end: Int
  ) -> Split? {
    let (subject, words) = reading.subject(noun)
    let verb = closing < end ? reading.finiteVerb(at: closing + 1) : reading.mainVerb(in: 0..<noun.lowerBound)
    let copula = reading.copula(for: noun, like: verb)
    var main = reading.head(to: noun.upperBound - 1)
    let content: Line
    if closing < end {
      content = reading.part(inside)
      main = main + Line(" ") + reading.tail(from: closing + 1)
    } else {
      content = reading.tail(from: inside.lowerBound)
    }
    let second = subject + Line(" \(copula) ") + content
    return Split(
      rule: .apposition, editClass: .c, range: reading.bytes(noun.lowerBound..<inside.upperBound),
      parts: [.init(line: main.asSentence()), .init(line: second.asSentence())],
      evidence: "the words behind the comma may say what \u{201C}\(reading.text(noun))\u{201D} is",
      added: words + [copula])
  }
}
