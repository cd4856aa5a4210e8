import DocumentModel
import Testing

@Suite struct RawHTMLTests {
  @Test func pageMarksStandAmongBlocksAndInText() throws {
    let read = try ReadMarkdown(
      "a\n\n<!-- print page 12 -->\n\nb <!-- page xiv --> c <!-- a remark --> d\n\n<div>\n<!-- page B-3 -->\ne</div>\n"
    )
    var pages: [String] = []
    read.document.walk { node in
      switch node {
      case .block(.pageBreak(let page)), .inline(.pageBreak(let page)): pages.append(page.number)
      case .block, .inline: break
      }
    }
    #expect(pages == ["12", "xiv", "B-3"])
    #expect(read.document.visibleCharacters == "abcde")
    #expect(read.codes.isEmpty)
  }

  @Test(arguments: ["<!-- page: 12 -->", "<!--Page:12-->", "<!-- PRINT PAGE 12 -->"])
  func pageMarksMayBeWrittenWithAColon(comment: String) throws {
    let read = try ReadMarkdown("a\n\n\(comment)\n\nb\n")
    guard case .pageBreak(let page) = read.blocks[1] else {
      Issue.record("\(read.blocks)")
      return
    }
    #expect(page.number == "12")
  }

  @Test(arguments: [
    "<!-- page layout -->", "<!-- pages 12 -->", "<!-- page -->", "<!-- print page 1 of 2 -->",
  ])
  func otherCommentsAreNoPageMarks(comment: String) throws {
    let read = try ReadMarkdown("a\n\n\(comment)\n")
    #expect(read.blocks.count == 1)
  }

  @Test func formattingNobodyClosesEndsWithItsParagraph() throws {
    let read = try ReadMarkdown("a <b>b <I>c *d*\n\n> e <kbd>f</kbd>\n\ng <sup>h</sup>\n")
    let styles = read.inlines.compactMap { if case .styled(let node) = $0 { node.style } else { nil } }
    #expect(styles == [.strong, .emphasis, .emphasis, .keyboard, .superscript])
    #expect(read.codes == ["MD-015", "MD-015"])
    let closed = try ReadMarkdown("a <b>b\n\nc <kbd>d</kbd>\n\ne</b> f\n")
    #expect(closed.codes.isEmpty)
  }

  @Test func inlineElementsBecomeNodes() throws {
    let read = try ReadMarkdown(
      "<span lang=\"cy\">Helo *byd*</span>, <abbr title=\"World Health Organization\">WHO</abbr>, "
        + "H<sub>2</sub>O, <q>said</q>, <cite>Title</cite>, a<br>b\n")
    let inlines = read.inlines
    #expect(
      inlines.contains { if case .span(let span) = $0 { span.info.language?.tag == "cy" } else { false } })
    #expect(
      inlines.contains {
        if case .abbreviation(let node) = $0 { node.expansion == "World Health Organization" } else { false }
      })
    let styles = inlines.compactMap { if case .styled(let node) = $0 { node.style } else { nil } }
    #expect(styles == [.emphasis, .subscript, .quotation, .citation])
    #expect(inlines.contains { if case .lineBreak = $0 { true } else { false } })
  }

  @Test func blocksHoldTheMarkdownInThem() throws {
    let read = try ReadMarkdown(
      "<div data-coformat=\"only: braille\">\n\nOnly *this*.\n\n- a\n\n</div>\n\n"
        + "<details>\n<summary>More</summary>\n\n**in** it\n\n</details>\n\n"
        + "<figure>\n\n![A cat](c.png)\n\n<figcaption>The *raw* cat</figcaption>\n</figure>\n")
    guard case .division(let division) = read.blocks[0], case .aside(let aside) = read.blocks[1],
      case .figure(let figure) = read.blocks[2]
    else {
      Issue.record("\(read.blocks)")
      return
    }
    #expect(division.info.audience == .only([.braille]))
    #expect(division.blocks.count == 2)
    #expect(aside.kind == .details)
    #expect(aside.title.plainText == "More")
    #expect(aside.blocks.count == 1)
    #expect(figure.caption.count == 1)
    #expect(read.codes.isEmpty)
  }

  @Test func tableCellsHoldMarkdown() throws {
    let read = try ReadMarkdown(
      "<table>\n<tr><th colspan=\"2\">Head</th></tr>\n<tr><td>a</td><td>\n\n**b**\n\n</td></tr>\n</table>\n")
    guard case .table(let table) = read.blocks[0] else {
      Issue.record("\(read.blocks)")
      return
    }
    #expect(table.allRows[0].cells[0].columnSpan == 2)
    #expect(read.document.visibleCharacters == "Headab")
  }

  @Test(arguments: [
    "a <select> b *c* d", "a <script> b *c*\n\nd", "<!-- a\n\n*b*\n\nc",
    "<table>\n\nText *x*\n\n<tr>\n\ny\n\n</table>",
    "a <title> *b*\n\nc", "<div class=\"\n\na *b*", "- a <div>\n- b\n\nc",
  ])
  func whatWouldSwallowMarkdownDoesNot(source: String) throws {
    let read = try ReadMarkdown(source)
    let words = source.matches(of: /\b[a-dxy]\b|Text/).map { String($0.output) }
    let found = read.document.visibleCharacters
    for word in words { #expect(found.contains(word), "\(word) in \(source)") }
  }

  @Test func keptHTMLIsSaidWithItsPlace() throws {
    let read = try ReadMarkdown("one\n\ntwo <textarea> *three*\n")
    #expect(read.codes == ["MD-004"])
    #expect(read.log.diagnostics[0].range?.start.line == 3)
    #expect(read.log.diagnostics[0].range?.start.column == 5)
  }

  @Test func instructionsAreLeftOutAndSaid() throws {
    let read = try ReadMarkdown("a <?php if ($a > 1) ?> b <![CDATA[c > d]]>\n")
    #expect(read.document.visibleCharacters == "abc>d")
    #expect(read.codes == ["MD-005"])
  }

  @Test func listItemsDoNotNestInEachOther() throws {
    let read = try ReadMarkdown("- a <div>\n- b\n- c\n\nafter\n")
    guard case .list(let list) = read.blocks[0] else {
      Issue.record("\(read.blocks)")
      return
    }
    #expect(list.items.count == 3)
    #expect(read.blocks.count == 2)
  }

  @Test func textAfterACommentIsKeptAndSaid() throws {
    let read = try ReadMarkdown("<!-- page 3 --> Text *kept*\nmore\n")
    #expect(read.document.visibleCharacters == "Text*kept*more")
    #expect(read.codes == ["MD-012"])
    #expect(read.log.diagnostics[0].range?.start.column == 17)
  }
}
