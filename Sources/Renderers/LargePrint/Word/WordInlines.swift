import BrailleMathematics
import Diagnostics
import DocumentModel
import Wording
import XMLTree

// What stands in a line of text, as runs.

extension WordWriter {
  /// Runs for inlines, in order.
  mutating func runs(for inlines: [Inline], _ style: WordRunStyle) -> [XMLElement] {
    var runs: [XMLElement] = []
    for inline in inlines { runs += self.runs(for: inline, style) }
    return runs
  }

  private mutating func runs(for inline: Inline, _ outer: WordRunStyle) -> [XMLElement] {
    let info = inline.info
    var style = outer
    style.take(info)
    let names = names(before: info)
    switch inline {
    case .text(let node): return names + [run(node.string, style)]
    case .styled(let node): return names + styled(node, style)
    case .span(let node): return names + runs(for: node.inlines, style)
    case .link(let node): return names + link(node, style)
    case .crossReference(let node):
      var words = runs(for: node.inlines, style.asLink)
      if words.isEmpty { words = [run(node.target, style.asLink)] }
      return names + [W.of("w:hyperlink", ["w:anchor": Self.bookmarkName(node.target)], words)]
    case .noteReference(let node):
      guard let mark = marks.mark(of: node.note) else {
        tallies.missingNotes.add(node.note, at: info.range)
        return names + [run("[\(node.note)]", style)]
      }
      let isFirst = writtenNames.insert("r:" + node.note).inserted
      let words = run(self.words.text(.note, ["mark": mark]), style.asLink)
      let link = W.of("w:hyperlink", ["w:anchor": "n_" + Self.bookmarkName(node.note)], [words])
      return names + (isFirst ? bookmark("r_" + Self.bookmarkName(node.note)) : [])
        + [run("[", style), link, run("]", style)]
    case .abbreviation(let node):
      let words = runs(for: node.inlines, style)
      guard let expansion = node.expansion,
        expanded.insert(node.inlines.plainText + expansion).inserted
      else {
        return names + words
      }
      return names + words + [run(" (\(expansion))", style)]
    case .image(let node): return names + picture(node, style)
    case .code(let node):
      style.isCode = true
      return names + [run(node.text, style)]
    case .mathematics(let node): return names + formula(node.mathematics, .inline, style, at: info.range)
    case .lineBreak: return names + [W.of("w:r", [:], [W.of("w:br")])]
    case .pageBreak(let node):
      guard let name = printPage(node) else { return names }
      style.isBold = true
      return names + [run("[\(name)] ", style)]
    }
  }

  /// The bookmark of an inline that links lead to.
  private mutating func names(before info: NodeInfo) -> [XMLElement] {
    guard let id = info.id, targets.contains(id), writtenNames.insert(id).inserted else {
      return []
    }
    return bookmark(Self.bookmarkName(id))
  }

  private mutating func styled(_ node: Styled, _ outer: WordRunStyle) -> [XMLElement] {
    var style = outer
    switch node.style {
    case .emphasis, .citation:
      if settings.profile.emphasis == .underline {
        style.isUnderlined = true
      } else {
        style.isBold = true
      }
    case .strong, .underline, .highlight, .definition, .inserted: style.isBold = true
    case .strikethrough, .deleted: style.isStruck = true
    case .superscript: style.rise += 1
    case .subscript: style.rise -= 1
    case .keyboard, .sample: style.isCode = true
    case .quotation: return [run("“", style)] + runs(for: node.inlines, style) + [run("”", style)]
    case .smallCapitals, .variable, .small: break
    }
    return runs(for: node.inlines, style)
  }

  /// A link, and its address after it unless the words say it.
  private mutating func link(_ node: Link, _ outer: WordRunStyle) -> [XMLElement] {
    let address = node.webAddress
    let style = address == nil ? outer : outer.asLink
    let words = runs(for: node.inlines, style)
    // A picture that carries no information is left out, which leaves a link without words.
    let isSilent = !words.saySomething
    let shownWords = isSilent ? [run(node.target, style)] : words
    guard let address else {
      tallies.lostLinks.add(node.target, at: node.info.range)
      return shownWords + (node.title?.nonBlank.map { [run(" (\($0))", outer)] } ?? [])
    }
    var link = W.of("w:hyperlink", ["r:id": relations.link(to: address)], shownWords)
    if let title = node.title?.nonBlank { link.attributes.append(XMLAttribute("w:tooltip", title)) }
    let shown = PageRefinement.shownAddress(address)
    let isSaid = isSilent || node.inlines.plainText.contains(PageRefinement.bare(shown))
    return [link] + (isSaid ? [] : [run(" (\(shown))", outer)])
  }

  // MARK: - Formulas

  /// A formula as a line of text.
  mutating func formula(
    _ mathematics: Mathematics, _ display: TeXReader.Display, _ style: WordRunStyle,
    at range: SourceRange?
  ) -> [XMLElement] {
    switch mathematics.expression(display, macros: macros) {
    case .success(let expression):
      let math = MathMLWriter.math(
        expression, isDisplayed: display == .displayed, alternative: nil, namesNamespace: false)
      return runs(for: FormulaText(math).pieces, style)
    case .failure(let fault):
      tallies.unreadFormulas.add(fault, at: range)
      let source =
        mathematics.alternative ?? mathematics.tex ?? mathematics.mathML.map(MarkupText.of) ?? ""
      return [run(source, style)]
    }
  }

  private func runs(for pieces: [FormulaText.Piece], _ style: WordRunStyle) -> [XMLElement] {
    pieces.flatMap { piece -> [XMLElement] in
      var inner = style
      switch piece {
      case .text(let text): return [run(text, style)]
      case .raised(let pieces):
        inner.rise += 1
        return runs(for: pieces, inner)
      case .lowered(let pieces):
        inner.rise -= 1
        return runs(for: pieces, inner)
      case .lineEnd: return [W.of("w:r", [:], [W.of("w:br")])]
      }
    }
  }

  // MARK: - Runs

  /// A run of characters.
  func run(_ text: String, _ style: WordRunStyle) -> XMLElement {
    var children: [XMLElement] = []
    if let properties = style.properties(points: settings.points) { children.append(properties) }
    let parts = text.split(separator: "\t", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index > 0 { children.append(W.of("w:tab")) }
      children.append(
        XMLElement("w:t", [XMLAttribute("xml:space", "preserve")], text: String(part)))
    }
    return W.of("w:r", [:], children)
  }

  /// Lines that keep their ends.
  func lines(of text: String, _ style: WordRunStyle) -> [XMLElement] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap {
      index, line in
      (index > 0 ? [W.of("w:r", [:], [W.of("w:br")])] : []) + [run(String(line), style)]
    }
  }

  /// The program's own words.
  func own(_ name: ProgramWords.Name, _ style: WordRunStyle, _ values: [String: String] = [:])
    -> XMLElement
  {
    var style = style
    let phrase = words.phrase(name, values)
    if phrase.isStandIn { style.language = phrase.language.tag }
    return run(phrase.text, style)
  }
}

extension [XMLElement] {
  /// Whether there is a picture in it, or characters that are not white space.
  fileprivate var saySomething: Bool {
    contains { element in
      element.name == "w:drawing"
        || element.children.contains { child in
          switch child {
          case .text(let text): !text.allSatisfy(\.isWhitespace)
          case .element(let inner): [inner].saySomething
          }
        }
    }
  }
}

extension WordRunStyle {
  /// The same for the words of a link.
  var asLink: WordRunStyle {
    var style = self
    style.style = "Hyperlink"
    return style
  }
}
