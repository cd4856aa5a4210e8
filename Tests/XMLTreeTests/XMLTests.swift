import Testing
import XMLTree

@Suite struct XMLTests {
  private func text(_ element: XMLElement) -> String {
    String(decoding: XMLSerializer.document(element), as: UTF8.self)
  }

  @Test func elementsAreSetOutAndTextIsNot() {
    let tree = XMLElement(
      "a", [XMLAttribute("b", "c")], [.element(XMLElement("d", text: " e ")), .element(XMLElement("f"))])
    #expect(
      text(tree) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <a b="c">
          <d> e </d>
          <f/>
        </a>

        """)
  }

  @Test func mixedContentKeepsItsSpaces() {
    let tree = XMLElement("p", [], [.text("one "), .element(XMLElement("b", text: "two")), .text(" three")])
    #expect(text(tree).hasSuffix("<p>one <b>two</b> three</p>\n"))
  }

  @Test(arguments: ["<&>\"'", "a\u{1}b", "]]>", "tab\tline\nreturn\r", "é𝄞⠿", "\u{FFFE}"])
  func whatIsWrittenReadsBack(_ string: String) throws {
    let tree = XMLElement("p", [XMLAttribute("a", string)], [.text(string)])
    var found = ""
    var value = ""
    try XMLEvents.read(XMLSerializer.document(tree)) { event in
      switch event {
      case .start(_, _, let attributes, _): value = attributes[0].value
      case .text(let text, _): found += text
      case .end: break
      }
    }
    let expected = string.replacing("\u{1}", with: "\u{FFFD}").replacing("\u{FFFE}", with: "\u{FFFD}")
    #expect(found == expected)
    #expect(value == expected)
  }

  @Test(arguments: ["<a>", "<a><b></a>", "no", "", "<a b=c/>"]) func faultsAreThrown(_ text: String) {
    #expect(throws: XMLFault.self) { try XMLEvents.read(Array(text.utf8)) { _ in } }
  }

  @Test func entitiesAreNotExpandedAndNothingIsFetched() throws {
    let bomb = """
      <!DOCTYPE a [<!ENTITY x "lol"><!ENTITY y SYSTEM "file:///etc/hostname">]><a>&x;&y;</a>
      """
    var found = ""
    try? XMLEvents.read(Array(bomb.utf8)) { if case .text(let text, _) = $0 { found += text } }
    #expect(found == "")
  }
}
