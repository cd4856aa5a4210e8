import BrailleMathematics
import Testing

@Suite struct MathMLTests {
  @Test(arguments: [
    (
      "<math><semantics><mi>x</mi><annotation encoding='application/x-tex'>y</annotation></semantics></math>",
      "⠰⠭"
    ),
    ("<math><mn>1</mn><mo>&#x2064;</mo><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "⠼⠁⠼⠁⠌⠃"),
    ("<math><mi>a</mi>and<mi>b</mi></math>", "⠁⠀⠯⠀⠰⠃"),
    ("<math><menclose notation='box'><mi>x</mi></menclose></math>", "⠰⠫⠼⠙⠪⠭"),
    ("<m:math xmlns:m='http://www.w3.org/1998/Math/MathML'><m:mi>x</m:mi></m:math>", "⠰⠭"),
    ("<math><mfenced><mi>x</mi><mi>y</mi></mfenced></math>", "⠐⠣⠰⠭⠂⠀⠰⠽⠐⠜"),
  ])
  func elements(markup: String, braille: String) throws {
    #expect(try MathTest.braille(MathMLReader.read(markup)) == braille, "\(markup)")
  }

  @Test(arguments: [
    "", "<math>", "<math><apply><plus/><ci>x</ci></apply></math>", "<math><mfrac><mn>1</mn></mfrac></math>",
    "<math><mi>&unknown;</mi></math>", "<math><menclose notation='longdiv'><mn>1</mn></menclose></math>",
  ])
  func whatIsNotReadIsRefused(markup: String) {
    #expect(throws: MathFault.self) { try MathMLReader.read(markup) }
  }

  @Test func nestingIsBounded() {
    for name in ["mrow", "msqrt", "mstyle", "semantics"] {
      let markup =
        "<math>" + String(repeating: "<\(name)>", count: 200) + "<mi>x</mi>"
        + String(repeating: "</\(name)>", count: 200) + "</math>"
      #expect(throws: MathFault.self) { try MathMLReader.read(markup) }
    }
  }
}
