import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel

extension Composer {
  /// The head of the document: its title, then what else its metadata says that print shows there.
  ///
  /// A title that the text begins with is not said twice: that heading stands first and the other
  /// lines follow it.
  ///
  /// - Returns: how many of the document's blocks were composed.
  mutating func composeTitle(of document: Document) throws(ConversionFailure) -> Int {
    let metadata = document.metadata
    let head = Set(document.blocks.prefix(12).map(\.words))
    var said = head
    func lines(_ texts: [String?]) -> [String] {
      texts.compactMap(\.self).filter { !$0.wordsOnly.isEmpty && said.insert($0.wordsOnly).inserted }
    }
    // A mark of the print page the title is on stands before the title.
    var composed = document.blocks.firstIndex(where: \.isNoPageBreak) ?? document.blocks.count
    if composed < document.blocks.count, metadata.isTitle(document.blocks[composed].words) {
      composed += 1
      said.insert(metadata.title?.wordsOnly ?? [])
    }
    try compose(Array(document.blocks[..<composed]))
    titleHeadings = headings.count
    // A title page says the rest.
    let rest = front == .full ? [] : metadata.authors + [metadata.publisher, metadata.date]
    let shown = lines([metadata.title, metadata.subtitle] + rest)
    for (index, line) in shown.enumerated() {
      var style = profile.title
      style.blankBefore = 0
      style.blankAfter = index + 1 < shown.count ? 0 : style.blankAfter
      try addHeading([.text(Text(line))], style: style)
    }
    return composed
  }

  /// Tells the reader what the signs stand for that this document defines for itself (RUEB 4.2.5).
  mutating func composeModifierNote() throws(ConversionFailure) {
    guard front != .full, let words = modifierNote() else { return }
    try addTranscribersNote(words)
  }

  /// The words of that note; nil when the document defines no signs.
  mutating func modifierNote() -> OwnPhrase? {
    let modifiers = translator.transcriberDefinedModifiers
    guard !modifiers.isEmpty else { return nil }
    let parts = modifiers.map { modifier in
      let sign = String(
        String.UnicodeScalarView(modifier.cells.compactMap { Unicode.Scalar(0x2800 + UInt32($0)) }))
      return "\(sign) before a letter stands for \(modifier.name)"
    }
    return ownEnglish("In this document " + parts.joined(separator: "; ") + ".")
  }

  /// What goes before the text.
  var front: FrontMatter { options.frontMatter ?? profile.book.frontMatter }

  /// The print of the running head; nil for none. On a page information line the heading that serves
  /// as title will do. In a corner style words the source gives for it are repeated and, in a book with
  /// full front matter, the title: BANA asks for running heads in books only.
  func runningHead(of document: Document) -> String? {
    guard profile.book.runningHead != .none else { return nil }
    switch profile.pageFurniture {
    case .none: return nil
    case .corners:
      return document.metadata.runningHead ?? (front == .full ? document.metadata.title : nil)
    case .pageInformationLine: return document.runningHead
    }
  }
}

extension Composer {
  /// The heading whose words a running head repeats, in the letters of the running head, when there is
  /// a formula in it; nil when the running head is nothing but words.
  func runningHeadInlines(of document: Document, for head: String) -> [Inline]? {
    guard let inlines = document.headingAsTitle?.inlines, inlines.plainText.lowercased() == head.lowercased()
    else { return nil }
    var words = RunningHeadWords(letters: head == head.lowercased() ? .small : .asTheyAre)
    let result = words.rewrite(inlines)
    return words.hasFormulas ? result : nil
  }
}

/// Leaves of a heading what a running head repeats.
private struct RunningHeadWords: Rewriter {
  enum Letters { case small, asTheyAre }

  let letters: Letters
  private(set) var hasFormulas = false

  init(letters: Letters) { self.letters = letters }

  mutating func replacement(for inline: Inline) -> Inline {
    switch inline {
    case .text(let node):
      return letters == .small ? .text(Text(node.string.lowercased(), info: node.info)) : inline
    case .mathematics:
      hasFormulas = true
      return inline
    case .noteReference, .pageBreak, .image: return .text(Text(""))
    case .lineBreak: return .text(Text(" "))
    case .crossReference(let node): return .span(Span(node.inlines))
    case .styled, .span, .link, .abbreviation, .code: return inline
    }
  }
}

extension Metadata {
  /// Words the source gives for the head of every page.
  fileprivate var runningHead: String? {
    let names = ["running-head", "running head", "short-title", "short title"]
    return other.first { names.contains($0.name.lowercased()) }?.value
  }

  /// Whether words are the title; a web page's has the name of the site after it or before it.
  fileprivate func isTitle(_ words: [Substring]) -> Bool {
    guard let title = title?.wordsOnly, !words.isEmpty else { return false }
    let names = (authors + [publisher].compactMap(\.self)).map(\.wordsOnly)
    return title == words || names.contains { title == words + $0 || title == $0 + words }
  }
}

extension Document {
  /// The words of the running head: those the source gives for it, the title, else the heading that serves as one, in small letters
  /// without capital signs, as UK practice has it. Nil when the document has neither: the heading of
  /// one section at the top of every page would mislead.
  var runningHead: String? { (metadata.runningHead ?? metadata.title ?? titleHeading)?.lowercased() }

  /// The words of the heading that serves as title.
  var titleHeading: String? { headingAsTitle?.inlines.plainText }

  /// The heading the document begins with, else its only heading of level 1.
  fileprivate var headingAsTitle: Heading? {
    if case .heading(let heading) = blocks.first(where: \.isNoPageBreak) { return heading }
    var found: [Heading] = []
    for block in blocks {
      if case .heading(let heading) = block, heading.level == 1 { found.append(heading) }
    }
    return found.count == 1 ? found[0] : nil
  }
}

extension Block {
  fileprivate var isNoPageBreak: Bool {
    if case .pageBreak = self { false } else { true }
  }

  /// The words of a heading or a paragraph, for comparing; empty for other blocks.
  fileprivate var words: [Substring] {
    switch self {
    case .heading(let node): node.inlines.plainText.wordsOnly
    case .paragraph(let node): node.inlines.plainText.wordsOnly
    case .list, .definitionList, .blockQuote, .code, .table, .figure, .aside, .lineGroup,
      .mathematics, .separator, .pageBreak, .division:
      []
    }
  }
}

extension String {
  /// The words in small letters, without punctuation.
  fileprivate var wordsOnly: [Substring] {
    lowercased().split { !$0.isLetter && !$0.isNumber }
  }
}
