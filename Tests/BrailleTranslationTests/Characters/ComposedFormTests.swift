import Testing

@testable import BrailleTranslation

@Suite struct ComposedFormTests {
  @Test(
    "Text is told from text in other forms",
    arguments: [
      ("", true), ("plain", true), ("caf\u{E9}", true), ("cafe\u{301}", false), ("q\u{301}", true),
      // A letter Unicode composes from two, and one it never does.
      ("\u{9AC}\u{9BC}", true), ("\u{9DC}", false), ("\u{9C7}\u{9BE}", false), ("\u{9CB}", true),
      ("\u{1100}\u{1161}", false), ("\u{AC00}", true), ("\u{212B}", false), ("中文", true),
      // Marks in another order than Unicode's.
      ("a\u{301}\u{323}", false), ("\u{1EA1}\u{301}", true),
    ])
  func holds(_ sample: (text: String, holds: Bool)) {
    #expect(ComposedForm.holds(sample.text) == sample.holds)
  }
}
