import BrailleMathematics
import Testing

/// Formulas on lines of their own.
@Suite struct LinesTests {
  private func lines(_ source: String, width: Int = 40) throws -> [String] {
    let translator = try MathTest.unwrap(MathTest.translator)
    let braille = try MathBrailleWriter(translator: translator).braille(
      TeXReader.read(source, display: .displayed))
    return braille.lines(width: width).map {
      String(repeating: "⠀", count: $0.indent) + MathTest.unicode($0.text.cells)
    }
  }

  @Test func columnsOfAMatrixStandBelowEachOther() throws {
    #expect(
      try lines(#"y = \begin{pmatrix} 1 & -20 \\ 300 & 4 \end{pmatrix} x"#) == [
        "⠰⠽⠀⠐⠶⠀⠠⠐⠣⠼⠁⠀⠀⠀⠐⠤⠼⠃⠚⠠⠐⠜⠭", "⠀⠀⠀⠀⠀⠀⠠⠐⠣⠼⠉⠚⠚⠀⠼⠙⠀⠀⠀⠠⠐⠜",
      ])
  }

  @Test func matricesSideBySideShareTheirLines() throws {
    #expect(
      try lines(#"\begin{bmatrix} 1 \\ 2 \end{bmatrix}\begin{vmatrix} 3 \end{vmatrix}"#) == [
        "⠠⠨⠣⠼⠁⠠⠨⠜⠠⠸⠳⠼⠉⠠⠸⠳", "⠠⠨⠣⠼⠃⠠⠨⠜",
      ])
  }

  @Test func rowsThatDoNotFitComeOneAfterTheOther() throws {
    #expect(
      try lines(#"y = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}"#, width: 10) == [
        "⠰⠽⠀⠐⠶⠀⠠⠐⠣⠼⠁⠀⠼⠃⠠⠐⠜", "⠠⠐⠣⠼⠉⠀⠼⠙⠠⠐⠜",
      ])
  }

  @Test func eachEquationHasItsLine() throws {
    #expect(
      try lines(#"\begin{aligned} a &= b \\ &= c + d \end{aligned}"#) == [
        "⠁⠀⠐⠶⠀⠰⠃", "⠐⠶⠀⠉⠐⠖⠙",
      ])
  }
}
