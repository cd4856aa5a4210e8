import DocumentModel
import Testing

@Suite struct MathematicsTests {
  @Test(arguments: [
    ("Let $x_1$ be", ["x_1"]), ("$a$ and $b$", ["a", "b"]), ("a$`x_1`$", []),
    ("so $`x_1 * 2`$ is", ["x_1 * 2"]),
    ("$a\\$b$", ["a\\$b"]), ("**$a*b*c$**", ["a*b*c"]), ("$\\frac{1}{2}$.", ["\\frac{1}{2}"]),
    ("| a |\n|---|\n| $x$ |", ["x"]), ("$a `b$` c$", ["a `b$` c"]), ("[a $x$ b](c)", ["x"]),
    ("- item $x\n  + y$", []), ("$x\ny$", ["x\ny"]),
  ])
  func inlineFormIsPandocs(source: String, formulas: [String]) throws {
    let read = try ReadMarkdown(source)
    #expect(read.formulas.map(\.tex) == formulas)
    #expect(read.formulas.allSatisfy { !$0.isDisplayed })
  }

  @Test(arguments: [
    "It costs $5 and $10.", "It costs $5-$10.", "$20,000 and USD$30,000", "US$m and A$m", "a \\$x$ b",
    "`$x$`",
    "$ x$", "$x $", "$$", "$", "$$$$", "$$ $$", "price: $5", "a $x", "$x$5", "\\$x\\$",
  ])
  func pricesStayText(source: String) throws {
    let read = try ReadMarkdown(source)
    #expect(read.formulas.isEmpty)
    let shown = source.hasPrefix("`") ? "$x$" : source.replacing("\\$", with: "$").withoutWhiteSpace
    #expect(read.document.visibleCharacters == shown)
  }

  @Test(arguments: [
    ("$$x$$", "x"), ("$$\nx\n$$", "x"), ("$$\na\n- b\n+ c\n= d\n# e\n$$", "a\n- b\n+ c\n= d\n# e"),
    ("```math\nE=mc^2\n```", "E=mc^2"), ("> $$\n> a\n> - b\n> $$", "a\n- b"),
    ("- $$\n  a\n  + b\n  $$", "a\n+ b"),
    ("$$ a\n b $$", " a\nb "), ("$$\\text{cost } \\$5$$", "\\text{cost } \\$5"),
  ])
  func displayedFormIsOneBlock(source: String, tex: String) throws {
    let read = try ReadMarkdown(source)
    #expect(read.formulas.map(\.tex) == [tex])
    #expect(read.formulas.map(\.isDisplayed) == [true])
    #expect(read.document.visibleCharacters == tex.withoutWhiteSpace)
  }

  @Test func mathematicsThatIsNotClosedStaysText() throws {
    let read = try ReadMarkdown("$$\na\n\nb\n$$\n")
    #expect(read.formulas.isEmpty)
    #expect(read.document.visibleCharacters == "$$ab$$")
  }

  @Test func mathematicsCutOffByItsContainerIsKeptAndSaid() throws {
    let read = try ReadMarkdown("> $$\n> a\n$$\n")
    #expect(read.codes == ["MD-003"])
    #expect(read.document.visibleCharacters == "$$a$$")
  }

  @Test(arguments: [
    String(repeating: "$", count: 50_000), String(repeating: "$a", count: 50_000),
    String(repeating: "$`a`", count: 30_000), String(repeating: "$$a\n", count: 20_000),
    "$" + String(repeating: "`a`", count: 30_000), String(repeating: "$a`", count: 30_000),
  ])
  func hostileDollarsTakeTimeInProportion(source: String) throws {
    let read = try ReadMarkdown(source)
    #expect(!read.document.visibleCharacters.isEmpty)
  }
}
