import XMLTree

/// Turns Office Math (ISO/IEC 29500-1, 22.1) into MathML 3.
struct FormulaConverter {
  let part: WordPart
  /// Whether revisions in the formula are accepted.
  let accepts: Bool
  /// Elements that are not understood, each once.
  private(set) var unknown: [(String, FlatXML.NodeID)] = []
  private var depth = 0
  private static let deepest = 100

  init(part: WordPart, accepts: Bool) {
    self.part = part
    self.accepts = accepts
  }

  private var xml: FlatXML { part.xml }

  /// What an element holds, one after the other.
  mutating func row(_ node: FlatXML.NodeID?) -> [XMLElement] {
    guard let node else { return [] }
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else {
      unknown.append((xml.name(node), node))
      let text = xml.text(node)
      return text.isEmpty ? [] : [XMLElement("mtext", text: text)]
    }
    return xml.children(node).flatMap { element($0) }
  }

  /// What an element holds, as one element.
  private mutating func group(_ node: FlatXML.NodeID?) -> XMLElement {
    let content = row(node)
    return content.count == 1 ? content[0] : Self.element("mrow", content)
  }

  private mutating func child(_ name: String, _ node: FlatXML.NodeID) -> XMLElement {
    group(xml.child(name, of: node))
  }

  private static func element(
    _ name: String, _ children: [XMLElement], _ attributes: [XMLAttribute] = []
  ) -> XMLElement {
    XMLElement(name, attributes, children.map(XMLNode.element))
  }

  private func property(_ name: String, _ node: FlatXML.NodeID, in properties: String) -> String? {
    guard let properties = xml.child(properties, of: node), let child = xml.child(name, of: properties) else {
      return nil
    }
    return xml.attribute("m:val", of: child) ?? ""
  }

  private func isOn(_ name: String, _ node: FlatXML.NodeID, in properties: String) -> Bool {
    property(name, node, in: properties).map { !["0", "false", "off"].contains($0) } ?? false
  }

  private mutating func element(_ node: FlatXML.NodeID) -> [XMLElement] {
    let name = xml.name(node)
    switch name {
    case "m:r": return run(node)
    case "m:f": return [fraction(node)]
    case "m:rad":
      let base = child("m:e", node)
      let degree = row(xml.child("m:deg", of: node))
      if isOn("m:degHide", node, in: "m:radPr") || degree.isEmpty { return [Self.element("msqrt", [base])] }
      return [Self.element("mroot", [base, Self.element("mrow", degree)])]
    case "m:sSup": return [Self.element("msup", [child("m:e", node), child("m:sup", node)])]
    case "m:sSub": return [Self.element("msub", [child("m:e", node), child("m:sub", node)])]
    case "m:sSubSup":
      return [Self.element("msubsup", [child("m:e", node), child("m:sub", node), child("m:sup", node)])]
    case "m:sPre":
      return [
        Self.element(
          "mmultiscripts",
          [child("m:e", node), XMLElement("mprescripts"), child("m:sub", node), child("m:sup", node)])
      ]
    case "m:nary": return nary(node)
    case "m:d": return [delimiters(node)]
    case "m:func": return [child("m:fName", node), XMLElement("mo", text: "\u{2061}"), child("m:e", node)]
    case "m:limLow": return [Self.element("munder", [child("m:e", node), child("m:lim", node)])]
    case "m:limUpp": return [Self.element("mover", [child("m:e", node), child("m:lim", node)])]
    case "m:acc":
      let sign = property("m:chr", node, in: "m:accPr") ?? "\u{302}"
      return [
        Self.element(
          "mover", [child("m:e", node), XMLElement("mo", text: Self.spacing(sign))],
          [XMLAttribute("accent", "true")])
      ]
    case "m:bar":
      let isAbove = property("m:pos", node, in: "m:barPr") == "top"
      return [
        Self.element(
          isAbove ? "mover" : "munder", [child("m:e", node), XMLElement("mo", text: isAbove ? "¯" : "_")])
      ]
    case "m:groupChr":
      let sign = property("m:chr", node, in: "m:groupChrPr") ?? "⏟"
      let isAbove = property("m:pos", node, in: "m:groupChrPr") == "top"
      return [Self.element(isAbove ? "mover" : "munder", [child("m:e", node), XMLElement("mo", text: sign)])]
    case "m:box": return row(xml.child("m:e", of: node))
    case "m:borderBox":
      return [Self.element("menclose", [child("m:e", node)], [XMLAttribute("notation", "box")])]
    case "m:phant":
      let base = row(xml.child("m:e", of: node))
      let isHidden =
        property("m:show", node, in: "m:phantPr").map { ["0", "false", "off"].contains($0) } ?? false
      return isHidden ? [Self.element("mphantom", base)] : base
    case "m:m": return [matrix(node)]
    case "m:eqArr":
      let rows = xml.children(node).filter { xml.name($0) == "m:e" }.map { line in
        Self.element("mtr", [Self.element("mtd", row(line))])
      }
      return [Self.element("mtable", rows)]
    case "w:ins", "w:moveTo": return accepts ? row(node) : []
    case "w:del", "w:moveFrom": return accepts ? [] : row(node)
    case "m:oMath", "m:e", "w:sdt", "w:sdtContent", "w:smartTag", "w:customXml", "w:hyperlink":
      return row(node)
    case "w:r": return text(wordText(node), isPlain: true)
    case let name where name.hasSuffix("Pr") || name.isEmpty || name.hasPrefix("w:"): return []
    default:
      unknown.append((name, node))
      return row(node)
    }
  }

  private func wordText(_ node: FlatXML.NodeID) -> String {
    xml.children(node).filter { xml.name($0) == "w:t" }.map { xml.text($0) }.joined()
  }

  private mutating func fraction(_ node: FlatXML.NodeID) -> XMLElement {
    let parts = [child("m:num", node), child("m:den", node)]
    switch property("m:type", node, in: "m:fPr") {
    case "lin": return Self.element("mrow", [parts[0], XMLElement("mo", text: "/"), parts[1]])
    case "noBar": return Self.element("mfrac", parts, [XMLAttribute("linethickness", "0")])
    case "skw": return Self.element("mfrac", parts, [XMLAttribute("bevelled", "true")])
    default: return Self.element("mfrac", parts)
    }
  }

  private mutating func nary(_ node: FlatXML.NodeID) -> [XMLElement] {
    let sign = property("m:chr", node, in: "m:naryPr") ?? "∫"
    let below = row(xml.child("m:sub", of: node))
    let above = row(xml.child("m:sup", of: node))
    let hasBelow = !isOn("m:subHide", node, in: "m:naryPr") && !below.isEmpty
    let hasAbove = !isOn("m:supHide", node, in: "m:naryPr") && !above.isEmpty
    let isIntegral = ("∫"..."∳").contains(sign)
    let location = property("m:limLoc", node, in: "m:naryPr")
    let isBeside = location.map { $0 == "subSup" } ?? isIntegral
    let names = isBeside ? ("msub", "msup", "msubsup") : ("munder", "mover", "munderover")
    let base = XMLElement("mo", text: sign.isEmpty ? "∫" : sign)
    let operatorElement: XMLElement
    switch (hasBelow, hasAbove) {
    case (true, true):
      operatorElement = Self.element(
        names.2, [base, Self.element("mrow", below), Self.element("mrow", above)])
    case (true, false): operatorElement = Self.element(names.0, [base, Self.element("mrow", below)])
    case (false, true): operatorElement = Self.element(names.1, [base, Self.element("mrow", above)])
    case (false, false): operatorElement = base
    }
    return [operatorElement, child("m:e", node)]
  }

  private mutating func delimiters(_ node: FlatXML.NodeID) -> XMLElement {
    let begin = property("m:begChr", node, in: "m:dPr") ?? "("
    let end = property("m:endChr", node, in: "m:dPr") ?? ")"
    let separator = property("m:sepChr", node, in: "m:dPr") ?? "|"
    var content: [XMLElement] = []
    func fence(_ sign: String) -> XMLElement {
      XMLElement("mo", [XMLAttribute("fence", "true")], text: sign)
    }
    if !begin.isEmpty { content.append(fence(begin)) }
    for (index, part) in xml.children(node).filter({ xml.name($0) == "m:e" }).enumerated() {
      if index > 0, !separator.isEmpty { content.append(XMLElement("mo", text: separator)) }
      content.append(group(part))
    }
    if !end.isEmpty { content.append(fence(end)) }
    return Self.element("mrow", content)
  }

  private mutating func matrix(_ node: FlatXML.NodeID) -> XMLElement {
    var rows: [XMLElement] = []
    for line in xml.children(node) where xml.name(line) == "m:mr" {
      var cells: [XMLElement] = []
      for cell in xml.children(line) where xml.name(cell) == "m:e" {
        cells.append(Self.element("mtd", row(cell)))
      }
      rows.append(Self.element("mtr", cells))
    }
    return Self.element("mtable", rows)
  }

  // MARK: - Letters, numbers, signs

  private mutating func run(_ node: FlatXML.NodeID) -> [XMLElement] {
    var result: [XMLElement] = []
    let properties = xml.child("m:rPr", of: node)
    let isPlain = properties.map { xml.child("m:nor", of: $0) != nil } ?? false
    let style = property("m:sty", node, in: "m:rPr")
    let script = property("m:scr", node, in: "m:rPr")
    let variant = Self.variant(script, style)
    for child in xml.children(node) {
      switch xml.name(child) {
      case "m:t", "w:t": result += text(xml.text(child), isPlain: isPlain, variant: variant)
      case "w:sym":
        let font = xml.attribute("w:font", of: child) ?? ""
        if let code = xml.attribute("w:char", of: child).flatMap({ UInt32($0, radix: 16) }),
          let sign = SymbolFonts.character(code, font: font)
        {
          result += text(sign, isPlain: false)
        } else {
          unknown.append(("w:sym", child))
        }
      case "w:tab": result += text(" ", isPlain: true)
      case "w:drawing", "w:object", "w:pict": unknown.append((xml.name(child), child))
      default: break
      }
    }
    return result
  }

  private static func variant(_ script: String?, _ style: String?) -> String? {
    switch script {
    case "script": "script"
    case "fraktur": "fraktur"
    case "double-struck": "double-struck"
    case "sans-serif": "sans-serif"
    case "monospace": "monospace"
    default:
      switch style {
      case "p": "normal"
      case "b": "bold"
      case "bi": "bold-italic"
      default: nil
      }
    }
  }

  /// The characters of a run as identifiers, numbers and operators. Letters set upright side by side
  /// are one name, as `sin` is.
  private func text(_ text: String, isPlain: Bool, variant: String? = nil) -> [XMLElement] {
    let text = text.withoutControls
    if isPlain { return text.isEmpty ? [] : [XMLElement("mtext", text: text)] }
    var result: [XMLElement] = []
    var pending = ""
    var isNumber = false
    func attributes(_ length: Int) -> [XMLAttribute] {
      guard let variant, !(variant == "normal" && length > 1) else { return [] }
      return [XMLAttribute("mathvariant", variant)]
    }
    func flush() {
      if pending.isEmpty { return }
      // A full stop or comma at the end is no part of the number.
      var sign = ""
      if isNumber, let last = pending.last, last == "." || last == "," {
        sign = String(last)
        pending.removeLast()
      }
      if !pending.isEmpty {
        result.append(
          XMLElement(
            isNumber ? "mn" : "mi", isNumber ? attributes(2) : attributes(pending.count), text: pending))
      }
      if !sign.isEmpty { result.append(XMLElement("mo", text: sign)) }
      pending = ""
    }
    for character in text {
      if character.isNumber || isNumber && !pending.isEmpty && (character == "." || character == ",") {
        if !isNumber { flush() }
        isNumber = true
        pending.append(character)
      } else if character.isLetter {
        if isNumber || variant != "normal" { flush() }
        isNumber = false
        pending.append(character)
      } else {
        flush()
        isNumber = false
        if character == "&" || character.isWhitespace { continue }
        result.append(XMLElement("mo", text: String(character)))
      }
    }
    flush()
    return result
  }

  /// A combining accent as the sign that stands alone.
  private static func spacing(_ sign: String) -> String {
    switch sign {
    case "\u{300}": "`"
    case "\u{301}": "´"
    case "\u{302}": "^"
    case "\u{303}": "~"
    case "\u{304}", "\u{305}": "¯"
    case "\u{306}": "˘"
    case "\u{307}": "˙"
    case "\u{308}": "¨"
    case "\u{30A}": "˚"
    case "\u{30C}": "ˇ"
    case "\u{20D6}": "←"
    case "\u{20D7}": "→"
    case "\u{20E1}": "↔"
    case "\u{20DB}": "⃛"
    case "": "^"
    default: sign
    }
  }
}
