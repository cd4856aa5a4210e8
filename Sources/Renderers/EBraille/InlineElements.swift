import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel
import XMLTree

extension EBrailleComposer {
  /// Translates what a builder gathered, and marks it up. Nothing when there is nothing to read.
  mutating func markup(_ builder: RunBuilder) throws(ConversionFailure) -> [XMLNode] {
    guard let block = try composer.block(builder, shape: BlockShape()) else { return [] }
    let text = block.text
    var spans: [InlineMarkup.Span] = []
    for node in builder.nodes {
      guard let element = try element(for: node.node) else { continue }
      spans.append(
        InlineMarkup.Span(
          cells: InlineMarkup.cells(of: node.range, in: text), element: element,
          staysEmpty: element.attributes.contains { $0.name == "id" }))
    }
    for range in builder.transcribersNotes {
      let element = XMLElement("span", [XMLAttribute("class", "transcriber-note")])
      spans.append(InlineMarkup.Span(cells: InlineMarkup.cells(of: range, in: text), element: element))
    }
    var points: [InlineMarkup.Point] = []
    for mark in block.marks {
      let cell = InlineMarkup.cell(at: mark.offset, in: text)
      switch mark.kind {
      case .printPage(let page):
        points.append(InlineMarkup.Point(cell: cell, element: element("span", for: page), place: .amongWords))
      case .lineEnd:
        points.append(InlineMarkup.Point(cell: cell, element: XMLElement("br"), place: .forBlank))
      case .printLine: break  // the numbers of lines stand among the words
      case .note: break  // notes are linked to, and stand at the foot of no page
      }
    }
    return InlineMarkup(text, spans: spans, points: points).nodes()
  }

  /// The words of a heading for the table of contents: no links, no marks of notes or pages.
  mutating func label(_ builder: RunBuilder) throws(ConversionFailure) -> String {
    let hidden = builder.nodes.compactMap { span -> Range<Int>? in
      if case .noteReference = span.node { span.range } else { nil }
    }
    guard let block = try translated(builder) else { return "" }
    let cells = block.text.cells.indices.filter { cell in
      let offset = Int(block.text.origins[cell])
      return !hidden.contains { $0.contains(offset) }
    }.map { block.text.cells[$0] }
    return cells.split(separator: 0).map(\.brailleCharacters).joined(separator: " ")
  }

  private func translated(_ builder: RunBuilder) throws(ConversionFailure) -> TextBlock? {
    // A copy: what is said of the text is said when it is marked up.
    var composer = composer
    return try composer.block(builder, shape: BlockShape())
  }

  // MARK: - An element for each kind of node

  /// The element that stands for a node; nil where the cells say all there is.
  private mutating func element(for inline: Inline) throws(ConversionFailure) -> XMLElement? {
    let common = attributes(of: inline.info)
    switch inline {
    case .text, .span, .image, .lineBreak, .pageBreak:
      return common.isEmpty ? nil : XMLElement("span", common)
    case .styled(let node):
      let (name, role) = node.style.element
      return XMLElement(name, role.map { [XMLAttribute("class", $0)] + common } ?? common)
    case .link(let node):
      guard let address = node.webAddress else { return common.isEmpty ? nil : XMLElement("span", common) }
      return XMLElement("a", [XMLAttribute("href", address)] + common)
    case .crossReference(let node):
      return XMLElement("a", [XMLAttribute(Anchors.pending, anchors.name(for: node.target))] + common)
    case .noteReference(let node):
      guard let note = noteNames[node.note] else { return common.isEmpty ? nil : XMLElement("span", common) }
      var attributes = [XMLAttribute(Anchors.pending, note)] + common
      if referenceNames[note] == nil {
        // A mark that the text itself leads to has its name already, and an element has one only.
        let name = common.first { $0.name == "id" }?.value ?? "ref-\(note)"
        referenceNames[note] = name
        if anchors.define(name, in: currentFile) { attributes.append(XMLAttribute("id", name)) }
      }
      return XMLElement(
        "a", attributes + [XMLAttribute("role", "doc-noteref"), XMLAttribute("epub:type", "noteref")])
    case .abbreviation(let node):
      var title: [XMLAttribute] = []
      if let expansion = node.expansion, !expansion.allSatisfy(\.isWhitespace) {
        title = [XMLAttribute("title", try braille(expansion))]
      }
      return XMLElement("abbr", title + common)
    case .code: return XMLElement("code", common)
    case .mathematics: return XMLElement("span", [XMLAttribute("class", "mathematics")] + common)
    }
  }

  /// Words translated by themselves: the document's, or the program's own, which are English.
  func braille(_ phrase: OwnPhrase) throws(ConversionFailure) -> String {
    try braille(phrase.text, treatment: phrase.treatment)
  }

  /// The same for words with a treatment.
  func braille(
    _ words: String, treatment: TextRun.Treatment = .text
  ) throws(ConversionFailure) -> String {
    let run = TextRun(words, treatment: treatment)
    return try composer.context.translator.translate([run]).text.cells.brailleCharacters
  }
}

extension TextStyle {
  /// The element for the style, and its class (eBraille Tagging Best Practices, Emphasis). Raised and
  /// lowered text has its indicators and stands on the line.
  fileprivate var element: (name: String, role: String?) {
    switch self {
    case .emphasis: ("em", nil)
    case .strong: ("strong", nil)
    case .underline: ("em", "underline")
    case .strikethrough, .deleted: ("del", nil)
    case .inserted: ("ins", nil)
    case .citation: ("cite", nil)
    case .keyboard: ("kbd", nil)
    case .sample: ("samp", nil)
    case .variable: ("var", nil)
    case .definition: ("dfn", nil)
    case .small: ("small", nil)
    case .superscript: ("span", "superscript")
    case .subscript: ("span", "subscript")
    case .smallCapitals: ("span", "small-capitals")
    case .highlight: ("span", "highlight")
    case .quotation: ("span", "quotation")
    }
  }
}

extension RunBuilder {
  /// The stretches that stand in transcriber's note signs.
  fileprivate var transcribersNotes: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var offset = 0
    for run in runs {
      let end = offset + run.text.unicodeScalars.count
      if run.emphasis.contains(.transcribersNote) {
        if let last = ranges.last, last.upperBound == offset {
          ranges[ranges.count - 1] = last.lowerBound..<end
        } else {
          ranges.append(offset..<end)
        }
      }
      offset = end
    }
    return ranges
  }
}

extension Link {
  /// The address as a document may hold it: absolute, of a kind a reading system can open, with what
  /// may not stand in an address written in percents. Nil for others: a path beside the report is not
  /// in the package.
  var webAddress: String? {
    let lower = target.lowercased()
    guard let scheme = ["https://", "http://", "mailto:", "tel:"].first(where: lower.hasPrefix) else {
      return nil
    }
    let rest = target.dropFirst(scheme.count)
    guard let first = rest.unicodeScalars.first, first.properties.isAlphabetic || first.value < 0x3A,
      !rest.hasPrefix("/")
    else { return nil }
    var address = scheme
    var authorityIsOver = !scheme.hasSuffix("//")
    var isInFragment = false
    for scalar in rest.unicodeScalars {
      if "/?#".unicodeScalars.contains(scalar) { authorityIsOver = true }
      let isPlain = scalar.isASCII && scalar.value > 0x20 && !"\"<>\\^`{|}[]".unicodeScalars.contains(scalar)
      // A fragment begins at the first # and holds no other (RFC 3986, 3.5).
      let isPlace = scalar == "#" && isInFragment
      if scalar == "#" { isInFragment = true }
      if isPlain, !isPlace, scalar.value != 0x7F {
        address.unicodeScalars.append(scalar)
      } else if authorityIsOver {
        for byte in String(scalar).utf8 { address += "%" + byte.hexadecimal }
      } else {
        return nil
      }
    }
    return address.hasWholePercents ? address : nil
  }
}

extension UInt8 {
  fileprivate var hexadecimal: String {
    let digits = String(self, radix: 16, uppercase: true)
    return digits.count < 2 ? "0" + digits : digits
  }
}

extension String {
  /// Whether two hexadecimal digits follow every percent sign.
  fileprivate var hasWholePercents: Bool {
    let bytes = Array(utf8)
    return bytes.indices.allSatisfy { index in
      guard bytes[index] == UInt8(ascii: "%") else { return true }
      return index + 2 < bytes.count && Character(Unicode.Scalar(bytes[index + 1])).isHexDigit
        && Character(Unicode.Scalar(bytes[index + 2])).isHexDigit
    }
  }
}
