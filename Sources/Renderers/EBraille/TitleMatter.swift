import DocumentModel

/// What stands at the head of a publication besides its text: the title and what else the metadata
/// says that print shows there. What the text itself says at its beginning is not said twice.
struct TitleMatter {
  /// A line.
  struct Line {
    var words: String
    var role: Role
  }

  /// What a line says; the class of its element.
  enum Role: String {
    case title
    case subtitle
    case author
    case publisher
    case date
  }

  /// How many of the document's blocks go before the lines: a page mark, and the heading that is the
  /// title.
  let blockCount: Int
  /// The lines.
  let lines: [Line]

  init(_ document: Document) {
    let metadata = document.metadata
    var said = Set(document.blocks.prefix(12).map(\.titleWords))
    var count =
      document.blocks.firstIndex { if case .pageBreak = $0 { false } else { true } } ?? document.blocks.count
    if count < document.blocks.count, metadata.isTitle(document.blocks[count].titleWords) {
      count += 1
      said.insert(metadata.title?.titleWords ?? [])
    }
    blockCount = count
    let lines =
      [(metadata.title, Role.title), (metadata.subtitle, .subtitle)]
      + metadata.authors.map { ($0, .author) } + [(metadata.publisher, .publisher), (metadata.date, .date)]
    self.lines = lines.compactMap { words, role in
      guard let words, !words.titleWords.isEmpty, said.insert(words.titleWords).inserted else { return nil }
      return Line(words: words, role: role)
    }
  }
}

extension Metadata {
  /// Whether words are the title; a web page's has the name of the site after it or before it.
  fileprivate func isTitle(_ words: [Substring]) -> Bool {
    guard let title = title?.titleWords, !words.isEmpty else { return false }
    let names = (authors + [publisher].compactMap(\.self)).map(\.titleWords)
    return title == words || names.contains { title == words + $0 || title == $0 + words }
  }
}

extension Block {
  /// The words of a heading or a paragraph, for comparing; empty for other blocks.
  fileprivate var titleWords: [Substring] {
    switch self {
    case .heading(let node): node.inlines.plainText.titleWords
    case .paragraph(let node): node.inlines.plainText.titleWords
    case .list, .definitionList, .blockQuote, .code, .table, .figure, .aside, .lineGroup,
      .mathematics, .separator, .pageBreak, .division:
      []
    }
  }
}

extension String {
  /// The words in small letters, without punctuation, for comparing titles.
  var titleWords: [Substring] { lowercased().split { !$0.isLetter && !$0.isNumber } }
}
