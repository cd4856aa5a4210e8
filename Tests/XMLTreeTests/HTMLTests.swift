import Testing
import XMLTree

@Suite struct HTMLTests {
  private func body(_ children: XMLNode...) -> String {
    let root = XMLElement("html", [], [.element(XMLElement("body", [], children))])
    let text = String(decoding: HTMLSerializer.document(root), as: UTF8.self)
    #expect(text.hasPrefix("<!DOCTYPE html>\n<html>\n<body>"))
    #expect(text.hasSuffix("</body>\n</html>\n"))
    return String(
      text.dropFirst("<!DOCTYPE html>\n<html>\n<body>".count).dropLast("</body>\n</html>\n".count))
  }

  private func element(_ name: String, _ children: XMLNode...) -> XMLNode {
    .element(XMLElement(name, [], children))
  }

  @Test func `Void elements have no end tag and others always have one`() {
    #expect(body(element("p", element("br"), element("span"))) == "\n<p><br><span></span></p>\n")
    #expect(body(element("hr"), element("div")) == "\n<hr>\n<div></div>\n")
  }

  @Test func `Nothing is put between inline elements`() {
    #expect(
      body(element("p", element("b", .text("a")), element("i", .text("b")))) == "\n<p><b>a</b><i>b</i></p>\n")
    #expect(body(.text("a"), element("p", .text("b"))) == "a<p>b</p>")
  }

  @Test func `Elements that hold elements with lines of their own are set out`() {
    let row = element("tr", element("th", .text("a")), element("td"))
    #expect(
      body(element("table", element("tbody", row)))
        == "\n<table>\n<tbody>\n<tr>\n<th>a</th>\n<td></td>\n</tr>\n</tbody>\n</table>\n")
  }

  @Test func `Text and attributes are escaped, each in its way`() {
    let quoted = XMLNode.element(XMLElement("p", [XMLAttribute("title", "\"<&>\"")], text: "\"<&>\"\u{A0}"))
    #expect(
      body(quoted) == "\n<p title=\"&quot;&lt;&amp;&gt;&quot;\">\"&lt;&amp;&gt;\"&nbsp;</p>\n")
  }

  @Test(arguments: [
    ("<svg onload=alert(1)>", "&lt;svg onload&#61;alert(1)&gt;"), ("a\tONCLICK \n=b", "a\tONCLICK \n&#61;b"),
    ("a=b, bonus=1, on=2, x onx2=3", "a=b, bonus=1, on=2, x onx2=3"),
  ]) func `Text that reads like an event handler is written so that no search takes it for one`(
    text: String, written: String
  ) {
    #expect(body(element("p", .text(text))) == "\n<p>\(written)</p>\n")
    let element = XMLElement("p", text: text)
    #expect(String(decoding: XMLSerializer.document(element), as: UTF8.self).contains(written))
  }

  @Test func `Attributes without a value have only their name, except an empty text alternative`() {
    let image = XMLElement("img", [XMLAttribute("alt", ""), XMLAttribute("hidden", "")])
    #expect(body(element("p", .element(image))) == "\n<p><img alt=\"\" hidden></p>\n")
  }

  @Test func `Styles are written as they are and cannot end early`() {
    #expect(
      body(element("style", .text("a > b {} </style><p>"))) == "\n<style>a > b {} <\\/style><p></style>\n")
  }

  @Test func `A line end at the start of preformatted text is kept`() {
    #expect(body(element("pre", .text("\na"))) == "\n<pre>\n\na</pre>\n")
  }

  @Test(arguments: [0, 0x1B, 0x85, 0xFDD0, 0xFFFE, 0x1FFFF] as [UInt32])
  func `What a document may not hold is replaced`(value: UInt32) throws {
    let character = String(try #require(Unicode.Scalar(value)))
    #expect(body(element("p", .text("a" + character + "b"))) == "\n<p>a\u{FFFD}b</p>\n")
  }
}
