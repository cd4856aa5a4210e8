public import Diagnostics
import DocumentModel
public import EasyRead
import XMLTree

/// A page on which an author checks easy read: each sentence of the report beside its easy read, what
/// was changed by which rule and why, what is offered, what needs a decision, and the lines that say it
/// in the author's file.
///
/// It needs nothing besides itself and no scripts.
public struct EasyReadReview: Sendable {
  let result: EasyReadResult
  let ideas: [EasyReadEdition.Idea]
  let stale: [Diagnostic]
  let source: String
  let authorFile: String
  /// The pictures of ideas by the sentences' words.
  let hasPictures: Bool

  /// Makes a page.
  ///
  /// - Parameters:
  ///   - result: easy read with all that was done.
  ///   - ideas: the ideas of the edition, with their pictures.
  ///   - stale: what the author's file says of things that are not in the report any more.
  ///   - source: the name of the report.
  ///   - authorFile: the name of the author's file, as it is or is to be.
  public init(
    _ result: EasyReadResult, ideas: [EasyReadEdition.Idea], stale: [Diagnostic], source: String,
    authorFile: String
  ) {
    self.result = result
    self.ideas = ideas
    self.stale = stale.filter { $0.severity > .note }
    self.source = source
    self.authorFile = authorFile
    hasPictures = ideas.contains { $0.picture != nil }
  }

  /// The page.
  public func rendition() -> Rendition {
    let bytes = HTMLSerializer.document(tree)
    let counts = ReviewCounts(result)
    return Rendition(
      artifacts: [
        Artifact(path: "report.easy-read-review.html", mediaType: "text/html; charset=utf-8", bytes: bytes)
      ], containment: .file,
      summary: "a review of the easy read draft, changes: \(counts.made), suggestions: \(counts.offered)")
  }

  // MARK: - The page

  var tree: XMLElement {
    let language = result.document.metadata.language?.tag ?? "en"
    let sentences = ReviewSentences(result, language: language)
    var main: [XMLNode] = [.html("h1", "Review of easy read: \(title)")]
    main += introduction
    main += scores
    main += decisions(sentences)
    main += sentences.sections
    main += words
    main += slots
    let body: [XMLNode] = [
      .html("a", ["class": "skip", "href": "#sentences"], "Skip to the sentences"),
      .element(XMLElement("main", [], main)),
    ]
    let head = XMLElement(
      "head", [],
      [
        .html("meta", ["charset": "utf-8"]), .html("title", "Review of easy read: \(title)"),
        .html("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        .html("style", ReviewStyle.sheet.text),
        LargePrintPage.link(to: ReviewStyle.pages, media: "print"),
      ])
    return XMLElement(
      "html", [XMLAttribute("lang", "en")], [.element(head), .element(XMLElement("body", [], body))])
  }

  private var title: String {
    let name = result.document.metadata.title ?? result.blocks.first { $0.kind == .heading }?.source.plainText
    return (name ?? source).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private var introduction: [XMLNode] {
    [
      .html("p", "Made from \(source). Your decisions belong in \(authorFile)."),
      .html(
        "p",
        """
        Easy read that a program makes is a draft. It follows rules about form. Whether people \
        understand it, only people can say: have it read by people who need easy read before anyone \
        uses it.
        """),
    ]
  }

  // MARK: - Scores

  private var scores: [XMLNode] {
    let (before, after) = (result.scores.before, result.scores.after)
    let counts = ReviewCounts(result)
    func row(_ name: String, _ one: String, _ other: String) -> XMLNode {
      .element(
        XMLElement(
          "tr", [], [.html("th", ["scope": "row"], name), .html("td", one), .html("td", other)]))
    }
    let head = XMLNode.element(
      XMLElement(
        "tr", [],
        ["Measure", "Report", "Easy read"].map { .html("th", ["scope": "col"], $0) }))
    let rows = [
      row("Sentences", "\(before.sentences)", "\(after.sentences)"),
      row("Words", "\(before.words)", "\(after.words)"),
      row("Words in a sentence", before.average, after.average),
      row("Sentences of 15 words or fewer", before.share(\.within15), after.share(\.within15)),
      row("Sentences of 12 words or fewer", before.share(\.within12), after.share(\.within12)),
      row("Flesch-Kincaid grade", before.gradeInWords, after.gradeInWords),
    ]
    return [
      .html("h2", ["id": "scores"], "Scores"),
      .element(
        XMLElement(
          "table", [],
          [
            .html("caption", "The report and its easy read. Explanations of words are counted."),
            .element(XMLElement("thead", [], [head])), .element(XMLElement("tbody", [], rows)),
          ])),
      .html(
        "p",
        """
        Changes made: \(counts.made). Suggestions: \(counts.offered). Changes tried and taken back: \
        \(counts.undone). Hard words without an explanation: \(result.unexplained.count). Grades say how \
        long sentences and words are, not whether they are understood.
        """),
    ]
  }

  // MARK: - Decisions

  private func decisions(_ sentences: ReviewSentences) -> [XMLNode] {
    var items: [XMLNode] = []
    func item(_ text: String, to link: String) {
      items.append(.element(XMLElement("li", [], [.html("a", ["href": "#" + link], text)])))
    }
    for place in sentences.decisions.prefix(Self.mostLinks) { item(place.words, to: place.id) }
    if !result.unexplained.isEmpty {
      item("Explain hard words: \(result.unexplained.count)", to: "words")
    }
    let empty = ideas.filter { $0.picture == nil }.count
    if empty > 0 { item("Find pictures for ideas: \(empty)", to: "pictures") }
    var nodes: [XMLNode] = [.html("h2", ["id": "decisions"], "What to decide")]
    if !stale.isEmpty {
      nodes.append(.html("h3", "Decisions that do not fit the report any more"))
      nodes.append(
        .element(
          XMLElement(
            "ul", [],
            stale.map { problem in
              let line = problem.range.map { " (\(problem.source ?? source), line \($0.start.line))" } ?? ""
              return .html("li", problem.message + line + (problem.hint.map { ": " + $0 } ?? ""))
            })))
    }
    guard !items.isEmpty else { return nodes + [.html("p", "Nothing: read the sentences.")] }
    nodes.append(.element(XMLElement("ul", [XMLAttribute("class", "decisions")], items)))
    let rest = sentences.decisions.count - Self.mostLinks
    if rest > 0 { nodes.append(.html("p", "And \(rest) more sentences below.")) }
    if !sentences.offered.isEmpty {
      nodes += [
        .html("p", "To accept every suggestion that holds, put this line in \(authorFile):"),
        Self.lines("accept: all"),
      ]
    }
    return nodes
  }

  /// The most sentences the list of decisions names.
  private static let mostLinks = 200

  /// Lines to be copied.
  static func lines(_ text: String) -> XMLNode {
    .element(
      XMLElement(
        "pre", [XMLAttribute("tabindex", "0")], [.element(XMLElement("code", [], text: text))]))
  }

  // MARK: - Words and pictures

  private var words: [XMLNode] {
    var nodes: [XMLNode] = [.html("h2", ["id": "words"], "Words")]
    nodes += Self.section(
      "Hard words without an explanation", result.unexplained.filter { $0.proposal == nil },
      "Say what they mean, replace them, or keep them as they are:")
    nodes += Self.section(
      "Words with more than one meaning", result.unexplained.filter { $0.proposal != nil },
      """
      The glossary of the program explains one meaning of each. Where that is meant, these lines say it. \
      Where another is meant, write your own, or keep the word as it is:
      """)
    guard !result.glossary.isEmpty else {
      return nodes.count > 1 ? nodes : nodes + [.html("p", "No word is explained.")]
    }
    nodes.append(.html("h3", "Words explained"))
    var entries: [XMLNode] = []
    for word in result.glossary {
      entries.append(.html("dt", word.term))
      let origin =
        switch word.origin {
        case .author: "your explanation"
        case .document: "as the report says"
        case .glossary: "from the glossary of the program: check that it fits here"
        }
      entries.append(
        .element(
          XMLElement(
            "dd", [], [.text(word.explanation + " "), .html("span", ["class": "origin"], "(\(origin))")])))
    }
    nodes.append(.element(XMLElement("dl", [], entries)))
    return nodes
  }

  /// A list of words to decide about, with the lines that do.
  private static func section(_ heading: String, _ words: [UnexplainedWord], _ advice: String) -> [XMLNode] {
    guard !words.isEmpty else { return [] }
    let items = words.map { word -> XMLNode in
      let line = word.range.map { ", first on line \($0.start.line)" } ?? ""
      let times = word.count == 1 ? "once" : "\(word.count) times"
      return .html("li", "\(word.word): \(times)\(line)")
    }
    return [
      .html("h3", heading), .element(XMLElement("ul", [], items)), .html("p", advice),
      lines(AuthorLines.define(words)),
    ]
  }

  private var slots: [XMLNode] {
    var nodes: [XMLNode] = [.html("h2", ["id": "pictures"], "Pictures")]
    let shown = ideas.filter { $0.picture?.isEmpty == false }
    let empty = ideas.filter { $0.picture == nil }
    func list(_ ideas: [EasyReadEdition.Idea], _ text: (EasyReadEdition.Idea) -> String) -> XMLNode {
      .element(XMLElement("ul", [], ideas.map { .html("li", text($0)) }))
    }
    if !shown.isEmpty {
      nodes.append(.html("h3", "Ideas with a picture: does it show the idea?"))
      nodes.append(list(shown) { "\($0.picture ?? ""): \($0.text)" })
    }
    if !empty.isEmpty {
      nodes.append(.html("h3", "Ideas without a picture"))
      nodes.append(list(empty) { $0.text })
      nodes.append(.html("p", "A picture for a sentence or a heading, in \(authorFile):"))
      nodes.append(
        Self.lines(
          "pictures:\n  - sentence: \"The words of the sentence in the report.\"\n    file: \"images/…\"\n"
            + "  - heading: \"The words of a heading\"\n    file: \"images/…\""))
    }
    if nodes.count == 1 { nodes.append(.html("p", "There are no ideas to show.")) }
    return nodes
  }
}

/// How many edits there are of each state.
struct ReviewCounts {
  var made = 0
  var offered = 0
  var undone = 0

  init(_ result: EasyReadResult) {
    for edit in result.blocks.flatMap(\.sentences).flatMap(\.edits) {
      switch edit.state {
      case .applied, .accepted: made += 1
      case .suggested: offered += 1
      case .undone: undone += 1
      }
    }
  }
}

extension Scores.Counts {
  /// Words in a sentence on average, to one place.
  fileprivate var average: String {
    sentences == 0 ? "–" : Self.oneplace(Double(words) / Double(sentences))
  }

  /// A share of the sentences, in whole per cent, rounded down so that 100 means all.
  fileprivate func share(_ path: KeyPath<Scores.Counts, Int>) -> String {
    sentences == 0 ? "–" : "\(self[keyPath: path] * 100 / sentences) %"
  }

  fileprivate var gradeInWords: String { grade.map(Self.oneplace) ?? "–" }

  private static func oneplace(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
