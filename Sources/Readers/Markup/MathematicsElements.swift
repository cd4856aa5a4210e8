import Diagnostics
import DocumentModel

extension DocumentBuilder {
  /// How deep MathML may nest; beyond it a formula is kept as its words.
  private static let deepestMathematics = 200

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
      tex: teXAnnotation(in: node), mathML: markup, alternative: element.firstWords("alttext", "aria-label"))
    place(mathematics, info, isDisplayed: element["display"]?.lowercased() == "block")
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
      Mathematics(tex: tex, alternative: element.words("alttext")), info(node, element),
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
  /// letters with marking, and is read as the rest of the page is.
  private func holdsHTML(_ top: MarkupTree.NodeID) -> Bool {
    var node = tree.successor(of: top, within: top)
    while let current = node {
      if let element = tree.element(current), element.namespace == .html,
        !Tag(named: element.name).isNeverShown
      {
        return true
      }
      node = tree.successor(of: current, within: top)
    }
    return false
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
        if element.namespace == .html {
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
    guard name != "xmlns", !name.lowercased().hasPrefix("on"), name != "style",
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
