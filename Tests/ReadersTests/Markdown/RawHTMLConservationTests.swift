import Diagnostics
import DocumentModel
import Readers
import Testing

/// The law of joining raw HTML with Markdown: whatever tags stand around them, all words of the
/// Markdown are in the document once and in their order.
@Suite struct RawHTMLConservationTests {
  /// A generator whose numbers are the same on every run.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  /// None of these closes a comment, an instruction or a script: what stands in one of those is no
  /// Markdown.
  private static let tags = [
    "<div>", "</div>", "<b>", "</b>", "<p>", "</p>", "<span lang=cy>", "</span>", "<table>", "</table>",
    "<tr>", "</tr>", "<td>", "</td>", "<th>", "<caption>", "<tbody>", "<ul>", "<li>", "</li>", "</ul>",
    "<dl><dt>", "<dd>", "</dl>", "<select>", "<option>", "</select>", "<script>", "<style>",
    "<title>", "<textarea>", "<!--", "<a href=x>", "</a>", "<h2>", "</h2>", "<svg>", "</svg>",
    "<math>", "</math>", "<mtext>", "<br>", "<details><summary>", "</summary>", "</details>", "<form>",
    "<button>", "</button>", "<object>", "</object>", "<frameset>", "<col>", "<i>", "</i>", "<pre>",
    "</pre>", "<dir>", "</dir>", "<acronym>", "</acronym>", "<body>", "</body>", "</html>", "<ruby><rt>",
    "<plaintext>", "<iframe>", "<marquee>", "<nobr>", "<input>", "<hr>", "<image>", "<?x",
    "<![CDATA[", "]]>", "<figure>", "<figcaption>", "<blockquote>", "</blockquote>", "<center>",
  ]

  private static let marks = ["\n\n", "\n", " ", "\n\n- ", "\n\n> ", "\n\n# ", "\n\n1. ", " *", "* ", "\n  "]

  @Test(arguments: 0..<400)
  func wordsAreConserved(seed: Int) throws {
    var numbers = Numbers(state: UInt64(seed) &* 7_919 &+ 13)
    var source = "begin"
    var words: [String] = []
    for index in 0..<Int.random(in: 4...24, using: &numbers) {
      if Bool.random(using: &numbers) { source += Self.tags.randomElement(using: &numbers) ?? "" }
      source += Self.marks.randomElement(using: &numbers) ?? ""
      words.append("w\(index)q")
      source += "w\(index)q"
    }
    var log = DiagnosticLog()
    let document = try MarkdownReader().read(
      Source(name: "random", bytes: Array(source.utf8)), options: ReadingOptions(), log: &log)
    let found = document.visibleCharacters.matches(of: /w\d+q/).map { String($0.output) }
    #expect(found == words, "\(source)")
  }
}
