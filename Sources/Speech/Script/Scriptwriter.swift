import BrailleMathematics
import Diagnostics
import DocumentModel
import Sentences
import Wording

/// Walks a document in reading order, marks what is said and writes the lines.
struct Scriptwriter {
  let format: Format
  /// The short forms whose meaning this recording has said.
  var explained: Set<String> = []
  private(set) var parts: [NarrationScript.Part] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The languages of the nodes the writer is in, the innermost last.
  var languages: [Language] = []
  /// Words to be said before the next line, such as a table's headings.
  var prefix: [SpokenRun] = []

  private var isFirstHeading = true
  private let taken: Set<String>
  private var count = 0
  private var lines: [ScriptLine] = []
  /// How many characters of speech they have.
  private var characters = 0
  /// Where the block at hand is in the source.
  var place: SourceRange?
  private var kind = NarrationScript.Part.Kind.text
  /// Headings of this level and above begin recordings.
  private let partLevel: Int
  /// The notes, by id, that the lines since the last notes refer to.
  private var pendingNotes: [String] = []
  private var noteNumbers: [String: Int] = [:]
  private var noteLabels: [String: String] = [:]
  private var segmenters: [String: SentenceSegmenter] = [:]
  private var words: [String: ProgramWords] = [:]
  /// The commands the document's formulas define.
  let macros: TeXMacros

  init(_ document: Document, format: Format) {
    self.format = format
    var ids: Set<String> = []
    var levels: [Int: Int] = [:]
    var macros = TeXMacros()
    document.walk { node in
      switch node {
      case .block(let block):
        if let id = block.info.id { ids.insert(id) }
        if case .heading(let heading) = block { levels[heading.level, default: 0] += 1 }
        if case .mathematics(let node) = block, let tex = node.mathematics.tex { macros.learn(from: tex) }
      case .inline(let inline):
        if let id = inline.info.id { ids.insert(id) }
        if case .mathematics(let node) = inline, let tex = node.mathematics.tex { macros.learn(from: tex) }
      }
    }
    taken = ids
    self.macros = macros
    partLevel = (1...6).first { levels[$0, default: 0] > 1 } ?? 1
    if let language = document.metadata.language { languages = [language] }
    for (index, note) in document.notes.enumerated() {
      noteNumbers[note.id] = index + 1
      noteLabels[note.id] = note.label
    }
  }

  var language: Language? { languages.last }

  /// Writes everything; the result is the document with its marks.
  mutating func write(_ document: Document) -> Document {
    var document = document
    writeTitle(document)
    kind = .text
    var notes = Dictionary(document.notes.map { ($0.id, $0) }) { first, _ in first }
    document.blocks = mark(document.blocks, notes: &notes)
    closePart()
    writeNotes(&notes)
    // Notes nobody refers to are said last.
    pendingNotes = document.notes.map(\.id).filter { notes[$0] != nil && !saidNotes.contains($0) }
    writeNotes(&notes)
    document.notes = document.notes.map { notes[$0.id] ?? $0 }
    return document
  }

  private mutating func writeTitle(_ document: Document) {
    kind = .title
    let metadata = document.metadata
    let heading = document.blocks.lazy.compactMap { block -> String? in
      if case .heading(let heading) = block { heading.inlines.plainText } else { nil }
    }.first
    let title = [metadata.title ?? heading, metadata.subtitle].compactMap { $0 }.filter(SpeechText.isSpoken)
    if !title.isEmpty {
      add(.title, title.joined(separator: ": "), pause: Pause.heading, id: nextID())
    }
    // A book whose text begins with its title does not say it twice, and a recording is used whole.
    closePart()
    for author in metadata.authors where SpeechText.isSpoken(author) {
      add(.author, author, pause: Pause.paragraph, id: nextID())
    }
    closePart()
  }

  // MARK: - Lines

  /// An identifier no node has.
  mutating func nextID() -> String {
    repeat { count += 1 } while taken.contains("say-\(count)")
    return "say-\(count)"
  }

  /// Gives a node that is said an id, if it has none.
  mutating func identify(_ info: inout NodeInfo) -> String {
    if let id = info.id { return id }
    let id = nextID()
    info.id = id
    return id
  }

  /// Adds a line of plain words.
  mutating func add(_ kind: Utterance.Kind, _ text: String, pause: Int, id: String) {
    add(kind, text: text, [SpokenRun(text, language: language)], pause: pause, id: id)
  }

  /// Adds a line. Its words are still as in print.
  mutating func add(_ kind: Utterance.Kind, text: String, _ runs: [SpokenRun], pause: Int, id: String) {
    let all = prefix + runs
    prefix = []
    var speech: [SpokenRun] = []
    for run in all.map(\.ready) {
      if let last = speech.last, last.language == run.language {
        speech[speech.count - 1].text += " " + run.text
      } else {
        speech.append(run)
      }
    }
    speech = speech.filter { SpeechText.isSpoken($0.text) }
    characters += shorten(&speech)
    lines.append(ScriptLine(id: id, kind: kind, text: text, speech: speech, pause: pause))
    if lines.count >= NarrationScript.linesPerPart || characters >= NarrationScript.charactersPerPart {
      closePart()
    }
  }

  /// Leaves out what is beyond the longest line, says so, and counts the characters that stay.
  private mutating func shorten(_ speech: inout [SpokenRun]) -> Int {
    var count = 0
    for index in speech.indices {
      let length = speech[index].text.unicodeScalars.count
      guard count + length > NarrationScript.longestLine else {
        count += length
        continue
      }
      let kept = speech[index].text.unicodeScalars.prefix(NarrationScript.longestLine - count)
      speech[index].text = String(kept)
      speech.removeSubrange((index + 1)...)
      report(.lineTooLong(limit: NarrationScript.longestLine, at: place))
      return NarrationScript.longestLine
    }
    return count
  }

  /// Makes the silence after the last line at least so long.
  mutating func rest(_ pause: Int) {
    if let last = lines.indices.last { lines[last].pause = max(lines[last].pause, pause) }
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  private mutating func closePart() {
    guard !lines.isEmpty else { return }
    explained = []
    characters = 0
    parts.append(NarrationScript.Part(kind: kind, lines: lines))
    lines = []
  }

  /// Begins a recording before a heading that is high enough.
  mutating func begin(heading: Heading) {
    if heading.level <= partLevel { closePart() } else { rest(Pause.section) }
  }

  /// Gives the first heading a recording of its own, if it begins one: it often says the title again, and
  /// books that have the title before the text leave it out then.
  mutating func isolateFirstHeading() {
    if isFirstHeading, lines.count == 1 { closePart() }
    isFirstHeading = false
  }

  // MARK: - Languages

  /// Does something in the language of a node.
  mutating func within<Result>(_ info: NodeInfo, _ body: (inout Scriptwriter) -> Result) -> Result {
    guard let language = info.language else { return body(&self) }
    languages.append(language)
    defer { languages.removeLast() }
    return body(&self)
  }

  mutating func segmenter() -> SentenceSegmenter {
    let tag = language?.primary ?? "en"
    if let segmenter = segmenters[tag] { return segmenter }
    let segmenter = SentenceSegmenter(language: tag)
    segmenters[tag] = segmenter
    return segmenter
  }

  /// Words the program adds, in the language of the text; nil where the language has none, because
  /// English words would be a voice's nonsense.
  mutating func word(_ name: ProgramWords.Name, _ values: [String: String] = [:]) -> String? {
    let tag = language?.tag ?? "en"
    let words = words[tag] ?? ProgramWords(language)
    self.words[tag] = words
    let phrase = words.phrase(name, values)
    return phrase.isStandIn ? nil : phrase.text
  }

  // MARK: - Notes

  private var saidNotes: Set<String> = []

  /// Notes that are said after the text at hand.
  mutating func refer(to note: String) {
    if noteNumbers[note] != nil, !saidNotes.contains(note), !pendingNotes.contains(note) {
      pendingNotes.append(note)
    }
  }

  /// What the mark of a note is: its label, or its number.
  func mark(of note: String) -> String { noteLabels[note] ?? noteNumbers[note].map { "\($0)" } ?? "" }

  private mutating func mark(_ blocks: [Block], notes: inout [String: Note]) -> [Block] {
    var result: [Block] = []
    result.reserveCapacity(blocks.count)
    for block in blocks {
      if case .heading(let heading) = block, heading.level <= partLevel, !pendingNotes.isEmpty {
        closePart()
        writeNotes(&notes)
      }
      result.append(mark(block))
    }
    return result
  }

  /// Says the notes that were referred to, in a recording of their own.
  private mutating func writeNotes(_ notes: inout [String: Note]) {
    while !pendingNotes.isEmpty {
      let ids = pendingNotes
      pendingNotes = []
      kind = .notes
      for id in ids where !saidNotes.contains(id) {
        saidNotes.insert(id)
        guard var note = notes[id], note.info.isSaid(in: format) else { continue }
        let mark = mark(of: id)
        note.blocks = within(note.info) { writer in
          writer.announce(writer.word(.note, ["mark": mark]).map { "\($0)." })
          return writer.mark(note.blocks)
        }
        prefix = []
        notes[id] = note
      }
      closePart()
    }
    kind = .text
  }

  /// Words to be said before the next line.
  mutating func announce(_ words: String?) {
    if let words { prefix.append(SpokenRun(words, language: language)) }
  }
}
