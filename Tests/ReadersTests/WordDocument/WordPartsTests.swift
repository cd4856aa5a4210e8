import Testing

@testable import Readers

@Suite struct FieldInstructionTests {
  @Test func `Words, switches and quotes are told apart`() {
    let field = FieldInstruction(#" HYPERLINK "https://e.org/a b" \l "x" \o "A \"tip\"" "#)
    #expect(field.name == "HYPERLINK")
    #expect(field.words == ["https://e.org/a b"])
    #expect(field.switches == ["l": "x", "o": "A \"tip\""])
  }

  @Test func `Switches of references take no words`() {
    #expect(FieldInstruction(#"REF \h _Ref1 \* MERGEFORMAT"#).words == ["_Ref1"])
    #expect(FieldInstruction("").name == "")
  }
}

@Suite struct NumberFormatTests {
  @Test(arguments: [
    (28, "lowerLetter", "bb"), (26, "upperLetter", "Z"), (1_994, "upperRoman", "MCMXCIV"),
    (0, "lowerRoman", "0"),
    (7, "decimalZero", "07"), (12, "ordinal", "12th"), (22, "ordinal", "22nd"), (5, "chicago", "**"),
    (3, "unheardOf", "3"), (4, "none", ""),
  ])
  func `Numbers are as Word writes them`(number: Int, format: String, text: String) {
    #expect(NumberFormat.text(number, format) == text)
  }
}

@Suite struct StyleNamesTests {
  @Test(arguments: [
    ("heading 1", 1), ("Heading2", 2), ("Überschrift 3", 3), ("Titre 4", 4), ("Заголовок 1", 1), ("見出し 2", 2),
    ("HeadA", 2), ("Chapter Title", 1),
  ])
  func `Names of heading styles have levels`(name: String, level: Int) {
    #expect(StyleNames.headingLevel(name) == level)
  }

  @Test(arguments: ["Normal", "Body Text 2", "heading", "Title", "List 3", "heading 10"])
  func `Other names have none`(name: String) { #expect(StyleNames.headingLevel(name) == nil) }
}

@Suite struct SymbolFontTests {
  @Test func `Signs are what the fonts show`() {
    #expect(SymbolFonts.character(0xF061, font: "Symbol") == "α")
    #expect(SymbolFonts.character(0xF0FC, font: "Wingdings") == "✓")
    #expect(SymbolFonts.character(0xF0FE, font: "Wingdings") == "☑")
    #expect(SymbolFonts.character(0xE000, font: "Arial") == nil)
    #expect(SymbolFonts.character(0x41, font: "Arial") == "A")
  }
}
