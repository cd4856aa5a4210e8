import Diagnostics

/// What the converter knows of the document's footnotes.
struct Footnotes {
  /// The labels in the order of their definitions.
  let labels: [String]
  /// The identifiers of the notes, in the same order.
  let identifiers: [String]
  /// Whether an earlier definition has the label already.
  let isRepeated: [Bool]
  private let firstByLabel: [String: Int]
  /// The number a reference shows, by the definition it leads to: GitHub numbers notes in the order
  /// in which they are first referred to.
  private(set) var numbers: [Int: Int] = [:]
  var ranges: [Int: SourceRange] = [:]

  init(labels: [String]) {
    self.labels = labels
    var first: [String: Int] = [:]
    var used: Set<String> = []
    var identifiers: [String] = []
    var isRepeated: [Bool] = []
    for (index, label) in labels.enumerated() {
      let key = SyntaxState.normalised(label)
      isRepeated.append(first[key] != nil)
      if first[key] == nil { first[key] = index }
      // The identifier goes into an address, so it holds nothing an address writes otherwise.
      let isPlain = label.utf8.allSatisfy { ASCII.isAlphanumeric($0) || $0 == 0x2D || $0 == 0x5F }
      var identifier = isPlain ? "fn-\(label)" : "fn-\(index + 1)"
      var attempt = 2
      while !used.insert(identifier).inserted {
        identifier = "fn-\(isPlain ? label : String(index + 1))-\(attempt)"
        attempt += 1
      }
      identifiers.append(identifier)
    }
    firstByLabel = first
    self.identifiers = identifiers
    self.isRepeated = isRepeated
  }

  func isDefined(_ label: String) -> Bool { definition(of: label) != nil }

  /// The definition a label leads to.
  func definition(of label: String) -> Int? { firstByLabel[SyntaxState.normalised(label)] }

  /// The definition a label leads to, and the number its reference shows.
  mutating func refer(to label: String) -> (definition: Int, number: Int)? {
    guard let definition = definition(of: label) else { return nil }
    let number = numbers[definition] ?? numbers.count + 1
    numbers[definition] = number
    return (definition, number)
  }
}

extension MarkdownConverter {
  /// Opens a footnote's text, where the author put it: what it inherits from there (a language, a
  /// format it is only for) stays true of it.
  mutating func enterFootnote(_ node: MarkdownNode) {
    let number = FootnoteSyntax.number(ofDefinition: node.pointer)
    guard footnotes.identifiers.indices.contains(number) else {
      openBlock("div", node)
      return
    }
    let attributes: [MarkupTree.Attribute] = [
      .init(name: "role", value: "doc-footnote"),
      .init(name: "id", value: footnotes.identifiers[number]),
    ]
    if let map = notesInText[number] {
      let start = map.source(0)
      push(
        MarkupTree.Element(name: "div", attributes: attributes), for: node, start: start, end: start)
      return
    }
    openBlock("div", node, attributes)
    let line = text.line(node.startLine)
    let start = lines(of: node).lowerBound
    footnotes.ranges[number] = text.range(start..<text.trimmedEnd(of: line))
  }

  mutating func addFootnoteReference(_ node: MarkdownNode) {
    let content = ownPlace(of: node)
    let caret = positions?.source(content) ?? 0..<0
    let label = node.literal
    guard !isLinkText(node) else {
      add(.text("^" + label), at: caret)
      return
    }
    let place = max(0, caret.lowerBound - 1)..<min(text.bytes.count, caret.upperBound + 1)
    guard let target = footnotes.refer(to: label) else {
      log.report(.footnoteMissing(label, at: text.range(place)))
      add(.text("^" + label), at: caret)
      return
    }
    // The brackets around it are text to cmark; they are part of the reference to us.
    bracketFollows = true
    addReference(to: target, at: place)
  }

  private mutating func addReference(to target: (definition: Int, number: Int), at place: Range<Int>) {
    let element = MarkupTree.Element(
      name: "a",
      attributes: [
        .init(name: "role", value: "doc-noteref"),
        .init(name: "href", value: "#" + footnotes.identifiers[target.definition]),
      ])
    let id = add(.element(element), at: place)
    tree.append(.text(String(target.number)), to: id, range: text.range(place))
  }

  /// Adds a reference to the note that stands there.
  mutating func addNoteInText(_ node: MarkdownNode) {
    let place = positions?.source(placeOfNote(node)) ?? 0..<0
    guard let target = footnotes.refer(to: node.literal) else { return }
    addReference(to: target, at: place)
  }

  /// Where a note in the text stands in its block; takes note of where its words do.
  mutating func placeOfNote(_ node: MarkdownNode) -> Range<Int> {
    let place = ownPlace(of: node)
    if let number = footnotes.definition(of: node.literal), let words = state.notesInText[number] {
      notesInText[number] = positions?.map.part(words)
    }
    return place
  }

  /// Where the words of a definition stand whose note stands in the text; nil for other blocks.
  func mapOfNote(_ node: MarkdownNode?) -> ContentMap? {
    guard let node, case .footnoteDefinition = node.kind else { return nil }
    return notesInText[FootnoteSyntax.number(ofDefinition: node.pointer)]
  }

  /// Whether the brackets around a node are part of it: it refers to a footnote there is.
  func isReference(_ node: MarkdownNode) -> Bool {
    guard case .footnoteReference = node.kind else { return false }
    return !isLinkText(node) && footnotes.isDefined(node.literal)
  }

  /// Whether the brackets around what looks like a reference made a link: `[^1](address)`.
  func isLinkText(_ node: MarkdownNode) -> Bool {
    guard node.previous == nil else { return false }
    switch node.parent?.kind {
    case .link, .image: return true
    default: return false
    }
  }

  /// Says which definitions no reference can lead to. One that merely has none is the builder's to say.
  mutating func reportFootnotes() {
    for (index, label) in footnotes.labels.enumerated() where footnotes.isRepeated[index] {
      log.report(.footnoteRepeated(label, at: footnotes.ranges[index]))
    }
  }
}

extension Diagnostic {
  fileprivate static func footnoteMissing(_ label: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "MD-014", .warning,
      "[^\(label)] refers to a footnote that is not there, and is kept as text",
      hint: "Add the footnote on a line of its own: [^label]: text. Or write \\[ for a bracket that is text.",
      at: range)
  }

  fileprivate static func footnoteRepeated(_ label: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "MD-001", .warning,
      "the footnote \(quoted(label)) is defined again; references lead to the first, and this text is kept where it stands",
      hint: "give each footnote a label of its own", at: range)
  }
}
