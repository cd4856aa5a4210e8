import Linguistics

/// What the author is told about a sentence of the source.
enum SentenceFindings {
  /// What the words and marks begin with that are looked for one by one.
  private static let firstLetters = Array("ueoms%/(".utf8)

  static func of(_ reading: Reading) -> [Finding] {
    var findings: [Finding] = []
    func add(_ rule: RuleID, _ index: Int, _ message: String) {
      findings.append(Finding(rule: rule, range: reading.words[index].range, message: message))
    }
    for index in reading.words.indices {
      let word = reading.words[index]
      guard let first = word.lower.utf8.first, firstLetters.contains(first) else { continue }
      switch word.lower {
      case "unless", "except", "otherwise":
        add(.exception, index, "\u{201C}\(word.text)\u{201D}: say what happens in each case")
      case "only" where reading.lower(index + 1) == "if":
        add(.exception, index, "\u{201C}only if\u{201D}: say what happens in each case")
      case "must", "may", "should", "shall", "might":
        if word.tag == .md {
          add(.obligation, index, "\u{201C}\(word.text)\u{201D}: is it clear whether people have to?")
        }
      case "%": add(.figures, index, "a percentage: would \u{201C}1 in 10\u{201D} do?")
      case "/" where !word.isProtected:
        add(.punctuation, index, "a slash: say \u{201C}or\u{201D} or \u{201C}and\u{201D}")
      case "(" where word.depth == 1: add(.punctuation, index, "brackets")
      default: break
      }
    }
    let negators = reading.words.indices.filter { Reading.negators.contains(reading.lower($0)) }
    if negators.count >= 2 {
      add(.negation, negators[1], "two negators: say what is so, not what is not")
    }
    for index in DateRule.ambiguous(reading) {
      add(
        .ambiguousNumber, index,
        "\u{201C}\(reading.text(index))\u{201D} may be read as day and month or month and day")
    }
    for index in passives(reading) { add(.agentlessPassive, index, "a passive: who does this?") }
    if let quoted = reading.words.indices.first(where: { reading.words[$0].isQuoted }) {
      add(.quotation, quoted, "words in quotation marks are kept as they are")
    }
    return findings
  }

  /// Participles behind *be* with no `by` close behind.
  static func passives(_ reading: Reading) -> [Int] {
    reading.words.indices.filter { index in
      guard reading.tag(index) == .vbn, PlainWordRule.isBehindBe(reading, index) else { return false }
      return !(index + 1..<min(reading.count, index + 4)).contains { reading.lower($0) == "by" }
    }
  }
}
