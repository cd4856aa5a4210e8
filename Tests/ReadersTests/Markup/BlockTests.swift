import Diagnostics
import DocumentModel
import Testing

@testable import Readers

@Suite("Blocks")
struct BlockTests {
  @Test("Headings of any level")
  func headings() throws {
    #expect(try outline("<h1>a</h1><h6>b</h6><div role=heading aria-level=8>c</div>") == "h1(a) h6(b) h8(c)")
  }

  @Test("Lists with their numbers")
  func lists() throws {
    #expect(
      try outline("<ol start=5 type=a><li>a<li value=9>b<li>c</ol>")
        == "ol5lowerLetter(li(p(a)) li[9](p(b)) li(p(c)))")
    #expect(try outline("<ol reversed><li>a<li>b</ol>") == "ol2(li(p(a)) li[1](p(b)))")
    #expect(try outline("<ul><li><p>a</p><li>b</ul>") == "ul+(li(p(a)) li(p(b)))")
    #expect(try outline("<ul style='list-style: none'><li>a</ul>") == "unmarked(li(p(a)))")
    #expect(try outline("<ul><li>a</li><ul><li>b</li></ul></ul>") == "ul(li(p(a) ul(li(p(b)))))")
    #expect(try outline("<div><li>a<li>b</div>") == "ul(li(p(a)) li(p(b)))")
    #expect(
      try outline("<ul><li><input type=checkbox checked> a<li><p><input type=checkbox> b</p></ul>")
        == "ul+(li[done](p(a)) li[open](p(b)))")
  }

  @Test("Items and definitions in the wrong list, or in none, are kept in their order")
  func strays() throws {
    #expect(
      try outline("<dl><dt>a<dd>b</dd><li>c</li><li>d</li><dt>e</dl>")
        == "dl(dt(a) dd(p(b) ul(li(p(c)) li(p(d)))); dt(e))")
    #expect(try outline("<ul><li>a</li><dt>b<dd>c</ul>") == "ul(li(p(a) dl(dt(b) dd(p(c)))))")
    #expect(try outline("<div><dt>a<dd>b<dt>c</div><p>d") == "dl(dt(a) dd(p(b)); dt(c)) p(d)")
    #expect(try outline("<ul>a<p>b</p><li>c</ul>") == "ul(li(p(a) p(b)) li(p(c)))")
    #expect(try outline("<dl>a<dd>b</dl>") == "dl(dd(p(a)) dd(p(b)))")
  }

  @Test("Definitions, with groups and without a list")
  func definitions() throws {
    #expect(
      try outline("<dl><dt>a<dt>b<dd>c<dd>d<div><dt>e<dd><p>f</p></div></dl>")
        == "dl(dt(a) dt(b) dd(p(c)) dd(p(d)); dt(e) dd(p(f)))")
  }

  @Test("Quotations with whom they quote")
  func quotations() throws {
    #expect(
      try outline("<blockquote><p>a</p><footer>— <cite>B</cite></footer></blockquote>")
        == "quote(p(a) by(— citation[B]))")
    #expect(
      try outline("<blockquote><p>a</p><p><cite>B</cite></p></blockquote>") == "quote(p(a) by(citation[B]))")
    #expect(try outline("<blockquote>a</blockquote>") == "quote(p(a))")
  }

  @Test("Preformatted text is code, unless code cannot hold it")
  func preformatted() throws {
    #expect(
      try outline("<pre><code class='hljs language-swift'>let a\n  <b>b</b>\n</code></pre>")
        == "code:swift(let a\n  b)")
    #expect(try outline("<pre>a  b<img src=s alt=c>\nd</pre>") == "p(a  bimg:s[c]/d)")
    #expect(try outline("<listing>a</listing><xmp><b></xmp>") == "code(a) code(<b>)")
  }

  @Test("Figures, asides and details")
  func setApart() throws {
    #expect(
      try outline("<figure><img src=s alt=a><figcaption>b</figcaption></figure>")
        == "figure(p(img:s[a]) caption(p(b)))")
    #expect(
      try outline("<aside class=warning>a</aside><aside>b</aside>") == "warning(<> p(a)) sidebar(<> p(b))")
    #expect(try outline("<details><summary><h3>a</h3></summary>b</details>") == "details(<a> p(b))")
    #expect(try outline("<section role=doc-abstract><p>a</section>") == "div:abstract(p(a))")
  }

  @Test("Lines of addresses and poems")
  func lines() throws {
    #expect(try outline("<address>a<br>b <em>c</em></address>") == "lines(a | b emphasis[c])")
    #expect(try outline("<address>a</address>") == "p(a)")
    #expect(
      try outline("<div class=line-block><div class=line>a</div><div class=line>b</div></div>")
        == "lines(a | b)")
    #expect(try outline("<div class=verse>a <i>b<br>c</i></div>") == "lines(a emphasis[b] | emphasis[c])")
  }

  @Test("How print sets paragraphs")
  func alignment() throws {
    #expect(
      try outline("<center>a</center><p align=right>b</p><div style='text-align:center'><p>c</div>")
        == "p=centre(a) p=end(b) p=centre(c)")
  }

  @Test("Print pages among blocks and in lines")
  func pageBreaks() throws {
    #expect(try outline("<div role=doc-pagebreak aria-label='Page 12.'></div><p>a") == "page(12) p(a)")
    #expect(try outline("<p>a <span role=doc-pagebreak id=pg_xiv></span> b</p>") == "p(a page[xiv]b)")
    #expect(try outline("<span epub:type=pagebreak title=B-3></span><p>a") == "page(B-3) p(a)")
    #expect(
      try outline(
        "<a id=x></a><span role=doc-pagebreak aria-label=1></span><span role=doc-pagebreak aria-label=2></span> <p>a"
      )
        == "page(1) page(2) p(span#x[]a)")
    #expect(try Outline("<hr role=doc-pagebreak>").codes == ["HTML-013"])
  }

  @Test("Hidden content is left out and said")
  func hidden() throws {
    let outline = try Outline(
      "<p hidden>a b</p><p style='display: none'>c</p><p hidden=until-found>d</p><dialog>e</dialog>")
    #expect(outline.text == "p(d)")
    #expect(outline.codes == ["HTML-002", "HTML-002", "HTML-002"])
    #expect(outline.log.diagnostics[0].message.contains("2 words: \"a b\""))
    let aria = try Outline("<p>a <span aria-hidden=true>→</span> <span aria-hidden=true>b</span></p>")
    #expect(aria.text == "p(a b)")
    #expect(aria.codes == ["HTML-003", "HTML-004"])
    #expect(try Outline("<p><template>x</template><script>y</script>z</p>").text == "p(z)")
  }

  @Test("Nesting past the model's depth is flattened and loses nothing")
  func depth() throws {
    let deep =
      String(repeating: "<blockquote>", count: 900) + "KEEP"
      + String(repeating: "</blockquote> x", count: 900)
    let outline = try Outline(deep)
    #expect(outline.codes == ["HTML-001"])
    #expect(outline.text.contains("KEEP"))
    #expect(outline.text.count(where: { $0 == "x" }) == 900)
    var deepest = 0
    func measure(_ blocks: [Block], _ depth: Int) {
      deepest = max(deepest, depth)
      for block in blocks { measure(block.children.blocks, depth + 1) }
    }
    measure(outline.document.blocks, 1)
    #expect(deepest < Document.maximumDepth)
  }

  @Test("A tree 100,000 deep is read")
  func veryDeep() throws {
    var tree = MarkupTree()
    var node = MarkupTree.root
    for _ in 0..<100_000 {
      node = tree.append(.element(MarkupTree.Element(name: "em")), to: node, range: nil)
    }
    tree.append(.text("KEEP"), to: node, range: nil)
    var log = DiagnosticLog()
    var builder = DocumentBuilder(tree: tree)
    let document = builder.build(log: &log)
    #expect(document.blocks.count == 1)
    #expect(document.blocks.first?.children.inlines.plainText == "KEEP")
    #expect(log.count(code: "HTML-001") == 1)
  }
}
