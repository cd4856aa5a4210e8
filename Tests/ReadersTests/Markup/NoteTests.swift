import Diagnostics
import DocumentModel
import Testing

@testable import Readers

@Suite("Notes")
struct NoteTests {
  @Test("Notes marked by roles leave the flow")
  func roles() throws {
    let outline = try Outline(
      "<p>a<sup><a role=doc-noteref href='#n1'>1</a></sup> b<a role=doc-noteref href='#n2'>*</a></p>"
        + "<section role=doc-endnotes><hr><div role=doc-footnote id=n1><p>One <a role=doc-backlink href='#r'>↩</a></p></div>"
        + "<div role=doc-footnote id=n2>Two</div></section><p>c</p>")
    #expect(outline.text == "p(anote:n1 bnote:n2) p(c)")
    #expect(outline.notes == ["n1 - foot: p(One)", "n2 * foot: p(Two)"])
    #expect(outline.codes == [])
  }

  @Test("Pandoc's and GitHub's footnotes")
  func sections() throws {
    let outline = try Outline(
      "<p>a<a href='#fn1' class=footnote-ref id=fnref1 role=doc-noteref><sup>1</sup></a></p>"
        + "<section class=footnotes role=doc-endnotes><hr><ol><li id=fn1><p>One<a href='#fnref1' class=footnote-back role=doc-backlink>↩︎</a></p></li></ol></section>"
    )
    #expect(outline.text == "p(anote:fn1)")
    #expect(outline.notes == ["fn1 - end: p(One)"])
  }

  @Test("Marks without a role count when the note leads back")
  func mutualLinks() throws {
    let outline = try Outline(
      "<p>a<sup id=ref1><a href='#note1'>[1]</a></sup></p><ol><li id=note1><a href='#ref1'>^</a> One</li><li>not a note</li></ol>"
    )
    #expect(outline.text == "p(anote:note1) ol1(li[2](p(not a note)))")
    #expect(outline.notes == ["note1 - end: p(One)"])
    let oneWay = try Outline("<p>see <a href='#s2'>2</a></p><ol><li id=s2>Two</li></ol>")
    #expect(oneWay.text == "p(see ref:s2[2]) ol1(li#s2(p(Two)))")
  }

  @Test(
    "A link in a note to the paragraph of its mark leads back only where the paragraph begins with the mark")
  func linkToParagraph() throws {
    let note = "<ol role=doc-endnotes><li id=n1><p><a href='#p'>31.</a> One</p></li></ol>"
    let mark = "<a role=doc-noteref href='#n1'>1</a>"
    #expect(try Outline("<p id=p>Words \(mark)</p>" + note).notes == ["n1 - end: p(ref:p[31.] One)"])
    #expect(try Outline("<p id=p> \(mark) Words</p>" + note).notes == ["n1 - end: p(One)"])
    let bracket = "<p>Words<sup id=p>[\(mark)]</sup></p>"
    #expect(try Outline(bracket + note).notes == ["n1 - end: p(One)"])
  }

  @Test("Word's footnotes")
  func word() throws {
    let outline = try Outline(
      "<p>a<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a></p><div style='mso-element:footnote-list'><hr>"
        + "<div style='mso-element:footnote' id=ftn1><p><a href='#_ftnref1' name='_ftn1'><span>[1]</span></a> One</p></div></div>"
    )
    #expect(outline.text == "p(anote:_ftn1)")
    #expect(outline.notes.count == 1)
    #expect(outline.notes.first?.hasSuffix("foot: p(One)") == true)
  }

  @Test("A note in a note, and a note that refers to itself")
  func nested() throws {
    let outline = try Outline(
      "<p>a<a role=doc-noteref href='#x'>1</a></p><aside role=doc-footnote id=x>b<a role=doc-noteref href='#y'>2</a>"
        + "<a role=doc-noteref href='#x'>1</a><aside role=doc-footnote id=y>c</aside> d</aside>")
    #expect(outline.text == "p(anote:x)")
    #expect(outline.notes == ["x - foot: p(bnote:ynote:x d)", "y - foot: p(c)"])
  }

  @Test("Notes nobody refers to, and references to nothing, are kept and said")
  func unmatched() throws {
    let unused = try Outline("<p>a</p><aside role=doc-footnote id=x>b</aside>")
    #expect(unused.text == "p(a) sidebar#x(<> p(b))")
    #expect(unused.codes == ["HTML-010"])
    let missing = try Outline("<p>a<a role=doc-noteref href='#x'>1</a></p>")
    #expect(missing.text == "p(alink:#x[1])")
    #expect(missing.codes == ["HTML-011", "HTML-007"])
  }

  @Test("Notes in mid-paragraph do not end it, and hidden notes are read")
  func places() throws {
    let outline = try Outline(
      "<p>a<a role=doc-noteref href='#x'>1</a> <span role=doc-footnote id=x hidden>b</span>c</p>")
    #expect(outline.text == "p(anote:x c)")
    #expect(outline.notes == ["x - foot: p(b)"])
  }

  @Test("Notes in preformatted text keep it from being code")
  func preformatted() throws {
    let outline = try Outline(
      "<pre>a<a role=doc-noteref href='#x'>1</a></pre><div role=doc-footnote id=x>b</div>")
    #expect(outline.text == "p(anote:x)")
  }
}
