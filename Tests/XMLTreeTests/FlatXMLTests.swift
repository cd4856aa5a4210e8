import Testing
import XMLTree

@Suite struct FlatXMLTests {
  private func parse(_ text: String, _ declarations: FlatXML.Declarations = .refused) throws -> FlatXML {
    try FlatXML(Array(text.utf8), prefixes: ["urn:a": "a"], declarations: declarations)
  }

  @Test func `Names have the caller's prefixes`() throws {
    let xml = try parse("<x:p xmlns:x='urn:a' xmlns:y='urn:b' x:k='1' k='2'><y:q/>text</x:p>")
    #expect(xml.name(xml.root) == "a:p")
    #expect(xml.attribute("a:k", of: xml.root) == "1")
    #expect(xml.attribute("k", of: xml.root) == "2")
    #expect(xml.children(xml.root).map { xml.name($0) } == ["?:q", ""])
    #expect(xml.text(xml.root) == "text")
  }

  @Test func `Descendants have the numbers after their element's`() throws {
    let xml = try parse("<r><a><b/></a><c/></r>")
    let first = try #require(xml.child("a", of: xml.root))
    #expect(xml.end(of: first) == first + 2)
    #expect(xml.end(of: xml.root) == FlatXML.NodeID(xml.count))
    #expect(xml.parent(first) == xml.root)
  }

  @Test func `Ampersands in attributes are ampersands`() throws {
    let xml = try parse("<r k='?a=1&amp;b=2' l='&amp;lt; &#38; &lt;'/>")
    #expect(xml.attribute("k", of: xml.root) == "?a=1&b=2")
    #expect(xml.attribute("l", of: xml.root) == "&lt; & <")
  }

  @Test func `Text in pieces is one node`() throws {
    let xml = try parse("<r>a&amp;b<![CDATA[<c>]]><!-- -->d</r>")
    #expect(xml.count == 2)
    #expect(xml.text(xml.root) == "a&b<c>d")
  }

  @Test func `Fifty thousand levels are read without recursion`() throws {
    let depth = 50_000
    let text = String(repeating: "<a>", count: depth) + "x" + String(repeating: "</a>", count: depth)
    #expect(try parse(text).count == depth + 1)
  }

  @Test func `A declaration is refused unless allowed, and an entity of the file's own always`() throws {
    let declaration = "<!DOCTYPE r [<!ENTITY e 'eeee'>]>"
    #expect(throws: XMLFault.self) { try parse(declaration + "<r>ab</r>") }
    let xml = try parse(declaration + "<r>ab</r>", .allowed)
    #expect(xml.text(xml.root) == "ab")
    #expect(throws: XMLFault.self) { try parse(declaration + "<r>a&e;b</r>", .allowed) }
  }

  @Test(arguments: ["", "<r>", "<r></s>", "no markup", "<r>\u{1}</r>"])
  func `What is not well-formed is refused`(text: String) {
    #expect(throws: XMLFault.self) { try parse(text) }
  }

  @Test func `Fragments are written without a declaration`() {
    let element = XMLElement("a", [XMLAttribute("k", "<\">")], [.element(XMLElement("b")), .text("&")])
    #expect(XMLSerializer.fragment(element) == "<a k=\"&lt;&quot;&gt;\"><b/>&amp;</a>")
  }
}
