import DocumentModel
import Testing

@testable import Readers

@Suite("What braille tells apart and HTML has no element for")
struct BrailleVocabularyTests {
  private struct Missing: Error {}

  private func kinds(_ html: String) throws -> [ParagraphKind] {
    var kinds: [ParagraphKind] = []
    for block in try Outline(html).document.blocks {
      block.walk { if case .block(.paragraph(let node)) = $0 { kinds.append(node.kind) } }
    }
    return kinds
  }

  @Test(
    "A class says what a paragraph is",
    arguments: [
      ("left-aligned", ParagraphKind.blocked), ("Blocked", .blocked), ("hanging", .hanging),
      ("directions", .directions), ("x attribution", .attribution), ("transcriber-note", .transcribersNote),
      ("lead", .plain),
    ])
  func paragraphKinds(name: String, kind: ParagraphKind) throws {
    #expect(try kinds("<p class='\(name)'>a</p><p>b</p>") == [kind, .plain])
  }

  @Test("A container says it for its paragraphs, but not for lists and boxes in it")
  func containers() throws {
    #expect(try kinds("<div class=blocked><p>a</p>b<ul><li>c</ul></div>") == [.blocked, .blocked, .plain])
    #expect(try kinds("<div class=transcriber-note>a</div><p>b") == [.transcribersNote, .plain])
    // Recipes call their steps directions.
    #expect(try kinds("<div class=directions><p>Boil the egg.</p></div>") == [.plain])
  }

  @Test("The end stands in the middle")
  func theEnd() throws {
    guard case .paragraph(let node)? = try Outline("<p class=the-end>The end</p>").document.blocks.first
    else { throw Missing() }
    #expect(node.alignment == .centre)
    #expect(node.kind == .transcribersNote)
  }

  private static let colourCases: [(String, String?)] = [
    ("data-colour='pale blue'", "pale blue"), ("data-color=red", "red"), ("class='box yellow'", "yellow"),
    ("class=box", nil), ("class=yellow", nil),
  ]

  @Test("The colour of a box", arguments: colourCases)
  func colours(attribute: String, colour: String?) throws {
    guard case .aside(let node)? = try Outline("<aside \(attribute)>a</aside>").document.blocks.first
    else { throw Missing() }
    #expect(node.colour == colour)
  }

  @Test("The number of a line of print, without which the words stand as they would")
  func lineNumbers() throws {
    let html = "<p>a <span class=linenum>10</span> b<span class=linenum aria-label=11></span> c</p>"
    guard case .paragraph(let node)? = try Outline(html).document.blocks.first else { throw Missing() }
    var numbers: [String] = []
    for case .span(let span) in node.inlines { numbers.append(span.lineNumber ?? "") }
    #expect(numbers == ["10", "11"])
    #expect(node.inlines.plainText == "a 10b11 c")
    #expect(try Outline("<p><span class=linenum>the tenth line</span></p>").text == "p(the tenth line)")
  }

  private static let turnCases: [(String, PageTurns)] = [
    ("break-before: page", .before), ("page-break-after: always", .after),
    ("BREAK-INSIDE: avoid", .notInside), ("break-before: avoid", []), ("word-break: break-all", []),
    ("break-before: recto; break-inside: avoid-page", [.before, .notInside]),
  ]

  @Test("Page turns, by their names in CSS Fragmentation and in CSS 2", arguments: turnCases)
  func pageTurns(style: String, turns: PageTurns) throws {
    let blocks = try Outline("<div style='\(style)'><p>a</p><p>b</p></div>").document.blocks
    if turns.isEmpty {
      #expect(blocks.count == 2)
    } else {
      #expect(blocks.count == 1)
      #expect(blocks[0].info.pageTurns == turns)
    }
  }
}
