import DocumentModel
import EasyRead
import XMLTree

/// The sentences of a review, part by part.
struct ReviewSentences {
  /// A sentence that needs a decision.
  struct Place {
    var id: String
    var words: String
  }

  /// The parts as sections.
  private(set) var sections: [XMLNode] = []
  /// What needs a decision, in order.
  private(set) var decisions: [Place] = []
  /// The names of all suggestions.
  private(set) var offered: [String] = []

  private let language: String
  private var number = 0
  private var names: Set<String> = []

  init(_ result: EasyReadResult, language: String) {
    self.language = language
    sections = [.html("h2", ["id": "sentences"], "Sentences")]
    var items: [XMLNode] = []
    for block in result.blocks {
      if block.kind == .heading, !items.isEmpty {
        sections.append(Self.list(items))
        items = []
      }
      if block.kind == .heading {
        sections.append(foreign("h3", [], block.source.plainText))
        let isPlain = block.sentences.allSatisfy { $0.edits.isEmpty && $0.findings.isEmpty && !$0.isChanged }
        if isPlain { continue }
      }
      if let reason = block.keptBecause, block.sentences.isEmpty {
        items.append(kept(block, because: reason))
        continue
      }
      for sentence in block.sentences { items.append(item(sentence, of: block)) }
    }
    if !items.isEmpty { sections.append(Self.list(items)) }
    if number == 0 { sections.append(.html("p", "The report has no sentences.")) }
  }

  private static func list(_ items: [XMLNode]) -> XMLNode {
    .element(XMLElement("ul", [XMLAttribute("class", "sentences")], items))
  }

  private func foreign(_ name: String, _ attributes: [XMLAttribute], _ text: String) -> XMLNode {
    let isEnglish = language == "en" || language.hasPrefix("en-")
    let own = isEnglish ? [] : [XMLAttribute("lang", language)]
    return .element(XMLElement(name, attributes + own, text: text))
  }

  private func kept(_ block: SimplifiedBlock, because reason: String) -> XMLNode {
    let words = block.source.plainText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let text = "Kept as it is: \(reason)" + (words.isEmpty ? "" : ", “\(words.prefix(120))”")
    let line = block.range.map { ", line \($0.start.line) of the report" } ?? ""
    return .html("li", ["class": "kept"], text + line + ".")
  }

  // MARK: - A sentence

  private mutating func item(_ sentence: SimplifiedSentence, of block: SimplifiedBlock) -> XMLNode {
    number += 1
    // The same sentence may stand in a report twice.
    var id = "s-" + sentence.id
    if !names.insert(id).inserted {
      id += "-\(number)"
      names.insert(id)
    }
    let pair = XMLElement(
      "div", [XMLAttribute("class", "pair")],
      [
        .element(
          XMLElement(
            "div", [],
            [
              .html("p", ["class": "label"], "\(number). In the report\(place(sentence))"),
              foreign("p", [], sentence.plainSource),
            ])),
        .element(XMLElement("div", [], [.html("p", ["class": "label"], "In easy read")] + lines(sentence))),
      ])
    var nodes: [XMLNode] = [.element(pair)]
    let edits = sentence.edits.map(change)
    let findings = sentence.findings.map { finding in
      XMLNode.element(
        XMLElement(
          "li", [],
          [
            .html("strong", "To check: \(finding.rule.title)."),
            .text(" \(finding.message) (rule \(finding.rule.rawValue))"),
          ]))
    }
    if !edits.isEmpty || !findings.isEmpty {
      nodes.append(.element(XMLElement("ul", [XMLAttribute("class", "changes")], edits + findings)))
    }
    let suggestions = sentence.edits.filter { if case .suggested = $0.state { true } else { false } }.map(
      \.id)
    offered += suggestions
    var own: [XMLNode] = []
    if !suggestions.isEmpty {
      own.append(.html("p", suggestions.count == 1 ? "To accept the suggestion:" : "To accept suggestions:"))
      own.append(EasyReadReview.lines(AuthorLines.accept(suggestions)))
    }
    own.append(.html("p", "To write the sentence yourself, a line each:"))
    own.append(EasyReadReview.lines(AuthorLines.wording(sentence)))
    own.append(.html("p", "To put a picture beside it:"))
    own.append(EasyReadReview.lines(AuthorLines.picture(sentence)))
    let summary = XMLNode.html("summary", "Lines for the author’s file, sentence \(number)")
    nodes.append(.element(XMLElement("details", [], [summary] + own)))
    if sentence.needsDecision {
      decisions.append(
        Place(id: id, words: "Sentence \(number): \(sentence.reasons.joined(separator: "; "))"))
    }
    return .element(XMLElement("li", [XMLAttribute("id", id)], nodes))
  }

  private func place(_ sentence: SimplifiedSentence) -> String {
    sentence.range.map { ", line \($0.start.line)" } ?? ""
  }

  private func lines(_ sentence: SimplifiedSentence) -> [XMLNode] {
    guard !sentence.lines.isEmpty else { return [.html("p", "Left out, as your file says.")] }
    var nodes: [XMLNode] = []
    var points: [XMLNode] = []
    func flush() {
      if !points.isEmpty { nodes.append(.element(XMLElement("ul", [], points))) }
      points = []
    }
    for line in sentence.lines {
      switch line.kind {
      case .bullet: points.append(foreign("li", [], line.plainText))
      case .sentence:
        flush()
        nodes.append(foreign("p", [], line.plainText))
      case .explanation:
        flush()
        nodes.append(foreign("p", [XMLAttribute("class", "explanation")], line.plainText))
      }
    }
    flush()
    return nodes
  }

  private func change(_ edit: Edit) -> XMLNode {
    let state: String
    switch edit.state {
    case .applied: state = "Changed"
    case .accepted: state = "Changed, as you accepted"
    case .suggested: state = "Suggested"
    case .undone: state = "Not changed"
    }
    var nodes: [XMLNode] = [
      .html("strong", "\(state): \(edit.rule.title)."), .text(" "),
      .element(XMLElement("del", [], text: edit.before)),
      .text(" became "), .element(XMLElement("ins", [], text: edit.after.replacing("\n", with: " / "))),
      .text("."),
    ]
    if case .suggested = edit.state { nodes[3] = .text(" would become ") }
    if case .undone(let reason) = edit.state {
      nodes[3] = .text(" was to become ")
      nodes.append(.text(" It was taken back: \(reason)."))
    }
    if !edit.evidence.isEmpty { nodes.append(.text(" Why: \(edit.evidence).")) }
    nodes.append(.text(" (rule \(edit.rule.rawValue), class \(edit.editClass.rawValue), \(edit.id))"))
    return .element(XMLElement("li", [], nodes))
  }
}

extension SimplifiedSentence {
  /// Whether the draft has other words.
  fileprivate var isChanged: Bool { lines.count != 1 || lines[0].text != source }

  fileprivate var needsDecision: Bool { !reasons.isEmpty }

  /// Why the author has to look at it.
  fileprivate var reasons: [String] {
    var reasons: [String] = []
    let offered = edits.filter { if case .suggested = $0.state { true } else { false } }.count
    if offered > 0 { reasons.append(offered == 1 ? "1 suggestion" : "\(offered) suggestions") }
    let undone = edits.filter { if case .undone = $0.state { true } else { false } }.count
    if undone > 0 { reasons.append(undone == 1 ? "1 change taken back" : "\(undone) changes taken back") }
    if !findings.isEmpty {
      reasons.append(findings.count == 1 ? "1 thing to check" : "\(findings.count) things to check")
    }
    return reasons
  }
}
