import BrailleLayout
import BrailleTranslation
import Diagnostics
import Wording

/// The words of transcriber's notes that are only in English.
enum TableWords {
  /// What a note says of a table without capital signs, after what it says of its form (UKAAF B004,
  /// Appendix E).
  static func withoutCapitals(after note: String?) -> String {
    guard let note else { return "Capitals are not indicated." }
    return (note.hasSuffix(".") ? String(note.dropLast()) : note) + ", and capitals are not indicated."
  }
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

  /// A paragraph of the program's own words, where notes stand: those that explain a table's form
  /// are after BANA Formats 11.16 to 11.18.
  mutating func noteParagraph(_ name: ProgramWords.Name) -> NoteParagraph {
    var builder = RunBuilder()
    builder.append(own(name), emphasis: .transcribersNote)
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
