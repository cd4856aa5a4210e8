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
