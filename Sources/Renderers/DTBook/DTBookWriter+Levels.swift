import Diagnostics
import DocumentModel
import XMLTree

// Headings and what follows them, as levels. A level of the book is as deep as its heading stands under
// others: levels are never passed over, and there are six.

extension DTBookWriter {
  /// A heading with what belongs to it.
  private struct Section {
    /// The level the source gives the heading; 0 for what stands before any.
    var sourceLevel = 0
    var attributes: [XMLAttribute] = []
    var range: SourceRange?
    /// Print pages that begin just before the heading.
    var lead: [XMLElement] = []
    var heading: XMLElement?
    var content: [XMLElement] = []
    var sections: [Section] = []
  }

  /// The deepest level there is.
  static let deepestLevel = 6

  /// The levels of the book's body, for blocks of which a heading that is the title has been taken off.
  mutating func levels(of blocks: [Block]) -> [XMLElement] {
    // The sections that are open: the first stands for the body and holds what precedes any heading.
    var open = [Section()]
    func close(_ count: Int) {
      while open.count > count, let last = open.popLast() { open[open.count - 1].sections.append(last) }
    }
    for item in Self.flattened(blocks, names: &names) {
      guard case .heading(let node) = item.block else {
        open[open.count - 1].content += elements(for: item.block) + notesReferredTo()
        continue
      }
      while open.count > 1, open[open.count - 1].sourceLevel >= node.level { close(open.count - 1) }
      if open.count > Self.deepestLevel {
        said.deepHeadings.add(node.info.range)
        close(Self.deepestLevel)
      }
      if open.count > 1, node.level > open[open.count - 1].sourceLevel + 1 {
        said.closedLevels.add(node.info.range)
      }
      var section = Section(sourceLevel: node.level, range: node.info.range)
      section.attributes = classed(item.role ?? "")
      // A page that begins just before the heading begins with it.
      section.lead = Self.takeLastPages(from: &open[open.count - 1])
      let nodes = inlines(node.inlines)
      section.heading = XMLElement("h", attributes(of: node.info), nodes)
      section.content = takeWaiting() + notesReferredTo()
      open.append(section)
    }
    close(1)
    let body = open[0]
    var result: [XMLElement] = []
    if !body.content.isEmpty { result.append(XMLElement("level1", [], body.content.map(XMLNode.element))) }
    for section in body.sections { result.append(level(section, depth: 1)) }
    return result
  }

  /// Takes off the print pages that stand last in a section, unless they are all it holds.
  private static func takeLastPages(from section: inout Section) -> [XMLElement] {
    guard section.sections.isEmpty else {
      return takeLastPages(from: &section.sections[section.sections.count - 1])
    }
    let count = section.content.reversed().prefix { $0.name == "pagenum" }.count
    guard section.heading == nil || count < section.content.count else { return [] }
    defer { section.content.removeLast(count) }
    return Array(section.content.suffix(count))
  }

  private mutating func level(_ section: Section, depth: Int) -> XMLElement {
    let inside = section.content + section.sections.map { level($0, depth: depth + 1) }
    var heading = section.heading
    // A level must hold more than its heading (DTD). Where there is no more the heading is one without
    // a level of its own.
    if inside.isEmpty { said.emptySections.add(section.range) }
    heading?.name = inside.isEmpty ? "bridgehead" : "h\(depth)"
    if inside.isEmpty { heading?.attributes.insert(XMLAttribute("class", "h\(depth)"), at: 0) }
    let children = section.lead + [heading].compactMap(\.self) + inside
    return XMLElement("level\(depth)", section.attributes, children.map(XMLNode.element))
  }

  // MARK: - Divisions

  /// A block of a level, and the role of the division it begins.
  private struct LevelItem {
    var block: Block
    var role: String?
  }

  /// The blocks with those of divisions that hold headings in the place of the divisions: headings make
  /// levels wherever they stand.
  private static func flattened(_ blocks: [Block], names: inout ElementNames) -> [LevelItem] {
    var items: [LevelItem] = []
    for block in blocks {
      guard case .division(let division) = block, division.holdsHeading else {
        items.append(LevelItem(block: block))
        continue
      }
      var inside = division.blocks
      for index in inside.indices {
        inside[index].info.language = inside[index].info.language ?? division.info.language
        inside[index].info.direction = inside[index].info.direction ?? division.info.direction
      }
      if let id = division.info.id, !inside.isEmpty {
        if let own = inside[0].info.id { names.alias(id, to: own) } else { inside[0].info.id = id }
      }
      var flat = flattened(inside, names: &names)
      if let first = flat.firstIndex(where: { if case .heading = $0.block { true } else { false } }) {
        flat[first].role = flat[first].role ?? division.role
      }
      items += flat
    }
    return items
  }
}

extension Division {
  /// Whether a heading stands in it that makes a level.
  fileprivate var holdsHeading: Bool {
    blocks.contains { block in
      switch block {
      case .heading: true
      case .division(let inner): inner.holdsHeading
      case .paragraph, .list, .definitionList, .blockQuote, .code, .table, .figure, .aside, .lineGroup,
        .mathematics, .separator, .pageBreak:
        false
      }
    }
  }
}
