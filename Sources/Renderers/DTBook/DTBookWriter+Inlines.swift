import DocumentModel
import XMLTree

// What stands in a line of text.

extension DTBookWriter {
  /// Where the numbers of lines go.
  enum LineNumbers {
    /// To elements of their own, which only lines of a line group hold.
    case asLineNumbers
    /// Into the text.
    case inText
  }

  /// The nodes of inlines; empty when they show nothing but blanks.
  mutating func inlines(_ inlines: [Inline], numbers: LineNumbers = .inText) -> [XMLNode] {
    let nodes = self.nodes(for: inlines, numbers)
    return nodes.contains(where: \.showsSomething) ? nodes : []
  }

  private mutating func nodes(for inlines: [Inline], _ numbers: LineNumbers = .inText) -> [XMLNode] {
    var result: [XMLNode] = []
    for inline in inlines {
      for node in nodes(for: inline, numbers) {
        // Text beside text is one text.
        if case .text(let next) = node, case .text(let before)? = result.last {
          result[result.count - 1] = .text(before + next)
        } else {
          result.append(node)
        }
      }
    }
    return result
  }

  private mutating func nodes(for inline: Inline, _ numbers: LineNumbers) -> [XMLNode] {
    switch inline {
    case .text(let node):
      return wrapped("span", [.text(node.string)], node.info, always: false)
    case .styled(let node): return styled(node)
    case .span(let node):
      if node.pronunciation != nil { said.pronunciations.add(node.info.range) }
      if let number = node.lineNumber {
        return wrapped(
          numbers == .asLineNumbers ? "linenum" : "span",
          numbers == .asLineNumbers ? [] : [XMLAttribute("class", "line-number")], [.text(number)], node.info)
      }
      let inside = nodes(for: node.inlines)
      if node.isSentence, inside.contains(where: \.showsSomething) {
        return wrapped("sent", inside, node.info)
      }
      return wrapped("span", inside, node.info, always: false)
    case .link(let node): return link(node)
    case .crossReference(let node): return crossReference(node)
    case .noteReference(let node): return noteReference(node)
    case .abbreviation(let node):
      let title = node.expansion.map { [XMLAttribute("title", $0)] } ?? []
      return wrapped("abbr", title, nodes(for: node.inlines), node.info)
    case .image(let node): return image(node)
    case .code(let node):
      return wrapped("code", node.text.isEmpty ? [] : [.text(node.text)], node.info)
    case .mathematics(let node): return formula(node.mathematics, .inline, node.info)
    case .lineBreak: return [.element(XMLElement("br"))]
    case .pageBreak(let node): return page(node).map(XMLNode.element)
    }
  }

  /// An element around nodes; where it is not always there, only to carry what the node does.
  private mutating func wrapped(
    _ name: String, _ nodes: [XMLNode], _ info: NodeInfo, always: Bool = true
  ) -> [XMLNode] {
    wrapped(name, [], nodes, info, always: always)
  }

  mutating func wrapped(
    _ name: String, _ own: [XMLAttribute], _ nodes: [XMLNode], _ info: NodeInfo, always: Bool = true
  ) -> [XMLNode] {
    let attributes = own + attributes(of: info)
    if nodes.isEmpty || (!always && attributes.isEmpty) { return nodes }
    return [.element(XMLElement(name, attributes, nodes))]
  }

  // MARK: - Styles

  private mutating func styled(_ node: Styled) -> [XMLNode] {
    let (name, role) = Self.element(for: node.style)
    var inside = nodes(for: node.inlines)
    // Print shows the marks; players do not add any.
    if node.style == .quotation, !inside.isEmpty { inside = [.text("“")] + inside + [.text("”")] }
    return wrapped(name, role.map { [XMLAttribute("class", $0)] } ?? [], inside, node.info)
  }

  /// DTBook's element for a style of text, and its class where the element alone does not say it.
  private static func element(for style: TextStyle) -> (String, String?) {
    switch style {
    case .emphasis: ("em", nil)
    case .strong: ("strong", nil)
    case .superscript: ("sup", nil)
    case .subscript: ("sub", nil)
    case .quotation: ("q", nil)
    case .citation: ("cite", nil)
    case .keyboard: ("kbd", nil)
    case .sample: ("samp", nil)
    case .definition: ("dfn", nil)
    case .underline, .strikethrough, .smallCapitals, .highlight, .inserted, .deleted, .variable, .small:
      ("span", style.rawValue)
    }
  }

  // MARK: - References

  private mutating func link(_ node: Link) -> [XMLNode] {
    let outer = isInLink
    isInLink = true
    var inside = nodes(for: node.inlines)
    isInLink = outer
    let address = node.target.asciiAddress
    if !inside.contains(where: \.showsSomething) { inside = address.isEmpty ? [] : [.text(node.target)] }
    guard !isInLink, !address.isEmpty else { return wrapped("span", inside, node.info, always: false) }
    if address.hasPrefix("#") {
      let id = names.reference(to: String(node.target.dropFirst()))
      return wrapped("a", [XMLAttribute("href", "#\(id)")], inside, node.info)
    }
    let title = node.title.map { [XMLAttribute("title", $0)] } ?? []
    return wrapped(
      "a", [XMLAttribute("href", address), XMLAttribute("external", "true")] + title, inside, node.info)
  }

  private mutating func crossReference(_ node: CrossReference) -> [XMLNode] {
    let outer = isInLink
    isInLink = true
    let inside = nodes(for: node.inlines)
    isInLink = outer
    guard !isInLink else { return wrapped("span", inside, node.info, always: false) }
    let id = names.reference(to: node.target)
    return wrapped("a", [XMLAttribute("href", "#\(id)")], inside, node.info)
  }

  /// The mark of a note. It links to the note, which follows the block it is in.
  private mutating func noteReference(_ node: NoteReference) -> [XMLNode] {
    guard let mark = marks[node.note] else {
      log.report(.noteMissing(node.note, at: node.info.range))
      return []
    }
    awaitedNotes.append(node.note)
    let target = names.reference(to: "\u{0}note \(node.note)")
    let id = node.info.id.flatMap { names.define($0) } ?? names.fresh("r")
    return [
      .element(
        XMLElement("noteref", [XMLAttribute("id", id), XMLAttribute("idref", "#\(target)")], text: mark))
    ]
  }
}

extension XMLNode {
  /// Whether a reader meets something here: characters that are no blanks, a picture, a mark.
  var showsSomething: Bool {
    switch self {
    case .text(let text): !text.allSatisfy(\.isWhitespace)
    case .element(let element):
      element.name != "br"
        && (["img", "pagenum", "noteref"].contains(element.name)
          || element.children.contains(where: \.showsSomething))
    }
  }
}

extension String {
  /// An address as a URI has it: what is not ASCII, and the few ASCII characters a URI cannot hold, in
  /// percents (RFC 3987, 3.1).
  var asciiAddress: String {
    let trimmed = drop(while: \.isWhitespace)
    var result = ""
    for byte in trimmed.utf8 {
      let isPlain = byte > 0x20 && byte < 0x7F && !"\"<>\\^`{|}".utf8.contains(byte)
      if isPlain {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.count < 2 ? "%0" + digits : "%" + digits
      }
    }
    return result
  }
}
