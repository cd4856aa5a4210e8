import Testing

@testable import BrailleLayout

/// Notes at the foot of the page.
@Suite struct FootNoteTests {
  private func pages(
    _ flow: [FlowItem], _ notes: [[FlowItem]], style: PageFurnitureStyle = .none, cells: Int = 14,
    lines: Int = 8
  ) throws -> BraillePages {
    try Paginator.layOut(
      flow, footNotes: notes, profile: LayoutProfiles.named("bana"), cells: cells, lines: lines,
      furniture: plainFurniture(style))
  }

  /// A paragraph in which `*` before a word refers to the next note.
  private func text(_ words: String, from first: Int = 0) -> FlowItem {
    var plain = ""
    var marks: [TextMark] = []
    for character in words {
      if character == "*" {
        marks.append(TextMark(offset: plain.count, kind: .note(first + marks.count)))
      } else {
        plain.append(character)
      }
    }
    return item(plain, marks: marks)
  }

  private let line = BrailleLayoutTests.text([0x10, 0x12, 0x12, 0x12, 0x12, 0x12, 0x12])

  @Test func noteStandsBelowALineOnThePageOfItsReference() throws {
    let result = try lines(pages([text("one *two three"), item("four")], [[item("note")]]))
    #expect(result == [["one two three", "four", line, "note"]])
  }

  @Test func referenceMovesWithItsNoteToThePageThatHoldsBoth() throws {
    let flow = [item("a"), item("b"), item("c"), item("d"), item("e"), item("f"), text("g *h")]
    let result = try lines(pages(flow, [[item("note")]]))
    #expect(result == [["a", "b", "c", "d", "e", "f"], ["g h", line, "note"]])
  }

  @Test func noteLongerThanAPageGoesOnAtTheFootOfTheNext() throws {
    let words = (10...40).map { "word\($0)" }.joined(separator: " ")
    let flow = [text("a *b")] + (1...9).map { item("text \($0)") }
    let result = try pages(flow, [[item(words, BlockShape(1, 3))]])
    for page in lines(result) {
      #expect(page.last != line && page.count <= 8)
      #expect(page.filter { $0 == line }.count <= 1)
    }
    let notes = result.pages.flatMap(\.rows).filter { $0.area == .foot && $0.kind == .text }
    #expect(notes.map { BrailleLayoutTests.text($0.cells) }.joined(separator: " ").words == words.words)
    #expect(lines(result)[0].contains { $0 == "word10 word11" })
  }

  @Test func manyNotesOnOneLineAreAllPlacedInOrder() throws {
    let flow = [text("*a *b *c *d *e *f *g"), item("rest")]
    let notes = (0..<7).map { [item("note\($0) of this"), item("second par")] }
    let result = try pages(flow, notes, style: .corners)
    let rows = result.pages.flatMap(\.rows).filter { $0.area == .foot && $0.kind == .text }
    #expect(
      rows.map { BrailleLayoutTests.text($0.cells) }
        == (0..<7).flatMap { ["note\($0) of this", "second par"] })
  }

  @Test func notesThatReferToEachOtherStandOnce() throws {
    let notes = [[text("first *x", from: 1)], [text("second *x", from: 0)], [item("third")]]
    let result = try lines(pages([text("a *b"), text("c *d")], notes))
    // Nothing refers to the third, which is placed all the same.
    #expect(result == [["a b", "c d", line, "first x", "second x", "third"]])
  }

  @Test func headingStaysWithItsTextThoughNotesFillThePage() throws {
    let words = (10...60).map { "word\($0)" }.joined(separator: " ")
    var flow = [text("*a")]
    for index in 1...12 {
      flow.append(item("head\(index)", role: .sideHeading, keep: .togetherWithNext))
      flow.append(item("body\(index)"))
    }
    for style in [PageFurnitureStyle.none, .corners, .pageInformationLine] {
      for height in 5...9 {
        let result = try pages(flow, [[item(words)]], style: style, lines: height)
        for page in result.pages {
          let last = page.rows.last { $0.area == .text && $0.kind == .text }
          #expect(last?.role.isHeading != true, "\(style), \(height) lines")
        }
        let text = result.pages.flatMap(\.rows).filter { $0.area == .foot && $0.kind == .text }
        #expect(text.map { BrailleLayoutTests.text($0.cells) }.joined(separator: " ").words == words.words)
      }
    }
  }

  @Test func timeIsProportionalToTheNotes() throws {
    let notes = (0..<4000).map { [item("note \($0) is short")] }
    let words = Array(repeating: "*w", count: 4000).joined(separator: " ")
    let result = try pages([text(words)], notes, cells: 40, lines: 25)
    let count = result.pages.flatMap(\.rows).count { $0.area == .foot && $0.kind == .text }
    #expect(count == 4000)
  }
}

extension String {
  fileprivate var words: [Substring] { split(separator: " ") }
}
