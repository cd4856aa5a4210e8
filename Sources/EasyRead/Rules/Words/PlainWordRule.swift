import Linguistics

/// Plain words for hard ones, each where all of its gates are passed.
struct PlainWordRule: Sendable {
  let table: PlainWordTable
  let names: NameGuard

  func changes(_ reading: Reading) -> [WordChange] {
    var changes: [WordChange] = []
    var index = 0
    while index < reading.count {
      guard let found = match(reading, index) else {
        index += 1
        continue
      }
      if let change = change(reading, index, found) { changes.append(change) }
      index += found.words.count
    }
    return changes
  }

  /// The longest form that stands here and whose tag fits.
  private func match(_ reading: Reading, _ start: Int) -> PlainWordTable.Form? {
    guard let candidates = table.forms[reading.lower(start)] else { return nil }
    let tag = reading.tag(start)
    return candidates.first { form in
      guard form.allows(tag), start + form.words.count <= reading.count else { return false }
      // The first word is what they were found by.
      for offset in form.words.indices.dropFirst() where reading.lower(start + offset) != form.words[offset] {
        return false
      }
      return true
    }
  }

  private func change(_ reading: Reading, _ start: Int, _ form: PlainWordTable.Form) -> WordChange? {
    let entry = table.entries[form.entry]
    let range = start..<start + form.words.count
    guard !range.contains(where: { reading.words[$0].isProtected || reading.words[$0].isQuoted }) else {
      return nil
    }
    guard !names.holds(reading, range), passes(reading, range, entry) else { return nil }
    // Parts of words with hyphens stay.
    if reading.tag(start - 1) == .hyph || reading.tag(range.upperBound) == .hyph { return nil }
    let editClass = entry.editClass
    // "However, the rule" is "But the rule": the comma goes with the word.
    let takesComma = entry.gates.only.contains("before-comma") && form.plain == "but"
    return WordChange(
      rule: editClass == .a ? .wordyPhrase : editClass == .b ? .plainWord : .plainWordOffered,
      editClass: editClass,
      range: reading.bytes(takesComma ? start..<range.upperBound + 1 : range),
      replacement: Self.cased(form.plain, like: reading.text(start)),
      evidence: entry.gates.note.isEmpty
        ? "\u{201C}\(form.plain)\u{201D} is the plain word for \u{201C}\(entry.term)\u{201D}"
        : entry.gates.note,
      isDeclared: entry.gates.isDeclared)
  }

  static func cased(_ plain: String, like word: String) -> String {
    guard word.first?.isUppercase == true, let first = plain.first else { return plain }
    return first.uppercased() + plain.dropFirst()
  }

  private func passes(_ reading: Reading, _ range: Range<Int>, _ entry: PlainWordTable.Entry) -> Bool {
    let gates = entry.gates
    let (start, next) = (range.lowerBound, range.upperBound)
    let tag = reading.tag(start)
    let isParticiple = tag == .vbn || tag == .vbg
    if gates.notPassive, tag == .vbn, Self.isBehindBe(reading, start) { return false }
    if gates.notPassive, tag == .vbn, !Self.isBehindHave(reading, start) { return false }
    if gates.notPlural, tag == .nns { return false }
    if gates.notModifier, isParticiple, reading.tag(next).isNoun || reading.tag(next).isAdjective {
      return false
    }
    if gates.notModifier, isParticiple, !Self.isBehindBe(reading, start), !Self.isBehindHave(reading, start),
      reading.tag(start - 1) == .dt || reading.tag(start - 1).isAdjective
    {
      return false
    }
    if gates.notCompound, reading.tag(next).isNoun || reading.tag(start - 1) == .hyph { return false }
    if gates.notAttributive, reading.tag(next).isNoun || reading.tag(next).isAdjective { return false }
    if gates.notBefore.contains(where: { Self.stands($0, reading, next) }) { return false }
    if gates.notAfter.contains(where: { Self.stands($0, reading, start - 1) }) { return false }
    for condition in gates.only {
      switch condition {
      case "object":
        guard
          [.dt, .prps, .cd, .prp, .jj, .nn, .nns, .nnp].contains(reading.tag(next))
            || reading.lower(next) == "that"
        else { return false }
      case "sentence-start": guard start == reading.first else { return false }
      case "before-comma": guard reading.tag(next) == .comma else { return false }
      default:
        guard condition.hasPrefix("before:"), Self.stands(String(condition.dropFirst(7)), reading, next)
        else {
          return false
        }
      }
    }
    return true
  }

  private static func stands(_ word: String, _ reading: Reading, _ index: Int) -> Bool {
    switch word {
    case "determiner": [.dt, .prps, .pdt].contains(reading.tag(index))
    case "pronoun": [.prp, .prps, .wp].contains(reading.tag(index))
    case "number": reading.tag(index) == .cd
    default: reading.lower(index) == word
    }
  }

  /// Whether a form of be, with adverbs between, stands before.
  static func isBehindBe(_ reading: Reading, _ index: Int) -> Bool {
    isBehind(reading, index, ["be", "get"])
  }
  static func isBehindHave(_ reading: Reading, _ index: Int) -> Bool { isBehind(reading, index, ["have"]) }

  private static func isBehind(_ reading: Reading, _ index: Int, _ lemmas: [String]) -> Bool {
    var before = index - 1
    while before >= 0, reading.tag(before).isAdverb { before -= 1 }
    return before >= 0 && lemmas.contains(reading.lemma(before))
  }
}
