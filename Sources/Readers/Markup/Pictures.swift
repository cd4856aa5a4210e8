import Diagnostics
import DocumentModel

extension DocumentBuilder {
  /// An `img`, with what stands for it where it cannot be seen (HTML, section 4.8.4.4).
  mutating func image(_ node: MarkupTree.NodeID, _ element: MarkupTree.Element) -> Inline {
    let range = tree.range(of: node)
    let traits = survey.traits[Int(node)]
    let source = element["src"].flatMap { safeAddress($0, at: range) } ?? ""
    let isDecorative = traits.contains(.presentation) || traits.contains(.ariaHidden)
    var alternative: TextAlternative
    if let words = alternativeWords(element), !words.isEmpty {
      alternative = .text(words, longDescription: longDescription(element, at: range))
    } else if isDecorative || element["alt"] != nil {
      // An alternative of spaces alone, like an empty one, says that there is nothing to say.
      alternative = .decorative
    } else {
      alternative = .missing
    }
    if isDecorative, case .text(_, let description) = alternative, description.isEmpty,
      element.firstWords("alt") == nil
    {
      alternative = .decorative
    }
    return .image(
      Image(source, alternative: alternative, title: element.firstWords("title"), info: info(node, element)))
  }

  private func alternativeWords(_ element: MarkupTree.Element) -> String? {
    if let words = element.firstWords("alt", "aria-label") { return words }
    if let names = element["aria-labelledby"] {
      let words = names.split(whereSeparator: \.isWhitespace)
        .compactMap { survey.places[String($0)] }.map { tree.words(of: $0).withoutControls }
      if !words.isEmpty { return words.joined(separator: " ") }
    }
    return nil
  }

  /// The longer description the picture refers to, where it stands in the document and is hidden
  /// there. A description that shows stays where it is: the reader meets it in the text.
  private mutating func longDescription(_ element: MarkupTree.Element, at range: SourceRange?) -> [Block] {
    var names: [String] = []
    for attribute in ["aria-details", "aria-describedby"] {
      names += element[attribute]?.split(whereSeparator: \.isWhitespace).map(String.init) ?? []
    }
    if let address = element["longdesc"] {
      if let target = address.fragmentTarget {
        names.append(target)
      } else if !address.trimmingSpace.isEmpty {
        log.report(.longDescriptionElsewhere(address, at: range))
      }
    }
    var blocks: [Block] = []
    for name in names {
      guard let place = survey.places[name], describing.isEmpty, isHidden(place) else { continue }
      describing.insert(place)
      blocks += content(of: place, as: .note(label: nil))
      describing.remove(place)
      described.insert(place)
    }
    return blocks
  }

  /// Whether a node is in hidden content.
  private func isHidden(_ node: MarkupTree.NodeID) -> Bool {
    survey.ancestor(of: node, in: tree, within: 64) { survey.traits[Int($0)].contains(.hidden) } != nil
  }

  /// An SVG drawing: a picture whose name, description and lettering stand for it.
  mutating func drawing(_ node: MarkupTree.NodeID, _ element: MarkupTree.Element) -> Inline {
    var name = alternativeWords(element) ?? ""
    var details: [Block] = []
    var lettering = ""
    var letteringRange: SourceRange?
    var current = tree.successor(of: node, within: node)
    while let inner = current {
      guard let part = tree.element(inner) else {
        if case .text(let string) = tree[inner].content {
          let words = string.collapsed
          if !words.isEmpty {
            lettering += lettering.isEmpty ? words : " " + words
            letteringRange = letteringRange.joined(tree.range(of: inner))
          }
        }
        current = tree.successor(of: inner, within: node)
        continue
      }
      switch part.name {
      case "title" where name.isEmpty && tree.parent(of: inner) == node:
        name = tree.words(of: inner).withoutControls
      case "title", "desc":
        let words = tree.words(of: inner).withoutControls
        if !words.isEmpty, words != name { details.append(described(words, tree.range(of: inner))) }
      case "script", "style", "metadata", "template": break
      default:
        current = tree.successor(of: inner, within: node)
        continue
      }
      current = tree.following(inner, within: node)
    }
    if !lettering.isEmpty, lettering != name {
      if name.isEmpty { name = lettering } else { details.append(described(lettering, letteringRange)) }
    }
    let traits = survey.traits[Int(node)]
    let isNamedPicture = element.roles.contains("img") || !figures.isEmpty
    let isDecorative =
      traits.contains(.presentation) || traits.contains(.ariaHidden) || !isNamedPicture
    let alternative: TextAlternative =
      name.isEmpty ? (isDecorative ? .decorative : .missing) : .text(name, longDescription: details)
    return .image(Image("", alternative: alternative, info: info(node, element)))
  }

  private func described(_ words: String, _ range: SourceRange?) -> Block {
    let info = NodeInfo(range: range)
    return .paragraph(Paragraph([.text(Text(words, info: info))], info: info))
  }

  /// An area of an image map: its words, as a link where it leads somewhere.
  mutating func enterArea(_ node: MarkupTree.NodeID, _ element: MarkupTree.Element) {
    guard let words = element.firstWords("alt", "aria-label", "title") else { return }
    let range = tree.range(of: node)
    let text = [Inline.text(Text(words, info: NodeInfo(range: range)))]
    if let href = element["href"], href != "#", let address = safeAddress(href, at: range) {
      append(.link(Link(address, text, info: info(node, element))))
    } else {
      append(words, range: range)
    }
  }
}
