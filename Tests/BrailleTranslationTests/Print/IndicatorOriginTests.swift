import Testing

@testable import BrailleTranslation

@Suite struct IndicatorOriginTests {
  /// No line may end after an indicator, nor may one be taken for part of the character before it.
  @Test(arguments: ["unhosted.5apps.com", "https%3A%2F%2Fx.org", "a-B-1-c3d", "x.org/A/b/7/C"])
  func indicatorsStayWithWhatFollows(_ print: String) throws {
    for grade in ["1", "2"] {
      let text = try Translator.ueb(grade).translate([TextRun(print)]).text
      for (position, cell) in text.cells.enumerated().dropLast() where [0x20, 0x30, 0x3C].contains(cell) {
        #expect(text.breaks[position] == .never, "\(print): \(Brf.text(text.cells)) at \(position)")
        #expect(text.origins[position] == text.origins[position + 1] || text.cells[position + 1] == 0x04)
      }
    }
  }
}
