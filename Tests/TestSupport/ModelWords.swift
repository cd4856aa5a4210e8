public import DocumentModel

extension Document {
  /// Every word of the model, as often as it stands there: text, code, formulas as their source,
  /// alternative texts, summaries, notes with their marks, print page numbers and metadata.
  public var allWords: [String] {
    var words = metadata.words
    walk { node in
      switch node {
      case .block(.pageBreak(let page)): words += page.number.words
      case .inline(.pageBreak(let page)): words += page.number.words
      case .block(.mathematics(let block)): words += block.mathematics.otherWords
      case .inline(.mathematics(let inline)): words += inline.mathematics.otherWords
      case .block, .inline: break
      }
    }
    return words + shownWords
  }

  /// Every word the document shows a braille reader, as often as it stands in the model: text, code,
  /// formulas as their source, alternative texts, summaries and notes with the marks they have.
  public var wordsForBraille: [String] { keeping(for: .braille).document.shownWords }

  /// The words of the metadata that print shows at a document's head. Where the text begins with the
  /// same words they are not shown twice.
  public var headWords: Set<String> {
    let shown = [metadata.title, metadata.subtitle, metadata.publisher, metadata.date] + metadata.authors
    return Set(shown.compactMap(\.self).flatMap(\.words))
  }

  private var shownWords: [String] {
    var words: [String] = []
    walk { node in
      switch node {
      case .block(.code(let code)): words += code.text.words
      case .block(.mathematics(let block)): words += block.mathematics.source.words
      case .block(.table(let table)): words += table.summary?.words ?? []
      case .block: break
      case .inline(.image(let image)):
        if case .text(let text, _) = image.alternative { words += text.words }
      case .inline(.link(let link)):
        if link.inlines.isEmpty { words += link.target.words }
      case .inline: break
      }
    }
    let marks = Dictionary(notes.map { ($0.id, $0.label ?? "") }) { first, _ in first }
    for block in blocks { words += block.runningWords(marks) }
    for note in notes {
      words += (note.label ?? "").words
      for block in note.blocks { words += block.runningWords(marks) }
    }
    return words
  }
}

extension Metadata {
  fileprivate var words: [String] {
    let single = [title, subtitle, language?.tag, date, identifier, publisher, rights, description]
    let more = [sourceEdition, contact] + authors + contributors + subjects + other.map(\.value)
    return (single + more).compactMap(\.self).flatMap(\.words)
  }
}

extension Mathematics {
  /// What braille shows of it.
  fileprivate var source: String { alternative ?? tex ?? "" }
  /// What it holds besides.
  fileprivate var otherWords: [String] {
    (alternative == nil ? [] : (tex ?? "").words)
      + (mathML ?? "").split(separator: "<").flatMap {
        $0.split(separator: ">", maxSplits: 1).dropFirst().flatMap { String($0).words }
      }
  }
}

extension Block {
  /// The words of runs of text; `marks` are those of notes, by identifier. Text that stands in
  /// pieces side by side is one word.
  fileprivate func runningWords(_ marks: [String: String]) -> [String] {
    var words: [String] = []
    switch self {
    case .definitionList(let node):
      for item in node.items {
        for term in item.terms { words += term.inlines.runningText(marks).words }
        for definition in item.definitions {
          for block in definition.blocks { words += block.runningWords(marks) }
        }
      }
    case .lineGroup(let node): for line in node.lines { words += line.inlines.runningText(marks).words }
    case .heading, .paragraph, .list, .blockQuote, .code, .table, .figure, .aside, .mathematics,
      .separator, .pageBreak, .division:
      let children = children
      words += children.inlines.runningText(marks).words
      for block in children.blocks { words += block.runningWords(marks) }
    }
    return words
  }
}

extension [Inline] {
  /// The characters as they stand side by side; what stands apart in braille is a space.
  fileprivate func runningText(_ marks: [String: String]) -> String {
    var text = ""
    for inline in self {
      switch inline {
      case .text(let node): text += node.string
      case .styled(let node):
        // Braille sets these apart by indicators, so they part words.
        let parts: Set<TextStyle> = [.superscript, .subscript, .strikethrough, .deleted, .quotation]
        let inner = node.inlines.runningText(marks)
        text += parts.contains(node.style) ? " \(inner) " : inner
      case .span(let node): text += node.inlines.runningText(marks)
      case .link(let node): text += node.inlines.runningText(marks)
      case .crossReference(let node): text += node.inlines.runningText(marks)
      case .abbreviation(let node): text += node.inlines.runningText(marks)
      case .image(let node):
        let description = node.alternative.longDescription.flatMap { $0.runningWords(marks) }
        text += " " + description.joined(separator: " ") + " "
      case .code(let node): text += node.text
      case .mathematics(let node): text += node.mathematics.source
      case .noteReference(let node): text += " \(marks[node.note] ?? "") "
      case .lineBreak, .pageBreak: text += " "
      }
    }
    return text
  }
}
