import Coformat
import Foundation
import TestSupport
import Testing

/// Every example of CommonMark and of GitHub's extensions: the words of the document it makes are in
/// the braille. That the document has the words of the example is tested with the reader.
@Suite(.enabled(if: SharedData.isPresent)) struct SpecificationLawTests {
  struct Example: Decodable {
    var n: Int
    var markdown: String
  }

  @Test(arguments: [("cmark-spec", 652), ("cmark-gfm-spec", 673), ("cmark-gfm-extensions", 28)])
  func everyExampleIsInTheBraille(file: String, count: Int) throws {
    let data = try Data(contentsOf: SharedData.url("corpora/spec/json/\(file).json"))
    let examples = try JSONDecoder().decode([Example].self, from: data)
    #expect(examples.count >= count)
    for example in examples {
      let name = "\(file) \(example.n)"
      var log = DiagnosticLog()
      let document = try MarkdownReader().read(
        Source(name: name, bytes: Array(example.markdown.utf8)), options: ReadingOptions(), log: &log)
      let options = BrailleOptions(grade: .one, cells: 40, lines: 25)
      let pages = try BrailleRenderer(options: options).layOut(document, log: &log)
      let lost = try Conservation(document).lost(in: pages)
      #expect(lost.isEmpty, "\(name): words are not in the braille: \(lost)\n\(example.markdown)")
    }
  }
}
