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

  @Test func eventsSayWhatAFileHas() throws {
    let source = """
      <?xml version="1.0"?>
      <!DOCTYPE a PUBLIC "-//X//DTD X//EN" "http://example.org/x.dtd" [
        <!ENTITY e "<b>entity</b>">
        <!ENTITY % out SYSTEM "http://example.org/m.dtd">
        %out;
      ]>
      <a xmlns="urn:a" xmlns:x="urn:x" x:lang="en"> <x:b c="1 &amp; 2">one &lt;two<!-- no -->&e; three</x:b>
        <d xml:space="preserve"> </d></a>
      """
    var found: [String] = []
    try XMLEvents.read(Array(source.utf8)) { event in
      switch event {
      case .start(let name, let namespace, let attributes, let line):
        found.append(
          "\(line) <\(name) \(namespace)> "
            + attributes.map { "\($0.name)=\($0.value)" }.joined(separator: " "))
      case .text(let text, let line): found.append("\(line) '\(text)'")
      case .end(let name, let namespace): found.append("</\(name) \(namespace)>")
      }
    }
    #expect(
      found == [
        "7 <a urn:a> xmlns=urn:a xmlns:x=urn:x x:lang=en", "7 <b urn:x> c=1 & 2", "7 'one <two three'",
        "</b urn:x>", "8 <d urn:a> xml:space=preserve", "8 ' '", "</d urn:a>", "</a urn:a>",
      ])
  }
}
