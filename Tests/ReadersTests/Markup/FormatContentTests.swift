import Testing

@testable import Readers

@Suite("Content for some formats only")
struct FormatContentTests {
  @Test("On blocks and on inlines")
  func audiences() throws {
    #expect(
      try outline("<div data-coformat='only: braille, daisy'><p>a</div>") == "div{only braille,daisy}(p(a))")
    #expect(
      try outline("<p data-coformat='not: large-print'>a <b data-coformat='only:epub'>b</b></p>")
        == "p{not large-print}(a strong{only epub}[b])")
    #expect(try outline("<ul><li data-coformat='not:audio'>a</ul>") == "ul(li{not audio}(p(a)))")
  }

  @Test("Wording that stands instead of the block before")
  func instead() throws {
    #expect(
      try outline("<p>long</p> <p data-coformat='instead: easy-read'>short</p>")
        == "p{not easy-read}(long) p{only easy-read}(short)")
    #expect(
      try outline("<p><em>long</em> <span data-coformat='instead: easy-read'>short</span></p>")
        == "p(emphasis{not easy-read}[long] span{only easy-read}[short])")
    #expect(try Outline("<p data-coformat='instead: easy-read'>a</p>").codes == ["HTML-021"])
  }

  @Test("Several wordings stand instead of the same thing, and not of one another")
  func insteadAfterInstead() throws {
    #expect(
      try outline(
        "<p>long</p><p data-coformat='instead: easy-read'>a</p><p data-coformat='instead: easy-read'>b</p>"
          + "<p data-coformat='instead: audio'>c</p><p>d</p><p data-coformat='instead: audio'>e</p>")
        == "p{not audio,easy-read}(long) p{only easy-read}(a) p{only easy-read}(b) p{only audio}(c)"
        + " p{not audio}(d) p{only audio}(e)")
    #expect(
      try outline(
        "<p><em>x</em> <i data-coformat='instead: braille'>a</i> <i data-coformat='instead: audio'>b</i>"
          + " <b><u>y</u> <i data-coformat='instead: audio'>c</i></b></p>")
        == "p(emphasis{not audio,braille}[x] emphasis{only braille}[a] emphasis{only audio}[b]"
        + " strong[underline{not audio}[y] emphasis{only audio}[c]])")
    #expect(
      try outline(
        "<ul><li>x<li data-coformat='instead: braille'>a<li data-coformat='instead: braille'>b</ul>")
        == "ul(li{not braille}(p(x)) li{only braille}(p(a)) li{only braille}(p(b)))")
  }

  @Test("Content that no format shows is said")
  func noFormat() throws {
    let nested = try Outline(
      "<div data-coformat='only: braille'><p>a</p><p data-coformat='not: braille'>b</p></div>")
    #expect(nested.codes == ["HTML-023"])
    let replaced = try Outline(
      "<p data-coformat='only: braille'>a</p><p data-coformat='instead: braille'>b</p>")
    #expect(replaced.codes == ["HTML-023"])
    #expect(
      try Outline("<div data-coformat='only: braille, audio'><p data-coformat='not: audio'>b</p></div>")
        .codes.isEmpty)
  }

  @Test("A form that no table takes is said")
  func formWithoutTable() throws {
    let table = "<table><tr><td>a</td></tr></table>"
    #expect(try Outline("<p data-coformat='table: listed'>a</p>").codes == ["HTML-024"])
    #expect(try Outline("<div data-coformat='table: listed'>\(table)\(table)</div>").codes.isEmpty)
    let own = table.replacing("<table", with: "<table data-coformat='table: linear'")
    #expect(try Outline("<div data-coformat='table: listed'>\(own)</div>").codes == ["HTML-024"])
    let both = try Outline("<div data-coformat='only: braille; table: listed'><p>a</p></div>")
    #expect(both.codes == ["HTML-024"])
    let unknown = table.replacing("<table", with: "<table data-coformat='table: lists'")
    #expect(try Outline(unknown).codes == ["HTML-019"])
  }

  @Test("What is not understood shows everywhere and is said")
  func mistakes() throws {
    let format = try Outline("<p data-coformat='only: brail'>a</p>")
    #expect(format.text == "p(a)")
    #expect(format.codes == ["HTML-020"])
    let word = try Outline("<p data-coformat='only: brialle'>a</p>")
    #expect(word.log.diagnostics.first?.hint == "did you mean \"braille\"?")
    let verb = try Outline("<p data-coformat='olny: braille'>a</p>")
    #expect(verb.text == "p(a)")
    #expect(verb.log.diagnostics.first?.hint == "did you mean \"only\"?")
  }
}
