import Foundation
import TestSupport
import Testing

@testable import Coformat

/// DAISY Pipeline's tests of HTML to DTBook, read from both ends: the page through the reader of EPUBs, and
/// the DTBook that is expected of it through the reader of DTBooks, make one document.
@Suite(.enabled(if: SharedData.isPresent)) struct BookPeerTests {
  private static let folder = "peers/pipeline-html-to-dtbook/cases"

  /// Pairs that differ, with the reason.
  static let differences: [String: String] = [
    "001": "a print page in a span, which the peer keeps as a class",
    "013": "the expected body is left out of the test",
    "040": "headings of boxes are titles in DTBook and headings in HTML",
    "045": "an epigraph that is a quotation is both", "046": "an epigraph that is a quotation is both",
    "050": "an epigraph in an aside is a box",
    "055": "headings of poems are titles in DTBook and headings in HTML",
    "111": "the peer writes the numbers of some lists into the text",
    "112": "the peer writes the numbers of some lists into the text",
    "114": "the peer writes the numbers of some lists into the text",
    "117": "the peer makes a summary of a paragraph by its class, which is no words of the text here",
    "118": "the peer makes a summary of a paragraph by its class, which is no words of the text here",
    "131": "the peer takes levels from sections, and headings here have the level their elements say",
    "132": "the peer moves print pages out of cells, and joins the words on both sides",
    "133": "the peer translates alternative texts", "134": "the peer translates alternative texts",
    "140": "notes that nothing refers to stay boxes or items, as print has them",
    "145": "notes that nothing refers to stay boxes or items, as print has them",
    "146": "notes that nothing refers to stay boxes or items, as print has them",
    "148": "notes that nothing refers to stay boxes or items, as print has them",
    "150": "headings of boxes are titles in DTBook and headings in HTML",
    "151": "a bridge head says no level in HTML and stays a paragraph",
  ]

  @Test func `The page and the DTBook expected of it are one document`() throws {
    var compared = 0
    for file in SharedData.files(below: Self.folder, extensions: ["xml"])
    where file.lastPathComponent.hasSuffix(".expected.dtbook.xml") {
      let number = String(file.lastPathComponent.prefix(3))
      let expected = try String(contentsOf: file, encoding: .utf8)
      let page = try SharedData.text("\(Self.folder)/\(number).input.xhtml")
      guard let book = Self.dtbook(around: expected) else { continue }
      let ours = try Self.read(Self.publication(of: page))
      let peers = try Self.read(Source(name: "book.xml", bytes: Array(book.utf8)))
      compared += 1
      let isSame =
        Self.outline(ours) == Self.outline(peers) && ours.printedWords.sorted() == peers.printedWords.sorted()
      if let reason = Self.differences[number] {
        #expect(!isSame, "\(number) agrees now, though: \(reason)")
      } else {
        #expect(isSame, "\(number): \(Self.outline(ours)) | \(Self.outline(peers))")
      }
    }
    #expect(compared >= 140)
  }

  @Test func `The whole book and the DTBook expected of it have the same words and structure`() throws {
    let page = try SharedData.text("peers/pipeline-html-to-dtbook/C00000.xhtml")
    let book = try SharedData.text("peers/pipeline-html-to-dtbook/C00000.expected-dtbook.xml")
    let ours = try Self.read(Self.publication(of: page))
    let peers = try Self.read(Source(name: "book.xml", bytes: Array(book.utf8)))
    #expect(ours.notes.count == peers.notes.count && ours.notes.count > 100)
    for kind in ["table", "page", "image", "list-item", "note-reference"] {
      #expect(Self.outline(ours)[kind] == Self.outline(peers)[kind], "\(kind)")
    }
    let kept = ours.printedWords.counted
    let lost = peers.printedWords.counted.filter { $0.value > kept[$0.key, default: 0] }
    #expect(lost.isEmpty, "\(lost)")
  }

  private static func read(_ source: Source) throws -> Document {
    var log = DiagnosticLog()
    return try Registry.standard.reader(for: source, log: &log).reader
      .read(source, options: ReadingOptions(), log: &log)
  }

  /// A publication of one page, unpacked.
  private static func publication(of fragment: String) -> Source {
    let body = withoutDeclaration(fragment)
    let isWhole = body.hasPrefix("<html ") || body.hasPrefix("<html:html") || body.hasPrefix("<!DOCTYPE")
    // A body, or what stands in one.
    let content = body.replacing("<html:body", with: "<html:div").replacing("</html:body", with: "</html:div")
    let page =
      isWhole
      ? body
      : "<html xmlns=\"http://www.w3.org/1999/xhtml\" xml:lang=\"en\"><head><title>T</title></head><body>\(content)</body></html>"
    let container =
      "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile full-path=\"p.opf\"/></rootfiles></container>"
    let package =
      "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\"><metadata/><manifest><item id=\"a\" href=\"1.xhtml\" media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>"
    let files = [("META-INF/container.xml", container), ("p.opf", package), ("1.xhtml", page)]
    return Source(name: "book", files: files.map { SourceFile(path: $0.0, bytes: Array($0.1.utf8)) })
  }

  /// A DTBook around a part of one; nil for a part that holds no text.
  private static func dtbook(around fragment: String) -> String? {
    let text = withoutDeclaration(fragment)
    guard let root = text.firstMatch(of: #/<(?:\w+:)?(\w+)/#)?.1 else { return nil }
    let book: String
    switch root {
    case "dtbook": return text
    case "head": return nil
    case "book": book = text
    case "frontmatter", "bodymatter", "rearmatter": book = "<book>\(text)</book>"
    case let name where name.hasPrefix("level"): book = "<book><bodymatter>\(text)</bodymatter></book>"
    default: book = "<book><bodymatter><level1>\(text)</level1></bodymatter></book>"
    }
    return "<dtbook xmlns=\"http://www.daisy.org/z3986/2005/dtbook/\" xml:lang=\"en\">\(book)</dtbook>"
  }

  private static func withoutDeclaration(_ text: String) -> String {
    String(text.replacing(#/^\s*<\?xml.*?\?>\s*/#, with: "").drop(while: \.isWhitespace))
  }

  /// How many there are of what gives a document its structure.
  private static func outline(_ document: Document) -> [String: Int] {
    var counts: [String: Int] = [:]
    func add(_ name: String, _ count: Int = 1) { counts[name, default: 0] += count }
    document.walk { node in
      switch node {
      case .block(let block):
        switch block {
        case .heading(let heading): add("heading"); add("level \(heading.level)")
        case .list(let list): add("list-item", list.items.count)
        case .definitionList(let list): add("definition-item", list.items.count)
        case .table(let table):
          add("table"); add("row", table.head.count + table.bodies.reduce(0) { $0 + $1.rows.count })
        case .blockQuote: add("quotation")
        case .aside: add("aside")
        case .pageBreak: add("page")
        case .code: add("code")
        case .paragraph, .figure, .lineGroup, .mathematics, .separator, .division: break
        }
      case .inline(let inline):
        switch inline {
        case .noteReference: add("note-reference")
        case .image: add("image")
        case .pageBreak: add("page")
        case .code: add("inline-code")
        case .abbreviation: add("abbreviation")
        case .text, .styled, .span, .link, .crossReference, .mathematics, .lineBreak: break
        }
      }
    }
    add("note", document.notes.count)
    return counts
  }
}
