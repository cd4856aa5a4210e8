import Foundation
import TestSupport
import Testing

@testable import Coformat

/// What is made as a book and read back is the same document: its words, headings, lists, tables, notes,
/// print pages and pictures.
@Suite struct BookRoundTripTests {
  static let samples = [
    "council-report.md", "findings-summary.md", "technical-note.md", "leaflet-bilingual.md",
  ]
  .map { SharedData.packageRoot.appending(path: "Samples/\($0)") }

  /// What of a document comes back.
  struct Shape: Equatable, CustomStringConvertible {
    var headings: [String] = []
    var items = 0
    var tables: [[Int]] = []
    var notes = 0
    var references = 0
    var pages: [String] = []
    var pictures: [String] = []
    var descriptions = 0

    init(_ document: Document) {
      document.walk { node in
        switch node {
        case .block(.heading(let heading)): headings.append(heading.inlines.plainText.collapsedSpace)
        case .block(.list(let list)): items += list.items.count
        case .block(.table(let table)):
          let rows = table.head + table.bodies.flatMap(\.rows) + table.foot
          tables.append([table.columns.count, rows.count, table.head.count] + rows.map(\.cells.count))
        case .block(.pageBreak(let page)): pages.append(page.number)
        case .inline(.pageBreak(let page)): pages.append(page.number)
        case .inline(.noteReference): references += 1
        case .inline(.image(let image)):
          if case .text(let words, let long) = image.alternative {
            pictures.append(words)
            descriptions += long.isEmpty ? 0 : 1
          }
        case .block, .inline: break
        }
      }
      notes = document.notes.count
    }

    /// Whether it has all headings of another, in order. Editions add their own, as over notes, and a
    /// book's title has the subtitle with it.
    func holdsHeadings(of other: Shape) -> Bool {
      var rest = headings[...]
      for heading in other.headings {
        guard let place = rest.firstIndex(where: { $0 == heading || $0.hasPrefix(heading + ":") }) else {
          return false
        }
        rest = rest[(place + 1)...]
      }
      return true
    }

    var description: String {
      "headings \(headings), items \(items), tables \(tables), notes \(notes)/\(references), pages \(pages), "
        + "pictures \(pictures), descriptions \(descriptions)"
    }
  }

  private func document(_ file: URL) throws -> (Document, DiagnosticLog) {
    var log = DiagnosticLog(source: file.lastPathComponent)
    let loaded = try Input.file(file.path).load()
    var document = try Registry.standard.reader(for: loaded.source, log: &log).reader
      .read(loaded.source, options: ReadingOptions(), log: &log)
    document = try Transform.pictures.apply(document, loaded.folder, &log)
    return (document, log)
  }

  private func readBack(_ rendering: Rendering, _ document: Document) throws -> Document {
    var log = DiagnosticLog()
    let rendition = try rendering.renderer.render(document, log: &log)
    let source: Source
    if rendition.artifacts.count == 1 {
      source = Source(name: "book.xml", bytes: rendition.artifacts[0].bytes)
    } else {
      source = Source(
        name: "book", files: rendition.artifacts.map { SourceFile(path: $0.path, bytes: $0.bytes) })
    }
    return try Registry.standard.reader(for: source, log: &log).reader
      .read(source, options: ReadingOptions(), log: &log)
  }

  @Test(arguments: samples) func `An EPUB read back is the same document`(file: URL) throws {
    let (document, _) = try document(file)
    let back = try readBack(.epub(), document)
    // Long descriptions stand beside the pictures, where all readers find them.
    try expectSame(back, document, descriptions: .inText)
    #expect(back.metadata.title == document.metadata.title)
    #expect(back.metadata.authors == document.metadata.authors)
    #expect(back.metadata.language == document.metadata.language)
  }

  @Test(arguments: samples) func `A DAISY 3 book read back is the same document`(file: URL) throws {
    let (document, _) = try document(file)
    try expectSame(try readBack(.daisy(DaisyOptions(fileType: .daisy3)), document), document)
  }

  @Test(arguments: samples) func `A DTBook read back is the same document`(file: URL) throws {
    let (document, _) = try document(file)
    let back = try readBack(.daisy(DaisyOptions(fileType: .dtbook)), document)
    // A DTBook by itself has words for pictures and no pictures.
    try expectSame(back, document, descriptions: .inText, pictures: .words)
  }

  @Test(arguments: samples) func `A DAISY 2.02 book read back has the same words, headings and pages`(
    file: URL
  ) throws {
    let (document, _) = try document(file)
    let back = try readBack(.daisy(DaisyOptions(fileType: .daisy202)), document)
    #expect(Shape(back).holdsHeadings(of: Shape(document)))
    #expect(Shape(back).pages == Shape(document).pages)
    #expect(Shape(back).notes == Shape(document).notes)
    #expect(lost(document, back) == [])
  }

  private enum Descriptions { case ofPictures, inText }
  private enum Pictures { case shown, words }

  private func expectSame(
    _ back: Document, _ document: Document, descriptions: Descriptions = .ofPictures,
    pictures: Pictures = .shown
  ) throws {
    let shape = Shape(back)
    let expected = Shape(document)
    #expect(shape.holdsHeadings(of: expected), "\(shape.headings) | \(expected.headings)")
    #expect(shape.items == expected.items)
    #expect(shape.tables == expected.tables)
    #expect(shape.notes == expected.notes && shape.references == expected.references)
    #expect(shape.pages == expected.pages)
    if pictures == .shown { #expect(shape.pictures == expected.pictures) }
    if descriptions == .ofPictures { #expect(shape.descriptions == expected.descriptions) }
    #expect(lost(document, back) == [])
  }

  /// The words that do not come back.
  private func lost(_ document: Document, _ back: Document) -> [String] {
    let kept = back.wordsForPages(of: .epub).counted
    return document.wordsForPages(of: .epub).counted.filter { $0.value > kept[$0.key, default: 0] }.keys
      .sorted()
  }
}

extension String {
  fileprivate var collapsedSpace: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
