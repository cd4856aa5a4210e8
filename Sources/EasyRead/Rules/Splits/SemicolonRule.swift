import Linguistics

/// Parts sentences at semicolons between full clauses.
enum SemicolonRule {
  static func splits(_ reading: Reading) -> [Split] {
    guard reading.canBeParted else { return [] }
    let joints = reading.words.indices.filter { reading.words[$0].text == ";" && reading.isOpen($0) }
    guard !joints.isEmpty else { return [] }
    let starts = [0] + joints.map { $0 + 1 }
    guard starts.allSatisfy({ $0 < reading.count }) else { return [] }
    var gate: String?
    for (number, start) in starts.enumerated() {
      let end = number < joints.count ? joints[number] : reading.contentEnd
      guard start < end else { return [] }
      let stretch = start..<end
      guard reading.hasFiniteVerb(in: stretch), reading.isBalanced(stretch) else { return [] }
      gate = gate ?? (number == 0 ? firstGate(reading, stretch, joints) : laterGate(reading, stretch))
    }
    var parts: [Split.Part] = []
    var from = 0
    for number in starts.indices {
      let last = number == starts.count - 1
      let to = last ? reading.line.count : reading.words[joints[number] - 1].range.upperBound
      var part = reading.line[from..<to].asSentence(ending: last ? reading.partEnding : ".")
      if !last {
        from = reading.words[starts[number + 1]].range.lowerBound
        part = part + reading.line.objects(in: to..<from)
      }
      parts.append(Split.Part(line: part))
    }
    return [
      Split(
        rule: gate == nil ? .semicolon : .clauseCoordinationOffered, editClass: gate == nil ? .b : .c,
        range: reading.words[joints[0]].range, parts: parts,
        evidence: gate ?? "full clauses on both sides of the semicolon")
    ]
  }

  /// What in the first part may be about the others as well, or leaves it unfinished; nil for nothing.
  private static func firstGate(_ reading: Reading, _ part: Range<Int>, _ joints: [Int]) -> String? {
    let first = reading.first
    if reading.isSubordinator(first) || reading.lower(first) == "for" {
      return "\u{201C}\(reading.text(first))\u{201D} may be about both parts"
    }
    guard let verb = reading.independentVerb(in: part) else { return "the first part is no sentence" }
    if reading.isElliptic(part) || ["include", "be"].contains(reading.lemma(part.upperBound - 1)) {
      return "the first part is not finished"
    }
    if let index = (first..<max(first, verb)).first(where: { reading.isSubordinator($0) }) {
      return "\u{201C}\(reading.text(index))\u{201D} may be about both parts"
    }
    if reading.hasBareComplement(in: verb..<part.upperBound) || reading.tellsSpeech(in: part) {
      return "somebody may have said both parts"
    }
    for index in part {
      if reading.text(index) == ":" { return "a colon may be about both parts" }
      // "reported that A; B" leaves open who said B.
      if reading.lower(index) == "that", reading.tag(index) == .in {
        return "\u{201C}that\u{201D} may be about both parts"
      }
      if reading.lower(index) == "only", Reading.negators.contains(reading.lower(index - 1)) {
        return "\u{201C}not only\u{201D} binds the parts"
      }
    }
    if reading.hasOpeningPhrase(before: verb), !joints.contains(where: { opposes(reading, $0 + 1) }),
      !(reading.timePhraseEnd(first) != nil && joints.allSatisfy { reading.timePhraseEnd($0 + 1) != nil })
    {
      return "\u{201C}\(reading.text(first))\u{201D} may be about both parts"
    }
    // "as it was cold; and he had no coat": the second part may be a reason as well.
    if joints.contains(where: { ["and", "or"].contains(reading.lower($0 + 1)) }),
      let index = part.first(where: { reading.isSubordinator($0) })
    {
      return "\u{201C}\(reading.text(index))\u{201D} may be about both parts"
    }
    return nil
  }

  /// Whether a part begins with a word that sets it against the one before.
  private static func opposes(_ reading: Reading, _ start: Int) -> Bool {
    ["however", "but", "nevertheless", "instead", "yet"].contains(reading.lower(start))
  }

  /// What makes a later part no sentence of its own; nil for nothing.
  private static func laterGate(_ reading: Reading, _ part: Range<Int>) -> String? {
    var first = part.lowerBound
    if Reading.connectives.contains(reading.lower(first)) || reading.tag(first) == .cc {
      first += 1
      if reading.tag(first) == .comma { first += 1 }
    } else if let length = reading.openerLength(first) {
      first += length
    } else if let end = reading.timePhraseEnd(first) {
      first = end
    }
    guard first < part.upperBound, !reading.isSubordinator(first) else { return "a part is no sentence" }
    let beginning = first..<min(first + 6, part.upperBound)
    if beginning.contains(where: { [.wdt, .wp, .wps].contains(reading.tag($0)) }) {
      return "a part does not begin with its own subject"
    }
    if reading.clause(at: first, to: part.upperBound) == nil {
      if first > part.lowerBound, reading.lower(part.lowerBound) == "that" { return "a part is no sentence" }
      switch reading.tag(first) {
      case .dt, .prps, .nn, .nns, .nnp, .nnps, .jj, .prp, .ex: break
      case .in:
        guard let comma = part.first(where: { $0 > first && reading.tag($0) == .comma }),
          reading.clause(at: comma + 1, to: part.upperBound) != nil
        else { return "a part does not begin with its own subject" }
      default: return "a part does not begin with its own subject"
      }
    }
    if reading.independentVerb(in: first..<part.upperBound) == nil { return "a part is no sentence" }
    if reading.isElliptic(part) { return "a part leaves out its verb" }
    return nil
  }
}
