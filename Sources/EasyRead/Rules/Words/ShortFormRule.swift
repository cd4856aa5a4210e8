import Linguistics

/// Contractions, Latin abbreviations and short forms, written out where it is certain what they are.
struct ShortFormRule: Sendable {
  /// By the form as it is written.
  private let entries: [String: ShortForms.Entry]

  /// The forms of the table that comes with the program.
  static let standard = ShortFormRule(ShortForms.english)

  init(_ forms: ShortForms) {
    entries = Dictionary(forms.entries.map { ($0.form, $0) }) { first, _ in first }
  }

  func changes(_ reading: Reading) -> [WordChange] {
    var changes: [WordChange] = []
    for index in reading.words.indices {
      let word = reading.words[index]
      guard !word.isProtected else { continue }
      if let change = contraction(reading, index) ?? shortForm(reading, index) { changes.append(change) }
    }
    return changes
  }

  // MARK: - Contractions

  private func contraction(_ reading: Reading, _ index: Int) -> WordChange? {
    let word = reading.words[index]
    guard word.isJoined, index > 0, !word.isQuoted else { return nil }
    let whole = reading.words[index - 1].range.lowerBound..<word.range.upperBound
    let before = reading.text(index - 1)
    func change(_ words: String, _ evidence: String = "a contraction, written out") -> WordChange {
      WordChange(
        rule: .contraction, editClass: .a, range: whole,
        replacement: Self.cased(words, like: before, and: word.text),
        evidence: evidence)
    }
    switch word.lower {
    case "n't":
      guard let entry = entries[(before + "n't").lowercased()] else { return nil }
      // In a question the subject stands before "not": "Don't you know" keeps its order.
      guard reading.tag(index + 1) != .prp, reading.ending != "?" else { return nil }
      return change(entry.words)
    case "'m": return before == "I" ? change("I am") : nil
    case "'re", "'ve", "'ll":
      guard let entry = entries[before.lowercased() + word.lower] ?? entries["I" + word.lower],
        entries[before.lowercased() + word.lower] != nil || before == "I"
      else { return nil }
      return change(entry.words)
    case "'s":
      if before.lowercased() == "let" { return change("let us") }
      guard word.tag == .vbz, let entry = entries[before.lowercased() + "'s"] else { return nil }
      return ending(reading, index, entry.words, whole, before)
    case "'d":
      guard let entry = entries[before == "I" ? "I'd" : before.lowercased() + "'d"], reading.tag(index) == .md
      else { return nil }
      var next = index + 1
      while reading.tag(next).isAdverb { next += 1 }
      guard reading.tag(next) == .vb, reading.lower(next) != "better" else { return nil }
      return change(entry.words)
    default: return nil
    }
  }

  /// `it's`: is, where what follows leaves no doubt.
  private func ending(
    _ reading: Reading, _ index: Int, _ words: String, _ whole: Range<Int>, _ before: String
  ) -> WordChange? {
    var next = index + 1
    while reading.tag(next).isAdverb { next += 1 }
    let isSure: Bool =
      switch reading.tag(next) {
      case .dt, .jj, .jjr, .jjs, .vbg, .in, .prps, .nnp, .to: true
      default: false
      }
    // "there's" before a plural is "are" in writing; "it's been" is has.
    guard isSure, reading.lower(next) != "been", reading.lower(next) != "got" else { return nil }
    if before.lowercased() == "there", let end = reading.nounPhraseEnd(next),
      reading.isPlural(next..<end) != false
    {
      return nil
    }
    return WordChange(
      rule: .contraction, editClass: .a, range: whole,
      replacement: Self.cased(words, like: before, and: reading.text(index)),
      evidence: "a contraction, written out")
  }

  /// Words in the case of the two halves of a contraction: `IT'S` is `IT IS`.
  private static func cased(_ words: String, like first: String, and second: String) -> String {
    second.contains { $0.isLetter } && !second.contains { $0.isLowercase }
      ? words.uppercased() : PlainWordRule.cased(words, like: first)
  }

  // MARK: - Short forms

  private func shortForm(_ reading: Reading, _ index: Int) -> WordChange? {
    let text = reading.text(index)
    guard let entry = entries[text], entry.kind != .contraction else { return nil }
    let (before, after) = (index - 1, index + 1)
    guard !reading.words[index].isQuoted || text == "&" else { return nil }
    func isNumber(_ index: Int) -> Bool {
      reading.text(index).utf8.first.map { (0x30...0x39).contains($0) } ?? false
    }
    var end = reading.words[index].range.upperBound
    let note = entry.note
    if note.contains("suggested") || note.contains("leave it") || note.contains("only as written in capitals")
    {
      return nil
    }
    if note.contains("before a number"), !isNumber(after) { return nil }
    if note.contains("before numbers"), !isNumber(after) { return nil }
    if note.contains("after a number"), !isNumber(before) { return nil }
    if note.contains("only after 1"), reading.text(before) != "1" { return nil }
    if note.contains("before a year"), !(isNumber(after) && reading.text(after).utf8.count == 4) {
      return nil
    }
    if note.contains("after an amount"), !isNumber(before) { return nil }
    if note.contains("after an ordinal") || note.contains("name of a law") || note.contains("in addresses")
      || note.contains("head of a letter") || note.contains("court case")
      || note.contains("brings in a negator")
      || note.contains("start of the end") || note.contains("before a date")
    {
      return nil
    }
    if note.contains("in a date"), !isNumber(before), !isNumber(after) { return nil }
    if note.contains("after a time") { return nil }
    switch text {
    case "&":
      // In names it stays: Marks & Spencer, R&D.
      if reading.isCapitalised(before) || reading.isCapitalised(after) || reading.words[index].isJoined {
        return nil
      }
      guard index > 0, index + 1 < reading.count, !reading.words[index + 1].isJoined else { return nil }
    case "etc.", "etc":
      var words = reading.tag(before) == .comma ? "and so on" : "and so on"
      if reading.lower(before) == "and" { words = "so on" }
      if index == reading.contentEnd - 1, text == "etc.", reading.ending.isEmpty { words += "." }
      return WordChange(
        rule: .shortForm, editClass: .a, range: reading.words[index].range, replacement: words,
        evidence: "a short form, written out")
    case "no.", "No.", "Nos.", "nos.": break
    case "info", "admin", "mins", "hrs", "w/", "asap", "ASAP": break
    case "eg", "ie", "e.g.", "i.e.": break
    default: break
    }
    // A full stop that is a token of its own belongs to the form where the table has it.
    if end < reading.line.count, reading.line.bytes[end] == 0x2E, !text.hasSuffix("."),
      ["eg", "ie"].contains(text)
    {
      end += 1
    }
    return WordChange(
      rule: .shortForm, editClass: .a, range: reading.words[index].range.lowerBound..<end,
      replacement: entry.words,
      evidence: "a short form, written out", isDeclared: true)
  }
}
