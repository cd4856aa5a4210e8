import DocumentModel
import XMLTree

extension WordReading {
  /// The formulas of an `m:oMath` or `m:oMathPara`, as MathML.
  func formulas(_ node: FlatXML.NodeID, in part: WordPart) -> [Mathematics] {
    let xml = part.xml
    let isParagraph = xml.name(node) == "m:oMathPara"
    let nodes = isParagraph ? xml.children(node).filter { xml.name($0) == "m:oMath" } : [node]
    return nodes.compactMap { node in
      var converter = FormulaConverter(part: part, accepts: options.changes != .reject)
      let content = converter.row(node)
      for (name, place) in converter.unknown {
        log.report(.formulaPartUnknown(name, at: part.range(place)))
      }
      guard !content.isEmpty else { return nil }
      var attributes = [XMLAttribute("xmlns", "http://www.w3.org/1998/Math/MathML")]
      if isParagraph { attributes.append(XMLAttribute("display", "block")) }
      let markup = XMLSerializer.fragment(XMLElement("math", attributes, content.map(XMLNode.element)))
      return Mathematics(mathML: markup)
    }
  }
}
