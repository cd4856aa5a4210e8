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

  /// What a command stands for is brailled as if it were written out.
  @Test(arguments: [
    (#"\newcommand{\R}{\mathbb{R}} x \in \R"#, #"x \in \mathbb{R}"#),
    (#"\newcommand\norm[2][2]{|#2|_{#1}} \norm{x} + \norm[1]{y}"#, #"|x|_2 + |y|_1"#),
    (#"\def\half#1{\frac{#1}{2}} \half n"#, #"\frac{n}{2}"#),
    (#"\DeclareMathOperator*{\argmax}{argmax} \argmax x"#, #"\operatorname{argmax} x"#),
    (#"\let\to=\rightarrow a \to b"#, #"a \rightarrow b"#),
    (#"\providecommand{\x}{a}\providecommand{\x}{b} \x"#, "a"), (#"\newcommand{\a}{b}"#, ""),
    (#"\newcommand{\a}{b}\newcommand{\c}{\a^2} \c"#, "b^2"),
  ])
  func definedCommandsAreExpanded(source: String, written: String) throws {
    #expect(try MathTest.tex(source) == MathTest.tex(written), "\(source)")
  }

  @Test func commandsOfOtherFormulasAreKnown() throws {
    var macros = TeXMacros()
    macros.learn(from: #"\newcommand{\R}{\mathbb{R}}"#)
    macros.learn(from: #"\newcommand{\R}{r}"#)
    macros.learn(from: #"\newcommand{"#)
    let read = try TeXReader.read(#"\R"#, display: .inline, macros: macros)
    #expect(read == (try TeXReader.read(#"\mathbb{R}"#, display: .inline)))
  }

  @Test(arguments: [
    ("H2O", #"\mathrm{H}_{2}\mathrm{O}"#), ("2 H2O", #"2 \mathrm{H}_{2}\mathrm{O}"#),
    ("SO4^2-", #"\mathrm{S}\mathrm{O}_{4}^{2-}"#), ("Na+", #"\mathrm{Na}^{+}"#),
    ("Ca(OH)2", #"\mathrm{Ca}(\mathrm{O}\mathrm{H})_{2}"#),
    ("A + B -> C", #"\mathrm{A} + \mathrm{B} \rightarrow \mathrm{C}"#),
    ("CaCl2.2H2O", #"\mathrm{Ca}\mathrm{Cl}_{2} \cdot 2 \mathrm{H}_{2}\mathrm{O}"#),
    ("^{14}C", #"{}^{14}\mathrm{C}"#),
  ])
  func chemistry(source: String, written: String) throws {
    #expect(try MathTest.tex("\\ce{\(source)}") == MathTest.tex(written), "\(source)")
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
    (#"\def\a[#1]{b}"#, .unknownCommand(#"\def with delimited arguments"#)),
    (#"\ce{A-B}"#, .unknownCommand(#"\ce"#)), (#"\ce{A ->[heat] B}"#, .unknownCommand(#"\ce"#)),
    (#"\newcommand{\a}{\a\a}\a"#, .malformed("the commands it defines call each other without end")),
    (#"\newcommand{\a}[1]{#1}\a"#, .malformed("\\a lacks an argument")),
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
