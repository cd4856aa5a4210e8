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
      guard reading.hasFiniteVerb(in: stretch) else { return [] }
      if number == 0 {
        if reading.isSubordinator(reading.first) || reading.lower(reading.first) == "for" {
          gate = "\u{201C}\(reading.text(reading.first))\u{201D} may be about both parts"
        }
        guard let verb = reading.mainVerb(in: stretch) else { return [] }
        if reading.hasBareComplement(in: verb..<end) { gate = "somebody may have said both parts" }
        if reading.words[stretch].contains(where: { $0.text == ":" }) {
          gate = "a colon may be about both parts"
        }
        // "reported that A; B" leaves open who said B.
        if stretch.contains(where: { reading.lower($0) == "that" && reading.tag($0) == .in }) {
          gate = "\u{201C}that\u{201D} may be about both parts"
        }
      } else {
        if Self.ownClause(reading, start, end) == nil, !Self.beginsPlainly(reading, start, end) {
          gate = "a part does not begin with its own subject"
          continue
        }
        if reading.isElliptic(stretch) { gate = "a part leaves out its verb" }
      }
      if !reading.isBalanced(stretch) { return [] }
    }
    var parts: [Split.Part] = []
    var from = 0
    for number in starts.indices {
      let last = number == starts.count - 1
      let to = last ? reading.line.count : reading.words[joints[number] - 1].range.upperBound
      var part = reading.line[from..<to].asSentence()
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

  /// Whether a part begins as a sentence may: with a noun phrase or a preposition, and a finite verb later.
  private static func beginsPlainly(_ reading: Reading, _ start: Int, _ end: Int) -> Bool {
    var first = start
    if Reading.connectives.contains(reading.lower(first)), reading.tag(first) != .cc {
      first += 1
      if reading.tag(first) == .comma { first += 1 }
    }
    guard !reading.isSubordinator(first) else { return false }
    switch reading.tag(first) {
    case .dt, .prps, .nn, .nns, .nnp, .nnps, .jj, .prp, .ex: return true
    case .in: return (first..<end).contains { reading.tag($0) == .comma }
    default: return false
    }
  }

  /// The clause after a joint, behind a word such as `however` or `and`.
  static func ownClause(_ reading: Reading, _ start: Int, _ end: Int) -> (subject: Range<Int>, verb: Int)? {
    var first = start
    if Reading.connectives.contains(reading.lower(first)) {
      first += 1
      if reading.tag(first) == .comma { first += 1 }
    }
    return reading.clause(at: first, to: end)
  }
}
