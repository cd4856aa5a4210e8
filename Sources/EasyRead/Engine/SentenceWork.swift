import DocumentModel
import Linguistics

/// One sentence on its way to lines.
struct SentenceWork {
  let engine: SentenceEngine
  let source: Line
  let flat: FlatText
  let id: String
  private(set) var edits: [Edit] = []
  private(set) var findings: [Finding] = []
  /// The words of the source.
  private(set) var sourceTokens: [Token] = []
  private var numbers: [RuleID: Int] = [:]
  /// Suggestions made already, so that none is offered twice.
  private var offered: Set<String> = []
  /// Where the sentence begins in the block's text.
  private let base: Int

  init(engine: SentenceEngine, source: Line, flat: FlatText) {
    self.engine = engine
    self.source = source
    self.flat = flat
    id = SentenceID.of(source.text)
    base = Int(source.origins.first ?? 0)
  }

  /// Whether no edit was made.
  var isUnchanged: Bool { !edits.contains { $0.isMade } }

  mutating func run() -> [Split.Part] {
    if let lines = engine.options.decisions.sentences[id] { return authorLines(lines) }
    guard let analyzer = engine.analyzer else { return [Split.Part(line: source)] }
    let reading = Reading(source, analyzer, in: flat)
    sourceTokens = reading.tokens
    let parts = process(Split.Part(line: source), reading, depth: 0)
    findings = SentenceFindings.of(reading)
    for part in parts {
      let words = TaggedSentence(text: "", tokens: part.tokens).wordCount
      guard words > 15 else { continue }
      findings.append(
        Finding(
          rule: .sentenceLength, range: sourceRange(part.line, 0..<part.line.count),
          message: "\(words) words: a sentence should have 15 at most"))
    }
    return parts
  }

  mutating func runTitle() -> Line {
    if let lines = engine.options.decisions.sentences[id], let line = authorLines(lines).first {
      return line.line
    }
    guard let analyzer = engine.analyzer else { return source }
    var line = source
    let reading = Reading(line, analyzer, in: flat)
    _ = applyWords(&line, reading, isTitle: true)
    return line
  }

  /// The author's own wording. Notes and pictures of the sentence stand after it.
  private mutating func authorLines(_ lines: [String]) -> [Split.Part] {
    var parts = lines.map { Split.Part(line: Line($0)) }
    let objects = source.objects(in: 0..<source.count)
    if !objects.isEmpty {
      if parts.isEmpty { parts.append(Split.Part(line: Line())) }
      parts[parts.count - 1].line = parts[parts.count - 1].line + objects
    }
    note(
      .authorSentence, .a, 0..<source.count, before: source.text, after: lines.joined(separator: "\n"),
      "the author file says so", .applied)
    if let analyzer = engine.analyzer {
      for index in parts.indices { parts[index].tokens = analyzer.analyze(parts[index].line.words).tokens }
    }
    return parts.filter { !$0.line.isEmpty }
  }

  // MARK: - Words, then splits, until nothing changes

  private mutating func process(_ part: Split.Part, _ given: Reading, depth: Int) -> [Split.Part] {
    guard let analyzer = engine.analyzer, depth < 24 else { return [part] }
    var part = part
    var reading = given
    // A change may make room for another: at most a few rounds, as each leaves fewer hard words.
    for _ in 0..<4 {
      guard applyWords(&part.line, reading) else { break }
      reading = Reading(part.line, analyzer, in: flat)
    }
    part.tokens = reading.tokens
    guard part.kind == .sentence, !engine.options.isDraft else { return [part] }
    if !part.hasTimeBehind, let list = InlineListRule.split(reading), let parts = apply(list, reading, depth)
    {
      return parts
    }
    var proposals = SemicolonRule.splits(reading)
    proposals += ClauseCoordinationRule.splits(reading)
    proposals += RelativeClauseRule.splits(reading)
    proposals += VerbCoordinationRule.splits(reading)
    if part.hasTimeBehind {
      for index in proposals.indices where proposals[index].editClass == .b {
        proposals[index].editClass = .c
        proposals[index].evidence = "when it was may be about both parts"
      }
    } else {
      proposals += TimePhraseRule.splits(reading, next: wordBehind(part.line))
    }
    for proposal in proposals where proposal.editClass == .b {
      if let parts = apply(proposal, reading, depth) { return parts }
    }
    guard engine.options.offersSuggestions || engine.options.accept != .none else { return [part] }
    if let active = PassiveRule.split(reading), let parts = apply(active, reading, depth) { return parts }
    if reading.wordCount > 12 {
      proposals += OfferedSplits.splits(reading)
      for proposal in proposals where proposal.editClass == .c {
        if let parts = apply(proposal, reading, depth) { return parts }
      }
    }
    return [part]
  }

  /// Changes words; whether anything was changed.
  private mutating func applyWords(_ line: inout Line, _ reading: Reading, isTitle: Bool = false) -> Bool {
    let changes = engine.rules.changes(reading, isTitle: isTitle)
    guard !changes.isEmpty else { return false }
    var made: [WordChange] = []
    for change in changes {
      let before = line.text(change.range)
      guard before != change.replacement else { continue }
      if let reason = Conditions.violation(of: change, in: reading) {
        offer(
          change.rule, change.editClass, line, change.range, change.replacement, change.evidence,
          undone: reason)
        continue
      }
      if change.editClass == .c {
        guard accepts(change.rule, line, change.range) else {
          offer(change.rule, .c, line, change.range, change.replacement, change.evidence)
          continue
        }
      }
      made.append(change)
    }
    guard !made.isEmpty else { return false }
    let repairs = made.compactMap { ArticleRepair.change(for: $0, in: reading) }.filter { repair in
      !made.contains { $0.range.overlaps(repair.range) }
    }
    for change in made {
      note(
        change.rule, change.editClass, sourceRange(line, change.range), before: line.text(change.range),
        after: change.replacement, change.evidence, change.editClass == .c ? .accepted : .applied)
    }
    for change in (made + repairs).sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      line.replace(change.range, with: change.replacement)
    }
    return true
  }

  /// Parts a line, when its class allows it and no condition is broken.
  private mutating func apply(_ split: Split, _ reading: Reading, _ depth: Int) -> [Split.Part]? {
    guard let analyzer = engine.analyzer else { return nil }
    let line = reading.line
    let after = split.parts.map(\.line.words).joined(separator: "\n")
    let isAccepted = split.editClass < .c || accepts(split.rule, line, split.range)
    let readings: [Reading?] = split.parts.map { part in
      part.kind == .sentence ? Reading(part.line, analyzer, in: flat) : nil
    }
    if let reason = Conditions.violation(of: split, in: reading, readings) {
      // What is only offered and cannot be done is not worth a word.
      if split.editClass < .c {
        offer(
          split.rule, split.editClass, line, split.range, after, split.evidence, undone: reason,
          whole: line.words)
      }
      return nil
    }
    guard isAccepted else {
      offer(split.rule, .c, line, split.range, after, split.evidence, whole: line.words)
      return nil
    }
    note(
      split.rule, split.editClass, sourceRange(line, split.range), before: line.words, after: after,
      split.evidence,
      split.editClass == .c ? .accepted : .applied)
    if split.rule == .timePhrase, let main = split.parts.first, let time = split.parts.last {
      // When it was stands behind what was then, before what an author has made of the rest.
      var parts = process(main, readings[0] ?? Reading(main.line, analyzer, in: flat), depth: depth + 1)
      let times = process(time, readings[1] ?? Reading(time.line, analyzer, in: flat), depth: depth + 1)
      parts.insert(contentsOf: times, at: parts.contains { $0.kind != .sentence } ? parts.count : 1)
      return parts
    }
    var parts: [Split.Part] = []
    for (part, known) in zip(split.parts, readings) {
      if part.kind == .bullet {
        parts += process(part, Reading(part.line, analyzer, in: flat), depth: depth + 1)
      } else {
        parts += process(part, known ?? Reading(part.line, analyzer, in: flat), depth: depth + 1)
      }
    }
    return parts
  }

  /// The word that follows a line in the text, in small letters.
  private func wordBehind(_ line: Line) -> String {
    guard let last = line.origins.last(where: { $0 >= 0 }) else { return "" }
    let isLetter = { (byte: UInt8) in (0x41...0x5A).contains(byte & 0xDF) || byte >= 0x80 }
    let behind = flat.bytes[min(Int(last) + 1, flat.bytes.count)...].drop { !isLetter($0) }.prefix(
      while: isLetter)
    return String(decoding: behind, as: UTF8.self).lowercased()
  }

  // MARK: - The record

  private func sourceRange(_ line: Line, _ range: Range<Int>) -> Range<Int> {
    guard let found = line.source(of: range) else { return 0..<source.count }
    return max(0, found.lowerBound - base)..<max(0, found.upperBound - base)
  }

  /// The name the next edit of a rule has.
  private func nextID(_ rule: RuleID) -> String {
    let number = numbers[rule, default: 0] + 1
    return number == 1 ? "\(id).\(rule.rawValue)" : "\(id).\(rule.rawValue).\(number)"
  }

  private func accepts(_ rule: RuleID, _ line: Line, _ range: Range<Int>) -> Bool {
    switch engine.options.accept {
    case .none: return false
    case .all: return true
    case .only(let ids): return ids.contains(nextID(rule))
    }
  }

  private mutating func note(
    _ rule: RuleID, _ editClass: EditClass, _ range: Range<Int>, before: String, after: String,
    _ evidence: String,
    _ state: Edit.State
  ) {
    let name = nextID(rule)
    numbers[rule, default: 0] += 1
    edits.append(
      Edit(
        id: name, rule: rule, editClass: editClass, range: range, before: before, after: after,
        evidence: evidence,
        state: state))
  }

  private mutating func offer(
    _ rule: RuleID, _ editClass: EditClass, _ line: Line, _ range: Range<Int>, _ after: String,
    _ evidence: String,
    undone reason: String? = nil, whole: String? = nil
  ) {
    let before = whole ?? line.text(range)
    let place = sourceRange(line, range)
    guard offered.insert("\(rule.rawValue)|\(place.lowerBound)|\(before)|\(after)").inserted else { return }
    note(
      rule, editClass, place, before: before, after: after, evidence,
      reason.map { .undone(reason: $0) } ?? .suggested)
  }
}
