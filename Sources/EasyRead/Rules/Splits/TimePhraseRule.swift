import Linguistics

/// Says in a sentence of its own when something was: *This was in February 1942.*
enum TimePhraseRule {
  /// `next`: the first word of what follows the sentence, in small letters.
  static func splits(_ reading: Reading, next: @autoclosure () -> String) -> [Split] {
    guard reading.wordCount > 15, reading.canBeParted, reading.ending == ".",
      // "This" of the next sentence would be the time.
      !["this", "that", "these", "those"].contains(next()),
      !reading.words.contains(where: { [":", ";", "\u{2014}", "--"].contains($0.text) })
    else { return [] }
    return [opening(reading) ?? behindVerb(reading)].compactMap { $0 }
  }

  /// `In February 1942, he was sent home`: he was sent home. This was in February 1942.
  private static func opening(_ reading: Reading) -> Split? {
    guard reading.first == 0, reading.isOpen(0), reading.text(0).dropFirst() == reading.lower(0).dropFirst(),
      let end = reading.calendarTimeEnd(0)
    else { return nil }
    let start = reading.tag(end) == .comma ? end + 1 : end
    // Without a comma only what is sure to begin a subject: "In 1997 elections" is one phrase.
    guard !reading.isDigits(start), start > end || [.prp, .dt, .prps].contains(reading.tag(start)),
      let clause = clause(reading, at: start, to: reading.contentEnd),
      TimePhraseGates.opening(reading, clause, time: 0..<end)
    else { return nil }
    var time = reading.part(0..<end)
    if let first = time.bytes.first, (0x41...0x5A).contains(first) { time.setByte(0, first + 0x20) }
    let between = reading.line.objects(
      in: reading.words[end - 1].range.upperBound..<reading.words[start].range.lowerBound)
    return made(reading, 0..<end, main: reading.tail(from: start), time: time + between)
  }

  /// `It was opened by the mayor on 31 March 2007`: it was opened by the mayor. This was on 31 March 2007. Or
  /// in the middle, `It was opened in 2007 by the mayor`.
  private static func behindVerb(_ reading: Reading) -> Split? {
    let end = reading.contentEnd
    var first = reading.first
    if [.in].contains(reading.tag(first)), openers.contains(reading.lower(first)),
      let opened = reading.openingPhraseEnd(first, to: end)
    {
      first = opened
    }
    guard
      let clause = first > reading.first
        ? clause(reading, at: first, to: end)
        : reading.beginsWithSubject(to: end) ?? clause(reading, at: first, to: end),
      let start = (clause.verb + 1..<max(clause.verb + 1, end)).first(where: {
        reading.calendarTimeEnd($0) != nil
      }), let timeEnd = reading.calendarTimeEnd(start), reading.isOpen(start), reading.isOpen(timeEnd - 1),
      TimePhraseGates.behindVerb(reading, clause, time: start..<timeEnd)
    else { return nil }
    let last = reading.tag(start - 1) == .comma ? start - 2 : start - 1
    let left = reading.head(to: last)
    let between = reading.line.objects(in: left.count..<reading.words[start].range.lowerBound)
    guard timeEnd < end else {
      return made(reading, start..<timeEnd, main: left + between, time: reading.tail(from: start))
    }
    // The comma may close what stands before it: "the mayor, a farmer, in 1990 to help".
    // Where it is the only one, it belongs to the time as the one behind it does: "leave, in 1944, by letter".
    let isPair =
      reading.tag(timeEnd) == .comma && reading.separatingCommas.first { $0 > first } == start - 1
    let closes = last < start - 1 && !isPair
    let right = reading.tag(timeEnd) == .comma ? timeEnd + 1 : timeEnd
    let behind = reading.line.objects(
      in: reading.words[timeEnd - 1].range.upperBound..<reading.words[right].range.lowerBound)
    return made(
      reading, start..<timeEnd, main: left + between + Line(closes ? ", " : " ") + reading.tail(from: right),
      time: reading.part(start..<timeEnd) + behind)
  }

  /// Prepositions of phrases before a subject that bind no time: `Of Jewish heritage, he …`.
  private static let openers: Set<String> = ["of", "in", "at", "with", "as", "for", "under", "on"]

  /// The subject and verb of a clause; also where more than a noun phrase stands before a verb that can be
  /// nothing but one: `Mr Smith, the mayor, was`.
  private static func clause(_ reading: Reading, at start: Int, to end: Int) -> (
    subject: Range<Int>, verb: Int
  )? {
    if let found = reading.clause(at: start, to: end) { return found }
    guard [.dt, .nn, .nns, .nnp, .nnps, .jj, .prps, .cd].contains(reading.tag(start)),
      let verb = (start..<end).first(where: { reading.tag($0).isFinite && reading.words[$0].depth == 0 }),
      verb > start + 1, reading.isAuxiliary(verb) || reading.isUnmistakablyFinite(verb),
      !reading.hasSubordinator(in: start..<verb),
      !(start..<verb).contains(where: { reading.tag($0) == .prp || reading.tag($0) == .to }),
      // A row of things needs its "and"; a name has two commas around what explains it.
      let commas = Optional(reading.separatingCommas.filter { (start..<verb).contains($0) }),
      commas.count != 1, reading.nounPhraseEnd(start) != nil
    else { return nil }
    return (start..<verb, verb)
  }

  private static func made(_ reading: Reading, _ phrase: Range<Int>, main: Line, time: Line) -> Split {
    let lead = "This was "
    return Split(
      rule: .timePhrase, editClass: .b, range: reading.bytes(phrase),
      parts: [
        .init(line: main.asSentence(), hasTimeBehind: true), .init(line: (Line(lead) + time).asSentence()),
      ],
      evidence: "\u{201C}\(reading.text(phrase))\u{201D} says when, and of the main clause only",
      added: WordList.words(of: lead))
  }
}
