import Diagnostics
import DocumentModel
import XMLTree

extension OpenDocumentReading {
  /// Visits what stands in a paragraph, in order and without recursion through what only wraps it.
  ///
  /// - Parameter isWhole: whether the element itself is visited too, not only what it holds.
  func inlines(from top: FlatXML.NodeID, isWhole: Bool, _ context: inout OpenDocumentParagraph) {
    let xml = context.part.xml
    var node = isWhole ? top : xml.firstChild(top)
    while node >= 0 {
      if enter(node, &context) {
        if xml.firstChild(node) >= 0 {
          node = xml.firstChild(node)
          continue
        }
        leave(node, &context)
      }
      if node == top { return }
      while xml.next(node) < 0 {
        node = xml.parent(node)
        if node == top {
          if isWhole { leave(node, &context) }
          return
        }
        leave(node, &context)
      }
      node = xml.next(node)
    }
  }

  /// Takes note of a node in a paragraph; returns whether what it holds is to be visited.
  private func enter(_ node: FlatXML.NodeID, _ context: inout OpenDocumentParagraph) -> Bool {
    let xml = context.part.xml
    if xml.isText(node) {
      let raw = xml.string(node)
      append(collapsed(raw, &context), at: context.part.range(node), &context)
      return false
    }
    let name = xml.name(node)
    switch name {
    case "text:span":
      span(node, &context)
      return true
    case "text:a", "draw:a":
      context.openLinks.append(link(of: node, in: context.part))
      return true
    case "text:bookmark-ref", "text:reference-ref", "text:sequence-ref", "text:note-ref":
      let target = xml.attribute("text:ref-name", of: node)
      context.openLinks.append(target.map { add(.bookmark($0)) } ?? 0)
      return true
    case "text:s":
      let count = context.part.count("text:c", of: node, in: 0...1_000) ?? 1
      append(String(repeating: " ", count: count), at: nil, &context)
      context.isAfterSpace = false
      return false
    case "text:tab":
      append(context.isCode ? "\t" : " ", at: nil, &context)
      context.isAfterSpace = false
      return false
    case "text:line-break":
      append(.lineBreak(LineBreak(info: NodeInfo(range: context.part.range(node)))), &context)
      context.isAfterSpace = true
      return false
    case "text:soft-page-break":
      if let turn = pages.turnAsLaidOut() { append(.pageBreak(turn), &context) }
      return false
    case "text:bookmark", "text:bookmark-start", "text:reference-mark", "text:reference-mark-start":
      if let name = xml.attribute("text:name", of: node) { bookmark(name) }
      return false
    case "text:sequence":
      if let name = xml.attribute("text:ref-name", of: node) { bookmark(name) }
      if context.sequence == nil { context.sequence = Self.sequence(xml.attribute("text:name", of: node)) }
      return true
    case "text:note":
      note(node, &context)
      return false
    case "office:annotation":
      if let id = annotation(node, in: context.part) {
        append(.noteReference(NoteReference(id, info: NodeInfo(range: context.part.range(node)))), &context)
      }
      return false
    case "text:ruby-text":
      append(" (", at: nil, &context)
      return true
    case "text:hidden-text":
      guard xml.attribute("text:is-hidden", of: node) == "true" else { return true }
      hide(xml.attribute("text:string-value", of: node) ?? xml.text(node), at: context.part.range(node))
      return false
    case "text:change", "text:change-start", "text:change-end":
      change(node, &context)
      return false
    case "text:number", "office:annotation-end", "text:bookmark-end", "text:reference-mark-end",
      "text:toc-mark", "text:toc-mark-start", "text:toc-mark-end", "text:user-index-mark",
      "text:user-index-mark-start", "text:user-index-mark-end", "text:alphabetical-index-mark",
      "text:alphabetical-index-mark-start", "text:alphabetical-index-mark-end", "text:script",
      "text:hidden-paragraph", "office:event-listeners", "text:label", "svg:title", "svg:desc":
      return false
    default:
      guard name.hasPrefix("draw:") || name.hasPrefix("dr3d:") else { return true }
      drawing(node, &context)
      return false
    }
  }

  private func leave(_ node: FlatXML.NodeID, _ context: inout OpenDocumentParagraph) {
    switch context.part.xml.name(node) {
    case "text:span": if context.spans.last?.node == node { context.spans.removeLast() }
    case "text:a", "draw:a", "text:bookmark-ref", "text:reference-ref", "text:sequence-ref", "text:note-ref":
      _ = context.openLinks.popLast()
    case "text:ruby-text": append(")", at: nil, &context)
    default: break
    }
  }

  /// White space as OpenDocument has it (OASIS OpenDocument 1.3, part 3, 6.1.2): runs of it are one
  /// space, and none at the beginning of a paragraph.
  private func collapsed(_ text: String, _ context: inout OpenDocumentParagraph) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" {
        if !context.isAfterSpace { result.unicodeScalars.append(" ") }
        context.isAfterSpace = true
      } else {
        result.unicodeScalars.append(scalar)
        context.isAfterSpace = false
      }
    }
    return result
  }

  private func span(_ node: FlatXML.NodeID, _ context: inout OpenDocumentParagraph) {
    let style = styles.style(context.part.xml.attribute("text:style-name", of: node), family: "text")
    context.spans.append(
      OpenDocumentParagraph.Span(
        node: node, text: style.text.over(context.text),
        isCode: style.isCode || context.spans.last?.isCode == true,
        isLink: style.isLink || context.spans.last?.isLink == true))
  }

  /// What a caption counts, by the names programs give their sequences.
  private static func sequence(_ name: String?) -> String? {
    guard let name else { return nil }
    switch name.lowercased() {
    case "table", "tabelle", "tabla", "tableau", "tabella", "tabel", "tabell", "tabela": return "table"
    case "illustration", "figure", "abbildung", "drawing", "ilustración", "illustrazione", "figura":
      return "figure"
    default: return name
    }
  }

  // MARK: - Pieces

  /// Adds text as it is.
  func append(_ text: String, at range: SourceRange?, _ context: inout OpenDocumentParagraph) {
    guard !text.isEmpty else { return }
    let isInserted = !openInsertions.isEmpty
    if isInserted, options.changes == .reject { return }
    let properties = context.text
    if properties.isHidden == true {
      hide(text, at: range)
      return
    }
    let text = text.withoutControlsButTabs
    guard !text.isEmpty else { return }
    if !text.allSatisfy(\.isWhitespace) { pages.write() }
    var piece = piece(.text(text), context, range.map { $0.extended(by: text) })
    let base = context.style.text
    let isLink = context.spans.last?.isLink == true || piece.link > 0
    // What all of a paragraph's text has by its style says nothing of a word in it.
    if properties.bold == true, base.bold != true { piece.marks.insert(.strong) }
    if properties.italic == true, base.italic != true { piece.marks.insert(.emphasis) }
    if properties.underline == true, base.underline != true, !isLink { piece.marks.insert(.underline) }
    if properties.strike == true { piece.marks.insert(.strikethrough) }
    if properties.smallCapitals == true, base.smallCapitals != true { piece.marks.insert(.smallCapitals) }
    if properties.highlight == true, base.highlight != true { piece.marks.insert(.highlight) }
    if properties.position == .superscript { piece.marks.insert(.superscript) }
    if properties.position == .subscript { piece.marks.insert(.subscript) }
    piece.isCode = context.spans.last?.isCode == true && !context.isCode
    for part in ScriptLanguages.parts(of: text) {
      piece.content = .text(part)
      piece.language = piece.hasLetters ? language(of: part, properties, at: range) : nil
      context.pieces.append(piece)
    }
  }

  /// Adds an inline that is no text.
  func append(_ inline: Inline, _ context: inout OpenDocumentParagraph) {
    if options.changes == .reject, !openInsertions.isEmpty { return }
    context.pieces.append(piece(.inline(inline), context, inline.info.range))
  }

  private func piece(
    _ content: Piece.Content, _ context: OpenDocumentParagraph, _ range: SourceRange?
  ) -> Piece {
    var piece = Piece(content: content, range: range)
    piece.link = context.openLinks.last { $0 > 0 } ?? 0
    if options.changes == .show {
      if !openInsertions.isEmpty { piece.marks.insert(.inserted) }
      if deletedDepth > 0 { piece.marks.insert(.deleted) }
    }
    return piece
  }

  /// Counts text that is not shown.
  func hide(_ text: String, at range: SourceRange?) {
    let words = text.split(whereSeparator: \.isWhitespace).count
    if hidden.count == 0, words > 0 { hidden = (0, text, range) }
    hidden.count += words
  }

  /// The language of text, when it is not the document's. Countries make no difference.
  private func language(of text: String, _ properties: TextProperties, at range: SourceRange?) -> Language? {
    guard let tag = properties.languages.tag(of: text), !tag.isNoLanguage, let own = Language(tag),
      own.primary != "x", own.primary != language?.primary
    else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace).count
    languageCounts[own.tag, default: (0, range)].words += words
    return own
  }

  // MARK: - Links

  private func link(of node: FlatXML.NodeID, in part: OpenDocumentPart) -> Int {
    let address = part.xml.attribute("xlink:href", of: node) ?? ""
    if let name = address.anchor {
      return name.isEmpty ? 0 : add(.bookmark(name))
    }
    guard !address.isActiveAddress else {
      log.report(.openDocumentActiveAddress(address, at: part.range(node)))
      return 0
    }
    let clean = String(address.trimmingSpace).withoutControls
    let title = part.xml.attribute("office:title", of: node)?.collapsed
    return clean.isEmpty ? 0 : add(.external(clean, title: title?.isEmpty == false ? title : nil))
  }

  private func add(_ link: LinkTarget) -> Int {
    links.append(link)
    return links.count - 1
  }
}
