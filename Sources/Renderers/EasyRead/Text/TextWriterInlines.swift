import DocumentModel
import Wording

extension TextWriter {
  /// Inlines as text; U+000A is a line end that is kept.
  mutating func text(of inlines: [Inline]) -> String {
    var text = ""
    for (index, inline) in inlines.enumerated() {
      if syntax == .markdown, let tag = inline.info.language?.tag, tag != language {
        text += inLanguage(inline.info) { $0.text(of: inline) }
      } else if syntax == .markdown, case .link(let node) = inline {
        let next = index + 1 < inlines.count ? inlines[index + 1] : nil
        var inside = self.text(of: node.inlines)
        var node = node
        // A link around what has no words shows its address: readers drop one that shows nothing.
        if !inside.contains(where: { !$0.isWhitespace }), !node.target.hasPrefix("#") {
          node.inlines = [.text(Text(onOneLine(node.target)))]
          inside = self.text(of: node.inlines)
        }
        text += Self.isBare(node, after: text, before: next) ? inside : link(node, showing: inside)
      } else {
        let next = self.text(of: inline)
        // Bold right behind bold is one stretch: its marks would be read as four stars.
        if inline.isBold, index > 0, inlines[index - 1].isBold, text.hasSuffix("**"), next.hasPrefix("**"),
          syntax == .markdown
        {
          text.removeLast(2)
          text += next.dropFirst(2)
        } else {
          text += next
        }
      }
    }
    return text
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
    case .text(let node):
      return escaped(
        node.string.split(whereSeparator: \.isNewline).joined(separator: " "), around: node.string)
    case .styled(let node): return styled(node)
    case .span(let node): return text(of: node.inlines)
    case .link(let node): return link(node, showing: text(of: node.inlines))
    case .crossReference(let node): return text(of: node.inlines)
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
    case .mathematics(let node):
      guard syntax == .markdown, let tex = node.mathematics.tex else {
        return escaped(formula(node.mathematics))
      }
      return "$\(Self.closed(onOneLine(tex)))$"
    case .lineBreak: return "\n"
    case .pageBreak(let node):
      let number = onOneLine(node.number)
      return number.isEmpty ? "" : escaped(" [\(words.text(.printPage)) \(number)] ")
    }
  }

  private mutating func styled(_ node: Styled) -> String {
    let inside = text(of: node.inlines)
    guard inside.contains(where: { !$0.isWhitespace }) else { return inside }
    switch node.style {
    case .quotation: return "“\(inside)”"
    case .strikethrough, .deleted:
      return syntax == .markdown
        ? Self.marked(inside, "~~")
        : "[\(words.text(.crossedOut)): \(inside)]"
    case .strong: return syntax == .markdown ? Self.marked(inside, "**") : inside
    // Easy read has no italics: what was to stand out is bold.
    case .emphasis: return syntax == .markdown ? Self.marked(inside, "**") : inside
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
    let start = text.prefix(while: \.isWhitespace)
    let end = text.reversed().prefix(while: \.isWhitespace).reversed()
    let inside = text.dropFirst(start.count).dropLast(end.count)
    // Marks around punctuation alone, close behind a word, are none to readers of Markdown.
    guard mark == "~~" || inside.contains(where: { $0.isLetter || $0.isNumber }) else { return text }
    return start + mark + inside + mark + String(end)
  }

  private func link(_ node: Link, showing inside: String) -> String {
    let address = onOneLine(node.target)
    guard !address.isEmpty else { return inside }
    switch syntax {
    case .markdown:
      let target =
        address.contains(where: { "() <>".contains($0) })
        ? "<\(address.filter { $0 != "<" && $0 != ">" })>" : address
      return "[\(inside)](\(target))"
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

  // MARK: - Escapes

  /// Text with line ends as spaces: one at the beginning or the end counts.
  private func escaped(_ joined: String, around text: String) -> String {
    var joined = joined
    if text.first?.isNewline == true { joined = " " + joined }
    if text.count > 1, text.last?.isNewline == true { joined += " " }
    return escaped(joined)
  }

  /// Text in which no character is a mark of Markdown. Addresses are links as they stand.
  func escaped(_ text: String) -> String {
    guard syntax == .markdown else { return text }
    var result = ""
    var isInAddress = false
    var rest = text[...]
    while let character = rest.first {
      if character.isWhitespace {
        isInAddress = false
      } else if !isInAddress, character == "h" || character == "w" || character == "f",
        let start = ["http://", "https://", "ftp://", "www."].first(where: { rest.hasPrefix($0) })
      {
        isInAddress = Self.mayPrecede(result.last) && Self.isPlainAddress(rest.prefix { !$0.isWhitespace })
        if !isInAddress {
          let mark: Character = start == "www." ? "." : ":"
          let name = rest.prefix { $0 != mark }
          result += name + "\\" + String(mark)
          rest = rest.dropFirst(name.count + 1)
          continue
        }
      }
      rest.removeFirst()
      let isMark =
        isInAddress ? "\\`*[]<>".contains(character) : "\\`*_[]<>$~|&".contains(character)
      if isMark || (character == "#" && result.isEmpty) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  /// A line whose first characters would begin a list, a heading or a rule, with an escape before them.
  static func withSafeStart(_ line: String) -> String {
    guard let first = line.first else { return line }
    if "-+=".contains(first) { return "\\" + line }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty, let mark = line.dropFirst(digits.count).first, mark == "." || mark == ")" {
      let rest = line.dropFirst(digits.count + 1)
      if rest.isEmpty || rest.first == " " { return digits + "\\" + String(mark) + rest }
    }
    return line
  }
}

extension Inline {
  /// Whether it is bold in Markdown.
  fileprivate var isBold: Bool {
    if case .styled(let node) = self { node.style == .strong || node.style == .emphasis } else { false }
  }
}
