public import Diagnostics

extension AuthorFile {
  /// What the file says of sentences, headings, words and suggestions that the report does not have.
  ///
  /// - Parameters:
  ///   - result: easy read of the report, made with these decisions.
  ///   - asked: suggestions that were accepted elsewhere, as on the command line.
  /// - Returns: an error for each entry that fits nothing, with the nearest thing there is now, and a
  ///   warning for each word that is not used.
  public func stale(in result: EasyReadResult, asked: Set<String> = []) -> [Diagnostic] {
    guard !asked.isEmpty || saysAnything else { return [] }
    let survey = SentenceSurvey(result)
    var problems: [Diagnostic] = []
    for wording in wordings where survey.byID[wording.id] == nil {
      let old = wording.original ?? wording.lines.joined(separator: " ")
      problems.append(
        .staleSentence(
          wording.original ?? wording.id, now: survey.nearest(to: old), at: wording.place))
    }
    for wording in wordings {
      guard let reason = wording.reason, let text = survey.byID[wording.id] else { continue }
      problems.append(.sentenceLeftOut(text, reason, at: survey.ranges[wording.id] ?? nil))
    }
    for picture in pictures {
      switch picture.subject {
      case .heading(let words):
        if let problem = survey.missingHeading(words, at: picture.place) { problems.append(problem) }
      case .sentence(let id, let original):
        guard survey.byID[id] == nil else { continue }
        problems.append(
          .staleSentence(
            original ?? id, now: original.flatMap { survey.nearest(to: $0) }, at: picture.place))
      }
    }
    for accepted in accepted {
      if let problem = survey.missingSuggestion(accepted.id, at: accepted.place) { problems.append(problem) }
    }
    for id in asked.sorted() {
      if let problem = survey.missingSuggestion(id, at: nil) { problems.append(problem) }
    }
    for (field, entries) in [("replace", replacements), ("keep", kept), ("define", definitions)] {
      for entry in entries where !survey.hasWords(entry.words) {
        problems.append(.unusedWords(entry.words, in: field, at: entry.place))
      }
    }
    return problems
  }

  /// Whether there is anything in it that the report may lack.
  private var saysAnything: Bool {
    !(wordings.isEmpty && pictures.isEmpty && accepted.isEmpty && replacements.isEmpty && kept.isEmpty
      && definitions.isEmpty)
  }
}

/// The sentences, headings and suggestions of a report, to be looked up.
private struct SentenceSurvey {
  let byID: [String: String]
  let ranges: [String: SourceRange?]
  private let sentences: [(text: String, words: Set<Substring>)]
  private let headings: [String]
  private let edits: [String: Edit]
  /// All words in small letters, parted by single spaces.
  private let text: String

  init(_ result: EasyReadResult) {
    let all = result.blocks.flatMap(\.sentences)
    byID = Dictionary(all.map { ($0.id, $0.source) }) { first, _ in first }
    ranges = Dictionary(all.map { ($0.id, $0.range) }) { first, _ in first }
    sentences = all.map { ($0.source, Self.words($0.source)) }
    headings = result.blocks.filter { $0.kind == .heading }.map { block in
      block.sentences.map(\.source).joined(separator: " ")
    }
    edits = Dictionary(all.flatMap(\.edits).map { ($0.id, $0) }) { first, _ in first }
    // Terms and tables have words too, and are in no sentence.
    let texts = all.map(\.source) + result.document.blocks.map(\.allText)
    text = " " + texts.map(Self.spaced).joined(separator: " ") + " "
  }

  /// The sentence that has most words in common with one that is gone; nil when no sentence has half.
  func nearest(to old: String) -> String? {
    let wanted = Self.words(old)
    var best: (text: String, share: Double)?
    for sentence in sentences {
      let common = Double(wanted.intersection(sentence.words).count)
      let share = common / Double(max(wanted.union(sentence.words).count, 1))
      if share > best?.share ?? 0.3 { best = (sentence.text, share) }
    }
    return best?.text
  }

  func missingHeading(_ words: String, at place: AuthorFile.Place) -> Diagnostic? {
    if headings.contains(where: { $0.isHeading(words) }) { return nil }
    return .staleHeading(words, now: Spelling.nearest(to: words, among: headings), at: place)
  }

  func missingSuggestion(_ id: String, at place: AuthorFile.Place?) -> Diagnostic? {
    if let edit = edits[id] {
      guard edit.editClass < .c || edit.isMade else {
        guard case .undone(let reason) = edit.state else { return nil }
        return .staleAcceptance(id, "it was tried and taken back, because \(reason)", at: place)
      }
      return nil
    }
    let sentence = id.prefix { $0 != "." }
    let others = edits.keys.filter { $0.hasPrefix(sentence + ".") }.sorted()
    if !others.isEmpty {
      return .staleAcceptance(id, "the sentence has \(others.joined(separator: ", "))", at: place)
    }
    let reason = byID[String(sentence)] == nil ? "no sentence has that name" : "the sentence has none"
    return .staleAcceptance(id, reason, at: place)
  }

  func hasWords(_ words: String) -> Bool {
    // Forms of a word count: a plural or a tense begins as the word does.
    let wanted = Self.spaced(words)
    return wanted.isEmpty || text.contains(" " + wanted)
      || text.contains(" " + wanted.dropLast(wanted.count > 4 ? 1 : 0))
  }

  private static func words(_ text: String) -> Set<Substring> {
    Set(spaced(text).split(separator: " "))
  }

  private static func spaced(_ text: String) -> String {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}

extension String {
  /// Whether a heading is the one an author names, without regard to case, spaces and its number.
  func isHeading(_ words: String) -> Bool {
    func plain(_ text: String) -> String {
      text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let own = plain(self)
    let wanted = plain(words)
    if own == wanted { return true }
    let number = own.prefix { $0.isNumber || $0 == "." || $0 == ")" || $0 == " " }
    return !number.isEmpty && own.dropFirst(number.count) == wanted
  }
}
