import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel

extension Composer {
  /// What the metadata says that print shows at the head of a report, each on lines of its own: the
  /// title unless the text itself begins with it, the subtitle, the authors, the date.
  mutating func composeTitle(of document: Document) throws(ConversionFailure) {
    let metadata = document.metadata
    let head = document.blocks.prefix(12).map(\.words)
    func isShown(_ text: String) -> Bool {
      let words = text.wordsOnly
      return head.contains { $0 == words }
    }
    let title = metadata.title.flatMap { isShown($0) ? nil : $0 }
    let lines =
      [title, metadata.subtitle.flatMap { isShown($0) ? nil : $0 }]
      + metadata.authors.map { isShown($0) ? nil : $0 }
      + [
        metadata.publisher.flatMap { isShown($0) ? nil : $0 },
        metadata.date.flatMap { isShown($0) ? nil : $0 },
      ]
    let shown = lines.compactMap(\.self).filter { !$0.isEmpty }
    for (index, line) in shown.enumerated() {
      var style = profile.title
      style.blankBefore = 0
      style.blankAfter = index + 1 < shown.count ? 0 : style.blankAfter
      try addHeading([.text(Text(line))], style: style)
    }
  }

  /// The words of the running head: the title, else the first heading of the highest level, in
  /// small letters without capital signs, as UK practice has it.
  static func runningHead(of document: Document, _ translator: Translator) throws(ConversionFailure)
    -> [UInt8]
  {
    guard let title = document.metadata.title ?? document.firstHeading else { return [] }
    return try translator.translate([TextRun(title.lowercased())]).text.cells
  }
}

extension Document {
  /// The words of the first heading of the highest level there is.
  fileprivate var firstHeading: String? {
    var best: Heading?
    for case .heading(let heading) in blocks where heading.level < best?.level ?? .max { best = heading }
    return best.map { $0.inlines.plainText }
  }
}

extension Block {
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
