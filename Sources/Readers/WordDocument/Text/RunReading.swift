import Diagnostics
import DocumentModel
import XMLTree

/// What a run's text is marked with.
struct RunStyle {
  var marks: Piece.Marks = []
  var isCode = false
  var isHidden = false
  var isComplex = false
  /// The font, when it shows signs in place of letters.
  var symbolFont: String?
  var properties = RunProperties()
}

extension WordReading {
  /// Reads a `w:r`.
  func run(_ node: FlatXML.NodeID, _ context: inout ParagraphContext) {
    let style = style(of: node, context)
    content(of: node, style, &context)
  }

  private func style(of node: FlatXML.NodeID, _ context: ParagraphContext) -> RunStyle {
    let part = context.part
    var style = RunStyle()
    guard let own = part.xml.child("w:rPr", of: node) else {
      style.properties = context.base
      style.isHidden = context.base.vanish == true
      style.symbolFont = SymbolFonts.isSymbolFont(context.base.font) ? context.base.font : nil
      return style
    }
    var character = RunProperties()
    var isLink = false
    if let id = part.value("w:rStyle", of: own) {
      let named = styles.style(id)
      character = named.run
      style.isCode = named.isCode
      isLink = named.name.lowercased().hasSuffix("hyperlink") || named.name.lowercased() == "internet link"
    }
    let direct = RunProperties(own, in: part)
    let effective = RunProperties.effective(own: direct, character: character, paragraph: context.base)
    let base = context.base
    style.properties = effective
    // What all of a paragraph's text has by its style says nothing of a word in it.
    if effective.bold == true, base.bold != true { style.marks.insert(.strong) }
    if effective.italic == true, base.italic != true { style.marks.insert(.emphasis) }
    if effective.underline == true, base.underline != true, !isLink { style.marks.insert(.underline) }
    if effective.strike == true || effective.doubleStrike == true { style.marks.insert(.strikethrough) }
    if effective.smallCapitals == true, base.smallCapitals != true { style.marks.insert(.smallCapitals) }
    if effective.highlight == true { style.marks.insert(.highlight) }
    if effective.position == "superscript" { style.marks.insert(.superscript) }
    if effective.position == "subscript" { style.marks.insert(.subscript) }
    style.isHidden = effective.vanish == true
    style.isComplex = effective.isComplex == true
    style.symbolFont = SymbolFonts.isSymbolFont(effective.font) ? effective.font : nil
    return style
  }

  private func content(
    of node: FlatXML.NodeID, _ style: RunStyle, _ context: inout ParagraphContext
  ) {
    let part = context.part
    let xml = part.xml
    var mark: String?
    var child = xml.firstChild(node)
    while child >= 0 {
      defer { child = xml.next(child) }
      switch xml.name(child) {
      case "w:t", "w:delText":
        let text = spaced(xml.text(child), child, in: part)
        if let note = mark {
          notes.setLabel(String(text.trimmingSpace), of: note)
          mark = nil
        } else {
          append(text, style, at: part.range(child), &context)
        }
      case "w:instrText", "w:delInstrText":
        if let last = fields.indices.last, !fields[last].isResult {
          fields[last].instruction += xml.text(child)
        }
      case "w:fldChar": fieldCharacter(child, &context)
      case "w:tab", "w:ptab": append(context.isCode ? "\t" : " ", style, at: nil, &context)
      case "w:br", "w:cr": lineBreak(child, style, &context)
      case "w:noBreakHyphen": append("\u{2011}", style, at: part.range(child), &context)
      case "w:sym": symbol(child, style, &context)
      case "w:footnoteReference", "w:endnoteReference":
        mark = noteReference(child, style, &context)
      case "w:commentReference": commentReference(child, &context)
      case "w:lastRenderedPageBreak":
        if let turn = pages.turnAsLaidOut() { append(.pageBreak(turn), &context) }
      case "w:drawing", "w:pict", "w:object": drawing(child, style, &context)
      case "w:ruby": ruby(child, style, &context)
      case "w:contentPart": log.report(.inkLeftOut(at: part.range(child)))
      case "mc:AlternateContent":
        for branch in xml.children(child) where isChosen(branch, in: part) {
          content(of: branch, style, &context)
        }
      default: break
      }
    }
  }

  /// Text with its white space as XML has it: ends count only where they are preserved.
  private func spaced(_ text: String, _ node: FlatXML.NodeID, in part: WordPart) -> String {
    guard let first = text.utf8.first, let last = text.utf8.last else { return text }
    let isSpaced = first <= 0x20 || last <= 0x20
    guard isSpaced, part.xml.attribute("xml:space", of: node) != "preserve" else { return text }
    return String(text.trimmingSpace)
  }

  /// Adds text, or hands it to the field whose instruction is gathered.
  func append(
    _ text: String, _ style: RunStyle, at range: SourceRange?, _ context: inout ParagraphContext
  ) {
    guard !text.isEmpty else { return }
    if let last = fields.lastIndex(where: { !$0.isResult }) {
      fields[last].instruction += text
      return
    }
    if style.isHidden {
      hide(text, at: range)
      return
    }
    var text = text.withoutControlsButTabs
    if let font = style.symbolFont { text = signs(text, font: font, at: range) }
    guard !text.isEmpty else { return }
    if !text.allSatisfy(\.isWhitespace) { pages.write() }
    var piece = piece(.text(text), context, range.map { $0.extended(by: text) })
    piece.marks.formUnion(style.marks)
    piece.isCode = style.isCode && !context.isCode
    piece.isRightToLeft = style.isComplex && context.properties.isRightToLeft != true && text.isRightToLeft
    if piece.hasLetters { piece.language = language(of: text, style, at: range) }
    context.pieces.append(piece)
  }

  /// Adds an inline that is no text.
  func append(_ inline: Inline, marks: Piece.Marks = [], _ context: inout ParagraphContext) {
    if fields.contains(where: { !$0.isResult }) { return }
    var piece = piece(.inline(inline), context, inline.info.range)
    piece.marks.formUnion(marks)
    context.pieces.append(piece)
  }

  private func hide(_ text: String, at range: SourceRange?) {
    let words = text.split(whereSeparator: \.isWhitespace).count
    if hidden.count == 0, words > 0 { hidden = (0, text, range) }
    hidden.count += words
  }

  /// The language of text, when it is not the document's. Countries make no difference.
  private func language(of text: String, _ style: RunStyle, at range: SourceRange?) -> Language? {
    guard let tag = languageTag(of: text, style.properties), let own = Language(tag), own.primary != "x",
      own.primary != language?.primary
    else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace).count
    languageCounts[own.tag, default: (0, range)].words += words
    return own
  }

  private func lineBreak(
    _ node: FlatXML.NodeID, _ style: RunStyle, _ context: inout ParagraphContext
  ) {
    let range = context.part.range(node)
    guard context.part.xml.attribute("w:type", of: node) == "page" else {
      append(.lineBreak(LineBreak(info: NodeInfo(range: range))), &context)
      return
    }
    if let turn = pages.turnAsAsked() {
      append(.lineBreak(LineBreak(info: NodeInfo(range: range))), &context)
      append(.pageBreak(turn), &context)
    } else if context.pieces.allSatisfy(\.isMark) {
      context.turnsBefore = true
    } else {
      append(.lineBreak(LineBreak(info: NodeInfo(range: range))), &context)
      context.turnsAfter = true
    }
  }

  // MARK: - Signs

  private func symbol(_ node: FlatXML.NodeID, _ style: RunStyle, _ context: inout ParagraphContext) {
    let code = context.part.xml.attribute("w:char", of: node) ?? ""
    let font = context.part.xml.attribute("w:font", of: node) ?? ""
    let range = context.part.range(node)
    guard let value = UInt32(code, radix: 16), let sign = SymbolFonts.character(value, font: font) else {
      log.report(.symbolUnknown(code, font: font, at: range))
      return
    }
    var style = style
    style.symbolFont = nil
    append(sign, style, at: range, &context)
  }

  /// Text whose font shows signs in place of its letters.
  private func signs(_ text: String, font: String, at range: SourceRange?) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let sign = SymbolFonts.character(scalar.value, font: font) {
        result += sign
      } else {
        log.report(.symbolUnknown(String(scalar.value, radix: 16, uppercase: true), font: font, at: range))
      }
    }
    return result
  }

  /// Text with its reading beside it (ISO/IEC 29500-1, 17.3.3.25): the reading follows in brackets.
  private func ruby(_ node: FlatXML.NodeID, _ style: RunStyle, _ context: inout ParagraphContext) {
    let xml = context.part.xml
    for (name, before, after) in [("w:rubyBase", "", ""), ("w:rt", " (", ")")] {
      guard let part = xml.child(name, of: node) else { continue }
      append(before, style, at: nil, &context)
      for run in xml.children(part) where xml.name(run) == "w:r" { self.run(run, &context) }
      append(after, style, at: nil, &context)
    }
  }
}
