import BrailleTranslation
import Testing

@testable import BrailleMathematics

/// Calculations set out in space.
@Suite struct SpatialCalculationTests {
  private func lines(_ rows: String) throws -> [String] {
    let calculation = try #require(try SpatialCalculation.read("<math><mstack>\(rows)</mstack></math>"))
    let writer = MathBrailleWriter(translator: try MathTest.unwrap(MathTest.translator))
    return try calculation.lines(with: writer).map(MathTest.unicode)
  }

  @Test func figuresStandInColumns() throws {
    let found = try lines(
      "<mn>1,204</mn><msrow><mo>−</mo><mn>87</mn></msrow><msline/><mn>1,117</mn>")
    #expect(found == ["⠀⠀⠼⠁⠂⠃⠚⠙", "⠐⠤⠼⠀⠀⠀⠓⠛", "⠀⠀⠐⠒⠒⠒⠒⠒", "⠀⠀⠼⠁⠂⠁⠁⠛"])
  }

  @Test func decimalPointsStandBelowEachOther() throws {
    let found = try lines("<mn>12.5</mn><msrow><mo>×</mo><mn>3.25</mn></msrow><msline/>")
    #expect(found == ["⠀⠀⠼⠁⠃⠲⠑", "⠐⠦⠼⠀⠉⠲⠃⠑", "⠀⠀⠐⠒⠒⠒⠒⠒"])
  }

  @Test func otherFormulasAreNone() throws {
    #expect(try SpatialCalculation.read("<math><mn>1</mn></math>") == nil)
    #expect(try SpatialCalculation.read("<math><mi>mstack</mi></math>") == nil)
    #expect(try SpatialCalculation.read("<math><mn>1</mn><mstack><mn>1</mn></mstack></math>") == nil)
  }

  @Test(arguments: [
    "", "<msline/>", "<mi>x</mi>", "<mscarries><mn>1</mn></mscarries>", "<mn>1/2</mn>", "<mn>1.2.3</mn>",
    "<msrow><mn>1</mn><mo>+</mo><mn>2</mn></msrow>", "<mlongdiv><mn>3</mn></mlongdiv>",
  ])
  func whatIsNotReadIsAFault(rows: String) {
    #expect(throws: MathFault.self) {
      try SpatialCalculation.read("<math><mstack>\(rows)</mstack></math>")
    }
  }
}
