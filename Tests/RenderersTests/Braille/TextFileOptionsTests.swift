import BrailleLayout
import Testing

@testable import Renderers

/// How pages are written as text, option by option.
@Suite struct TextFileOptionsTests {
  private static let pages = BraillePages(
    width: 4, height: 3,
    pages: [
      Page(number: 1, rows: [Row([0x01, 0, 0x2A]), Row(kind: .blank)]), Page(number: 2, rows: [Row([0x38])]),
    ])

  private func brf(_ options: TextFileOptions, _ formFeeds: TextFileOptions.FormFeeds = .after) -> String {
    String(decoding: BRFWriter(options, formFeeds: formFeeds).bytes(Self.pages), as: UTF8.self)
  }

  @Test func letterCase() {
    #expect(brf(TextFileOptions(lineEnding: .lf)) == "A [\n\n\n\u{C}_\n\n\n\u{C}")
    #expect(brf(TextFileOptions(lineEnding: .lf, letterCase: .lower)) == "a {\n\n\n\u{C}_\n\n\n\u{C}")
  }

  @Test func formFeeds() {
    #expect(brf(TextFileOptions(lineEnding: .lf), .between) == "A [\n\n\n\u{C}_\n\n\n")
    #expect(brf(TextFileOptions(lineEnding: .lf), .none) == "A [\n\n\n_\n\n\n")
  }

  @Test func padding() {
    #expect(brf(TextFileOptions(lineEnding: .lf, padding: .none)) == "A [\n\u{C}_\n\u{C}")
    #expect(
      brf(TextFileOptions(lineEnding: .lf, padding: .cells))
        == "A [ \n    \n    \n\u{C}_   \n    \n    \n\u{C}")
  }

  @Test func blanksOfUnicodeBraille() {
    let options = TextFileOptions(lineEnding: .lf, padding: .none, blank: .space)
    let text = String(
      decoding: UnicodeBrailleWriter(options, formFeeds: .none).bytes(Self.pages), as: UTF8.self)
    #expect(text == "⠁ ⠪\n⠸\n")
  }
}
