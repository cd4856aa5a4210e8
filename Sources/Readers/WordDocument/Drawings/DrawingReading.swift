import Diagnostics
import DocumentModel
import XMLTree

extension WordReading {
  /// A drawing, DrawingML's or the older VML's: pictures stand in the text, text boxes and diagrams
  /// after the paragraph they are anchored in.
  func drawing(_ node: FlatXML.NodeID, _ style: RunStyle, _ context: inout ParagraphContext) {
    if style.isHidden || fields.contains(where: { !$0.isResult }) { return }
    let part = context.part
    let object = part.xml.name(node) == "w:object" ? objectProgram(node, in: part) : nil
    if let object {
      let isEquation = ["equation.", "mathtype"].contains(where: object.lowercased().hasPrefix)
      log.report(
        isEquation
          ? .oldEquation(object, at: part.range(node)) : .embeddedObject(object, at: part.range(node)))
    }
    var found = DrawingContent()
    let properties = drawingProperties(node, in: part)
    collect(node, in: part, properties, &found)
    place(found, properties, at: part.range(node), &context)
  }

  /// What a drawing says of itself as a whole.
  struct DrawingProperties {
    var name = ""
    var alternative: TextAlternative = .missing
    var title: String?
    var isHidden = false
  }

  /// What is found in a drawing.
  struct DrawingContent {
    var pictures: [Image] = []
    var blocks: [Block] = []
    var shapes = 0
    var wordArt: [String] = []
  }

  /// The program an embedded object belongs to; nil when there is none.
  private func objectProgram(_ node: FlatXML.NodeID, in part: WordPart) -> String? {
    for inner in node..<part.xml.end(of: node) where part.xml.name(inner) == "o:OLEObject" {
      return part.xml.attribute("ProgID", of: inner) ?? ""
    }
    return nil
  }

  private func drawingProperties(_ node: FlatXML.NodeID, in part: WordPart) -> DrawingProperties {
    let xml = part.xml
    for child in xml.children(node) {
      guard ["wp:inline", "wp:anchor"].contains(xml.name(child)) else { continue }
      guard let properties = xml.child("wp:docPr", of: child) else { return DrawingProperties() }
      return self.properties(properties, in: part)
    }
    return DrawingProperties()
  }

  /// What a `docPr` or `cNvPr` says: name, alternative text, whether it is decorative.
  func properties(_ node: FlatXML.NodeID, in part: WordPart) -> DrawingProperties {
    let xml = part.xml
    var result = DrawingProperties()
    result.name = xml.attribute("name", of: node) ?? ""
    let title = xml.attribute("title", of: node)?.collapsed
    let words = xml.attribute("descr", of: node)?.collapsed ?? ""
    result.title = title?.isEmpty == false ? title : nil
    result.isHidden = ["1", "true"].contains(xml.attribute("hidden", of: node))
    var isDecorative = false
    for inner in node..<xml.end(of: node) where xml.name(inner) == "adec:decorative" {
      isDecorative = xml.attribute("val", of: inner).map { ["1", "true"].contains($0) } ?? true
    }
    if isDecorative {
      result.alternative = .decorative
    } else if !words.isEmpty {
      result.alternative = .text(words)
      if words.looksLikeFileName { log.report(.alternativeIsFileName(words, at: part.range(node))) }
    } else if let title = result.title {
      // Word before 2010 kept the alternative text where the title is now.
      result.alternative = .text(title)
      result.title = nil
    }
    return result
  }

  /// Gathers what a drawing holds, in reading order.
  private func collect(
    _ top: FlatXML.NodeID, in part: WordPart, _ whole: DrawingProperties, _ found: inout DrawingContent
  ) {
    let xml = part.xml
    var open = Array(xml.children(top)).reversed() as [FlatXML.NodeID]
    while let node = open.popLast() {
      switch xml.name(node) {
      case "pic:pic": found.pictures.append(picture(node, in: part, whole))
      case "v:imagedata", "v:image":
        if let image = vectorPicture(node, in: part) { found.pictures.append(image) }
      case "w:txbxContent":
        guard depth < Self.deepest else { continue }
        depth += 1
        found.blocks += story(node, in: part).boxed(at: part.extent(node))
        depth -= 1
      case "v:textpath":
        if let words = xml.attribute("string", of: node)?.collapsed, !words.isEmpty {
          found.wordArt.append(words)
        }
      case "c:chart": found.blocks += chart(node, in: part, whole)
      case "dgm:relIds": found.blocks += diagram(node, in: part)
      case "mc:Choice", "mc:Fallback":
        if isChosen(node, in: part) { open += xml.children(node).reversed() }
      case "wpg:wgp", "wpg:grpSp", "v:group":
        open += inReadingOrder(Array(xml.children(node)), in: part).reversed()
      case "wps:wsp", "v:shape", "v:rect", "v:oval", "v:line", "v:roundrect", "v:shapetype":
        if xml.name(node) != "v:shapetype" { found.shapes += 1 }
        open += xml.children(node).reversed()
      case "wp:docPr", "wp:cNvGraphicFramePr", "wps:cNvPr", "wps:spPr", "wps:style", "wp:extent",
        "wp:effectExtent", "o:OLEObject", "":
        continue
      default: open += xml.children(node).reversed()
      }
    }
  }

  /// The members of a group from top to bottom and from left to right, by where they are drawn.
  private func inReadingOrder(_ nodes: [FlatXML.NodeID], in part: WordPart) -> [FlatXML.NodeID] {
    let placed = nodes.enumerated().map { index, node -> (x: Int, y: Int, index: Int, node: FlatXML.NodeID) in
      let shape =
        part.descend(node, "wps:spPr", "a:xfrm", "a:off")
        ?? part.descend(node, "pic:spPr", "a:xfrm", "a:off")
        ?? part.descend(node, "wpg:grpSpPr", "a:xfrm", "a:off")
      guard let shape else { return (0, 0, index, node) }
      return (
        part.xml.attribute("x", of: shape).flatMap { Int($0) } ?? 0,
        part.xml.attribute("y", of: shape).flatMap { Int($0) } ?? 0, index, node
      )
    }
    return placed.sorted { ($0.y, $0.x, $0.index) < ($1.y, $1.x, $1.index) }.map(\.node)
  }

  /// Puts what a drawing holds where it is read.
  private func place(
    _ found: DrawingContent, _ whole: DrawingProperties, at range: SourceRange?,
    _ context: inout ParagraphContext
  ) {
    pages.write()
    for image in found.pictures { append(.image(image), &context) }
    for words in found.wordArt { append(" " + words + " ", RunStyle(), at: range, &context) }
    context.attached += found.blocks
    guard found.pictures.isEmpty, found.wordArt.isEmpty, found.blocks.isEmpty else { return }
    switch whole.alternative {
    case .text(let words, _):
      let info = NodeInfo(range: range)
      let note = Paragraph([.text(Text(words, info: info))], kind: .transcribersNote, info: info)
      context.attached.append(.paragraph(note))
    case .missing:
      if found.shapes > 0 { log.report(.drawingLeftOut(whole.name, at: range)) }
    case .decorative: break
    }
  }
}
