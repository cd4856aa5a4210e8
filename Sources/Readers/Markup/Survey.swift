import DocumentModel

/// What has to be known of the whole tree before any of it can be read: which element each node is,
/// which are hidden, where identifiers are, and which links and blocks are notes.
struct Survey {
  struct Traits: OptionSet {
    let rawValue: UInt16
    static let leftOut = Traits(rawValue: 1 << 0)
    static let hidden = Traits(rawValue: 1 << 1)
    static let ariaHidden = Traits(rawValue: 1 << 2)
    static let noteReference = Traits(rawValue: 1 << 3)
    /// The author marks it as a note, whether or not something refers to it.
    static let markedAsNote = Traits(rawValue: 1 << 4)
    static let markedAsEndnote = Traits(rawValue: 1 << 5)
    static let note = Traits(rawValue: 1 << 6)
    static let backLink = Traits(rawValue: 1 << 7)
    static let pageBreak = Traits(rawValue: 1 << 8)
    static let endnotes = Traits(rawValue: 1 << 9)
    static let presentation = Traits(rawValue: 1 << 10)
  }

  var tags: [Tag]
  var traits: [Traits]
  /// Where identifiers are; the first of the same name counts, as in a browser.
  var places: [String: MarkupTree.NodeID] = [:]
  /// The links to places in the document, in order, with the identifier they lead to.
  var internalLinks: [(node: MarkupTree.NodeID, target: String)] = []
  /// The note each note reference leads to, by the link's node.
  var references: [MarkupTree.NodeID: MarkupTree.NodeID] = [:]
  /// The notes referred to, with their identifier and the mark the first reference shows.
  var notes: [MarkupTree.NodeID: NoteMark] = [:]

  struct NoteMark {
    var id: String
    /// The mark, unless it is the note's number.
    var label: String?
    /// The mark as the first reference shows it; empty when it shows none.
    var shown: String
  }

  init(tree: MarkupTree) {
    tags = [Tag](repeating: .text, count: tree.nodes.count)
    traits = [Traits](repeating: [], count: tree.nodes.count)
    for index in tree.nodes.indices {
      guard case .element(let element) = tree.nodes[index].content else { continue }
      let node = MarkupTree.NodeID(index)
      var tag = element.namespace == .html ? Tag(named: element.name) : Self.foreign(element)
      if tag == .dialog, element["open"] == nil { traits[index].insert(.hidden) }
      if !element.attributes.isEmpty { tag = note(element, node, tag) }
      tags[index] = tag
    }
    findNotes(in: tree)
  }

  /// Marks what the builder is to leave out; the caller says so in diagnostics.
  mutating func leaveOut(_ nodes: [MarkupTree.NodeID]) {
    for node in nodes { traits[Int(node)].insert(.leftOut) }
  }

  /// Inside MathML and SVG only their roots matter: they are read whole.
  private static func foreign(_ element: MarkupTree.Element) -> Tag {
    switch element.name {
    case "math": .math
    case "svg": .svg
    default: .unknown
    }
  }

  /// Takes note of an element's attributes; returns what the element is, its role considered.
  private mutating func note(
    _ element: MarkupTree.Element, _ node: MarkupTree.NodeID, _ tag: Tag
  ) -> Tag {
    var tag = tag
    var marks = traits[Int(node)]
    for attribute in element.attributes {
      switch attribute.name {
      case "id": place(attribute.value, node)
      case "name" where tag == .a: place(attribute.value, node)
      case "href" where tag == .a:
        if let target = attribute.value.fragmentTarget { internalLinks.append((node, target)) }
      case "hidden":
        if attribute.value.lowercased() != "until-found" { marks.insert(.hidden) }
      case "aria-hidden":
        if attribute.value.lowercased() == "true" { marks.insert(.ariaHidden) }
      case "style":
        let style = Style(attribute.value)
        if style["display"] == "none" || style["visibility"] == "hidden" { marks.insert(.hidden) }
        if style["mso-element"] == "footnote" || style["mso-element"] == "endnote" {
          marks.insert(.markedAsNote)
        }
        if style["mso-element"] == "endnote" { marks.insert(.markedAsEndnote) }
        if style["mso-element"]?.hasSuffix("-list") == true { marks.insert(.endnotes) }
      case "role", "epub:type":
        for role in attribute.value.lowercased().split(whereSeparator: \.isWhitespace) {
          marks.formUnion(Self.marks(of: role))
          tag = tag.withRole(role)
        }
      case "class":
        for name in attribute.value.split(whereSeparator: \.isWhitespace) {
          switch name {
          case "footnotes" where tag != .a: marks.insert(.endnotes)
          case "footnote-back", "footnote-backref", "data-footnote-backref", "reversefootnote":
            marks.insert(.backLink)
          case "footnote-ref", "footnote-reference":
            if tag == .a { marks.insert(.noteReference) }
          default: break
          }
        }
      case "data-footnote-backref": marks.insert(.backLink)
      case "data-footnote-ref": marks.insert(.noteReference)
      case "data-footnotes": marks.insert(.endnotes)
      default: break
      }
    }
    traits[Int(node)] = marks
    return tag
  }

  private mutating func place(_ id: String, _ node: MarkupTree.NodeID) {
    if !id.isEmpty, places[id] == nil { places[id] = node }
  }

  /// What a role of DPUB-ARIA 1.1, or the EPUB 3 structural semantic it came from, marks.
  private static func marks(of role: Substring) -> Traits {
    switch role {
    case "doc-noteref", "noteref": .noteReference
    case "doc-footnote", "footnote": .markedAsNote
    case "doc-endnote", "endnote", "rearnote": [.markedAsNote, .markedAsEndnote]
    case "doc-endnotes", "endnotes", "rearnotes", "footnotes", "doc-footnotes": .endnotes
    case "doc-backlink", "backlink": .backLink
    case "doc-pagebreak", "pagebreak": .pageBreak
    case "presentation", "none": .presentation
    default: []
    }
  }
}

extension Tag {
  /// The element an ARIA role makes of one that means nothing itself.
  fileprivate func withRole(_ role: Substring) -> Tag {
    switch self {
    case .div, .span, .p, .section, .unknown, .a: break
    default: return self
    }
    switch role {
    case "heading": return .heading
    case "list": return .ul
    case "listitem": return .li
    case "separator": return .hr
    case "paragraph": return .p
    case "blockquote": return .blockquote
    case "figure": return .figure
    case "emphasis": return .em
    case "strong": return .strong
    case "subscript": return .sub
    case "superscript": return .sup
    case "insertion": return .ins
    case "deletion": return .del
    case "complementary" where self != .section: return .aside
    default: return self
    }
  }
}

extension String {
  /// The identifier a link to a place in its own document leads to: what follows `#`, with percent
  /// escapes resolved; nil for any other link.
  var fragmentTarget: String? {
    let trimmed = trimmingSpace
    guard trimmed.utf8.first == UInt8(ascii: "#"), trimmed.utf8.count > 1 else { return nil }
    let fragment = trimmed.dropFirst()
    return fragment.utf8.contains(UInt8(ascii: "%")) ? String(fragment).percentDecoded : String(fragment)
  }

  /// The string without white space at its ends.
  var trimmingSpace: Substring {
    var slice = self[...]
    while let first = slice.unicodeScalars.first, first.properties.isWhitespace {
      slice.unicodeScalars.removeFirst()
    }
    while let last = slice.unicodeScalars.last, last.properties.isWhitespace {
      slice.unicodeScalars.removeLast()
    }
    return slice
  }
}

extension UInt8 {
  var hexadecimalValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }
}
