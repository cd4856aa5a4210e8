import Diagnostics

extension MarkdownConverter {
  /// The source of a block as cmark gives it: from its first character to the end of its last line.
  func lines(of node: MarkdownNode) -> Range<Int> {
    let first = text.line(node.startLine)
    let start = min(first.lowerBound + max(0, node.startColumn - 1), first.upperBound)
    let last = text.line(max(node.startLine, node.endLine))
    return start..<max(start, text.trimmedEnd(of: last))
  }

  /// Opens an element for a block that holds blocks. cmark's end for these is often the next block's
  /// first line, so the end is where the last thing in it ends.
  mutating func openBlock(
    _ name: String, _ node: MarkdownNode, _ attributes: [MarkupTree.Attribute] = []
  ) {
    let start = lines(of: node).lowerBound
    push(MarkupTree.Element(name: name, attributes: attributes), for: node, start: start, end: start)
  }

  mutating func enterParagraph(_ node: MarkdownNode) {
    let content = Array(node.content.utf8)
    if let map = mapOfNote(node.parent) {
      let place = map.source(0)..<map.source(max(0, content.count - 1)) + 1
      positions = InlinePositions(content: content, map: map, base: 0)
      push(MarkupTree.Element(name: "p"), for: node, start: place.lowerBound, end: place.upperBound)
      return
    }
    let place = contentPlace(of: node, content)
    positions = InlinePositions(content: content, map: place.map, base: node.startColumn - 1)
    // An item of a tight list holds its words without a paragraph, as in HTML.
    if let list = node.parent?.parent, isTightItem(node.parent, of: list) { return }
    push(MarkupTree.Element(name: "p"), for: node, start: place.range.lowerBound, end: place.range.upperBound)
  }

  private func isTightItem(_ item: MarkdownNode?, of list: MarkdownNode) -> Bool {
    guard case .item = item?.kind, case .list = list.kind else { return false }
    return list.isTight
  }

  /// Where a paragraph's content stands.
  func contentPlace(
    of node: MarkdownNode, _ content: [UInt8]
  ) -> (map: ContentMap, range: Range<Int>) {
    // A paragraph cut off from a table's head has no lines of its own; the table has them.
    let positioned = node.startLine > 0 ? node : node.next ?? node
    let lines = lines(of: positioned)
    let map =
      ContentMap(
        lines: content, of: text, firstLine: positioned.startLine,
        lastLine: max(positioned.startLine, positioned.endLine))
      ?? ContentMap(at: lines.lowerBound)
    var end = content.count
    while end > 0, ASCII.isSpace(content[end - 1]) { end -= 1 }
    guard end > 0 else { return (map, lines) }
    return (map, map.source(0)..<map.source(end - 1) + 1)
  }

  mutating func enterHeading(_ node: MarkdownNode) {
    let content = Array(node.content.utf8)
    let block = lines(of: node)
    let map: ContentMap
    var end = block.upperBound
    if block.lowerBound < text.bytes.count, text.bytes[block.lowerBound] == ASCII.number {
      var start = block.lowerBound
      while start < block.upperBound, text.bytes[start] == ASCII.number { start += 1 }
      while start < block.upperBound, ASCII.isBlank(text.bytes[start]) { start += 1 }
      map = ContentMap(runs: [(0, start)])
      end = text.trimmedEnd(of: text.line(node.startLine))
    } else {
      let place = contentPlace(of: node, content)
      map = place.map
      // The underline is the line after the words.
      let underline = text.range(place.range).end.line + 1
      end = max(place.range.upperBound, text.trimmedEnd(of: text.line(underline)))
    }
    let base = node.startColumn - 1 + max(0, map.source(0) - block.lowerBound)
    positions = InlinePositions(content: content, map: map, base: base)
    var attributes: [MarkupTree.Attribute] = []
    var words = plainText(of: node)
    headingTail = 0
    if let last = node.lastChild, case .text = last.kind, let list = AttributeList(endOf: last.literal) {
      attributes = list.attributes
      headingTail = list.length
      words.removeLast(min(words.count, list.length))
    }
    if let given = attributes.first(where: { $0.name == "id" }) {
      headings.reserve(given.value)
    } else if let id = headings.identifier(for: words) {
      attributes.append(.init(name: "id", value: id))
    }
    let element = MarkupTree.Element(name: "h\(node.headingLevel)", attributes: attributes)
    push(element, for: node, start: block.lowerBound, end: end)
  }

  mutating func enterList(_ node: MarkdownNode) {
    guard node.isOrdered else {
      openBlock("ul", node)
      return
    }
    var attributes: [MarkupTree.Attribute] = []
    if node.listStart != 1 { attributes.append(.init(name: "start", value: String(node.listStart))) }
    if node.hasParenthesis { attributes.append(.init(name: "data-delimiter", value: "parenthesis")) }
    openBlock("ol", node, attributes)
  }

  mutating func enterItem(_ node: MarkdownNode) {
    openBlock("li", node)
    guard node.isTask else { return }
    var box = MarkupTree.Element(name: "input", attributes: [.init(name: "type", value: "checkbox")])
    if node.isDone { box.attributes.append(.init(name: "checked", value: "")) }
    let start = lines(of: node).lowerBound
    add(.element(box), at: start..<start)
  }

  mutating func addCode(_ node: MarkdownNode) {
    let source = lines(of: node)
    var code = node.literal
    let language = node.fenceInfo.prefix { !$0.isWhitespace }
    if language.lowercased() == "math" {
      if code.utf8.last == ASCII.lineFeed { code.unicodeScalars.removeLast() }
      addTeX(code, display: "block", at: source)
      return
    }
    var element = MarkupTree.Element(name: "code")
    if !language.isEmpty {
      element.attributes = [.init(name: "class", value: "language-\(language)")]
    }
    push(MarkupTree.Element(name: "pre"), for: node, start: source.lowerBound, end: source.upperBound)
    push(element, for: node, start: source.lowerBound, end: source.upperBound)
    add(.text(code), at: source)
    close()
    close()
  }

  /// Adds mathematics between two lines of `$$`; the literal still holds those lines.
  mutating func addMathematicsBlock(_ node: MarkdownNode) {
    let source = lines(of: node)
    var inner = node.literal.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    while inner.last?.allSatisfy(\.isWhitespace) == true { inner.removeLast() }
    if inner.count >= 2, inner.last?.allSatisfy({ $0.isWhitespace || $0 == "$" }) == true {
      addTeX(inner[1..<(inner.count - 1)].joined(separator: "\n"), display: "block", at: source)
      return
    }
    // The container ended before the closing line.
    log.report(.mathematicsNotClosed(at: text.range(source)))
    push(MarkupTree.Element(name: "p"), for: node, start: source.lowerBound, end: source.upperBound)
    add(.text(node.literal), at: source)
    close()
  }

  mutating func addTeX(_ tex: String, display: String, at source: Range<Int>) {
    let element = MarkupTree.Element(
      name: "coformat-tex", attributes: [.init(name: "display", value: display)])
    let id = add(.element(element), at: source)
    tree.append(.text(tex), to: id, range: text.range(source))
  }

  mutating func addHTMLBlock(_ node: MarkdownNode) {
    let literal = Array(node.literal.utf8)
    let map =
      ContentMap(
        lines: literal, of: text, firstLine: node.startLine,
        lastLine: max(node.startLine, node.endLine)) ?? ContentMap(at: lines(of: node).lowerBound)
    var end = literal.count
    while end > 0, ASCII.isSpace(literal[end - 1]) { end -= 1 }
    let source = map.source(0)..<(end > 0 ? map.source(end - 1) + 1 : map.source(0))
    addRaw(RawPiece(bytes: literal, map: map, isBlock: true), at: source)
    if let tail = textAfterComment(literal) {
      let start = map.source(tail.lowerBound)
      log.report(.textAfterComment(at: text.range(start..<map.source(tail.upperBound - 1) + 1)))
    }
  }

  /// What follows on the line of a comment that begins an HTML block: text that the author most likely
  /// takes for Markdown, though CommonMark (4.6, condition 2) makes the whole line HTML.
  private func textAfterComment(_ html: [UInt8]) -> Range<Int>? {
    guard let start = html.firstIndex(of: ASCII.less), let comment = HTMLComment(html, at: start) else {
      return nil
    }
    var begin = comment.end
    while begin < html.count, ASCII.isBlank(html[begin]) { begin += 1 }
    var end = begin
    while end < html.count, !ASCII.isLineEnd(html[end]) { end += 1 }
    return begin < end && html[begin] != ASCII.less ? begin..<end : nil
  }
}

extension Diagnostic {
  fileprivate static func mathematicsNotClosed(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "MD-003", .warning,
      "mathematics that begins with $$ is not closed where its block ends; it is kept as text",
      hint: "put the closing $$ in the same quotation or list item", at: range)
  }

  fileprivate static func textAfterComment(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "MD-012", .warning,
      "text after a comment at the start of a line is HTML, so Markdown's marks in it are not read",
      hint: "put the comment on a line of its own, or after the first word of the line", at: range)
  }
}
