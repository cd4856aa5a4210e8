import Diagnostics

extension MarkdownConverter {
  /// Turns a stretch of the open block's content into one of the source.
  private func source(_ content: Range<Int>) -> Range<Int> {
    positions?.source(content) ?? 0..<0
  }

  mutating func addText(_ node: MarkdownNode) {
    var literal = node.literal
    var place = source(positions?.text(literal, column: node.startColumn) ?? 0..<0)
    if bracketFollows, literal.utf8.first == ASCII.rightBracket {
      literal.unicodeScalars.removeFirst()
      place = min(place.lowerBound + 1, place.upperBound)..<place.upperBound
    }
    bracketFollows = false
    if let next = node.next, isReference(next), literal.utf8.last == ASCII.leftBracket {
      literal.unicodeScalars.removeLast()
      place = place.lowerBound..<max(place.lowerBound, place.upperBound - 1)
    }
    if headingTail > 0, node.next == nil, case .heading = node.parent?.kind {
      literal.removeLast(min(literal.count, headingTail))
      headingTail = 0
    }
    guard !literal.isEmpty else { return }
    add(.text(literal), at: place)
  }

  mutating func addLineEnd(_ node: MarkdownNode) {
    let place = source(positions?.lineEnd() ?? 0..<0)
    if case .lineBreak = node.kind {
      add(.element(MarkupTree.Element(name: "br")), at: place)
    } else {
      add(.text("\n"), at: place)
    }
  }

  mutating func addInlineCode(_ node: MarkdownNode) {
    let place = source(positions?.code(column: node.startColumn) ?? 0..<0)
    let literal = node.literal
    var element = MarkupTree.Element(name: "code")
    if literal.hasPrefix(" ") || literal.hasSuffix(" ") || literal.contains("  ") || literal.contains("\t") {
      element.attributes = [.init(name: "style", value: "white-space:pre-wrap")]
    }
    let id = add(.element(element), at: place)
    tree.append(.text(literal), to: id, range: text.range(place))
  }

  mutating func addInlineHTML(_ node: MarkdownNode) {
    let literal = node.literal
    let content = positions?.html(literal, column: node.startColumn) ?? 0..<0
    let place = source(content)
    let bytes = Array(literal.utf8)
    let map = positions.flatMap { content.isEmpty ? nil : $0.map.part(content) }
    addRaw(RawPiece(bytes: bytes, map: map ?? ContentMap(at: place.lowerBound), isBlock: false), at: place)
  }

  /// Opens emphasis and the like. Where it begins is known from its first child.
  mutating func openInline(_ name: String, _ node: MarkdownNode) {
    push(MarkupTree.Element(name: name), for: node, start: nil, end: source(0..<0).lowerBound)
    open[open.count - 1].end = cursorInSource
  }

  var cursorInSource: Int {
    guard let positions else { return 0 }
    return positions.cursor > 0 ? positions.map.source(positions.cursor - 1) + 1 : positions.map.source(0)
  }

  /// The byte of the source before a place; nil at the start.
  private func byte(before place: Int) -> UInt8? {
    text.bytes.indices.contains(place - 1) ? text.bytes[place - 1] : nil
  }

  /// Closes emphasis and the like, taking in the marks on either side.
  mutating func closeInline(delimiters: [UInt8], length: Int) {
    guard let element = open.last else { return }
    _ = positions?.closeDelimiter(delimiters, length: length)
    var start = element.start ?? element.end
    var left = length
    while left > 0, start > 0, byte(before: start).map(delimiters.contains) == true {
      start -= 1
      left -= 1
    }
    open[open.count - 1].start = start
    open[open.count - 1].end = max(element.end, cursorInSource)
    close()
  }

  mutating func enterLink(_ node: MarkdownNode) {
    var attributes: [MarkupTree.Attribute] = []
    if let address = address(of: node) { attributes.append(.init(name: "href", value: address)) }
    let title = node.title
    if !title.isEmpty { attributes.append(.init(name: "title", value: title)) }
    push(
      MarkupTree.Element(name: "a", attributes: attributes), for: node, start: nil, end: cursorInSource)
  }

  mutating func closeLink(_ node: MarkdownNode) {
    guard let element = open.last else { return }
    _ = positions?.closeLink(column: node.endColumn)
    var start = element.start ?? element.end
    if byte(before: start) == ASCII.leftBracket || byte(before: start) == ASCII.less { start -= 1 }
    open[open.count - 1].start = start
    open[open.count - 1].end = max(element.end, cursorInSource)
    close()
  }

  /// Opens a picture. Its content is its alternative text (CommonMark 6.4), so it is passed over.
  mutating func enterImage(_ node: MarkdownNode) {
    var attributes = [MarkupTree.Attribute(name: "src", value: address(of: node) ?? "")]
    // `![](…)` says nothing about the picture: that is not the same as saying it is decorative.
    let alternative = plainText(of: node)
    if !alternative.allSatisfy(\.isWhitespace) {
      attributes.append(.init(name: "alt", value: alternative))
    }
    let title = node.title
    if !title.isEmpty { attributes.append(.init(name: "title", value: title)) }
    push(
      MarkupTree.Element(name: "img", attributes: attributes), for: node, start: nil, end: cursorInSource)
    openImage = node.pointer
  }

  /// Keeps count of where things are inside a picture.
  mutating func passOver(_ node: MarkdownNode) {
    let place: Range<Int>? =
      switch node.kind {
      case .text: positions?.text(node.literal, column: node.startColumn)
      case .code: positions?.code(column: node.startColumn)
      case .softBreak, .lineBreak: positions?.lineEnd()
      case .htmlInline: positions?.html(node.literal, column: node.startColumn)
      case .mathematics, .footnoteReference: ownPlace(of: node)
      case .noteInText: placeOfNote(node)
      case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading,
        .thematicBreak, .footnoteDefinition, .emphasis, .strong, .link, .image, .table, .tableRow,
        .tableCell, .strikethrough, .mathematicsBlock, .other:
        nil
      }
    guard let place, open[open.count - 1].start == nil else { return }
    open[open.count - 1].start = source(place).lowerBound
  }

  mutating func exitImage(_ node: MarkdownNode) {
    openImage = nil
    guard let element = open.last else { return }
    _ = positions?.closeLink(column: node.endColumn)
    var start = element.start ?? element.end
    if byte(before: start) == ASCII.leftBracket, byte(before: start - 1) == ASCII.exclamation {
      start -= 2
    }
    open[open.count - 1].start = start
    open[open.count - 1].end = max(element.end, cursorInSource)
    close()
  }

  /// The place of a node our own syntax made.
  mutating func ownPlace(of node: MarkdownNode) -> Range<Int> {
    guard let span = state.spans[UnsafeRawPointer(node.pointer)] else { return 0..<0 }
    return positions?.own(span) ?? 0..<0
  }

  mutating func addMathematics(_ node: MarkdownNode, isDisplay: Bool) {
    let place = source(ownPlace(of: node))
    addTeX(node.literal, display: isDisplay ? "block" : "inline", at: place)
  }

  /// The words of what a node holds, marks left out: what HTML would give as alternative text.
  func plainText(of node: MarkdownNode) -> String {
    var words = ""
    var bracketFollows = false
    node.visit { event, node in
      guard event == .enter else { return }
      switch node.kind {
      case .text:
        words.unicodeScalars += node.literal.unicodeScalars.dropFirst(bracketFollows ? 1 : 0)
        bracketFollows = false
      case .code: words += node.literal
      case .mathematics: words += node.literal
      case .softBreak, .lineBreak: words += "\n"
      case .footnoteReference where isReference(node):
        if words.unicodeScalars.last == "[" { words.unicodeScalars.removeLast() }
        bracketFollows = true
      case .footnoteReference: words += "^" + node.literal
      case .noteInText: break
      case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .htmlInline, .paragraph, .heading,
        .thematicBreak, .footnoteDefinition, .emphasis, .strong, .link, .image, .table, .tableRow,
        .tableCell, .strikethrough, .mathematicsBlock, .other:
        break
      }
    }
    return words
  }
}
