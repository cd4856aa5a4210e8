import Testing

@testable import BrailleTranslation

/// What liblouis 3.24 does to these characters left to itself is in each comment.
@Suite struct NormaliserTests {
  let translator: Translator
  init() throws { translator = try .ueb("2") }

  @Test(arguments: [
    ("the\u{2060} cat", "! CAT"),  // the word WORD
    ("\u{FEFF}the cat", "! CAT"),  // the word ZERO
    ("know\u{AD}ledge", "K"),  // a hyphen, and the contraction gone
    ("a\u{200B}b", ";AB"),  // a blank
    ("a\u{200C}\u{200D}\u{200E}\u{200F}\u{202A}\u{202E}b", ";AB"),  // hexadecimal digits
    ("people\u{FE0E} go", "P G"),
    ("a\tb", "A ;B"), ("a\r\n\t\nb", "A ;B"), ("a\u{2028}b", "A ;B"),
    ("the\u{2003}cat", "! CAT"), ("the\u{A0}cat", "! CAT"), ("the\u{3000}cat", "! CAT"),
    ("well\u{2011}known", "WELL-\"KN"),
  ])
  func charactersWithoutInkLeaveNoTrace(_ print: String, braille: String) throws {
    let translation = try translator.translate([TextRun(print)])
    #expect(Brf.text(translation.text.cells) == braille)
    #expect(translation.substitutions.isEmpty)
  }

  @Test func controlsAreRemovedAndReported() throws {
    let translation = try translator.translate([TextRun("a\u{1B}[31mb\u{0}c")])
    #expect(Brf.text(translation.text.cells) == "A.<#CAMBC")
    #expect(translation.substitutions.map(\.offset) == [1, 7])
    #expect(translation.substitutions.allSatisfy { $0.outcome == .removed })
  }

  @Test func decomposedTextIsComposed() throws {
    let composed = try translator.brf("café Tiếng señor Ångström")
    #expect(
      try translator.brf("cafe\u{301} Tie\u{302}\u{301}ng sen\u{303}or A\u{30A}ngstro\u{308}m") == composed)
  }

  /// UEB's own tables lack the form with the capital first.
  @Test(arguments: [("x\u{30C}", "^+X"), ("X\u{30C}", ",^+X"), ("ế", "^%^/E"), ("ά", "^/.A"), ("ț", "^&T")])
  func modifiersGoBeforeTheLetter(_ print: String, braille: String) throws {
    #expect(try Translator.ueb("1").brf(print) == braille)
  }

  @Test(arguments: [
    ("H₂O", ",H;5#B,O"), ("x⁶", "X;9#F"), ("10²³", "#AJ;9#BC"), ("xⁿ", "X;9N"), ("s⁻¹", "S;9<\"-#A>"),
    ("1ª", "#A;9A"), ("m²", "M;9#B"),
  ])
  func raisedAndLoweredFiguresHaveTheirIndicators(_ print: String, braille: String) throws {
    #expect(try translator.brf(print) == braille)
  }

  /// `a` would read as 1.
  @Test(arguments: [("x²a", "X;9#B;A"), ("½a", "#A/B;A"), ("½k", "#A/BK")])
  func letterAfterFigureIsNoDigit(_ print: String, braille: String) throws {
    #expect(try translator.brf(print) == braille)
  }

  @Test func sixDotCellsPassThroughAndLeaveTheirNeighboursAlone() throws {
    #expect(try translator.brf("⠨⠂people it") == ".1P X")
    #expect(try translator.brf("the ⠓⠑⠇⠇⠕ x") == "! HELLO ;X")
    #expect(try translator.brf("a⠿nd") == "A=ND")
    let all = String(String.UnicodeScalarView((0x2801...0x283F).compactMap(Unicode.Scalar.init)))
    #expect(try translator.translate([TextRun(all)]).text.cells == Array(0x01...0x3F))
  }

  @Test func eightDotCellsAreNamed() throws {
    let translation = try translator.translate([TextRun("⡀")])
    #expect(translation.text.cells.allSatisfy { $0 < 0x40 })
    #expect(translation.substitutions.map(\.outcome) == [.named("braille pattern dots-7")])
  }

  @Test func originsCountScalarsOfTheSource() throws {
    let runs = [TextRun("e\u{301}\u{AD}"), TextRun("\u{2060}☃ x")]
    let text = try translator.translate(runs).text
    #expect(text.origins.first == 0)
    #expect(text.origins.last == 6)
    #expect(text.origins == text.origins.sorted())
    #expect(text.origins.contains(4))
  }

  @Test func emptyTextsGiveNothing() throws {
    #expect(try translator.translate([]) == Translation())
    #expect(try translator.translate([TextRun(""), TextRun("", emphasis: .bold)]) == Translation())
    #expect(try translator.translate([TextRun("\u{200B}\u{FEFF}")]).text == BrailleText())
  }
}
