import Testing

@testable import Coformat

@Suite struct DrawingTests {
  private func made(_ content: String, _ attributes: String = "") -> Drawing? {
    Drawing(
      Array(
        #"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \#(attributes)>\#(content)</svg>"#
          .utf8))
  }

  @Test func `A plain drawing is kept whole`() throws {
    let content =
      ##"<title>Map</title><style>.a{fill:url(#g)}</style><g id="g" class="a"><path d="M0 0L9 9"/></g><use href="#g"/><text x="1">Leeds</text>"##
    let drawing = try #require(made(content, #"viewBox="0 0 30 40""#))
    #expect(drawing.leftOut == [])
    #expect(drawing.size?.width == 30)
    let text = String(decoding: drawing.bytes, as: UTF8.self)
    for piece in ["<title>Map</title>", "fill:url(#g)", "M0 0L9 9", ##"href="#g""##, "Leeds"] {
      #expect(text.contains(piece), "\(piece)")
    }
  }

  @Test(arguments: [
    "<script>alert(1)</script>", #"<g onload="alert(1)"/>"#, #"<image href="http://example.org/x.png"/>"#,
    #"<image xlink:href="file:///etc/passwd"/>"#, #"<a href="java&#10;script:alert(1)"><text>x</text></a>"#,
    "<foreignObject><div xmlns='http://www.w3.org/1999/xhtml'>x</div></foreignObject>",
    "<style>@import 'http://example.org/x.css';</style>", #"<g style="fill:url( 'http://example.org/x' )"/>"#,
    #"<g style="background:u\72l(http://example.org/x)"/>"#,
    #"<set attributeName="x" to="javascript:alert(1)"/>"#,
  ])
  func `What runs or is fetched is left out and named`(content: String) throws {
    let drawing = try #require(made(content + "<text>kept</text>"))
    #expect(drawing.leftOut.count == 1)
    let text = String(decoding: drawing.bytes, as: UTF8.self)
    for word in ["alert", "example.org", "passwd", "script", "@import", "<div"] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(text.contains("kept"))
  }

  @Test func `What is no drawing is told from one`() {
    #expect(Drawing(Array("<p>text</p>".utf8)) == nil)
    #expect(Drawing(Array("<svg xmlns='http://www.w3.org/2000/svg'><g>".utf8)) == nil)
  }

  @Test func `Lengths in any unit give pixels`() {
    #expect(made("", #"width="1in" height="72pt""#)?.size?.height == 96)
    #expect(made("", #"width="100%" height="100%" viewBox="0,0,20,10""#)?.size?.width == 20)
    #expect(made("")?.size == nil)
  }
}
