import Diagnostics
import DocumentModel
import Testing

@testable import EasyRead

/// The draft as readers get it.
@Suite("Edition of easy read") struct EditionTests {
  private static func range(_ line: Int) -> NodeInfo {
    NodeInfo(range: SourceRange(SourcePosition(line: line, column: 1), SourcePosition(line: line, column: 9)))
  }

  private static var source: Document {
    Document(blocks: [
      .heading(Heading(level: 1, [.text(Text("Voting"))], info: range(1))),
      .paragraph(Paragraph([.text(Text("You can vote. Ask the board."))], info: range(3))),
      .list(
        List(.bulleted, [ListItem([.paragraph(Paragraph([.text(Text("Bring a card."))], info: range(5)))])])),
      .heading(Heading(level: 2, [.text(Text("Paying"))], info: range(7))),
      .paragraph(Paragraph([.text(Text("Pay here."))], info: range(9))),
    ])
  }

  private static var options: EasyReadOptions { EasyReadOptions(explanations: .none) }

  private static func edition(
    _ change: (inout EasyReadEdition) -> Void = { _ in }
  ) -> (document: Document, ideas: [EasyReadEdition.Idea], diagnostics: [Diagnostic]) {
    var edition = EasyReadEdition(EasyRead.simplify(source, options: options))
    change(&edition)
    return edition.document()
  }

  private static func ideas(_ document: Document) -> [Division] {
    var ideas: [Division] = []
    document.walk { node in
      if case .block(.division(let division)) = node, division.role == Division.idea {
        ideas.append(division)
      }
    }
    return ideas
  }

  private static func picture(of idea: Division) -> Image? {
    guard case .figure(let figure)? = idea.blocks.first,
      case .paragraph(let paragraph)? = figure.blocks.first,
      case .image(let image)? = paragraph.inlines.first
    else { return nil }
    return image
  }

  @Test("Each sentence is an idea, a list is one, and nothing is lost")
  func ideas() {
    let (document, ideas, _) = Self.edition()
    #expect(Self.ideas(document).count == 4)
    #expect(ideas.map(\.text) == ["You can vote.", "Ask the board.", "Bring a card.", "Pay here."])
    let text = document.blocks.map(\.allText).joined(separator: " ")
    for word in ["Voting", "vote", "Ask", "Bring a card", "Paying", "Pay here"] {
      #expect(text.contains(word))
    }
  }

  @Test("It says that it is a draft, after the title, once")
  func statement() throws {
    let (document, _, _) = Self.edition()
    guard case .aside(let aside) = document.blocks[1] else { throw Missing() }
    #expect(aside.title.plainText == "This is a draft")
    #expect(document.blocks[1].allText.contains("People must check it"))
    let again = EasyReadEdition(EasyRead.simplify(document, options: Self.options)).document().document
    let statements = again.blocks.filter { $0.allText.contains("This is a draft") }
    #expect(statements.count == 1)
  }

  private struct Missing: Error {}

  @Test("Empty places for pictures are counted in a warning")
  func slots() {
    let diagnostics = Self.edition().diagnostics
    #expect(diagnostics.map(\.code) == ["EZA-020"])
    #expect(diagnostics[0].message.hasPrefix("4 of 4 ideas"))
  }

  @Test("The author's pictures stand with their sentence, or with the first idea below their heading")
  func choices() throws {
    let (file, _) = try AuthorFileTests.read(
      """
      pictures:
        - sentence: Ask the board.
          file: board.png
          description: A table
        - heading: Paying
          file: paying.png
      """)
    let (document, ideas, diagnostics) = Self.edition { $0.choices = file.pictures }
    let pictures = Self.ideas(document).map { Self.picture(of: $0)?.source }
    #expect(pictures == [nil, "board.png", nil, "paying.png"])
    #expect(Self.picture(of: Self.ideas(document)[1])?.alternative == .text("A table"))
    #expect(ideas.map(\.picture) == [nil, "board.png", nil, "paying.png"])
    #expect(diagnostics.map(\.code) == ["EZA-020", "EZA-021"])
  }

  @Test("Pictures of a folder stand with ideas that speak of them, and are in the document")
  func folder() {
    func picture(_ stem: String) -> KeywordPicture {
      KeywordPicture(
        stem: stem, resource: Resource(name: "p/\(stem).png", mediaType: "", fileExtension: "png", bytes: [1])
      )
    }
    let (document, ideas, _) = Self.edition {
      $0.folder = [picture("voting-1"), picture("card"), picture("tax")]
    }
    #expect(ideas.map(\.picture) == ["p/voting-1.png", nil, "p/card.png", nil])
    #expect(document.resources.map(\.name) == ["p/voting-1.png", "p/card.png"])
    #expect(Self.picture(of: Self.ideas(document)[0])?.alternative == .decorative)
  }

  @Test("The words of the report are at the end of a part, where they are others", arguments: [true, false])
  func original(isInside: Bool) throws {
    let (document, _, _) = Self.edition {
      $0.original = isInside ? .inside : .address("https://example.org/r")
    }
    let (text, links) = (document.blocks.map(\.allText).joined(separator: " "), Self.links(document))
    if isInside {
      #expect(text.contains("The words of the report You can vote. Ask the board."))
      #expect(links.isEmpty)
    } else {
      #expect(links.count == 1)
      #expect(links[0].target.hasPrefix("https://example.org/r"))
      #expect(links[0].inlines.plainText == "Read this part in the report: Voting")
    }
  }

  private static func links(_ document: Document) -> [Link] {
    var links: [Link] = []
    document.walk { if case .inline(.link(let link)) = $0 { links.append(link) } }
    return links
  }

  @Test("The same draft gives the same edition")
  func same() { #expect(Self.edition().document == Self.edition().document) }
}

/// Pictures found by their names.
@Suite("Pictures by keyword") struct KeywordPictureTests {
  private func picture(_ stem: String) -> KeywordPicture {
    KeywordPicture(stem: stem, resource: Resource(name: stem, mediaType: "", fileExtension: "png", bytes: []))
  }

  @Test(
    "Forms of the words of a name fit",
    arguments: [
      ("vote", "They voted.", true), ("voting", "You can vote.", true), ("library", "Two libraries", true),
      ("bank-account", "Open a bank account.", true), ("bank_account-2", "Your BANK accounts", true),
      ("bank-account", "A bank, an account", false), ("bank-account", "An account at a bank", false),
      ("care", "He is careful.", false), ("pay", "Paying", true), ("tax", "A taxi", false),
      ("", "Any", false),
    ])
  func forms(stem: String, text: String, fits: Bool) {
    #expect((KeywordPicture.best(of: [picture(stem)], for: text) != nil) == fits)
  }

  @Test("The longest name wins")
  func best() {
    let all = [picture("bank"), picture("bank-account"), picture("account")]
    #expect(KeywordPicture.best(of: all, for: "a bank account")?.resource.name == "bank-account")
  }
}
