import Diagnostics
import DocumentModel
import Foundation
import Readers
import TestSupport
import Testing

/// Every example of CommonMark and of GitHub's extensions: what its HTML shows is what the document
/// shows, no character more or less, in the same order.
@Suite(.enabled(if: SharedData.isPresent)) struct SpecificationTests {
  struct Example: Decodable {
    var n: Int
    var section: String
    var markdown: String
    var html: String
  }

  /// Examples whose document shows something else, each with the reason.
  static let exceptions: [String: String] = [
    "cmark-gfm-spec 126":
      "an unclosed tag, which a browser hides with all that follows, is kept as text",
    "cmark-gfm-spec 127":
      "an unclosed tag, which a browser hides with all that follows, is kept as text",
    "cmark-gfm-spec 128":
      "an unclosed tag, which a browser hides with all that follows, is kept as text",
    "cmark-gfm-spec 142":
      "an unclosed tag, which a browser hides with all that follows, is kept as text",
    "cmark-spec 156":
      "an unclosed tag, which a browser hides with all that follows, is kept as text",
    "cmark-spec 157":
      "an unclosed tag, which a browser hides with all that follows, is kept as text",
    "cmark-spec 158":
      "an unclosed tag, which a browser hides with all that follows, is kept as text",
    "cmark-spec 173":
      "an unclosed tag, which a browser hides with all that follows, is kept as text",
    "cmark-spec 171":
      "cmark-gfm is at CommonMark 0.29, where textarea is no block of its own; the words are the same",
    "cmark-spec 28":
      "cmark-gfm is at CommonMark 0.29, where a reference may have eight digits",
    "cmark-spec 354":
      "cmark-gfm is at CommonMark 0.29, where a currency sign is no punctuation",
    "cmark-spec 625":
      "cmark-gfm is at CommonMark 0.29, which allows fewer comments; what is none is text",
    "cmark-spec 626":
      "cmark-gfm is at CommonMark 0.29, which allows fewer comments; what is none is text",
    "cmark-gfm-spec 204":
      "a cell past the last column is kept",
    "cmark-gfm-extensions 8":
      "cells past the last column are kept",
    "cmark-gfm-spec 653":
      "HTML that would swallow Markdown is kept as text whole",
    "cmark-gfm-extensions 20":
      "the example gives no output",
    "cmark-gfm-extensions 22":
      "HTML that would swallow Markdown is kept as text whole",
    "cmark-gfm-extensions 23":
      "a footnote nobody refers to is kept",
  ]

  @Test(arguments: ["cmark-spec", "cmark-gfm-spec", "cmark-gfm-extensions"])
  func everyExampleIsConserved(file: String) throws {
    let data = try Data(contentsOf: SharedData.url("corpora/spec/json/\(file).json"))
    let examples = try JSONDecoder().decode([Example].self, from: data)
    #expect(examples.count >= 28)
    for example in examples {
      let name = "\(file) \(example.n)"
      var log = DiagnosticLog()
      let document = try MarkdownReader().read(
        Source(name: name, bytes: Array(example.markdown.utf8)), options: ReadingOptions(), log: &log)
      let expected = example.html.charactersOfHTML
      let found = document.visibleCharacters
      if Self.exceptions[name] == nil {
        #expect(found == expected, "\(name) \(example.section): \(example.markdown)")
      } else {
        #expect(found != expected, "\(name) needs no exception any more")
      }
    }
  }
}
