import Diagnostics
import DocumentModel

extension DocumentBuilder {
  /// How deep MathML may nest; beyond it a formula is kept as its words.
  private static let deepestMathematics = 200
  /// How many elements of HTML the annotation of a formula may have.
  private static let mostHTMLInAnnotation = 8

  mutating func enterMathematics(_ node: MarkupTree.NodeID, _ element: MarkupTree.Element) -> Bool {
    if holdsHTML(node) {
      log.report(.mathematicsHoldsPage(at: tree.range(of: node)))
      return true
    }
    let info = info(node, element)
    guard let markup = mathML(node) else {
      log.report(.mathematicsTooDeep(at: info.range))
      append(tree.words(of: node), range: info.range)
      return false
    }
    let mathematics = Mathematics(
      tex: teXAnnotation(in: node), mathML: markup,
      alternative: element.firstWords("coformat-alternative", "alttext", "aria-label")
        ?? wordsInAnnotation(of: node))
    let display = element["coformat-display"] ?? element["display"]?.lowercased()
    place(mathematics, info, isDisplayed: display == "block")
    return false
  }

  /// Reads an element in which a reader hands over TeX.
  mutating func enterTeX(_ node: MarkupTree.NodeID, _ element: MarkupTree.Element) -> Bool {
    guard options.teXElements == .honoured else { return true }
    var tex = ""
    var child = tree.firstChild(of: node)
    while child >= 0 {
      if case .text(let string) = tree[child].content { tex += string }
      child = tree.nextSibling(of: child)
    }
    place(
      // The line ends beside a $$ that stands on a line of its own are no part of the formula.
      Mathematics(tex: tex.trimmingLineEnds, alternative: element.words("alttext")), info(node, element),
      isDisplayed: element["display"] == "block")
    return false
  }

  private mutating func place(_ mathematics: Mathematics, _ info: NodeInfo, isDisplayed: Bool) {
    if isDisplayed, let frame = frames.last, !frame.holdsInlinesOnly {
      flushParagraph()
      append(.mathematics(MathematicsBlock(mathematics, info: info)))
    } else {
      append(.mathematics(InlineMathematics(mathematics, info: info)))
    }
  }

  /// Whether elements of HTML stand in the formula: then it is a page that wants an end tag, or
  /// letters with marking, and is read as the rest of the page is. In an annotation it is the formula in
  /// another form, such as a picture.
  private func holdsHTML(_ top: MarkupTree.NodeID) -> Bool {
    var node = tree.successor(of: top, within: top)
    while let current = node {
      if isAnnotation(current) {
        node = tree.following(current, within: top)
        continue
      }
      if isShownHTML(current) { return true }
      node = tree.successor(of: current, within: top)
    }
    return false
  }

  /// Whether an element of a formula holds it in another form. What holds a lot of HTML does not: there an
  /// end tag is missing, and the rest of the page would be taken for it.
  private func isAnnotation(_ node: MarkupTree.NodeID) -> Bool {
    guard tree.element(node)?.name == "annotation-xml" else { return false }
    var shown = 0
    var next = tree.successor(of: node, within: node)
    while let current = next, shown <= Self.mostHTMLInAnnotation {
      if isShownHTML(current) { shown += 1 }
      next = tree.successor(of: current, within: node)
    }
    return shown <= Self.mostHTMLInAnnotation
  }

  private func isShownHTML(_ node: MarkupTree.NodeID) -> Bool {
    guard let element = tree.element(node), element.namespace == .html else { return false }
    return !Tag(named: element.name).isNeverShown
  }

  /// What the formula is in words, where an annotation holds it in HTML: text, or a picture that is described.
  private func wordsInAnnotation(of top: MarkupTree.NodeID) -> String? {
    var found: [String] = []
    var annotation: MarkupTree.NodeID?
    var node = tree.successor(of: top, within: top)
    while let current = node {
      if isAnnotation(current) {
        annotation = current
      } else if let annotation, tree.parent(of: current) == annotation, isShownHTML(current) {
        found.append(tree.element(current)?.words("alt") ?? tree.words(of: current))
      }
      node = tree.successor(of: current, within: top)
    }
    let words = found.filter { !$0.isEmpty }.joined(separator: " ")
    return words.isEmpty ? nil : words
  }

  /// Whether an annotation is in HTML, which has no place in MathML that stands alone.
  private func holdsOnlyHTML(_ node: MarkupTree.NodeID) -> Bool {
    let child = tree.firstChild(of: node)
    guard tree.element(node)?.name == "annotation-xml", child >= 0 else { return false }
    var next: MarkupTree.NodeID? = child
    while let current = next, current >= 0 {
      if let element = tree.element(current), element.namespace != .html { return false }
      next = tree.nextSibling(of: current)
    }
    return true
  }

  /// The TeX a formula was made from, where its `semantics` holds it.
  private func teXAnnotation(in top: MarkupTree.NodeID) -> String? {
    var node = tree.successor(of: top, within: top)
    while let current = node {
      if let element = tree.element(current), element.name == "annotation",
        let encoding = element["encoding"]?.lowercased(), encoding.contains("tex")
      {
        let tex = tree.words(of: current)
        if !tex.isEmpty { return tex }
      }
      node = tree.successor(of: current, within: top)
    }
    return nil
  }

  /// The `math` element as XML; nil when it nests too deep. Attributes that run programs go.
  private func mathML(_ top: MarkupTree.NodeID) -> String? {
    var text = ""
    var open: [(node: MarkupTree.NodeID, name: String)] = []
    var node: MarkupTree.NodeID? = top
    while let current = node {
      while let last = open.last, last.node != tree.parent(of: current) {
        text += "</" + last.name + ">"
        open.removeLast()
      }
      switch tree[current].content {
      case .text(let string):
        text += string.escapedForXML
        node = tree.successor(of: current, within: top)
      case .element(let element):
        if element.namespace == .html || holdsOnlyHTML(current) {
          node = tree.following(current, within: top)
          continue
        }
        guard open.count < Self.deepestMathematics else { return nil }
        text += "<" + element.name
        if current == top { text += " xmlns=\"http://www.w3.org/1998/Math/MathML\"" }
        for attribute in element.attributes where attribute.isHarmless {
          text += " " + attribute.name + "=\"" + attribute.value.escapedForXML + "\""
        }
        text += ">"
        open.append((current, element.name))
        node = tree.successor(of: current, within: top)
      }
    }
    while let last = open.popLast() { text += "</" + last.name + ">" }
    return text
  }
}

extension MarkupTree.Attribute {
  /// Whether an attribute may be kept in MathML: its name is an XML name, and it neither runs a
  /// program nor leads anywhere.
  fileprivate var isHarmless: Bool {
    // What a reader of ours says of a formula is no part of it.
    guard name != "xmlns", !name.hasPrefix("coformat-"), !name.lowercased().hasPrefix("on"), name != "style",
      !name.lowercased().hasSuffix("href"), name != "src"
    else { return false }
    var bytes = name.utf8.makeIterator()
    guard let first = bytes.next(), first.isNameStart else { return false }
    while let byte = bytes.next() {
      guard byte.isNameStart || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E else {
        return false
      }
    }
    return true
  }
}

extension UInt8 {
  fileprivate var isNameStart: Bool { (0x61...0x7A).contains(self | 0x20) || self == 0x5F }
}

extension String {
  /// The characters as XML 1.0 writes them in content and in attributes; those XML has no place for
  /// are gone.
  fileprivate var escapedForXML: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += " "
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension String {
  /// The text without line ends at its ends.
  fileprivate var trimmingLineEnds: String {
    var slice = self[...]
    while slice.first?.isNewline == true { slice.removeFirst() }
    while slice.last?.isNewline == true { slice.removeLast() }
    return String(slice)
  }
}
