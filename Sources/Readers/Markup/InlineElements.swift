import Diagnostics
import DocumentModel

extension DocumentBuilder {
  /// Begins an element that stands in a line of text.
  mutating func enterInline(
    _ node: MarkupTree.NodeID, _ element: MarkupTree.Element, _ tag: Tag
  ) -> Bool {
    switch tag {
    case .br:
      appendLineBreak(info(node, element))
      return false
    case .wbr, .track: return false
    case .img, .image:
      append(image(node, element))
      return false
    case .svg:
      append(drawing(node, element))
      return false
    case .math: return enterMathematics(node, element)
    case .tex: return enterTeX(node, element)
    case .area:
      enterArea(node, element)
      return false
    case .video, .audio, .object, .applet, .embed, .iframe: return enterEmbedded(node, element, tag)
    case .input:
      enterInput(node, element)
      return false
    case .option, .optgroup: enterOption(node, element, tag)
    case .meter, .progress: if appendGauge(node, element, tag) { return false }
    case .textarea: whiteSpace.append((node, true))
    case .code, .tt:
      flushText()
      codeDepth += 1
    case .rt: enterRubyText(node)
    case .span where element.hasClass("linenum"):
      if appendLineNumber(node, element) { return false }
    default: break
    }
    var info = NodeInfo(range: tree.range(of: node))
    if !element.attributes.isEmpty { info = self.info(node, element) }
    let style = tag.textStyle(element)
    if let kind = activeKind(node, element, tag, style) {
      activate(kind, node, info: info)
      info.id = nil
      if !element.attributes.isEmpty, tag != .a { activateCSS(node, element, besides: style) }
    } else if !info.isPlain {
      activate(.span(pronunciation: nil), node, info: info)
      activateCSS(node, element, besides: nil)
    } else if !element.attributes.isEmpty {
      activateCSS(node, element, besides: nil)
    }
    return true
  }

  /// Adds the number of a line of print, if the element holds one.
  private mutating func appendLineNumber(_ node: MarkupTree.NodeID, _ element: MarkupTree.Element) -> Bool {
    let number = element.firstWords("aria-label") ?? tree.words(of: node)
    guard (1...8).contains(number.unicodeScalars.count), !number.contains(" ") else { return false }
    let info = info(node, element)
    let text = Text(number, info: NodeInfo(range: info.range))
    let endsInSpace = frames.last?.endsInSpace ?? true
    append(.span(Span([.text(text)], lineNumber: number, info: info)))
    // The words before and after it are as far apart as if it were not there.
    frames[frames.count - 1].endsInSpace = endsInSpace
    return true
  }

  /// What the element is in the model, apart from what it carries; nil when it is nothing.
  private mutating func activeKind(
    _ node: MarkupTree.NodeID, _ element: MarkupTree.Element, _ tag: Tag, _ style: TextStyle?
  ) -> ActiveInline.Kind? {
    if let style { return .styled(style) }
    switch tag {
    case .a: return linkKind(node, element)
    case .abbr, .acronym: return .abbreviation(expansion: element.firstWords("title"))
    default:
      if let spoken = element.firstWords("ssml:ph", "data-ssml-phoneme-ph", "data-pronunciation") {
        return .span(pronunciation: spoken)
      }
      return nil
    }
  }

  private mutating func linkKind(
    _ node: MarkupTree.NodeID, _ element: MarkupTree.Element
  ) -> ActiveInline.Kind? {
    guard let address = element["href"] else { return nil }
    if let target = address.fragmentTarget {
      if survey.places[target] != nil {
        crossReferences.insert(target)
        return .crossReference(target: target)
      }
      log.report(.targetMissing(target, at: tree.range(of: node)))
    }
    guard let address = safeAddress(address, at: tree.range(of: node)) else { return nil }
    return .link(target: address, title: element.firstWords("title"))
  }

  /// The address as the source wrote it, or nil, saying so, when it is a program or a page in
  /// itself: opening it would run what an unknown author wrote.
  mutating func safeAddress(_ address: String, at range: SourceRange?) -> String? {
    // Browsers pass over control characters and white space before and inside the scheme.
    let scheme = String(
      String.UnicodeScalarView(
        address.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }.prefix(16))
    ).lowercased()
    if ["javascript:", "vbscript:", "data:text/"].contains(where: scheme.hasPrefix)
      || scheme.hasPrefix("data:applica")
    {
      log.report(.activeAddress(address, at: range))
      return nil
    }
    return String(address.trimmingSpace).withoutControls
  }

  /// Opens what CSS says of the text, as word processors write it.
  private mutating func activateCSS(
    _ node: MarkupTree.NodeID, _ element: MarkupTree.Element, besides known: TextStyle?
  ) {
    guard let style = element.style else { return }
    for textStyle in style.textStyles where textStyle != known {
      activate(.styled(textStyle), node, info: NodeInfo(range: tree.range(of: node)))
    }
  }

  mutating func leaveCode() {
    guard codeDepth > 0 else { return }
    flushText()
    codeDepth -= 1
  }

  // MARK: Ruby

  /// Sets a reading in parentheses after its base, unless the source writes them itself.
  private mutating func enterRubyText(_ node: MarkupTree.NodeID) {
    if !tree.rubyHasParentheses(around: node) {
      append("(", range: tree.range(of: node))
    }
  }

  mutating func leaveRubyText(_ node: MarkupTree.NodeID) {
    if !tree.rubyHasParentheses(around: node) {
      append(")", range: tree.range(of: node))
    }
  }
}

extension MarkupTree {
  /// Whether the ruby around a reading writes parentheses in `rp`.
  fileprivate func rubyHasParentheses(around node: NodeID) -> Bool {
    var child = firstChild(of: parent(of: node))
    for _ in 0..<64 where child >= 0 {
      if element(child)?.name == "rp", !words(of: child, limit: 2).isEmpty { return true }
      child = nextSibling(of: child)
    }
    return false
  }
}

extension Tag {
  /// What the element marks text as.
  fileprivate func textStyle(_ element: MarkupTree.Element) -> TextStyle? {
    switch self {
    case .em: .emphasis
    case .i: element.style?["font-style"] == "normal" ? nil : .emphasis
    case .strong: .strong
    case .b: Style.isNormalWeight(element.style?["font-weight"]) ? nil : .strong
    case .u: .underline
    case .s, .strike: .strikethrough
    case .del: .deleted
    case .ins: .inserted
    case .mark: .highlight
    case .small: .small
    case .sup: .superscript
    case .sub: .subscript
    case .kbd: .keyboard
    case .samp: .sample
    case .var: .variable
    case .dfn: .definition
    case .cite: .citation
    case .q: .quotation
    default: nil
    }
  }
}

extension Style {
  fileprivate static func isNormalWeight(_ weight: String?) -> Bool {
    weight == "normal" || weight == "400" || weight == "300"
  }

  /// What CSS marks text as.
  fileprivate var textStyles: [TextStyle] {
    var styles: [TextStyle] = []
    if let weight = self["font-weight"], ["bold", "bolder", "600", "700", "800", "900"].contains(weight) {
      styles.append(.strong)
    }
    if let slope = self["font-style"], slope == "italic" || slope == "oblique" { styles.append(.emphasis) }
    for line in (self["text-decoration-line"] ?? self["text-decoration"] ?? "").split(separator: " ") {
      if line == "underline" { styles.append(.underline) }
      if line == "line-through" { styles.append(.strikethrough) }
    }
    if self["font-variant"] == "small-caps" || self["font-variant-caps"] == "small-caps" {
      styles.append(.smallCapitals)
    }
    switch self["vertical-align"] {
    case "super": styles.append(.superscript)
    case "sub": styles.append(.subscript)
    default: break
    }
    return styles
  }
}

extension String {
  /// The string without control characters.
  var withoutControls: String {
    guard unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }) else {
      return self
    }
    return String(
      String.UnicodeScalarView(
        unicodeScalars.filter { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) }))
  }
}
