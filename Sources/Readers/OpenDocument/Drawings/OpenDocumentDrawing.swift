import Diagnostics
import DocumentModel
import XMLTree

extension OpenDocumentReading {
  /// What is found in a drawing.
  struct DrawingContent {
    var inlines: [Inline] = []
    var blocks: [Block] = []
    var words: [String] = []
  }

  /// A frame, a shape or a group of them: pictures and formulas stand in the text, text boxes and charts
  /// after the paragraph they are anchored in.
  func drawing(_ node: FlatXML.NodeID, _ context: inout OpenDocumentParagraph) {
    if options.changes == .reject, !openInsertions.isEmpty { return }
    pages.write()
    var found = DrawingContent()
    collect(node, in: context.part, &found)
    for inline in found.inlines { append(inline, &context) }
    for words in found.words {
      append(" " + words + " ", at: context.part.range(node), &context)
    }
    if !found.inlines.isEmpty { context.isAfterSpace = false }
    context.attached += found.blocks
  }

  /// Gathers what a drawing holds, in reading order.
  private func collect(
    _ top: FlatXML.NodeID, in part: OpenDocumentPart, _ found: inout DrawingContent
  ) {
    let xml = part.xml
    var open = [top]
    while let node = open.popLast() {
      switch xml.name(node) {
      case "draw:g":
        described(node, in: part, unless: hasContent(node, in: part), &found)
        open += inReadingOrder(node, in: part).reversed()
      case "draw:a": open += xml.children(node).reversed()
      case "draw:frame": frame(node, in: part, &found)
      case "draw:control": control(node, in: part, &found)
      case "svg:title", "svg:desc", "draw:glue-point", "draw:enhanced-geometry", "draw:contour-polygon",
        "draw:contour-path", "draw:image-map", "office:event-listeners", "":
        continue
      default: shape(node, in: part, &found)
      }
    }
  }

  private func hasContent(_ node: FlatXML.NodeID, in part: OpenDocumentPart) -> Bool {
    (node..<part.xml.end(of: node)).contains {
      ["draw:image", "draw:text-box"].contains(part.xml.name($0))
        || part.xml.name($0) == "text:p" && !part.words($0).isEmpty
    }
  }

  /// The members of a group from top to bottom and from left to right, by where they are drawn.
  private func inReadingOrder(_ node: FlatXML.NodeID, in part: OpenDocumentPart) -> [FlatXML.NodeID] {
    let xml = part.xml
    func length(_ name: String, _ node: FlatXML.NodeID) -> Double {
      xml.attribute(name, of: node).flatMap { Double($0.prefix { $0.isNumber || $0 == "." || $0 == "-" }) }
        ?? 0
    }
    return xml.children(node).enumerated()
      .map { (x: length("svg:x", $1), y: length("svg:y", $1), index: $0, node: $1) }
      .sorted { ($0.y, $0.x, $0.index) < ($1.y, $1.x, $1.index) }.map(\.node)
  }

  /// A drawn shape: the text in it, or what its author says of it.
  private func shape(_ node: FlatXML.NodeID, in part: OpenDocumentPart, _ found: inout DrawingContent) {
    let isText = hasContent(node, in: part)
    if isText, depth < Self.deepest {
      depth += 1
      found.blocks += story(node, in: part).boxed(at: part.extent(node))
      depth -= 1
    }
    described(node, in: part, unless: isText, &found)
  }

  /// Puts what an author says of a drawing in its place, or says that there is nothing of it.
  private func described(
    _ node: FlatXML.NodeID, in part: OpenDocumentPart, unless hasContent: Bool, _ found: inout DrawingContent
  ) {
    let range = part.range(node)
    switch alternative(of: node, in: part) {
    case .text(let words, let longer):
      let info = NodeInfo(range: range)
      found.blocks.append(
        .paragraph(Paragraph([.text(Text(words, info: info))], kind: .transcribersNote, info: info)))
      found.blocks += longer
    case .missing:
      if !hasContent, part.xml.name(node) != "draw:g" {
        let name = part.xml.attribute("draw:name", of: node) ?? ""
        log.report(.openDocumentShapeLeftOut(name, at: range))
      }
    case .decorative: break
    }
  }

  // MARK: - What stands for a picture

  /// What stands for a drawing where it cannot be seen (OASIS OpenDocument 1.3, part 3, 10.3.17): its
  /// title, with the description as the longer one where there are both.
  func alternative(of node: FlatXML.NodeID, in part: OpenDocumentPart) -> TextAlternative {
    let xml = part.xml
    let style = styles.style(xml.attribute("draw:style-name", of: node), family: "graphic")
    let own = xml.attribute("loext:decorative", of: node).map { $0 == "true" }
    if own ?? style.isDecorative == true { return .decorative }
    let title = xml.child("svg:title", of: node).map { xml.text($0).collapsed } ?? ""
    let description = xml.child("svg:desc", of: node).map { xml.text($0).collapsed } ?? ""
    guard !title.isEmpty || !description.isEmpty else { return .missing }
    let range = part.range(node)
    let words = title.isEmpty || title.looksLikeFileName && !description.isEmpty ? description : title
    if words.looksLikeFileName { log.report(.openDocumentFileNameAlternative(words, at: range)) }
    guard !description.isEmpty, description != words else { return .text(words) }
    let info = NodeInfo(range: range)
    return .text(
      words, longDescription: [.paragraph(Paragraph([.text(Text(description, info: info))], info: info))])
  }

  // MARK: - Forms

  /// A control of a form: its label, and what is chosen or filled in.
  private func control(_ node: FlatXML.NodeID, in part: OpenDocumentPart, _ found: inout DrawingContent) {
    let xml = part.xml
    guard let id = xml.attribute("draw:control", of: node), let form = controls[id] else {
      described(node, in: part, unless: false, &found)
      return
    }
    let label = xml.attribute("form:label", of: form)?.collapsed ?? ""
    let value = xml.attribute("form:current-value", of: form) ?? xml.attribute("form:value", of: form) ?? ""
    var words: String
    switch xml.name(form) {
    case "form:checkbox":
      let state = xml.attribute("form:current-state", of: form) ?? xml.attribute("form:state", of: form)
      words = (state == "checked" ? "☒ " : "☐ ") + label
    case "form:radio":
      let isChosen =
        xml.attribute("form:current-selected", of: form) ?? xml.attribute("form:selected", of: form)
      words = (isChosen == "true" ? "☒ " : "☐ ") + label
    case "form:listbox", "form:combobox":
      let chosen = xml.children(form).first {
        xml.attribute("form:current-selected", of: $0) == "true"
          || xml.attribute("form:selected", of: $0) == "true"
      }
      words = [label, chosen.flatMap { xml.attribute("form:label", of: $0) } ?? value].joined(separator: " ")
    case "form:password": words = label
    default: words = [label, value].joined(separator: " ")
    }
    words = words.collapsed
    if !words.isEmpty { found.words.append(words) }
  }
}
