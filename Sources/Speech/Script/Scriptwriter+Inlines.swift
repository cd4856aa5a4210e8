import DocumentModel
import Sentences
import Wording

extension Scriptwriter {
  /// Marks the sentences of inlines, and writes their lines and those of the pictures, page numbers and
  /// note marks between and in them.
  mutating func mark(_ inlines: [Inline]) -> [Inline] {
    let flat = FlatText(inlines, format: format)
    return mark(inlines, flat.sentences(segmenter()))
  }

  /// Marks inlines as one sentence whatever they hold: a line of verse, a term.
  mutating func markWhole(_ inlines: [Inline]) -> [Inline] {
    let flat = FlatText(inlines, format: format)
    let sentences = flat.sentences(segmenter())
    guard let first = sentences.first, let last = sentences.last else { return mark(inlines, []) }
    return mark(inlines, [first.lowerBound..<last.upperBound])
  }

  /// Marks a heading, which is one line and carries the id itself.
  mutating func markHeading(_ inlines: [Inline], level: Int, info: inout NodeInfo) -> [Inline] {
    let runs = speech(of: inlines)
    let text = inlines.plainText
    if runs.contains(where: { SpeechText.isSpoken($0.text) }) {
      let id = identify(&info)
      add(.heading(level: level), text: text, runs, pause: Pause.heading, id: id)
    }
    let marked = markObjects(inlines, pictures: .inSentence)
    rest(Pause.heading)
    isolateFirstHeading()
    return marked
  }

  private mutating func mark(_ inlines: [Inline], _ sentences: [Range<Int>]) -> [Inline] {
    guard !sentences.isEmpty else { return markObjects(inlines, pictures: .alone) }
    let cuts = sentences.flatMap { [$0.lowerBound, $0.upperBound] }
    let parts = InlineParting.parts(of: inlines, at: cuts, format: format)
    var result: [Inline] = []
    for (index, part) in parts.enumerated() where !part.isEmpty {
      guard index % 2 == 1 else {
        result += markObjects(part, pictures: .alone)
        continue
      }
      let runs = speech(of: part)
      guard runs.contains(where: { SpeechText.isSpoken($0.text) }) else {
        result += markObjects(part, pictures: .alone)
        continue
      }
      let id = nextID()
      add(.sentence, text: part.plainText, runs, pause: Pause.sentence, id: id)
      result.append(
        .span(Span(markObjects(part, pictures: .inSentence), isSentence: true, info: NodeInfo(id: id))))
    }
    return result
  }

  // MARK: - Between sentences

  /// Whether pictures are said by themselves or were said within their sentence.
  enum Pictures { case alone, inSentence }

  /// Gives ids to what stands in the text and is said by itself, and writes the lines.
  private mutating func markObjects(_ inlines: [Inline], pictures: Pictures) -> [Inline] {
    inlines.map { markObject($0, pictures) }
  }

  private mutating func markObject(_ inline: Inline, _ pictures: Pictures) -> Inline {
    guard inline.info.isSaid(in: format) else { return inline }
    switch inline {
    case .text, .code, .lineBreak: return inline
    case .mathematics(var node):
      guard pictures == .alone else { return inline }
      let words = say(node.mathematics, display: false, at: node.info)
      if !words.isEmpty {
        let id = identify(&node.info)
        add(.mathematics, words, pause: Pause.sentence, id: id)
      }
      return .mathematics(node)
    case .styled(var node):
      node.inlines = within(node.info) { [inlines = node.inlines] in
        $0.markObjects(inlines, pictures: pictures)
      }
      return .styled(node)
    case .span(var node):
      node.inlines = within(node.info) { [inlines = node.inlines] in
        $0.markObjects(inlines, pictures: pictures)
      }
      return .span(node)
    case .link(var node):
      node.inlines = within(node.info) { [inlines = node.inlines] in
        $0.markObjects(inlines, pictures: pictures)
      }
      return .link(node)
    case .crossReference(var node):
      node.inlines = within(node.info) { [inlines = node.inlines] in
        $0.markObjects(inlines, pictures: pictures)
      }
      return .crossReference(node)
    case .abbreviation(var node):
      node.inlines = within(node.info) { [inlines = node.inlines] in
        $0.markObjects(inlines, pictures: pictures)
      }
      return .abbreviation(node)
    case .noteReference(var node):
      let mark = mark(of: node.note)
      if SpeechText.isSpoken(mark), let words = word(.note, ["mark": mark]) {
        let id = identify(&node.info)
        add(
          .noteReference, text: mark, [SpokenRun("\(words).", language: language)], pause: Pause.sentence,
          id: id)
      }
      refer(to: node.note)
      return .noteReference(node)
    case .image(var node):
      if pictures == .alone, let words = words(for: node) {
        let id = identify(&node.info)
        add(
          .picture, text: words.print, [SpokenRun(words.spoken, language: language)], pause: Pause.paragraph,
          id: id)
      }
      if case .text(let words, let description) = node.alternative, !description.isEmpty {
        node.alternative = .text(words, longDescription: mark(description))
      }
      return .image(node)
    case .pageBreak(var node):
      say(page: node.number, &node.info)
      return .pageBreak(node)
    }
  }

  /// What is said for a picture, and its text in print; nil for one that says nothing.
  private mutating func words(for image: Image) -> (print: String, spoken: String)? {
    switch image.alternative {
    case .decorative: return nil
    case .missing: return word(.pictureWithoutDescription).map { ("", "\($0).") }
    case .text(let words, _):
      guard SpeechText.isSpoken(words) else { return nil }
      let stop = words.last.map { ".!?。".contains($0) } == true ? "" : "."
      return (words, (word(.picture).map { "\($0): " } ?? "") + words + stop)
    }
  }

  // MARK: - Words

  /// What is said for inlines, by language, still as in print.
  mutating func speech(of inlines: [Inline]) -> [SpokenRun] {
    var runs: [SpokenRun] = []
    for inline in inlines { collect(inline, &runs) }
    return runs
  }

  private func append(_ text: String, form: SpokenRun.Form = .print, _ runs: inout [SpokenRun]) {
    if let last = runs.last, last.language == language, last.form == form {
      runs[runs.count - 1].text += text
    } else {
      runs.append(SpokenRun(text, language: language, form: form))
    }
  }

  private mutating func collect(_ inline: Inline, _ runs: inout [SpokenRun]) {
    guard inline.info.isSaid(in: format) else { return }
    if let language = inline.info.language {
      languages.append(language)
      collectInside(inline, &runs)
      languages.removeLast()
    } else {
      collectInside(inline, &runs)
    }
  }

  private mutating func collectInside(_ inline: Inline, _ runs: inout [SpokenRun]) {
    switch inline {
    case .text(let node): append(node.string, &runs)
    case .styled(let node): collect(node, &runs)
    case .span(let node):
      guard node.lineNumber == nil else { return }
      if let pronunciation = node.pronunciation {
        if Self.isRespelling(pronunciation) { return append(pronunciation, &runs) }
        report(.pronunciationNotUsed(pronunciation, at: node.info.range))
      }
      for inner in node.inlines { collect(inner, &runs) }
    case .link(let node): for inner in node.inlines { collect(inner, &runs) }
    case .crossReference(let node): for inner in node.inlines { collect(inner, &runs) }
    case .abbreviation(let node):
      let short = node.inlines.plainText
      guard let expansion = node.expansion, SpeechText.isSpoken(expansion) else {
        for inner in node.inlines { collect(inner, &runs) }
        return
      }
      append(short, &runs)
      // Said once in a recording, and not where print has it too: World Health Organization (WHO).
      let before = runs.last?.text.suffix(expansion.count + short.count + 3).lowercased() ?? ""
      if explained.insert(short).inserted, !before.contains(expansion.lowercased()) {
        append(", \(expansion),", &runs)
      }
    case .image(let node): if let words = words(for: node) { append(" (\(words.spoken)) ", &runs) }
    case .code(let node): append(node.text, form: .code, &runs)
    case .mathematics(let node):
      let words = say(node.mathematics, display: false, at: node.info)
      append(words, form: .words, &runs)
    case .lineBreak:
      let isParted = runs.last?.text.last.map { ".,;:!?".contains($0) } ?? true
      append(isParted ? " " : ", ", &runs)
    case .noteReference, .pageBreak: append(" ", &runs)
    }
  }

  private mutating func collect(_ node: Styled, _ runs: inout [SpokenRun]) {
    switch node.style {
    case .superscript:
      // 10<sup>6</sup> is a power, and m<sup>2</sup> a square metre.
      let text = node.inlines.plainText
      let raised = text.compactMap { Self.raised[$0] }
      if raised.count == text.count, !text.isEmpty { return append(String(raised), &runs) }
    case .strikethrough, .deleted:
      if let begin = word(.crossedOut), let end = word(.endOfCrossedOut) {
        append(" (\(begin): ", &runs)
        for inner in node.inlines { collect(inner, &runs) }
        return append(" \(end)) ", &runs)
      }
    case .emphasis, .strong, .underline, .subscript, .smallCapitals, .highlight, .quotation, .citation,
      .inserted,
      .keyboard, .sample, .variable, .definition, .small:
      break
    }
    for inner in node.inlines { collect(inner, &runs) }
  }

  private static let raised: [Character: Character] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
    "-": "⁻",
    "−": "⁻",
  ]

  /// Whether a pronunciation is ordinary letters, which a voice can be given, and not a notation.
  private static func isRespelling(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || " -'".unicodeScalars.contains($0))
    }
  }

  /// The words for a formula.
  mutating func say(_ mathematics: Mathematics, display: Bool, at info: NodeInfo) -> String {
    let spoken = SpokenMathematics(mathematics, display: display, language: language, macros: macros)
    if spoken.quality == .notation { report(.formulaAsNotation(at: info.range)) }
    return spoken.words
  }
}
