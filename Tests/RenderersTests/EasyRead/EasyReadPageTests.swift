import Diagnostics
import DocumentModel
import EasyRead
import Foundation
import TestSupport
import Testing

@testable import Renderers

/// Easy read as a page of HTML and for Word.
@Suite("Easy read as pages") struct EasyReadPageTests {
  private static func paragraph(_ text: String) -> Block { .paragraph(Paragraph([.text(Text(text))])) }

  private static var document: Document {
    let picture = Block.figure(
      Figure([.paragraph(Paragraph([.image(Image("p.png", alternative: .text("A cat")))]))]))
    var document = Document(
      blocks: [
        .heading(Heading(level: 1, [.text(Text("Title"))])),
        .division(Division([picture, paragraph("One."), paragraph("Two.")], role: Division.idea)),
        .division(Division([paragraph("Three.")], role: Division.idea, info: NodeInfo(id: "part-1"))),
        .aside(Aside(.details, title: [.text(Text("The words of the report"))], [paragraph("Originally.")])),
      ],
      resources: [
        Resource(
          name: "p.png", mediaType: "image/png", fileExtension: "png", bytes: [1, 2],
          size: PixelSize(width: 4, height: 4))
      ])
    document.metadata.language = Language("en-GB")
    return document
  }

  private static func rendition(_ type: EasyReadOutputOptions.FileType) throws -> Rendition {
    var log = DiagnosticLog(source: "t.md")
    return try EasyReadRenderer(options: EasyReadOutputOptions(fileType: type)).render(document, log: &log)
  }

  @Test("Each idea is a row with its picture before its words")
  func rows() throws {
    let text = String(decoding: try Self.rendition(.html).artifacts[0].bytes, as: UTF8.self)
    let markup = PageMarkup(Array(text.utf8))
    #expect(markup.tags.filter { $0.attributes["class"] == "idea" }.count == 2)
    #expect(markup.tags.filter { $0.attributes["class"] == "words" }.count == 2)
    #expect(markup.tags.first { $0.name == "main" }?.attributes["class"] == "has-pictures")
    let picture = try #require(text.range(of: "alt=\"A cat\"")).lowerBound
    let words = try #require(text.range(of: "One.")).lowerBound
    #expect(picture < words)
    #expect(text.contains("font-size: 133.3333%"))
    #expect(markup.tags.contains { $0.attributes["id"] == "part-1" })
  }

  @Test("The words of the report are folded away")
  func folded() throws {
    let markup = PageMarkup(try Self.rendition(.html).artifacts[0].bytes)
    let details = markup.tags.filter {
      $0.name == "details" && $0.attributes["class"]?.contains("details") == true
    }
    #expect(details.count == 1)
    #expect(details[0].attributes["open"] == nil)
  }

  @Test("Word has all the words and the picture's description")
  func word() throws {
    let body = try #require(try Self.rendition(.docx).artifacts.first { $0.path == "word/document.xml" })
    let text = String(decoding: body.bytes, as: UTF8.self)
    for word in ["Title", "One.", "Two.", "Three.", "A cat", "Easy read"] {
      #expect(text.contains(word), "\(word)")
    }
  }

  @Test("The same document gives the same bytes", arguments: EasyReadOutputOptions.FileType.allCases)
  func same(type: EasyReadOutputOptions.FileType) throws {
    #expect(try Self.rendition(type) == (try Self.rendition(type)))
  }
}

/// The page on which an author checks easy read.
@Suite("Review of easy read") struct EasyReadReviewTests {
  /// A result with an edit of each state and a finding.
  private static var result: EasyReadResult {
    func edit(_ id: String, _ rule: RuleID, _ state: Edit.State, _ before: String, _ after: String) -> Edit {
      Edit(
        id: id, rule: rule, editClass: .c, range: 0..<1, before: before, after: after, evidence: "why \(id)",
        state: state)
    }
    let sentence = SimplifiedSentence(
      source: "The \"old\" words <stay>.", id: "0a1b2c3d", range: nil,
      lines: [
        .init(text: "New words.", inlines: [.text(Text("New words."))]),
        .init(text: "A point.", inlines: [.text(Text("A point."))], kind: .bullet),
        .init(text: "A word is this.", inlines: [.text(Text("A word is this."))], kind: .explanation),
      ],
      edits: [
        edit("0a1b2c3d.plain-word", .plainWord, .applied, "before-one", "after-one"),
        edit("0a1b2c3d.brackets", .brackets, .suggested, "before-two", "after-two"),
        edit("0a1b2c3d.passive", .passive, .accepted, "before-three", "after-three"),
        edit("0a1b2c3d.colon", .colon, .undone(reason: "a name was lost"), "before-four", "after-four"),
      ],
      findings: [Finding(rule: .negation, range: 0..<1, message: "not is a negator")])
    let other = SimplifiedSentence(
      source: "Same.", id: "11111111", range: nil,
      lines: [.init(text: "Same.", inlines: [.text(Text("Same."))])])
    let heading = SimplifiedSentence(
      source: "Heading", id: "22222222", range: nil,
      lines: [.init(text: "Heading", inlines: [.text(Text("Heading"))])])
    var scores = Scores()
    scores.before.sentences = 2
    scores.before.words = 10
    scores.before.syllables = 15
    scores.before.within15 = 1
    return EasyReadResult(
      document: Document(),
      blocks: [
        SimplifiedBlock(
          kind: .heading, anchor: "h", headings: ["Heading"], range: nil, source: [.text(Text("Heading"))],
          sentences: [heading]),
        SimplifiedBlock(
          kind: .paragraph, anchor: "p", headings: ["Heading"], range: nil, source: [],
          sentences: [sentence, other, other]),
        SimplifiedBlock(
          kind: .paragraph, anchor: nil, headings: [], range: nil, source: [.text(Text("Cells"))],
          sentences: [],
          keptBecause: "a table"),
      ],
      glossary: [ExplainedWord(term: "ward", explanation: "A ward is a part of a town.", origin: .glossary)],
      unexplained: [
        UnexplainedWord(word: "abstruse", count: 2, range: nil),
        UnexplainedWord(word: "panel", count: 1, range: nil, proposal: "A panel is a group."),
      ], diagnostics: [], scores: scores)
  }

  private static func page(stale: [Diagnostic] = []) -> (text: String, markup: PageMarkup) {
    let review = EasyReadReview(
      result, ideas: [EasyReadEdition.Idea(id: "p", text: "An idea.", range: nil, picture: nil)],
      stale: stale,
      source: "report.md", authorFile: "report.easy-read.yml")
    let bytes = review.rendition().artifacts[0].bytes
    return (String(decoding: bytes, as: UTF8.self), PageMarkup(bytes))
  }

  @Test("Every edit is there with its words, its rule, its reason and its name")
  func edits() {
    let text = Self.page().text
    for edit in Self.result.blocks.flatMap(\.sentences).flatMap(\.edits) {
      for words in [edit.before, edit.after, edit.evidence, edit.id, edit.rule.title] {
        #expect(text.contains(words), "\(words)")
      }
    }
    #expect(text.contains("a name was lost"))
    #expect(text.contains("not is a negator"))
  }

  @Test("Report and easy read stand beside each other, also where nothing changed")
  func sentences() {
    let text = Self.page().text
    for words in ["The \"old\" words &lt;stay&gt;.", "New words.", "A point.", "A word is this."] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(text.components(separatedBy: "<p>Same.</p>").count == 5)
    #expect(text.contains("Kept as it is: a table"))
  }

  @Test("The lines for the author file are there, and are YAML an author file may hold")
  func lines() {
    let text = Self.page().text
    #expect(text.contains("accept:\n  - 0a1b2c3d.brackets<"))
    #expect(text.contains("  - original: \"The \\\"old\\\" words &lt;stay&gt;.\""))
    #expect(text.contains("define:\n  \"abstruse\": \"\""))
    #expect(text.contains("define:\n  \"panel\": \"A panel is a group.\"<"))
    #expect(text.contains("accept: all"))
  }

  @Test("It is English throughout, has one first heading, no level passed over, and names once each")
  func structure() {
    let markup = Self.page().markup
    let levels = markup.tags.compactMap { tag in
      tag.name.count == 2 && tag.name.hasPrefix("h") ? Int(tag.name.dropFirst()) : nil
    }
    #expect(levels.first == 1 && levels.filter { $0 == 1 }.count == 1)
    for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
    let ids = markup.tags.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for tag in markup.tags {
      if tag.name == "link" {
        #expect(tag.attributes["href"]?.hasPrefix("data:text/css") == true)
      } else if let href = tag.attributes["href"] {
        #expect(ids.contains(String(href.dropFirst())), "\(href)")
      }
      if tag.name == "th" { #expect(tag.attributes["scope"] != nil) }
      #expect(tag.name != "script")
    }
    #expect(markup.tags.first { $0.name == "html" }?.attributes["lang"] == "en")
  }

  @Test("Decisions that do not fit any more come first")
  func stale() throws {
    let text = Self.page(stale: [Diagnostic("EZA-010", .error, "gone words", hint: "now words")]).text
    let place = try #require(text.range(of: "gone words: now words")).lowerBound
    let sentences = try #require(text.range(of: "id=\"sentences\"")).lowerBound
    #expect(place < sentences)
  }

  @Test("It is a draft, and it says so; scores are there; the same result gives the same bytes")
  func statement() {
    let text = Self.page().text
    #expect(text.contains("a draft"))
    #expect(text.contains("Flesch-Kincaid"))
    #expect(text.contains("50 %"))
    #expect(text == Self.page().text)
  }
}
