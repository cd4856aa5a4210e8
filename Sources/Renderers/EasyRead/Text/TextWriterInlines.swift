import DocumentModel
import Wording

extension TextWriter {
  /// Inlines as text; U+000A is a line end that is kept.
  mutating func text(of inlines: [Inline]) -> String {
    guard syntax == .markdown else { return inlines.map { self.text(of: $0) }.joined() }
    let inlines = MarkdownJoints.prepared(inlines)
    var text = ""
    for (index, inline) in inlines.enumerated() {
      MarkdownJoints.append(piece(inline, after: text, before: inlines[(index + 1)...]), to: &text)
    }
    return text
  }

  /// An inline in Markdown, between others.
  private mutating func piece(
    _ inline: Inline, after text: String, before following: ArraySlice<Inline>
  ) -> String {
    if let tag = inline.info.language?.tag, tag != language {
      return inLanguage(inline.info) { $0.text(of: inline) }
    }
    switch inline {
    case .link(var node):
      var inside = linkWords(node.inlines)
      guard !isInLink else { return inside }
      // A link around what has no words shows its address: readers drop one that shows nothing.
      if !inside.contains(where: { !$0.isWhitespace }), !node.target.hasPrefix("#") {
        node.inlines = [.text(Text(onOneLine(node.target)))]
        inside = linkWords(node.inlines)
      }
      return Self.isBare(node, after: text, before: following) ? inside : link(node, showing: inside)
    case .text(let node): return self.text(of: node, isFollowed: following.first?.beginsWithSpace == false)
    case .mathematics(let node): return mathematics(node, before: following.first)
    case .styled, .span, .crossReference, .noteReference, .abbreviation, .image, .code, .lineBreak,
      .pageBreak:
      return self.text(of: inline)
    }
  }

  private mutating func linkWords(_ inlines: [Inline]) -> String {
    let outer = isInLink
    isInLink = true
    defer { isInLink = outer }
    return text(of: inlines)
  }

  /// Words in a language of their own, between the tags that say so.
  mutating func inLanguage(_ info: NodeInfo, _ write: (inout TextWriter) -> String) -> String {
    guard syntax == .markdown, let tag = info.language?.tag, tag != language else { return write(&self) }
    let outer = language
    language = tag
    let inside = write(&self)
    language = outer
    return inside.contains { !$0.isWhitespace } ? "<span lang=\"\(tag)\">\(inside)</span>" : inside
  }

  private mutating func text(of inline: Inline) -> String {
    switch inline {
    case .text(let node): return text(of: node, isFollowed: false)
    case .styled(let node): return styled(node)
    case .span(let node): return text(of: node.inlines)
    case .link(let node): return link(node, showing: text(of: node.inlines))
    case .crossReference(let node):
      let inside = linkWords(node.inlines)
      guard syntax == .markdown, !isInLink, namedHeadings.contains(node.target) else { return inside }
      return Self.linked(inside, to: "#" + node.target)
    case .noteReference(let node):
      guard let mark = marks.mark(of: node.note) else { return "" }
      return syntax == .plain ? "[\(mark)]" : "[^\(noteNumber(node.note))]"
    case .abbreviation(let node):
      let short = text(of: node.inlines)
      guard let expansion = node.expansion.map(onOneLine), !expansion.isEmpty, expansion != short,
        expanded.insert(short).inserted
      else { return short }
      return "\(short) (\(escaped(expansion)))"
    case .image(let node): return picture(node)
    case .code(let node): return syntax == .plain ? node.text : code(node.text)
    case .mathematics(let node): return mathematics(node, before: nil)
    case .lineBreak: return "\n"
    case .pageBreak(let node):
      let number = onOneLine(node.number)
      return number.isEmpty ? "" : escaped(" [\(words.text(.printPage)) \(number)] ")
    }
  }

  /// - Parameter isFollowed: whether something stands close behind it.
  private func text(of node: Text, isFollowed: Bool) -> String {
    guard node.string.mayHaveLineEnds else { return escaped(node.string, isFollowed: isFollowed) }
    return escaped(
      node.string.split(whereSeparator: \.isNewline).joined(separator: " "), around: node.string,
      isFollowed: isFollowed)
  }

  /// A formula: between dollars in Markdown, unless readers would not know where it ends.
  private func mathematics(_ node: InlineMathematics, before next: Inline?) -> String {
    guard syntax == .markdown, let tex = node.mathematics.tex.map(onOneLine) else {
      return escaped(formula(node.mathematics))
    }
    let isOpen =
      tex.isEmpty || tex.contains("$") || next.map { [$0].plainText.first?.isNumber == true } == true
    return isOpen ? escaped(tex) : "$\(Self.closed(tex))$"
  }

  private mutating func styled(_ node: Styled) -> String {
    let outer = isBold
    // Easy read has no italics: what was to stand out is bold.
    if node.style == .strong || node.style == .emphasis { isBold = true }
    let inside = text(of: node.inlines)
    isBold = outer
    guard inside.contains(where: { !$0.isWhitespace }) else { return inside }
    switch node.style {
    case .quotation: return "“\(inside)”"
    case .strikethrough, .deleted:
      return syntax == .markdown
        ? Self.marked(inside, "~~")
        : "[\(words.text(.crossedOut)): \(inside)]"
    case .strong, .emphasis: return syntax == .markdown && !outer ? Self.marked(inside, "**") : inside
    case .superscript, .subscript:
      let sign = node.style == .superscript ? "^" : "_"
      let isFigure = inside.allSatisfy { $0.isNumber || $0 == "-" || $0 == "+" || $0 == "−" }
      return isFigure ? escaped(sign) + inside : inside
    case .underline, .smallCapitals, .highlight, .citation, .inserted, .keyboard, .sample, .variable,
      .definition, .small:
      return inside
    }
  }

  /// Text between marks, which stand next to its first and last letters.
  private static func marked(_ text: String, _ mark: String) -> String {
    let (start, inside, end) = parted(text)
    // Marks around punctuation alone, close behind a word, are none to readers of Markdown.
    guard mark == "~~" || inside.contains(where: { $0.isLetter || $0.isNumber }) else { return text }
    return start + mark + inside + mark + end
  }

  /// A text and the white space around it.
  private static func parted(_ text: String) -> (start: Substring, inside: Substring, end: Substring) {
    let start = text.prefix(while: \.isWhitespace)
    let rest = text[start.endIndex...]
    let end = rest.reversed().prefix(while: \.isWhitespace)
    return (start, rest[..<end.endIndex.base], rest[end.endIndex.base...])
  }

  /// A link in Markdown; white space within is around it.
  private static func linked(_ words: String, to address: String) -> String {
    var target = address.replacing("<", with: "%3C").replacing(">", with: "%3E")
    if target.contains(where: { "() ".contains($0) }) { target = "<\(target)>" }
    if target.contains(";") { target = target.replacing("&", with: "&amp;") }
    let (start, inside, end) = parted(words)
    return "\(start)[\(inside)](\(target.replacing("\\", with: "\\\\")))\(end)"
  }

  private func link(_ node: Link, showing inside: String) -> String {
    let address = onOneLine(node.target)
    guard !address.isEmpty else { return inside }
    switch syntax {
    case .markdown: return Self.linked(inside, to: address)
    case .plain:
      let plain = address.hasPrefix("mailto:") ? String(address.dropFirst(7)) : address
      let words = node.inlines.plainText
      if words.contains(plain) || address.hasPrefix("#") { return inside }
      return "\(inside) (\(plain))"
    }
  }

  private mutating func picture(_ node: Image) -> String {
    // What shows Markdown fetches pictures; one that was not found beside the report stands as its words.
    let place = pictureAddresses[node.source] ?? (node.isBesideDocument ? node.source : nil)
    if syntax == .markdown, let place {
      let alternative =
        switch node.alternative {
        case .missing, .decorative: ""
        case .text(let words, _): escaped(onOneLine(words))
        }
      let shown = place.contains(where: { "() <>".contains($0) }) ? "<\(place)>" : place
      return "![\(alternative)](\(shown))" + description(of: node)
    }
    switch node.alternative {
    case .decorative:
      decorations += 1
      return ""
    case .missing: return escaped("[\(words.text(.pictureWithoutDescription))]")
    case .text(let words, _):
      return escaped("[\(self.words.text(.picture)): \(onOneLine(words))]") + description(of: node)
    }
  }

  private mutating func description(of node: Image) -> String {
    let blocks = node.alternative.longDescription
    return blocks.isEmpty ? "" : "\n" + groups(for: blocks).flatMap(\.self).joined(separator: "\n")
  }

  func formula(_ formula: Mathematics) -> String {
    formula.alternative ?? formula.tex.map(onOneLine) ?? words.text(.formula)
  }

  /// TeX that does not end in a backslash, which would take the mark after it.
  private static func closed(_ tex: String) -> String {
    tex.reversed().prefix { $0 == "\\" }.count.isMultiple(of: 2) ? tex : tex + " {}"
  }

  /// The number of a note in Markdown: readers number notes in the order of their references.
  mutating func noteNumber(_ id: String) -> Int {
    if let number = noteNumbers[id] { return number }
    noteNumbers[id] = noteNumbers.count + 1
    return noteNumbers.count
  }

  private func code(_ text: String) -> String {
    var fence = "`"
    while text.contains(fence) { fence += "`" }
    let space = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return fence + space + text + space + fence
  }
}

extension String {
  /// Whether a byte of it may be of a line end: those beyond ASCII end in 0x85, 0xA8 or 0xA9.
  fileprivate var mayHaveLineEnds: Bool {
    utf8.contains { (0x0A...0x0D).contains($0) || $0 == 0x85 || $0 == 0xA8 || $0 == 0xA9 }
  }
}

extension Inline {
  /// Whether white space or the end of a line comes first in it; nothing comes first in what is empty.
  fileprivate var beginsWithSpace: Bool {
    switch self {
    case .lineBreak, .pageBreak: true
    default: [self].plainText.first?.isWhitespace ?? false
    }
  }
}
