import Linguistics

/// Five things or more in a row at the end of a sentence, as points of a list.
enum InlineListRule {
  static func split(_ reading: Reading) -> Split? {
    guard reading.canBeParted else { return nil }
    let end = reading.contentEnd
    let commas = reading.words.indices.filter {
      ($0 < end) && reading.tag($0) == .comma && reading.isOpen($0)
    }
    guard commas.count >= 3 else { return nil }
    // The last thing stands behind "and" or "or".
    guard
      let joint = (commas[commas.count - 2]..<end).last(where: {
        ["and", "or"].contains(reading.lower($0)) && reading.isOpen($0)
      }), joint + 1 < end, joint > commas[commas.count - 1]
    else { return nil }
    for lead in 2..<max(2, commas[commas.count - 3]) where isLead(reading, lead - 1) {
      if let split = split(reading, lead: lead, commas: commas, joint: joint) { return split }
    }
    return nil
  }

  private static func split(_ reading: Reading, lead: Int, commas: [Int], joint: Int) -> Split? {
    let end = reading.contentEnd
    // The things: between the lead, the commas and the joint.
    var bounds: [Range<Int>] = []
    var start = lead
    for comma in commas where comma > lead {
      bounds.append(start..<comma)
      start = comma + 1
    }
    if start < joint { bounds.append(start..<joint) }
    bounds.append(joint..<end)
    guard bounds.count >= 5 else { return nil }
    for (number, thing) in bounds.enumerated() {
      let words = number == bounds.count - 1 ? thing.lowerBound + 1..<thing.upperBound : thing
      guard isThing(reading, words, isLast: number == bounds.count - 1) else { return nil }
    }
    let leadEnd = reading.words[lead - 1].range.upperBound
    var leadLine = reading.line[0..<leadEnd].trimmed
    if leadLine.bytes.last != 0x3A { leadLine.append(":") }
    leadLine.capitalise()
    var parts = [Split.Part(line: leadLine)]
    for (number, thing) in bounds.enumerated() {
      let from = reading.words[thing.lowerBound].range.lowerBound
      let to =
        number == bounds.count - 1
        ? reading.line.count
        : number + 1 < bounds.count ? reading.words[thing.upperBound - 1].range.upperBound : 0
      parts.append(Split.Part(line: reading.line[from..<to].trimmed, kind: .bullet))
    }
    return Split(
      rule: .inlineList, editClass: .a, range: reading.bytes(lead..<end), parts: parts,
      evidence: "\(bounds.count) things in a row", needsSentences: false)
  }

  /// Whether a list may begin behind a word: a colon, or words that lead one in.
  private static func isLead(_ reading: Reading, _ index: Int) -> Bool {
    guard reading.isOpen(index) else { return false }
    if reading.text(index) == ":" { return true }
    if reading.lower(index) == "as" { return reading.lower(index - 1) == "such" }
    return ["including", "includes", "include", "included", "are", "were"].contains(reading.lower(index))
  }

  /// A noun phrase of a few words: no verb, no clause.
  private static func isThing(_ reading: Reading, _ range: Range<Int>, isLast: Bool) -> Bool {
    guard !range.isEmpty, range.count <= 10 else { return false }
    for index in range where reading.words[index].depth == 0 {
      if reading.tag(index).isFinite || reading.isSubordinator(index) { return false }
      if reading.text(index) == ":" || reading.text(index) == ";" || reading.tag(index) == .prp {
        return false
      }
      if isLast, ["and", "or"].contains(reading.lower(index)) { return false }
    }
    return range.contains { reading.tag($0).isNoun || reading.tag($0) == .vbg || reading.tag($0).isAdjective }
  }
}
