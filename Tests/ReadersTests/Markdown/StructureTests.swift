import DocumentModel
import Testing

@Suite struct StructureTests {
  @Test func headingsGetGitHubsIdentifiers() throws {
    let read = try ReadMarkdown(
      "# Aims & *methods*\n\n# Aims & methods\n\n## Été 1_a\n\n[x](#aims--methods-1)\n")
    let ids = read.blocks.compactMap { if case .heading(let heading) = $0 { heading.info.id } else { nil } }
    #expect(ids == ["aims--methods", "aims--methods-1", "été-1_a"])
    let targets = read.inlines.compactMap {
      if case .crossReference(let node) = $0 { node.target } else { nil }
    }
    #expect(targets == ["aims--methods-1"])
  }

  @Test func headingAttributesAreRead() throws {
    let read = try ReadMarkdown("# Nodau {#aims lang=cy}\n\n# A {curly} set {x y}\n")
    guard case .heading(let first) = read.blocks[0], case .heading(let second) = read.blocks[1] else {
      Issue.record("no headings")
      return
    }
    #expect(first.info.id == "aims")
    #expect(first.info.language?.tag == "cy")
    #expect(first.inlines.plainText == "Nodau")
    #expect(second.inlines.plainText == "A {curly} set {x y}")
  }

  @Test func aHeadingWithoutANumberSaysSoInItsAttributes() throws {
    for source in ["# Aims {-}", "# Aims{-}", "# Aims {.unnumbered}"] {
      let read = try ReadMarkdown(source)
      guard case .heading(let heading) = read.blocks[0] else {
        Issue.record("no heading")
        return
      }
      #expect(heading.inlines.plainText == "Aims")
    }
  }

  @Test func listsKeepNumbersAndTasks() throws {
    let read = try ReadMarkdown("7) a\n8) b\n\n- [x] c\n- [ ] d\n\n* e\n\n* f\n")
    guard case .list(let numbered) = read.blocks[0], case .list(let tasks) = read.blocks[1],
      case .list(let loose) = read.blocks[2]
    else {
      Issue.record("no lists")
      return
    }
    #expect(numbered.kind == .numbered(start: 7, style: .decimal, delimiter: .parenthesis))
    #expect(tasks.items.map(\.task) == [.done, .open])
    #expect(numbered.isTight && tasks.isTight && !loose.isTight)
  }

  @Test func tableKeepsHeadingsAlignmentsAndExtraCells() throws {
    let read = try ReadMarkdown("| a | b |\n|:-:|--:|\n| c | d | *e* | |\n| f |\n")
    guard case .table(let table) = read.blocks[0] else {
      Issue.record("no table")
      return
    }
    #expect(table.head.flatMap(\.cells).map(\.heading) == [.column, .column])
    #expect(table.columns.prefix(2).map(\.alignment) == [.centre, .end])
    #expect(read.document.visibleCharacters == "abcd*e*f")
    #expect(read.codes == ["MD-002"])
    #expect(read.log.diagnostics[0].range?.start.line == 3)
    #expect(read.log.diagnostics[0].range?.start.column == 11)
  }

  @Test func picturesTellMissingFromGiven() throws {
    let read = try ReadMarkdown("![A *red* `x`](a.png \"T\") ![](b.png) <img src=\"c.png\" alt=\"\">\n")
    let images = read.inlines.compactMap { if case .image(let image) = $0 { image } else { nil } }
    #expect(images.map(\.alternative) == [.text("A red x"), .missing, .decorative])
    #expect(images.first?.title == "T")
  }

  @Test func codeKeepsItsSpacesAndLanguage() throws {
    let read = try ReadMarkdown("```swift extra\n  let x\n\n```\n\n`` a  ` b ``\n")
    guard case .code(let code) = read.blocks[0] else {
      Issue.record("no code")
      return
    }
    #expect(code.text == "  let x\n")
    #expect(code.programmingLanguage == "swift")
    #expect(
      read.inlines.contains { if case .code(let inline) = $0 { inline.text == "a  ` b" } else { false } })
  }

  @Test func nestingIsBoundedAndSaid() throws {
    let read = try ReadMarkdown(String(repeating: "> ", count: 5_000) + "word\n")
    #expect(read.document.visibleCharacters == "word")
    #expect(read.codes.contains("MD-008"))
    let lists = try ReadMarkdown(
      String(repeating: "- ", count: 20_000) + "word\n" + String(repeating: "\n", count: 20_000))
    #expect(lists.document.visibleCharacters == "word")
    #expect(lists.codes.contains("MD-008"))
  }

  @Test func tableThatWouldGrowWithoutEndStaysText() throws {
    let row = String(repeating: "|x", count: 1_000) + "|\n" + String(repeating: "|-", count: 1_000) + "|\n"
    let read = try ReadMarkdown(row + String(repeating: "|y\n", count: 2_000))
    #expect(read.codes == ["MD-007"])
    #expect(read.document.visibleCharacters.count { $0 == "y" } == 2_000)
  }

  @Test func repeatedLongAddressesAreBounded() throws {
    let text =
      "[a]: " + String(repeating: "u", count: 40_000) + "\n\n" + String(repeating: "[a] ", count: 3_000)
    let read = try ReadMarkdown(text)
    #expect(read.codes == ["MD-006"])
    #expect(read.words.count == 3_000)
  }

  @Test func paragraphFullOfPictureMarksStaysText() throws {
    let read = try ReadMarkdown(String(repeating: "![[]()", count: 40_000))
    #expect(read.codes == ["MD-013"])
    let few = try ReadMarkdown(String(repeating: "![a](b)\n", count: 1_000))
    #expect(few.codes.isEmpty)
    #expect(few.document.visibleCharacters.count == 1_000)
  }
}
