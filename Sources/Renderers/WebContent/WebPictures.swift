import DocumentModel
import XMLTree

extension WebContentWriter {
  /// A picture in a line of text. Its long description follows the block the line is in.
  mutating func picture(_ node: Image, _ attributes: [XMLAttribute]) -> [XMLNode] {
    let choice = choices.picture(node)
    var attributes = attributes
    var words = ""
    switch node.alternative {
    case .decorative: break
    case .missing:
      words = self.words.text(.pictureWithoutDescription)
      if let name = node.fileName { words += ": " + name }
    case .text(let text, let description):
      words = text
      if !description.isEmpty {
        let name = anchors.reserve("description-\(facts.longDescriptions + 1)")
        anchors.define(name, in: currentFile)
        facts.longDescriptions += 1
        waitingDescriptions.append((name, node, description))
        if case .shown = choice { attributes.append(XMLAttribute("aria-details", name)) }
      }
    }
    switch choice {
    case .shown(let address, let width, let height):
      if node.alternative == .missing {
        tallies.undescribed.add(node.source, at: node.info.range)
        facts.undescribedPictures += 1
      }
      if node.alternative != .decorative { facts.pictures += 1 }
      var image = [XMLAttribute("src", address), XMLAttribute("alt", words)]
      if let title = node.title, !title.allSatisfy(\.isWhitespace) {
        image.append(XMLAttribute("title", title))
      }
      if let width, let height {
        image += [XMLAttribute("width", "\(width)"), XMLAttribute("height", "\(height)")]
      }
      return [.element(XMLElement("img", image + attributes))]
    case .omitted: return attributes.isEmpty ? [] : [.element(XMLElement("span", attributes))]
    case .absent:
      if node.alternative == .decorative {
        tallies.decorative.add("", at: node.info.range)
        return attributes.isEmpty ? [] : [.element(XMLElement("span", attributes))]
      }
      if node.alternative == .missing { tallies.undescribed.add(node.source, at: node.info.range) }
      tallies.absent.add("", at: node.info.range)
      let lead = node.alternative == .missing ? "" : self.words.text(.picture) + ": "
      let shown = "[\(lead)\(words.isEmpty ? node.title ?? node.source : words)]"
      if let title = node.title, !words.isEmpty, title != words, !title.allSatisfy(\.isWhitespace) {
        attributes.append(XMLAttribute("title", title))
      }
      return [.element(XMLElement("span", attributes.adding(class: "absent-picture"), text: shown))]
    }
  }

  /// The long descriptions of the pictures met.
  mutating func descriptions() -> [XMLElement] {
    guard !waitingDescriptions.isEmpty else { return [] }
    let waiting = waitingDescriptions
    waitingDescriptions = []
    return waiting.map { description in
      var label = own(.pictureDescription)
      if let words = description.image.words { label.append(.text(" " + words)) }
      let id = [XMLAttribute("id", description.name)]
      let inside = within(.setApart) { $0.elements(for: description.blocks) }
      guard choices.descriptions != .open, context.place != .headingCell else {
        let title = XMLElement("p", [XMLAttribute("class", "title")], label)
        return XMLElement(
          "div", [XMLAttribute("class", "description")] + id, ([title] + inside).map(XMLNode.element))
      }
      let isOpen = choices.descriptions == .foldable ? [XMLAttribute("open", "open")] : []
      return XMLElement(
        "details", [XMLAttribute("class", "description")] + id + isOpen,
        ([XMLElement("summary", [], label)] + inside).map(XMLNode.element))
    }
  }
}

extension Image {
  /// The alternative text, when it says something.
  fileprivate var words: String? {
    guard case .text(let text, _) = alternative, !text.allSatisfy(\.isWhitespace) else { return nil }
    return text
  }

  /// The last part of the address, when that is a name a person could know the picture by.
  var fileName: String? {
    guard !source.hasPrefix("data:") else { return nil }
    let path = source.prefix { $0 != "?" && $0 != "#" }
    return path.split { $0 == "/" || $0 == "\\" }.last.map(String.init)
  }
}
