import BrailleMathematics
public import BrailleTranslation
public import DocumentModel

extension Document {
  /// Every word of the model, folded, as often as it stands there: text, code, formulas as their source,
  /// alternative texts, summaries, notes with their marks, print page numbers and metadata.
  public var allWords: [String] {
    var words = metadata.printWords
    walk { node in
      switch node {
      case .block(.pageBreak(let page)): words += page.number.printWords
      case .inline(.pageBreak(let page)): words += page.number.printWords
      case .block(.mathematics(let block)): words += block.mathematics.otherWords
      case .inline(.mathematics(let inline)): words += inline.mathematics.otherWords
      case .block, .inline: break
      }
    }
    return (words + shownWords(\.source)).flatMap(\.folded)
  }

  /// Every word the document shows a braille reader, as print has it and as often as it stands in the
  /// model: text, code, alternative texts, summaries and notes with the marks they have. A formula
  /// counts as what its own cells read back as: that nothing of it is lost in them is a law of the
  /// mathematics tests.
  public func wordsForBraille(with translator: Translator) -> [String] {
    keeping(for: .braille).document.shownWords { $0.readBack(with: translator) }
  }

  /// Every word the document shows a reader of pages in a format, without its formulas.
  public func wordsForPages(of format: Format) -> [String] {
    keeping(for: format).document.shownWords { _ in " " }.flatMap(\.folded)
  }

  /// Every word the document shows, as print has it and as often as it stands in the model: text, code,
  /// formulas as their source, alternative texts, summaries, notes with their marks.
  public var printedWords: [String] { shownWords(\.source).flatMap(\.folded) }

  /// The words of the metadata that print shows at a document's head. Where the text begins with the
  /// same words they are not shown twice.
  public var headWords: Set<String> {
    let shown = [metadata.title, metadata.subtitle, metadata.publisher, metadata.date] + metadata.authors
    return Set(shown.compactMap(\.self).flatMap(\.printWords))
  }

  private func shownWords(_ formula: (Mathematics) -> String) -> [String] {
    var words: [String] = []
    walk { node in
      switch node {
      case .block(.code(let code)): words += code.text.printWords
      case .block(.mathematics(let block)): words += formula(block.mathematics).printWords
      case .block(.table(let table)): words += table.summary?.printWords ?? []
      case .block: break
      case .inline(.image(let image)):
        if case .text(let text, _) = image.alternative { words += text.printWords }
      case .inline(.link(let link)):
        if link.inlines.isEmpty { words += link.target.printWords }
      case .inline: break
      }
    }
    let marks = noteMarks
    for block in blocks { words += block.runningWords(marks, formula) }
    for note in notes {
      words += (marks[note.id] ?? "").printWords
      for block in note.blocks { words += block.runningWords(marks, formula) }
    }
    return words
  }
}

extension Document {
  /// The marks of notes by identifier: their own, else their place among all notes in the order in
  /// which the text refers to them; those nothing refers to come last.
  fileprivate var noteMarks: [String: String] {
    var order: [String] = []
    walk { node in
      if case .inline(.noteReference(let reference)) = node, !order.contains(reference.note) {
        order.append(reference.note)
      }
    }
    let labels = Dictionary(notes.map { ($0.id, $0.label) }) { first, _ in first }
    order = order.filter { labels[$0] != nil } + notes.map(\.id).filter { !order.contains($0) }
    return Dictionary(
      order.enumerated().map { index, id in (id, (labels[id] ?? nil) ?? "\(index + 1)") }
    ) { first, _ in first }
  }
}

extension Metadata {
  fileprivate var printWords: [String] {
    let single = [title, subtitle, language?.tag, date, identifier, publisher, rights, description]
    let more = [sourceEdition, contact] + authors + contributors + subjects + other.map(\.value)
    return (single + more).compactMap(\.self).flatMap(\.printWords)
  }
}

extension Mathematics {
  /// The words of it that print has, one way or another.
  fileprivate var source: String { alternative ?? tex ?? "" }

  /// What its braille reads back as: its cells in technical notation where it is understood.
  fileprivate func readBack(with translator: Translator) -> String {
    guard let expression, let braille = try? MathBrailleWriter(translator: translator).braille(expression)
    else { return source }
    return (try? BrailleReadBack.text(of: braille.text.cells, with: translator)) ?? ""
  }

  /// As the renderer reads it: the MathML, else the TeX.
  private var expression: MathExpression? {
    if let mathML, let expression = try? MathMLReader.read(mathML) { return expression }
    return tex.flatMap { try? TeXReader.read($0, display: .inline) }
  }

  /// What it holds besides.
  fileprivate var otherWords: [String] {
    (alternative == nil ? [] : (tex ?? "").printWords)
      + (mathML ?? "").split(separator: "<").flatMap {
        $0.split(separator: ">", maxSplits: 1).dropFirst().flatMap { String($0).printWords }
      }
  }
}

extension Block {
  /// The words of runs of text; `marks` are those of notes, by identifier, and `formula` says what a
  /// formula reads as. Text that stands in
  /// pieces side by side is one word.
  fileprivate func runningWords(
    _ marks: [String: String], _ formula: (Mathematics) -> String
  ) -> [String] {
    var words: [String] = []
    switch self {
    case .definitionList(let node):
      for item in node.items {
        for term in item.terms { words += term.inlines.runningText(marks, formula).printWords }
        for definition in item.definitions {
          for block in definition.blocks { words += block.runningWords(marks, formula) }
        }
      }
    case .lineGroup(let node):
      for line in node.lines { words += line.inlines.runningText(marks, formula).printWords }
    case .heading, .paragraph, .list, .blockQuote, .code, .table, .figure, .aside, .mathematics,
      .separator, .pageBreak, .division:
      let children = children
      words += children.inlines.runningText(marks, formula).printWords
      for block in children.blocks { words += block.runningWords(marks, formula) }
    }
    return words
  }
}

extension [Inline] {
  /// The characters as they stand side by side; what stands apart in braille is a space.
  fileprivate func runningText(_ marks: [String: String], _ formula: (Mathematics) -> String) -> String {
    var text = ""
    for inline in self {
      switch inline {
      case .text(let node): text += node.string
      case .styled(let node):
        // Braille sets these apart by indicators, so they part words.
        let parts: Set<TextStyle> = [.superscript, .subscript, .strikethrough, .deleted, .quotation]
        let inner = node.inlines.runningText(marks, formula)
        text += parts.contains(node.style) ? " \(inner) " : inner
      case .span(let node): text += node.inlines.runningText(marks, formula)
      case .link(let node): text += node.inlines.runningText(marks, formula)
      case .crossReference(let node): text += node.inlines.runningText(marks, formula)
      case .abbreviation(let node): text += node.inlines.runningText(marks, formula)
      case .image(let node):
        let description = node.alternative.longDescription.flatMap { $0.runningWords(marks, formula) }
        text += " " + description.joined(separator: " ") + " "
      case .code(let node): text += node.text
      case .mathematics(let node): text += formula(node.mathematics)
      case .noteReference(let node): text += " \(marks[node.note] ?? "") "
      case .lineBreak, .pageBreak: text += " "
      }
    }
    return text
  }
}
