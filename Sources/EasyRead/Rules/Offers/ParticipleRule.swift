import Linguistics

/// Makes a sentence of `, making it the largest` and `, known as the Shard,`.
enum ParticipleRule {
  static func splits(_ reading: Reading) -> [Split] {
    let end = reading.contentEnd
    guard let clause = reading.beginsWithSubject(to: end) ?? reading.clause(at: reading.first, to: end) else {
      return []
    }
    let commas = reading.words.indices.filter { reading.tag($0) == .comma && reading.isOpen($0) }
    var splits: [Split] = []
    for (number, comma) in commas.enumerated() {
      let verb = comma + 1
      guard verb < end - 1, comma > clause.verb || comma == clause.subject.upperBound else { continue }
      let closing = number + 1 < commas.count ? commas[number + 1] : end
      if closing < end, ["and", "or"].contains(reading.lower(closing + 1)) { continue }
      if reading.tag(verb) == .vbg, comma > clause.verb, closing == end {
        if let split = active(reading, clause, comma, verb) { splits.append(split) }
      } else if reading.tag(verb) == .vbn {
        if let split = passive(reading, comma, verb, closing, end) { splits.append(split) }
      }
    }
    return splits + reduced(reading, clause, end)
  }

  /// `a region known as the Fens`, at the end of the sentence and with no comma.
  private static func reduced(
    _ reading: Reading, _ clause: (subject: Range<Int>, verb: Int), _ end: Int
  ) -> [Split] {
    let verbs = reading.words.indices.filter { index in
      index > clause.verb + 2 && index < end - 2 && reading.tag(index) == .vbn
        && reading.tag(index - 1).isNoun
        && (reading.tag(index + 1) == .in || reading.tag(index + 1) == .to) && reading.isOpen(index)
    }
    return verbs.compactMap { verb in
      guard let start = reading.nounPhraseStart(before: verb), start > clause.verb,
        !reading.hasQuantity(start..<verb),
        !reading.separatingCommas.contains(where: { $0 > verb }), !reading.hasFiniteVerb(in: verb..<end)
      else { return nil }
      let (subject, words) = reading.subject(start..<verb)
      let copula = reading.copula(for: start..<verb, like: clause.verb)
      return Split(
        rule: .participle, editClass: .c, range: reading.words[verb].range,
        parts: [
          .init(line: reading.head(to: verb - 1).asSentence()),
          .init(line: (subject + Line(" \(copula) ") + reading.tail(from: verb)).asSentence()),
        ],
        evidence:
          "\u{201C}\(reading.text(verb))\u{201D} may say something of \u{201C}\(reading.text(start..<verb))\u{201D}",
        added: words + [copula])
    }
  }

  /// Verbs whose participle speaks of all that was said before.
  private static let results: Set<String> = [
    "make", "cause", "result", "lead", "allow", "mean", "force", "give", "bring", "leave", "let", "help",
    "enable",
    "raise", "reduce", "increase", "create", "end",
  ]

  private static func active(
    _ reading: Reading, _ clause: (subject: Range<Int>, verb: Int), _ comma: Int, _ verb: Int
  ) -> Split? {
    guard
      [
        "including", "following", "according", "regarding", "concerning", "depending", "starting", "ranging",
        "beginning", "owing", "during", "being", "having",
      ].contains(reading.lower(verb)) == false
    else { return nil }
    let isPast = reading.tag(clause.verb) == .vbd
    let isResult = results.contains(reading.lemma(verb))
    let plural = !isResult && reading.isPlural(clause.subject) == true
    let first = reading.lower(clause.subject.lowerBound)
    let isBase = plural || (!isResult && (first == "i" || first == "you"))
    guard let form = English.inflect(reading.lemma(verb), as: isPast ? .vbd : isBase ? .vbp : .vbz) else {
      return nil
    }
    let subject: (line: Line, words: [String]) =
      isResult ? (Line("This"), ["this"]) : reading.subject(clause.subject)
    guard isResult || (!reading.hasQuantity(clause.subject) && clause.subject.count <= 5) else { return nil }
    let rest = reading.line[reading.words[verb].range.upperBound..<reading.line.count]
    return Split(
      rule: .participle, editClass: .c, range: reading.words[verb].range,
      parts: [
        .init(line: reading.head(to: comma - 1).asSentence()),
        .init(line: (subject.line + Line(" \(form)") + rest).asSentence()),
      ],
      evidence: "\u{201C}\(reading.text(verb))\u{201D} may be what \u{201C}\(subject.line.text)\u{201D} did",
      dropped: [reading.lower(verb)], added: subject.words + [form])
  }

  private static func passive(
    _ reading: Reading, _ comma: Int, _ verb: Int, _ closing: Int, _ end: Int
  ) -> Split? {
    guard let start = reading.nounPhraseStart(before: comma), !reading.hasQuantity(start..<comma) else {
      return nil
    }
    let noun = start..<comma
    let inside = verb..<closing
    guard !inside.contains(where: { reading.tag($0).isFinite && reading.words[$0].depth == 0 }) else {
      return nil
    }
    var main = reading.head(to: comma - 1)
    let content: Line
    let like: Int?
    if closing < end {
      guard start == reading.first, let next = reading.finiteVerb(at: closing + 1) else { return nil }
      content = reading.part(inside)
      main = main + Line(" ") + reading.tail(from: closing + 1)
      like = next
    } else {
      content = reading.tail(from: verb)
      like = reading.mainVerb(in: 0..<start)
      guard like != nil else { return nil }
    }
    let (subject, words) = reading.subject(noun)
    let copula = reading.copula(for: noun, like: like)
    return Split(
      rule: .participle, editClass: .c, range: reading.bytes(start..<closing),
      parts: [
        .init(line: main.asSentence()), .init(line: (subject + Line(" \(copula) ") + content).asSentence()),
      ],
      evidence:
        "\u{201C}\(reading.text(verb))\u{201D} may say something of \u{201C}\(reading.text(noun))\u{201D}",
      added: words + [copula])
  }
}
