import Coformat
import Foundation
import TestSupport
import Testing

/// Word documents of the DAISY Pipeline's own tests beside the DTBooks it makes of them: what it finds,
/// we find too. Where we find more the Pipeline loses it (headings of a page copied from Wikipedia, items
/// of lists that a style numbers, headings of tables).
@Suite(.enabled(if: SharedData.isPresent)) struct WordPeerTests {
  struct Pair: Sendable, CustomTestStringConvertible {
    var word: URL
    var book: URL
    var testDescription: String { word.lastPathComponent }
  }

  static let pairs: [Pair] = {
    let root = "peers/pipeline-word-to-dtbook"
    return SharedData.files(below: root, extensions: ["docx"]).compactMap { word in
      let folder = word.deletingLastPathComponent().deletingLastPathComponent()
      let output = folder.appending(path: "Output")
      let names = (try? FileManager.default.contentsOfDirectory(atPath: output.path)) ?? []
      return names.first { $0.hasSuffix(".xml") }.map { Pair(word: word, book: output.appending(path: $0)) }
    }
  }()

  @Test func `There are thirteen`() { #expect(Self.pairs.count == 13) }

  @Test(arguments: pairs) func `What the Pipeline finds is found`(pair: Pair) throws {
    var log = DiagnosticLog()
    let source = Source(name: pair.word.lastPathComponent, bytes: [UInt8](try Data(contentsOf: pair.word)))
    let document = try WordReader().read(source, options: ReadingOptions(), log: &log)
    let ours = Structure(document)
    let theirs = try Structure(book: String(contentsOf: pair.book, encoding: .utf8))
    for heading in theirs.headings {
      #expect(ours.headings.contains { $0.contains(heading) || heading.contains($0) }, "\(heading)")
    }
    #expect(ours.tables + ours.boxes >= theirs.tables)
    #expect(ours.items >= theirs.items)
    #expect(ours.notes == theirs.notes)
    #expect(ours.pictures == theirs.pictures)
    #expect(ours.formulas == theirs.formulas)
    #expect(ours.columnHeadings >= theirs.columnHeadings)
  }
}

/// What a document holds, counted.
private struct Structure {
  var headings: [String] = []
  var tables = 0
  var boxes = 0
  var items = 0
  var notes = 0
  var pictures = 0
  var formulas = 0
  var columnHeadings = 0

  init(_ document: Document) {
    if let title = document.metadata.title { headings.append(WordText.folded(title)) }
    notes = document.notes.count
    document.walk { node in
      switch node {
      case .block(.heading(let node)): headings.append(WordText.folded(node.inlines.plainText))
      // The heading of a table of contents.
      case .block(.division(let node)):
        if case .paragraph(let first)? = node.blocks.first {
          headings.append(WordText.folded(first.inlines.plainText))
        }
      case .block(.table(let node)):
        tables += 1
        columnHeadings += node.allRows.flatMap(\.cells).count { $0.heading != nil }
      case .block(.aside): boxes += 1
      case .block(.list(let node)): items += node.items.count
      case .block(.mathematics), .inline(.mathematics): formulas += 1
      case .inline(.image): pictures += 1
      case .block, .inline: break
      }
    }
  }

  init(book: String) throws {
    for match in book.matches(of: /<h[1-6][ >].*?<\/h[1-6]>/.dotMatchesNewlines()) {
      let words = WordText.folded(String(match.0.replacing(/<[^>]*>/, with: " ")))
      if !words.isEmpty { headings.append(words) }
    }
    tables = book.matches(of: /<table[ >]/).count
    items = book.matches(of: /<li[ >]/).count
    notes = book.matches(of: /<note[ >]/).count
    pictures = book.matches(of: /<img[ >]/).count
    formulas = book.matches(of: /<(?:m:|mml:)?math[ >]/).count
    columnHeadings = book.matches(of: /<th[ >]/).count
  }
}
