import Linguistics

/// Says in a sentence of its own when, where or why: *This was during the war.*
enum PhraseRule {
  static func splits(_ reading: Reading) -> [Split] {
    let end = reading.contentEnd
    var splits: [Split] = []
    if let split = leading(reading, end) { splits.append(split) }
    // The places, those first whose longer half is the shortest.
    let places = reading.words.indices.filter { isPlace(reading, $0, end) }
    let sorted = places.sorted { (max($0, end - $0), $0) < (max($1, end - $1), $1) }
    if let place = sorted.first(where: { reading.tag($0 - 1) == .comma }) ?? sorted.first {
      let leftEnd = reading.tag(place - 1) == .comma ? place - 1 : place
      let lead = isPast(reading, leftEnd) ? "This was " : "This is "
      splits.append(
        Split(
          rule: .openingPhrase, editClass: .c, range: reading.words[place].range,
          parts: [
            .init(line: reading.head(to: leftEnd - 1).asSentence()),
            .init(line: (Line(lead) + reading.tail(from: place)).asSentence()),
          ],
          evidence:
            "\u{201C}\(reading.text(place))\u{201D} begins words that may be about the whole sentence",
          added: WordList.words(of: lead)))
    }
    return splits
  }

  private static let prepositions: Set<String> = [
    "during", "after", "before", "until", "since", "throughout", "within", "in", "at", "on", "by", "with",
    "for", "as",
    "from", "through", "under", "between", "among", "across", "around", "near", "following", "against",
    "without",
    "towards", "despite", "due", "because", "into", "onto", "upon", "via", "outside", "inside", "along",
  ]

  private static func isPlace(_ reading: Reading, _ index: Int, _ end: Int) -> Bool {
    guard index > 4, index < end - 2, reading.isOpen(index) else { return false }
    let isPreposition = reading.tag(index) == .in && prepositions.contains(reading.lower(index))
    let isPurpose = reading.tag(index) == .to && reading.tag(index + 1) == .vb
    guard isPreposition || isPurpose, !reading.isSubordinator(index) else { return false }
    // What stands right behind a verb, an adjective or another preposition belongs to it.
    let before = reading.tag(index - 1)
    guard before.isNoun || before == .comma || before == .cd || before == .closeBracket || before == .rp
    else { return false }
    if isPurpose, before != .comma,
      ["ability", "way", "attempt", "need", "right", "decision", "plan", "time"].contains(
        reading.lower(index - 1))
    {
      return false
    }
    let leftEnd = before == .comma ? index - 1 : index
    guard reading.hasFiniteVerb(in: 0..<leftEnd), leftEnd >= 4, end - index >= 3 else { return false }
    guard reading.isBalanced(0..<leftEnd) else { return false }
    // Not within a row of things, nor before the main verb.
    if before == .comma, reading.separatingCommas.count > 2 { return false }
    if reading.tag(index + 1) == .wdt || reading.tag(index + 1) == .wp { return false }
    guard let verb = reading.mainVerb(in: 0..<leftEnd), verb < index - 1 else { return false }
    // A clause that hangs on the sentence would be cut in two, or lose its own words.
    if reading.hasSubordinator(in: 0..<leftEnd) { return false }
    if let first = (index..<end).first(where: { reading.tag($0).isFinite }),
      reading.hasSubordinator(in: index..<first) == false
    {
      return false
    }
    return true
  }

  private static func isPast(_ reading: Reading, _ end: Int) -> Bool {
    reading.mainVerb(in: 0..<end).map { reading.tag($0) == .vbd } ?? false
  }

  /// `In the Middle Ages, X`: X. This was in the Middle Ages.
  private static func leading(_ reading: Reading, _ end: Int) -> Split? {
    let start = reading.first
    guard reading.tag(start) == .in, !reading.isSubordinator(start),
      prepositions.contains(reading.lower(start)),
      let comma = reading.separatingCommas.first, comma > start + 2, comma < end - 4,
      !reading.hasFiniteVerb(in: start..<comma), reading.clause(at: comma + 1, to: end) != nil
    else { return nil }
    let phrase = reading.line[
      reading.words[start].range.lowerBound..<reading.words[comma - 1].range.upperBound]
    var main = reading.tail(from: comma + 1).asSentence()
    let objects = phrase.objects(in: 0..<phrase.count)
    main = main + objects
    let lead = isPast(reading, end) ? "This was " : "This is "
    let second = Line(lead) + phrase.withoutObjects.lowercasingStart(start, reading)
    return Split(
      rule: .openingPhrase, editClass: .c, range: reading.bytes(start..<comma),
      parts: [.init(line: main), .init(line: second.asSentence())],
      evidence: "\u{201C}\(phrase.words)\u{201D} may stand by itself", added: WordList.words(of: lead))
  }
}

extension Line {
  /// With a small letter first: for prepositions.
  fileprivate func lowercasingStart(_ index: Int, _ reading: Reading) -> Line {
    guard let first = bytes.first, (0x41...0x5A).contains(first), !reading.tag(index).isName else {
      return self
    }
    var line = self
    line.setByte(0, first + 0x20)
    return line
  }
}
