import DocumentModel
import Testing

@testable import Readers

@Suite("Elements in a line of text")
struct InlineTests {
  @Test(
    "Each marks text as HTML means it",
    arguments: [
      ("em", "emphasis"), ("i", "emphasis"), ("strong", "strong"), ("b", "strong"), ("u", "underline"),
      ("s", "strikethrough"), ("strike", "strikethrough"), ("del", "deleted"), ("ins", "inserted"),
      ("mark", "highlight"), ("small", "small"), ("sup", "superscript"), ("sub", "subscript"),
      ("kbd", "keyboard"), ("samp", "sample"), ("var", "variable"), ("dfn", "definition"),
      ("cite", "citation"), ("q", "quotation"),
    ])
  func styles(_ element: String, _ style: String) throws {
    #expect(try outline("<p>a <\(element)>b</\(element)></p>") == "p(a \(style)[b])")
  }

  @Test("CSS of word processors marks text too")
  func css() throws {
    #expect(
      try outline("<p><span style='font-weight:bold;font-style:italic'>a</span></p>")
        == "p(strong[emphasis[a]])")
    #expect(try outline("<p><b style='font-weight:normal'>a</b></p>") == "p(a)")
    #expect(try outline("<p><span style='font-variant: small-caps'>a</span></p>") == "p(small-capitals[a])")
  }

  @Test("Code takes in its colouring and keeps links apart")
  func code() throws {
    #expect(try outline("<p><code>let <span>x</span> = 1</code></p>") == "p(`let x = 1`)")
    #expect(try outline("<p><code>a<a href=u>b</a></code></p>") == "p(`a`link:u[`b`])")
  }

  @Test("Languages, directions and abbreviations")
  func spans() throws {
    #expect(
      try outline("<p><span lang=cy>Cymru</span> <abbr title='World Health Organization'>WHO</abbr></p>")
        == "p(span@cy[Cymru] abbr:World Health Organization[WHO])")
    #expect(try outline("<p><bdo dir=rtl>a</bdo><i xml:lang=fr>b</i></p>") == "p(span^rtl[a]emphasis@fr[b])")
    #expect(try Outline("<p lang=en>a <span lang=EN>b</span></p>", language: "en").text == "p(a b)")
    let wrong = try Outline("<p lang='!'>a</p>")
    #expect(wrong.text == "p(a)")
    #expect(wrong.codes == ["HTML-006"])
  }

  @Test("Ruby readings stand in parentheses once")
  func ruby() throws {
    #expect(try outline("<p><ruby>漢<rt>kan</rt></ruby></p>") == "p(漢(kan))")
    #expect(try outline("<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>") == "p(漢(kan))")
  }

  @Test("Links lead outside or to a place in the document")
  func links() throws {
    #expect(
      try outline("<h2 id=a>A</h2><p><a href='#a'>x</a> <a href='http://e.org/' title=t>y</a></p>")
        == "h2#a(A) p(ref:a[x] link:http://e.org/[y])")
    let broken = try Outline("<p><a href='#b'>x</a></p>")
    #expect(broken.text == "p(link:#b[x])")
    #expect(broken.codes == ["HTML-007"])
    let hidden = try Outline("<p><a href='#b'>x</a></p><p hidden id=b>y</p>")
    #expect(hidden.text == "p(link:#b[x])")
    #expect(try outline("<p id='é'>a <a href='#%C3%A9'>b</a></p>") == "p#é(a ref:é[b])")
  }

  @Test("Addresses that run programs are left out, their words kept")
  func activeAddresses() throws {
    for address in [" java\tscript:alert(1)", "VBScript:x", "data:text/html,x"] {
      let outline = try Outline("<p><a href='\(address)'>words</a></p>")
      #expect(outline.text == "p(words)")
      #expect(outline.codes == ["HTML-008"])
    }
  }

  @Test("Identifiers are never lost, and never used twice")
  func identifiers() throws {
    #expect(try outline("<p>a<a name=x></a>b</p>") == "p(aspan#x[]b)")
    #expect(try outline("<a id=x></a><h2>T</h2>") == "h2(span#x[]T)")
    #expect(try outline("<section id=s><h2>T</h2><p>a</section>") == "h2#s(T) p(a)")
    #expect(try outline("<section id=s><h2 id=h>T</h2></section>") == "div#s(h2#h(T))")
    #expect(try outline("<p id=e></p><p>a</p>") == "p(span#e[]a)")
    let twice = try Outline("<p id=a>1</p><p id=a>2</p>")
    #expect(twice.text == "p#a(1) p(2)")
    #expect(twice.codes == ["HTML-005"])
    #expect(try outline("<p>a</p><a id=end></a>") == "p(a) p(span#end[])")
  }

  @Test("Mathematics keeps its source, its TeX and its words")
  func mathematics() throws {
    #expect(
      try outline(
        "<p>a <math alttext='x squared'><semantics><msup><mi>x</mi><mn>2</mn></msup>"
          + "<annotation encoding='application/x-tex'>x^2</annotation></semantics></math></p>")
        == "p(a math[x^2|<math xmlns=\"http://www.w3.org/1998/Math/MathML\" alttext=\"x squared\"><semantics>"
        + "<msup><mi>x</mi><mn>2</mn></msup><annotation encoding=\"application/x-tex\">x^2</annotation>"
        + "</semantics></math>|x squared])")
    #expect(
      try Outline("a<coformat-tex display=block>x_1</coformat-tex>b", teX: .honoured).text
        == "p(a) math(x_1) p(b)")
    #expect(try outline("<p>a <coformat-tex>x_1</coformat-tex></p>") == "p(a x_1)")
    #expect(try !outline("<math onclick='x()' href='javascript:y'><mi>a</mi></math>").contains("x()"))
    let page = try Outline("<math><mtext><p>a</p><a href=u>b</a></math>")
    #expect(page.text.contains("p(a)"))
    #expect(page.text.contains("link:u[b]"))
    #expect(page.codes.contains("HTML-022"))
  }
}
