import Diagnostics
import DocumentModel
import Renderers
import TestSupport
import Testing

/// A document as a DAISY 2.02 book.
@Suite struct Daisy202RendererTests {
  private func files(_ document: Document) throws -> [String: String] {
    var log = DiagnosticLog()
    let rendition = try Daisy202Renderer().render(document, log: &log)
    return Dictionary(
      uniqueKeysWithValues: rendition.artifacts.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  @Test func theNavigationCountsWhatItHolds() throws {
    let navigation = try #require(try files(Daisy3RendererTests.report)["ncc.html"])
    let entries = navigation.matches(of: /<(h[1-6]|span)[^>]* id="/).count
    #expect(entries == 5)
    #expect(navigation.contains("name=\"ncc:tocItems\" content=\"\(entries)\""))
    #expect(navigation.contains(#"<h1 class="title" id="#))
    for (name, count) in [("pageNormal", 1), ("pageFront", 0), ("footnotes", 1), ("depth", 2)] {
      #expect(navigation.contains("name=\"ncc:\(name)\" content=\"\(count)\""), "\(name)")
    }
  }

  @Test func aNoteIsReadAfterItsMark() throws {
    let smil = try #require(try files(Daisy3RendererTests.report)["s0002.smil"])
    #expect(
      smil.firstMatch(of: /<seq>\s*<par[^>]*>\s*<text[^>]*>\s*<\/par>\s*<par[^>]*footnote-on/) != nil,
      "\(smil)")
    #expect(smil.matches(of: /footnote-on/).count == 1)
  }

  @Test func textLinksToItsStep() throws {
    let text = try #require(try files(Daisy3RendererTests.report)["content.html"])
    #expect(text.contains(#"<a href="s0002.smil#p-t"#), "\(text)")
    #expect(text.firstMatch(of: /<a [^>]*><a\s/) == nil)
  }

  @Test func everyInlineIsThere() throws {
    for (inline, expected) in SampleNodes.inlines {
      let files = try files(SampleNodes.document(.paragraph(Paragraph([SampleNodes.text("x "), inline]))))
      let found = BookText.words(of: Array((files["content.html"] ?? "").utf8))
      #expect(Set(expected).isSubset(of: found), "\(SampleNodes.kind(inline))")
    }
  }
}
