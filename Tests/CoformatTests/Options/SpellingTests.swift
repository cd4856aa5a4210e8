import Testing

import Diagnostics

@Suite struct SpellingTests {
  @Test(arguments: [
    ("markdwon", "markdown"), ("HTML", "html"), ("htlm", "html"), ("brialle", "braille"), ("pfe", "pef"),
  ])
  func `A near word is found, swaps and case included`(mistyped: String, meant: String) {
    #expect(
      Spelling.nearest(to: mistyped, among: ["markdown", "html", "braille", "inspect", "pef"]) == meant)
  }

  @Test func `A word that is near nothing is not guessed`() {
    #expect(Spelling.nearest(to: "docx", among: ["markdown", "html"]) == nil)
    #expect(Spelling.nearest(to: "", among: ["html"]) == nil)
    #expect(Spelling.nearest(to: "html", among: []) == nil)
  }

  @Test func `A hint lists everything when nothing is near`() {
    #expect(Spelling.hint(for: "x", among: ["alpha", "beta"], each: "there are") == "there are: alpha, beta")
  }

  @Test func `A word of a million letters is compared in no time`() {
    let word = String(repeating: "a", count: 1_000_000)
    #expect(Spelling.nearest(to: word, among: ["html"]) == nil)
  }
}
