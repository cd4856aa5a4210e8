public import DocumentModel

extension Document {
  /// Every word the document shows a braille reader, as often as it stands in the model: text, code,
  /// formulas as their source, alternative texts, summaries, notes, and the metadata of the title.
  public var wordsForBraille: [String] {
    let document = keeping(for: .braille).document
    var words: [String] = []
    document.walk { node in
      switch node {
      case .block(.code(let code)): words += code.text.words
      case .block(.mathematics(let block)): words += block.mathematics.words
      case .block(.table(let table)): words += table.summary?.words ?? []
      case .block: break
      case .inline(.image(let image)):
        if case .text(let text, _) = image.alternative { words += text.words }
      case .inline(.link(let link)):
        if link.inlines.isEmpty { words += link.target.words }
      case .inline: break
      }
    }
    return words + document.runningWords
  }

  /// The words of runs of text. Text that stands in pieces side by side is one word.
  private var runningWords: [String] {
    var words: [String] = []
    for block in blocks { words += block.runningWords }
    for note in notes { for block in note.blocks { words += block.runningWords } }
    return words
  }
}

extension Mathematics {
  fileprivate var source: String { alternative ?? tex ?? "" }
  fileprivate var words: [String] { source.words }
}

extension Block {
  fileprivate var runningWords: [String] {
    var words: [String] = []
    switch self {
    case .definitionList(let node):
      for item in node.items {
        for term in item.terms { words += term.inlines.runningText.words }
        for definition in item.definitions { for block in definition.blocks { words += block.runningWords } }
      }
    case .lineGroup(let node): for line in node.lines { words += line.inlines.runningText.words }
    case .heading, .paragraph, .list, .blockQuote, .code, .table, .figure, .aside, .mathematics,
      .separator, .pageBreak, .division:
      let children = children
      words += children.inlines.runningText.words
      for block in children.blocks { words += block.runningWords }
    }
    return words
  }
}

extension [Inline] {
  /// The characters as they stand side by side; what stands apart in braille is a space.
  fileprivate var runningText: String {
    var text = ""
    for inline in self {
      switch inline {
      case .text(let node): text += node.string
      case .styled(let node):
        // Braille sets these apart by indicators, so they part words.
        let parts: Set<TextStyle> = [.superscript, .subscript, .strikethrough, .deleted]
        let inner = node.inlines.runningText
        text += parts.contains(node.style) ? " \(inner) " : inner
      case .span(let node): text += node.inlines.runningText
      case .link(let node): text += node.inlines.runningText
      case .crossReference(let node): text += node.inlines.runningText
      case .abbreviation(let node): text += node.inlines.runningText
      case .image(let node):
        text += " " + node.alternative.longDescription.flatMap(\.runningWords).joined(separator: " ") + " "
      case .code(let node): text += node.text
      case .mathematics(let node): text += node.mathematics.source
      case .noteReference, .lineBreak, .pageBreak: text += " "
      }
    }
    return text
  }
}
