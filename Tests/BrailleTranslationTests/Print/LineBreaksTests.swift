import Testing

@testable import BrailleTranslation

@Suite struct LineBreaksTests {
  /// The print with `|` where a line may end after a cell, `_` for a blank, `~` for a
  /// reluctant one and `+` where a number may be continued.
  private func marked(_ print: String) throws -> String {
    let text = try Translator.ueb("1").translate([TextRun(print)]).text
    return zip(text.cells, text.breaks).map { cell, rule in
      switch rule {
      case .never: Brf.text([cell])
      case .blank: "_"
      case .reluctantBlank: "~"
      case .reluctantAfter: "<"
      case .after: Brf.text([cell]) + "|"
      case .insideNumber: Brf.text([cell]) + "+"
      }
    }.joined()
  }

  @Test(arguments: [
    ("go on", "GO_ON"), ("go\u{A0}on", "GO~ON"), ("go\u{202F}on", "GO~ON"), ("well-known", "WELL-|KNOWN"),
    ("-in", "-IN"),
    ("no\u{2011}break", "NO-BREAK"), ("yes—no", "YES,-|NO"), ("yes--no", "YES--NO"),
    ("a---b", "A-|-|-|B"), ("and/or", "AND_/|OR"), ("e.g. so", "E4G4_SO"),
    ("http://x.org/a_b?c=d", "HTTP3_/_/|X4|ORG_/|A.-|B;8|C\"7|D"), ("me@x.org", "ME@AX4|ORG"),
    ("no.no", "NO4NO"), ("1,204", "#A1+B+J+D"), ("x.org/10.1371/a", "X4|ORG_/|#A+J4+A+C+G+A_/|A"),
    ("3-4 and 5", "#C-|#D_AND_#E"), ("3.", "#C4"),
  ])
  func linesEndWherePrintAllows(_ print: String, marks: String) throws {
    #expect(try marked(print) == marks)
  }
}
