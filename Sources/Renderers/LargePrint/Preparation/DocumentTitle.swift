import DocumentModel

/// The title of a document and its text without it: a page has one heading of the first level, and
/// that is its title.
struct DocumentTitle {
  /// The words of the title, as they stand in the text, or from the metadata.
  var inlines: [Inline]
  /// What the heading carries: its name for links, its language.
  var info: NodeInfo
  /// The text without the heading that is the title.
  var blocks: [Block]
  /// Where the title came from.
  var origin: Origin

  /// Where a title came from.
  enum Origin {
    /// From the metadata or from the first heading.
    case source
    /// From the first words or the name of the file, because there is nothing better.
    case assumed
  }

  /// Finds the title. The first heading is the title when it is the first thing in the text, or when
  /// the metadata has the same words.
  ///
  /// - Parameter fallback: what to call a document that says nothing.
  init(_ document: Document, fallback: String) {
    let given = document.metadata.title.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    var blocks = document.blocks
    if let heading = Self.takeFirst(from: &blocks, matching: given) {
      inlines = heading.inlines
      info = heading.info
      origin = .source
      self.blocks = blocks
      return
    }
    self.blocks = document.blocks
    info = NodeInfo()
    if let given {
      inlines = [.text(Text(given))]
      origin = .source
    } else if let heading = Self.firstHeading(in: document.blocks) {
      inlines = [.text(Text(heading.inlines.plainText))]
      origin = .source
    } else {
      inlines = [.text(Text(fallback))]
      origin = .assumed
    }
  }

  /// The title on one line.
  var text: String { inlines.plainText.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// Takes the heading the text begins with out of it. With a title given only one of the same words is
  /// taken; without, one of the first level, or of any where there is no other of its level.
  private static func takeFirst(from blocks: inout [Block], matching title: String?) -> Heading? {
    for index in blocks.indices {
      switch blocks[index] {
      case .heading(let heading):
        let words = normal(heading.inlines.plainText)
        guard !words.isEmpty else { continue }
        if let title { guard agree(normal(title), words) else { return nil } }
        blocks.remove(at: index)
        return heading
      case .division(var division):
        guard !division.blocks.isEmpty else { continue }
        let heading = takeFirst(from: &division.blocks, matching: title)
        blocks[index] = .division(division)
        return heading
      // A page of print may begin before the title.
      case .pageBreak, .separator: continue
      case .paragraph, .list, .definitionList, .blockQuote, .code, .table, .figure, .aside, .lineGroup,
        .mathematics:
        return nil
      }
    }
    return nil
  }

  /// Whether one of the two has all the words of the other: pages often have their site's name too.
  private static func agree(_ title: String, _ heading: String) -> Bool {
    title == heading || title.contains(heading) || heading.contains(title)
  }

  private static func firstHeading(in blocks: [Block]) -> Heading? {
    for block in blocks {
      switch block {
      case .heading(let heading): if !normal(heading.inlines.plainText).isEmpty { return heading }
      case .division(let division): if let heading = firstHeading(in: division.blocks) { return heading }
      case .paragraph, .list, .definitionList, .blockQuote, .code, .table, .figure, .aside, .lineGroup,
        .mathematics, .separator, .pageBreak:
        continue
      }
    }
    return nil
  }

  private static func normal(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
