import BrailleLayout
import BrailleTranslation
import Diagnostics

/// The words of transcriber's notes that explain a table's form (BANA Formats 11.16 to 11.18).
enum TableWords {
  static let paragraph = "Table in paragraph form. Columns follow one another in this order:"
  static let linear = "Columns follow one another in this order:"
  static let linearWithoutHeadings = "Columns follow one another in the order of print."
  static let stairstep = "Table changed as follows:"
  static let stairstepWithoutHeadings = """
    Table changed: each entry of a row begins two cells to the right of the entry before it.
    """
  static let listed = """
    Print format is changed. Row headings are blocked in cell 5; column headings begin in cell 1. \
    All headings are repeated for clarity. A colon separates headings from table entries.
    """
  static let listedWithoutHeadings = """
    Print format is changed. The first entry of each row is blocked in cell 5; the other entries \
    begin in cell 1.
    """
  /// What a note says of a table without capital signs, after what it says of its form (UKAAF B004,
  /// Appendix E).
  static func withoutCapitals(after note: String?) -> String {
    guard let note else { return "Capitals are not indicated." }
    return (note.hasSuffix(".") ? String(note.dropLast()) : note) + ", and capitals are not indicated."
  }
  static let noHeading = "no heading"
  static let withoutEntries = "Columns without entries:"
  static let blankEntry = "A series of three dot 5s indicates a blank entry in print."
  /// The same where Sample 11-25 has it, in linear form.
  static let blankSpace = "A series of three dot 5s indicates a blank space in print."
}

extension Composer {
  /// A paragraph of a transcriber's note.
  struct NoteParagraph {
    var builder: RunBuilder
    var shape: BlockShape
    /// Blank lines before it.
    var before = 0
    /// Whether it stands between the signs of the note.
    var place = Place.inNote

    enum Place {
      case inNote
      /// Below the note, which it belongs to.
      case below
    }
  }

  /// A paragraph of the program's own words, where notes stand.
  func noteParagraph(_ words: String) -> NoteParagraph {
    var builder = RunBuilder()
    builder.append(words, emphasis: .transcribersNote)
    return NoteParagraph(builder: builder, shape: profile.transcribersNote.shape(margin: context.margin))
  }

  /// Adds a note of several paragraphs between one pair of signs; it stays with what it explains.
  mutating func addNote(_ paragraphs: [NoteParagraph]) throws(ConversionFailure) {
    let signs = translator.noteSigns
    var blocks: [TextBlock] = []
    var below: [TextBlock] = []
    for paragraph in paragraphs {
      let spacing = BlockSpacing(before: paragraph.before)
      if let block = try block(
        paragraph.builder, shape: paragraph.shape, spacing: spacing, keep: .togetherWithNext)
      {
        if paragraph.place == .inNote { blocks.append(block) } else { below.append(block) }
      }
    }
    for index in blocks.indices {
      // Each was translated as a note by itself.
      if index > 0 { blocks[index].text.remove(signs.open, from: .start) }
      if index < blocks.count - 1 { blocks[index].text.remove(signs.close, from: .end) }
      flow.append(.text(blocks[index]))
    }
    flow += below.map(FlowItem.text)
  }
}

extension BrailleText {
  enum Edge {
    case start
    case end
  }

  /// Takes cells off an edge, if they stand there.
  mutating func remove(_ sign: [UInt8], from edge: Edge) {
    let count = sign.count
    switch edge {
    case .start:
      guard cells.starts(with: sign) else { return }
      cells.removeFirst(count)
      origins.removeFirst(count)
      breaks.removeFirst(count)
    case .end:
      guard cells.suffix(count) == sign[...] else { return }
      cells.removeLast(count)
      origins.removeLast(count)
      breaks.removeLast(count)
    }
  }
}
