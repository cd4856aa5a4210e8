import DocumentModel
import XMLTree

// Pictures with their words: the short ones are the picture's, the long ones a producer's note that a
// listener may leave out.

extension DTBookWriter {
  /// A picture in a line of text. Its description follows the block.
  mutating func image(_ node: Image) -> [XMLNode] {
    let (shown, description) = parts(of: node)
    waiting += description
    switch shown {
    case .picture(let element)?: return [.element(element)]
    case .words(let text, let own)?:
      // What has sound of its own is a piece of its own.
      let name = narration?.clip(of: node.info.id) == nil ? "span" : "sent"
      return [.element(XMLElement(name, [XMLAttribute("class", "picture")] + own, text: text))]
    case nil: return []
    }
  }

  /// A picture that stands alone.
  mutating func picture(_ node: Image, caption: [Block], info: NodeInfo) -> [XMLElement] {
    group(of: [.picture(node)], caption: caption, info: info)
  }

  /// A figure: pictures are a group, anything else a division, a table with no caption of its own takes
  /// the figure's.
  mutating func figure(_ node: Figure) -> [XMLElement] {
    if let members = Self.members(of: node.blocks) {
      return group(of: members, caption: node.caption, info: node.info)
    }
    if node.blocks.count == 1, case .table(var table) = node.blocks[0], table.caption.isEmpty {
      table.caption = node.caption
      if table.info.id == nil { table.info.id = node.info.id }
      table.info.language = table.info.language ?? node.info.language
      return self.table(table)
    }
    let attributes = classed("figure", with: attributes(of: node.info))
    var inside = within(.block) { $0.elements(for: node.blocks) }
    let caption = within(.block) { $0.elements(for: node.caption) }
    if !caption.isEmpty {
      inside.append(XMLElement("div", [XMLAttribute("class", "caption")], caption.map(XMLNode.element)))
    }
    return inside.isEmpty ? [] : [XMLElement("div", attributes, inside.map(XMLNode.element))]
  }

  // MARK: - Groups

  private enum Member {
    case picture(Image)
    case page(PageBreak)
  }

  /// The pictures and page marks that blocks are; nil when there is anything else among them.
  private static func members(of blocks: [Block]) -> [Member]? {
    var members: [Member] = []
    for block in blocks {
      switch block {
      case .paragraph(let node):
        if let image = node.loneImage { members.append(.picture(image)); continue }
        guard node.inlines.allSatisfy({ if case .image = $0 { true } else { false } }) else { return nil }
        for case .image(let image) in node.inlines { members.append(.picture(image)) }
      case .pageBreak(let node): members.append(.page(node))
      case .division(let node):
        guard let inner = self.members(of: node.blocks) else { return nil }
        members += inner
      case .heading, .list, .definitionList, .blockQuote, .code, .table, .figure, .aside, .lineGroup,
        .mathematics, .separator:
        return nil
      }
    }
    return members.contains { if case .picture = $0 { true } else { false } } ? members : nil
  }

  private mutating func group(of members: [Member], caption: [Block], info: NodeInfo) -> [XMLElement] {
    let attributes = classed("", with: attributes(of: info))
    var inside: [XMLElement] = []
    var references: [String] = []
    for member in members {
      switch member {
      case .picture(let node):
        let (shown, description) = parts(of: node)
        switch shown {
        case .picture(let element)?:
          inside.append(element)
          references += element.attributes.filter { $0.name == "id" }.map(\.value)
        case .words(let text, let own)?:
          // The picture itself is not there: its words are the producer's, and must be read.
          let role = [XMLAttribute("render", "required"), XMLAttribute("class", "picture")]
          inside.append(XMLElement("prodnote", role + own, text: text))
        case nil: break
        }
        inside += description
      case .page(let node): inside += page(node)
      }
    }
    let words = within(.block) { $0.content(of: caption) }
    if !words.isEmpty {
      let reference = references.isEmpty ? [] : [XMLAttribute("imgref", references.joined(separator: " "))]
      inside.append(XMLElement("caption", reference, words))
    }
    let after = takeWaiting()
    guard !inside.isEmpty else { return after }
    return [XMLElement("imggroup", attributes, inside.map(XMLNode.element))] + after
  }

  // MARK: - A picture's parts

  /// What is there of a picture.
  private enum Shown {
    case picture(XMLElement)
    /// Its words, where its file cannot be shown, with the attributes of what holds them.
    case words(String, [XMLAttribute])
  }

  /// The picture's element, or its words where its file cannot be shown; and its long description.
  private mutating func parts(of node: Image) -> (shown: Shown?, description: [XMLElement]) {
    var words: String
    var description: [Block] = []
    switch node.alternative {
    case .missing:
      log.report(.pictureWithoutWords(node.source, at: node.info.range))
      words = node.title ?? self.words.text(.pictureWithoutDescription)
    case .decorative: words = ""
    case .text(let text, let long):
      words = text
      description = long
    }
    let own = attributes(of: node.info)
    var shown: Shown?
    var id: String?
    switch pictures.place(of: node) {
    case .at(let address, let size):
      let name = own.first { $0.name == "id" }?.value ?? names.fresh("img-")
      id = name
      var attributes = [
        XMLAttribute("id", name), XMLAttribute("src", address), XMLAttribute("alt", words),
      ]
      if let size, size.width > 0, size.height > 0 {
        attributes.append(XMLAttribute("width", "\(size.width)"))
        attributes.append(XMLAttribute("height", "\(size.height)"))
      }
      if let title = node.title, title != words { attributes.append(XMLAttribute("title", title)) }
      shown = .picture(XMLElement("img", attributes + own.filter { $0.name != "id" }))
    case .unsuitable(let type):
      log.report(.pictureOfOtherKind(type, at: node.info.range))
      if !words.isEmpty { shown = .words(words, own) }
    case .missing:
      if !words.isEmpty { shown = .words(words, own) }
    }
    let blocks = within(.block) { $0.elements(for: description) }
    guard !blocks.isEmpty else { return (shown, []) }
    let reference = id.map { [XMLAttribute("imgref", $0)] } ?? []
    return (
      shown,
      [
        XMLElement(
          "prodnote",
          [XMLAttribute("render", "optional")] + reference + [XMLAttribute("class", "description")],
          blocks.map(XMLNode.element))
      ]
    )
  }
}
