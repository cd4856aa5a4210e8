import BrailleMathematics
import Testing

/// TeX as reports write it, and its braille.
@Suite struct TeXTests {
  @Test(arguments: [
    ("E = mc^2", "⠰⠰⠰⠠⠑⠀⠐⠶⠀⠍⠉⠔⠼⠃⠰⠄"), (#"\frac{1}{2}"#, "⠼⠁⠌⠃"), (#"\frac12"#, "⠼⠁⠌⠃"),
    (#"\frac{a}{b}"#, "⠰⠰⠷⠁⠨⠌⠃⠾"), (#"{a \over b}"#, "⠰⠰⠷⠁⠨⠌⠃⠾"), ("p < 0.05", "⠰⠏⠀⠈⠣⠀⠼⠚⠲⠚⠑"),
    (#"n = 1{,}234"#, "⠰⠝⠀⠐⠶⠀⠼⠁⠂⠃⠉⠙"), (#"2 \times 10^{-3}"#, "⠼⠃⠐⠦⠼⠁⠚⠔⠣⠐⠤⠼⠉⠜"),
    (#"20^\circ\mathrm{C}"#, "⠼⠃⠚⠘⠚⠠⠉"), (#"f'(x)"#, "⠋⠰⠶⠐⠣⠭⠐⠜"), (#"\sqrt[3]{27} = 3"#, "⠰⠰⠩⠔⠼⠉⠼⠃⠛⠬⠀⠐⠶⠀⠼⠉"),
    (#"\bar R_{\rm max}"#, "⠰⠰⠠⠗⠱⠢⠣⠍⠁⠭⠜"), (#"X^TX"#, "⠠⠭⠰⠔⠠⠞⠠⠭"), (#"\mathrm{CO_2}"#, "⠠⠉⠠⠕⠰⠢⠼⠃"),
    (#"\text{CO}_2"#, "⠠⠉⠠⠕⠰⠢⠼⠃"), (#"95\%\text{ of all}"#, "⠼⠊⠑⠨⠴⠀⠷⠀⠁⠇⠇"),
    (#"H_0\colon \mu = 0"#, "⠠⠓⠰⠢⠼⠚⠒⠀⠨⠍⠀⠐⠶⠀⠼⠚"), (#"x \in \mathbb{R}"#, "⠰⠭⠀⠘⠑⠀⠈⠆⠰⠠⠗"),
    (#"a \not= b"#, "⠁⠀⠐⠶⠈⠱⠀⠰⠃"),
    (#"\left.x\right|_0"#, "⠰⠰⠭⠸⠳⠢⠼⠚"), (#"\binom{n}{k}"#, "⠐⠣⠝⠰⠻⠅⠐⠜"), (#"|x| < 1"#, "⠸⠳⠭⠸⠳⠀⠈⠣⠀⠼⠁"),
    (#"P(A\mid B)"#, "⠠⠏⠐⠣⠠⠁⠀⠸⠳⠀⠰⠠⠃⠐⠜"), (#"50%"#, "⠼⠑⠚⠨⠴"), (#"\textcolor{red}{x}+1"#, "⠭⠐⠖⠼⠁"),
  ])
  func inline(source: String, braille: String) throws {
    #expect(try MathTest.tex(source) == braille, "\(source)")
  }

  @Test func limitsStandBelowOnlyInDisplayedMathematics() throws {
    let source = #"\sum_{i=1}^n x_i"#
    #expect(try MathTest.tex(source) == "⠰⠰⠠⠨⠎⠢⠣⠊⠐⠶⠼⠁⠜⠔⠝⠭⠢⠊")
    #expect(try MathTest.tex(source, display: .displayed) == "⠰⠰⠠⠨⠎⠨⠢⠣⠊⠐⠶⠼⠁⠜⠨⠔⠝⠭⠢⠊")
  }

  @Test(arguments: [
    (#"\foo{x}"#, MathFault.unknownCommand(#"\foo"#)),
    (#"\text{a \foo}"#, .unknownCommand(#"\foo"#)),
    (#"\begin{tikzpicture}\end{tikzpicture}"#, .unknownCommand(#"\begin{tikzpicture}"#)),
    (#"\newcommand{\a}{b}"#, .unknownCommand(#"\newcommand"#)),
  ])
  func anUnknownCommandStopsTheReading(source: String, fault: MathFault) {
    #expect(throws: fault) { try TeXReader.read(source, display: .inline) }
  }

  @Test(arguments: [
    "{", "}", "a & b", #"\frac{a}"#, #"\left("#, #"\begin{matrix} a"#, "x^", #"\right)"#,
  ])
  func brokenSourceIsRefusedAndNothingCrashes(source: String) {
    #expect(throws: MathFault.self) { try TeXReader.read(source, display: .inline) }
  }

  @Test func nestingIsBounded() {
    for source in [
      String(repeating: "{", count: 100_000), String(repeating: "x^", count: 100_000),
      String(repeating: #"\sqrt"#, count: 100_000), String(repeating: #"\text{$"#, count: 100_000),
      String(repeating: #"\begin{matrix}"#, count: 10_000), String(repeating: #"\left("#, count: 100_000),
      String(repeating: #"\frac1\hat"#, count: 100_000), String(repeating: "{a \\over ", count: 100_000),
    ] {
      #expect(throws: MathFault.self) { try TeXReader.read(source, display: .inline) }
    }
  }

  @Test func bracketsInGroupsAreNestingToo() {
    let source =
      String(repeating: "\\left((((((", count: 90) + "x" + String(repeating: "))))))\\right)", count: 90)
    #expect(throws: MathFault.self) { try TeXReader.read(source, display: .inline) }
  }

  @Test func manyBracketsAreNoNesting() throws {
    let source = String(repeating: "(", count: 5_000) + "x" + String(repeating: ")", count: 5_000)
    #expect(try TeXReader.read(source, display: .inline).words == ["x"])
  }
}
