import Testing

@testable import Readers

@Suite("White space and text")
struct TextTests {
  @Test("White space collapses across inline elements")
  func collapses() throws {
    #expect(try outline("<p>  a \n b<b> c </b> d\t</p>") == "p(a bstrong[ c ]d)")
    #expect(try outline("<p>a<b> </b>b <i>  </i> c</p>") == "p(a b c)")
    #expect(try outline("<p>a <em>b </em></p>") == "p(a emphasis[b])")
    #expect(try outline("<p>x&nbsp; y</p><p>&nbsp;</p>") == "p(x\u{A0} y)")
  }

  @Test("Words that stand apart are never joined")
  func keepsApart() throws {
    #expect(try outline("a<div>b</div>c") == "p(a) p(b) p(c)")
    #expect(try outline("<p>a<br>b<br></p>") == "p(a/b)")
    #expect(try outline("<ul><li>a<li>b</ul>") == "ul(li(p(a)) li(p(b)))")
    #expect(try outline("<h2><div>a</div><div>b</div></h2>") == "h2(a/b)")
    #expect(try outline("<p>a<button>b</button><button>c</button>d</p>") == "p(a b c d)")
    #expect(try outline("<p>won<wbr>der</p>") == "p(wonder)")
    #expect(try outline("<table><tr><td>a</td><td>b</td></tr></table>") == "table2(row[p(a)][p(b)])")
  }

  @Test("Inline elements around blocks go into each of them")
  func distributes() throws {
    #expect(try outline("<a href=u><div>a</div><div>b</div></a>") == "p(link:u[a]) p(link:u[b])")
    #expect(
      try outline("<div><b>a<p>b</p></div><p>c") == "p(strong[a]) p(strong[b]) p(strong[c])")
    #expect(
      try outline("<em id=x>a<ul><li>b</li></ul>c</em>")
        == "p(emphasis#x[a]) ul(li(p(emphasis[b]))) p(emphasis[c])")
  }

  @Test("Text beside blocks makes paragraphs")
  func anonymousParagraphs() throws {
    #expect(
      try outline("<ul><li>a<ul><li>b</li></ul>c</li></ul>")
        == "ul(li(p(a) ul(li(p(b))) p(c)))")
    #expect(try outline("one<hr>two") == "p(one) hr p(two)")
  }

  @Test("Kept white space")
  func preserved() throws {
    #expect(try outline("<p>a <code style='white-space:pre-wrap'>b  c\nd</code></p>") == "p(a `b  c d`)")
    #expect(try outline("<p style='white-space: pre'>a  b\nc</p>") == "p(a  b/c)")
  }

  @Test("Control characters written as references do not get through")
  func controls() throws {
    let outline = try Outline("<p>a&#27;[31m b&#x1;c &#x85;</p><pre>x&#7;y</pre>")
    #expect(outline.text == "p(a[31m bc …) code(xy)")
    #expect(outline.codes == ["HTML-018"])
    #expect(outline.log.diagnostics.first?.message.contains("3 control characters") == true)
  }

  @Test("Every node has its place in the source")
  func ranges() throws {
    let document = try Outline("<p>één <b>twee</b></p>\n<ul><li>drie</ul>").document
    var places: [String] = []
    document.walk { node in
      let range =
        switch node {
        case .block(let block): block.info.range
        case .inline(let inline): inline.info.range
        }
      places.append(
        range.map { "\($0.start.line):\($0.start.column)-\($0.end.line):\($0.end.column)" } ?? "none")
    }
    #expect(
      places == ["1:1-1:23", "1:4-1:8", "1:8-1:19", "1:11-1:15", "2:1-2:18", "2:9-2:13", "2:9-2:13"])
  }
}
