import BrailleLayout
import Diagnostics

/// Where in the braille each print page and each heading begins, so that people with the print and
/// people with the braille find the same place.
struct Concordance: Hashable {
  /// In the order of the braille.
  var entries: [Entry] = []

  /// One place.
  struct Entry: Hashable {
    /// The heading that begins there; nil where a print page does.
    var heading: String?
    /// The level of the heading in the source, from 1; nil for a heading the source has none for, such
    /// as that of a box, a title from metadata or one of the program's own.
    var level: Int?
    /// The print page the place is on, as print shows it; nil where none is known.
    var printPage: String?
    /// The volume, from 1.
    var volume: Int
    var section: Section.Kind
    /// The braille page number, from 1 in each section.
    var braillePage: Int
    /// Where in the source it begins; nil for what has no place there.
    var range: SourceRange?
  }

  /// Makes the concordance of pages whose rows know their print.
  init(_ document: BraillePages) {
    var printPage: String?
    for (number, volume) in zip(1..., document.volumes) {
      for section in volume.sections {
        for page in section.pages {
          add(page, place: Entry(volume: number, section: section.kind, braillePage: page.number), &printPage)
        }
      }
    }
    for index in entries.indices { entries[index].heading = entries[index].heading?.onOneLine }
  }

  private mutating func add(_ page: Page, place: Entry, _ printPage: inout String?) {
    var starts = page.printPageStarts[...]
    for (index, row) in page.rows.enumerated() {
      while let start = starts.first, start.row <= index {
        begin(start, place, &printPage)
        starts.removeFirst()
      }
      guard row.role.isHeading, row.kind == .text else { continue }
      if row.place == .runover, let last = entries.lastIndex(where: { $0.heading != nil }) {
        entries[last].heading? += row.print
      } else {
        var entry = place
        entry.heading = row.print
        entry.level = row.anchors.lazy.compactMap(\.headingLevel).first
        entry.printPage = printPage
        entry.range = row.range
        entries.append(entry)
      }
    }
    // One that began where the page ended has no row on it.
    for start in starts { begin(start, place, &printPage) }
  }

  private mutating func begin(_ start: PrintPageStart, _ place: Entry, _ printPage: inout String?) {
    printPage = start.number
    var entry = place
    entry.printPage = start.number
    entry.range = start.range
    entries.append(entry)
  }
}

extension Anchor {
  fileprivate var headingLevel: Int? {
    if case .heading(let level, _) = kind { level } else { nil }
  }
}

extension String {
  /// The words with one space between them and none around them.
  var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
