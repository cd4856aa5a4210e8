import Testing

@testable import BrailleLayout

/// Page numbers and running heads never touch the text or each other.
@Suite struct PageFurnitureTests {
  private func line(_ head: String, page: Int = 1, printPage: String = "", width: Int = 20) -> String {
    let furniture = plainFurniture(.pageInformationLine, head: head)
    let row = furniture.informationLine(page: page, printPage: Array(printPage.utf8), width: width)
    #expect(row.kind == .pageInformation)
    return text(row.line(width: width))
  }

  @Test func headIsCentredOnThePage() {
    #expect(line("head") == "        head       1")
    #expect(line("head", printPage: "12") == "12      head       1")
  }

  @Test func withoutHeadThereAreTheNumbers() {
    #expect(line("") == "                   1")
    #expect(line("", printPage: "iv") == "iv                 1")
  }

  @Test func headMovesAsideForNumbers() {
    #expect(line("a head of", printPage: "1234") == "1234   a head of   1")
    #expect(line("a head of", printPage: "12345") == "12345   a head     1")
  }

  @Test func headTooLongIsCutBetweenWords() {
    #expect(line("a head that is far too long") == "  a head that is   1")
    #expect(line("indivisible-indivisible") == "                   1")
  }

  @Test(arguments: [12, 13, 20, 40], [1, 10, 100, 1_000])
  func threeBlanksStandBetweenAllParts(width: Int, page: Int) {
    for head in ["", "h", "a head of some words", "indivisibleindivisible"] {
      for printPage in ["", "7", "123", "averylongprintpagenumber"] {
        let line = line(head, page: page, printPage: printPage, width: width)
        #expect(line.count == width)
        #expect(line.hasSuffix("   \(page)"), "\(line)")
        if !printPage.isEmpty, printPage.count < 4 { #expect(line.hasPrefix("\(printPage)   "), "\(line)") }
      }
    }
  }

  @Test func textLeavesThreeBlanksBeforeCornerNumbers() throws {
    let flow = [
      FlowItem.printPage(printPage("9")), item(Array(repeating: "ab", count: 60).joined(separator: " ")),
    ]
    let pages = try Paginator.layOut(
      flow, profile: LayoutProfiles.named("bana"), cells: 14, lines: 5, furniture: plainFurniture(.corners))
    let lines = BrailleLayoutTests.lines(pages)
    #expect(lines.count > 2)
    for (index, page) in lines.enumerated().dropLast() {
      #expect(page.count == 5)
      #expect(page[4].hasSuffix("   \(index + 1)"), "\(page)")
    }
    #expect(lines[0][0].hasSuffix("   9"), "\(lines[0])")
    for page in lines { for line in page { #expect(line.count <= 14) } }
  }
}
