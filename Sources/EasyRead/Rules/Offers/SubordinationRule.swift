import Linguistics

/// Makes sentences of clauses with *because*, *although*, *while*, *where*, *after* and others.
enum SubordinationRule {
  static func splits(_ reading: Reading) -> [Split] {
    leading(reading) + trailing(reading)
  }

  /// Although X, Y: X. But Y.
  private static func leading(_ reading: Reading) -> [Split] {
    let start = reading.first
    guard ["although", "though", "while", "whilst", "whereas"].contains(reading.lower(start)) else {
      return []
    }
    let end = reading.contentEnd
    for comma in reading.words.indices where comma > start + 2 && reading.tag(comma) == .comma {
      guard reading.isOpen(comma), reading.clause(at: start + 1, to: comma) != nil,
        reading.clause(at: comma + 1, to: end) != nil
      else { continue }
      let first = reading.line[
        reading.words[start + 1].range.lowerBound..<reading.words[comma - 1].range.upperBound]
      let rest = reading.tail(from: comma + 1)
      let second = Line("But ") + rest.lowercasingStart(of: reading, comma + 1)
      return [
        Split(
          rule: .subordination, editClass: .c, range: reading.words[start].range,
          parts: [.init(line: first.asSentence()), .init(line: second.asSentence())],
          evidence: "\u{201C}\(reading.text(start))\u{201D} sets one clause against another",
          dropped: [reading.lower(start)], added: ["but"])
      ]
    }
    return []
  }

  /// X because Y: X. This is because Y.
  private static func trailing(_ reading: Reading) -> [Split] {
    let end = reading.contentEnd
    var splits: [Split] = []
    for index in reading.words.indices where index > 3 && index < end - 2 {
      guard reading.isOpen(index), let opening = opening(reading, index) else { continue }
      let clauseStart = index + 1
      if opening.needsClause {
        guard reading.clause(at: clauseStart, to: end) != nil else { continue }
      }
      let hasComma = reading.tag(index - 1) == .comma
      let leftEnd = hasComma ? index - 1 : index
      guard
        reading.beginsWithSubject(to: leftEnd) != nil || reading.clause(at: reading.first, to: leftEnd) != nil
      else {
        continue
      }
      // An adverb before belongs to the word: largely because.
      if reading.tag(index - 1).isAdverb || reading.lower(index - 1) == "not" || reading.tag(index - 1) == .cc
      {
        continue
      }
      if (0..<index).contains(where: { reading.isSubordinator($0) }) { continue }
      if let verb = reading.mainVerb(in: 0..<index), reading.hasBareComplement(in: verb..<index) { continue }
      let isPast = reading.mainVerb(in: 0..<leftEnd).map { reading.tag($0) == .vbd } ?? false
      let lead = opening.lead(isPast)
      let rest = reading.tail(from: opening.keepsWord ? index : clauseStart)
      let left = reading.head(to: leftEnd - 1)
      splits.append(
        Split(
          rule: .subordination, editClass: .c, range: reading.words[index].range,
          parts: [.init(line: left.asSentence()), .init(line: (Line(lead) + rest).asSentence())],
          evidence: "\u{201C}\(reading.text(index))\u{201D} begins a clause of its own",
          dropped: opening.keepsWord ? [] : [reading.lower(index)], added: WordList.words(of: lead)))
    }
    return splits
  }

  private struct Opening {
    var keepsWord: Bool
    var needsClause = true
    var lead: (_ isPast: Bool) -> String
  }

  private static func opening(_ reading: Reading, _ index: Int) -> Opening? {
    switch reading.lower(index) {
    case "because", "after", "before", "since", "until":
      guard reading.tag(index) == .in else { return nil }
      return Opening(keepsWord: true) { $0 ? "This was " : "This is " }
    case "although", "though", "whereas":
      return Opening(keepsWord: false) { _ in "But " }
    case "while", "whilst":
      // With a comma it sets against; without one it says when.
      guard reading.tag(index - 1) == .comma else {
        return Opening(keepsWord: true) { $0 ? "This was " : "This is " }
      }
      return Opening(keepsWord: false) { _ in "But " }
    case "where":
      guard reading.tag(index - 1) == .comma else { return nil }
      return Opening(keepsWord: true) { $0 ? "That was " : "That is " }
    case "when":
      guard reading.tag(index - 1) == .comma else { return nil }
      return Opening(keepsWord: true) { $0 ? "That was " : "That is " }
    default: return nil
    }
  }
}

extension Line {
  /// With a small letter first, where the first word is no name.
  func lowercasingStart(of reading: Reading, _ index: Int) -> Line {
    lowercasingFirst(of: reading, index..<index + 1)
  }
}
