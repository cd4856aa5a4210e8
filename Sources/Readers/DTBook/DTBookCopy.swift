import Diagnostics
import XMLTree

/// Turns the elements of a DTBook into those of the markup tree, whose vocabulary is HTML's.
struct DTBookCopy {
  let xml: FlatXML
  let part: UInt16
  let survey: DTBookSurvey
  var tree = MarkupTree()
  /// Elements that are none of DTBook's, with the place of the first; their text is kept.
  private(set) var unknown: [String: SourceRange] = [:]
  /// References to notes that are not there.
  private(set) var lostReferences: [(target: String, range: SourceRange)] = []

  /// Where what each node holds goes; -1 for nodes that have been dealt with.
  private var places: [MarkupTree.NodeID]
  /// How many `level` elements are around each node.
  private var depths: [Int8]

  init(_ xml: FlatXML, part: UInt16, survey: DTBookSurvey) {
    self.xml = xml
    self.part = part
    self.survey = survey
    places = [MarkupTree.NodeID](repeating: MarkupTree.root, count: xml.count)
    depths = [Int8](repeating: 0, count: xml.count)
    tree.reserveCapacity(xml.count)
  }

  /// Copies what the book holds, without recursion.
  mutating func copy(_ book: FlatXML.NodeID) {
    let end = xml.end(of: book)
    var node = book + 1
    while node < end {
      let parent = xml.parent(node)
      let place = places[Int(parent)]
      depths[Int(node)] = depths[Int(parent)]
      if place < 0 {
        places[Int(node)] = -1
      } else if xml.isText(node) {
        appendText(xml.string(node), in: parent, to: place, at: node)
      } else {
        places[Int(node)] = element(node, to: place)
      }
      node += 1
    }
  }

  private mutating func appendText(
    _ text: String, in parent: FlatXML.NodeID, to place: MarkupTree.NodeID, at node: FlatXML.NodeID
  ) {
    var text = text
    if xml.local(parent) == "li", xml.firstChild(parent) == node, taskState(parent) != nil {
      text = String(text.drop { $0.isWhitespace || $0 == "☐" || $0 == "☑" })
    }
    if let mark = markBefore(node) {
      text = String(text.drop(while: \.isWhitespace).dropFirst(mark.count).drop(while: \.isWhitespace))
    }
    guard !text.isEmpty else { return }
    tree.append(.text(text), to: place, range: xml.range(node, part: part))
  }

  /// The mark with which a note begins, when this is the text it begins with.
  private func markBefore(_ node: FlatXML.NodeID) -> String? {
    guard survey.notesBeginWithMarks else { return nil }
    var outer = node
    for _ in 0..<4 {
      let parent = xml.parent(outer)
      guard parent >= 0, firstShown(in: parent) == outer else { return nil }
      if xml.local(parent) == "note" {
        guard let id = xml.attribute("id", of: parent), let mark = survey.marks[id], !mark.isEmpty,
          xml.string(node).drop(while: \.isWhitespace).hasPrefix(mark + " ")
        else { return nil }
        return mark
      }
      outer = parent
    }
    return nil
  }

  private func firstShown(in parent: FlatXML.NodeID) -> FlatXML.NodeID? {
    xml.children(parent).first { !xml.isText($0) || !xml.string($0).allSatisfy(\.isWhitespace) }
  }

  // MARK: - Elements

  /// Makes an element's counterpart; gives where what it holds goes, or -1 when that is done.
  private mutating func element(_ node: FlatXML.NodeID, to place: MarkupTree.NodeID) -> MarkupTree.NodeID {
    let name = xml.name(node)
    if name.hasPrefix("m:") || name.hasPrefix("svg:") { return foreign(node, to: place) }
    let local = String(xml.local(node))
    switch local {
    case "frontmatter", "bodymatter", "rearmatter": return place
    case "level", "level1", "level2", "level3", "level4", "level5", "level6":
      let own = local.utf8.last.map { Int8(clamping: Int($0) - 0x30) } ?? 1
      depths[Int(node)] = local == "level" ? min(depths[Int(node)] + 1, 99) : own
      return make("section", node, to: place, roleOfClass(node))
    case "doctitle": return make("h1", node, to: place)
    case "docauthor", "covertitle", "dateline": return make("p", node, to: place)
    case "byline", "author":
      if local == "author", xml.local(xml.parent(node)) == "blockquote" {
        return make("footer", node, to: place)
      }
      return make("p", node, to: place, [("class", "attribution")])
    case "h1", "h2", "h3", "h4", "h5", "h6": return make(local, node, to: place)
    case "hd", "levelhd": return heading(node, to: place)
    case "bridgehead":
      return make("div", node, to: place, [("role", "heading"), ("aria-level", "\(bridgeLevel(node))")])
    case "title":
      return make(
        ["poem", "linegroup", "blockquote", "epigraph"].contains(xml.local(xml.parent(node))) ? "p" : "cite",
        node, to: place)
    case "pagenum": return page(node, to: place)
    case "noteref": return noteReference(node, to: place)
    case "annoref":
      let words = xml.words(node)
      if words.count <= 3 { return noteReference(node, to: place) }
      tree.append(.text(words), to: place, range: range(node))
      _ = noteReference(node, to: place, shown: "")
      return -1
    case "note", "annotation": return note(node, to: place)
    case "prodnote": return producersNote(node, to: place)
    case "sidebar", "notice": return make("aside", node, to: place, classes(node))
    case "imggroup": return make("figure", node, to: place)
    case "caption":
      return make(xml.local(xml.parent(node)) == "table" ? "caption" : "figcaption", node, to: place)
    case "img": return image(node, to: place)
    case "linegroup": return make("div", node, to: place, [("class", "line-block")])
    case "line", "lin": return line(node, to: place)
    case "linenum": return make("span", node, to: place, [("class", "linenum")])
    case "poem": return make("div", node, to: place)
    case "epigraph": return make("div", node, to: place, [("role", "doc-epigraph")])
    case "address": return make(holds("line", node) ? "div" : "address", node, to: place)
    case "list": return list(node, to: place)
    case "li": return item(node, to: place)
    case "lic":
      // The parts of an item stand apart: a title and its page.
      if tree.firstChild(of: place) >= 0 { tree.append(.text(" "), to: place, range: nil) }
      return make("span", node, to: place)
    case "p": return paragraph(node, to: place)
    case "div": return division(node, to: place)
    case "code": return code(node, to: place)
    case "q":
      let begins = xml.words(node).first.map { "“”\"«»„‘'‚".contains($0) } ?? false
      return make(begins ? "span" : "q", node, to: place)
    case "sent", "w": return make("span", node, to: place)
    case "span": return make(elementOfClass(node) ?? "span", node, to: place, smallCapitals(node))
    case "a":
      return make("a", node, to: place, xml.attribute("href", of: node).map { [("href", $0)] } ?? [])
    case "abbr", "acronym", "em", "strong", "dfn", "kbd", "samp", "cite", "sub", "sup", "bdo", "br",
      "blockquote",
      "dl", "dt", "dd", "thead", "tbody", "tfoot", "colgroup", "col", "tr":
      return make(local, node, to: place)
    case "table", "th", "td": return make(local, node, to: place)
    case "head", "link", "meta", "style": return -1
    case "book": return place
    case "strike", "del", "ins", "u", "b", "i", "small", "big", "tt": return make(local, node, to: place)
    default:
      if unknown[local] == nil { unknown[local] = range(node) }
      return place
    }
  }

  func range(_ node: FlatXML.NodeID) -> SourceRange { xml.range(node, part: part) }

  /// Appends an element with the attributes every element may have, and those that are given.
  mutating func make(
    _ name: String, _ node: FlatXML.NodeID, to place: MarkupTree.NodeID, _ own: [(String, String)] = []
  ) -> MarkupTree.NodeID {
    var element = MarkupTree.Element(name: name)
    element.attributes = own.map { MarkupTree.Attribute(name: $0.0, value: $0.1) }
    for attribute in xml.attributes(of: node) where Self.shared.contains(attribute.name) {
      guard element[attribute.name] == nil else { continue }
      let name = attribute.name == "xml:lang" ? "lang" : attribute.name
      element.attributes.append(MarkupTree.Attribute(name: name, value: attribute.value))
    }
    return tree.append(.element(element), to: place, range: range(node))
  }

  /// Attributes that mean the same in both.
  private static let shared: Set<String> = [
    "id", "xml:lang", "lang", "dir", "title", "colspan", "rowspan", "scope", "headers", "abbr", "align",
    "span",
    "summary", "start", "alttext",
  ]

  func holds(_ name: String, _ node: FlatXML.NodeID) -> Bool { xml.localChild(name, of: node) != nil }

  func classNames(_ node: FlatXML.NodeID) -> [String] {
    (xml.attribute("class", of: node) ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private func classes(_ node: FlatXML.NodeID) -> [(String, String)] {
    xml.attribute("class", of: node).map { [("class", $0)] } ?? []
  }

  /// The section DPUB-ARIA has a role for, when a level's class names one.
  private func roleOfClass(_ node: FlatXML.NodeID) -> [(String, String)] {
    guard let role = classNames(node).first(where: { DocumentBuilder.divisionRoles.contains($0) }) else {
      return []
    }
    return [("role", "doc-" + role)]
  }

  // MARK: - Headings

  private mutating func heading(_ node: FlatXML.NodeID, to place: MarkupTree.NodeID) -> MarkupTree.NodeID {
    switch xml.local(xml.parent(node)) {
    case "sidebar", "notice": return make("summary", node, to: place)
    case "list":
      // It has been put before the list, which holds nothing but items.
      return -1
    case "linegroup", "poem":
      let block = make("p", node, to: place)
      return tree.append(.element(MarkupTree.Element(name: "strong")), to: block, range: range(node))
    default:
      let level = max(1, Int(depths[Int(node)]))
      return make("div", node, to: place, [("role", "heading"), ("aria-level", "\(level)")])
    }
  }

  /// The level of a heading that begins no level of its own: that of what it stands in, and one more.
  private func bridgeLevel(_ node: FlatXML.NodeID) -> Int {
    for name in classNames(node) where name.utf8.count == 2 && name.hasPrefix("h") {
      if let level = name.utf8.last.map({ Int($0) - 0x30 }), (1...6).contains(level) { return level }
    }
    return Int(depths[Int(node)]) + 1
  }

  // MARK: - Pages and notes

  private mutating func page(_ node: FlatXML.NodeID, to place: MarkupTree.NodeID) -> MarkupTree.NodeID {
    let words = xml.words(node)
    _ = make(
      "span", node, to: place, [("role", "doc-pagebreak")] + (words.isEmpty ? [] : [("aria-label", words)]))
    return -1
  }

  private mutating func noteReference(
    _ node: FlatXML.NodeID, to place: MarkupTree.NodeID, shown: String? = nil
  ) -> MarkupTree.NodeID {
    let target = DTBookSurvey.target(of: node, in: xml)
    guard survey.notes[target] != nil else {
      lostReferences.append((target, range(node)))
      return shown == nil ? make("sup", node, to: place) : -1
    }
    let reference = make("a", node, to: place, [("role", "doc-noteref"), ("href", "#" + target)])
    tree.append(.text(shown ?? xml.words(node)), to: reference, range: range(node))
    return -1
  }

  private mutating func note(_ node: FlatXML.NodeID, to place: MarkupTree.NodeID) -> MarkupTree.NodeID {
    let classes = classNames(node).map { $0.lowercased() }
    let isEnd = classes.contains { ["endnote", "rearnote", "endnotes"].contains($0) }
    return make("div", node, to: place, [("role", isEnd ? "doc-endnote" : "doc-footnote")])
  }

  /// A producer's note: the description of a picture, or words that are not the author's.
  private mutating func producersNote(_ node: FlatXML.NodeID, to place: MarkupTree.NodeID)
    -> MarkupTree.NodeID
  {
    if let id = survey.descriptionIDs[node] {
      return make("div", node, to: place, [("id", id), ("hidden", "")])
    }
    return make("div", node, to: place, [("class", "transcriber-note")])
  }

  private mutating func image(_ node: FlatXML.NodeID, to place: MarkupTree.NodeID) -> MarkupTree.NodeID {
    var own: [(String, String)] = []
    for name in ["src", "alt", "longdesc"] {
      if let value = xml.attribute(name, of: node) { own.append((name, value)) }
    }
    if let notes = survey.descriptions[node] {
      own.append(("aria-details", notes.compactMap { survey.descriptionIDs[$0] }.joined(separator: " ")))
    }
    _ = make("img", node, to: place, own)
    return -1
  }

  // MARK: - MathML and SVG

  private mutating func foreign(_ node: FlatXML.NodeID, to place: MarkupTree.NodeID) -> MarkupTree.NodeID {
    var copy = MarkupTree.Element(
      name: String(xml.local(node)), namespace: xml.name(node).hasPrefix("m:") ? .mathML : .svg)
    copy.attributes = xml.attributes(of: node).map { MarkupTree.Attribute(name: $0.name, value: $0.value) }
    return tree.append(.element(copy), to: place, range: range(node))
  }
}
