import XMLTree

/// Headings as nested lists, as the navigation of an EPUB has them (EPUB 3.3, 7.3).
enum NestedContents {
  /// The list of links, each with the level of the heading it leads to. A level that is passed over has
  /// no entry of its own. There is one link at least.
  ///
  /// - Parameter attributes: what each `ol` carries.
  static func list(
    _ entries: [(level: Int, link: XMLElement)], attributes: [XMLAttribute] = []
  ) -> XMLElement {
    var open: [(level: Int, items: [XMLElement])] = [(entries.first?.level ?? 1, [])]
    for (level, link) in entries {
      while open.count > 1, open[open.count - 1].level > level, open[open.count - 2].level >= level {
        close(&open, attributes)
      }
      if open[open.count - 1].level > level {
        // Above those before it in this list and below what the list is in: it stands beside them,
        // because an item holds one list.
        open[open.count - 1].level = level
      } else if open[open.count - 1].level < level {
        open.append((level, []))
      }
      open[open.count - 1].items.append(XMLElement("li", [], [.element(link)]))
    }
    while open.count > 1 { close(&open, attributes) }
    return list(of: open[0].items, attributes)
  }

  /// Puts the innermost list below the last item of the one around it.
  private static func close(_ open: inout [(level: Int, items: [XMLElement])], _ attributes: [XMLAttribute]) {
    let inner = open.removeLast()
    let last = open[open.count - 1].items.count - 1
    open[open.count - 1].items[last].children.append(.element(list(of: inner.items, attributes)))
  }

  private static func list(of items: [XMLElement], _ attributes: [XMLAttribute]) -> XMLElement {
    XMLElement("ol", attributes, items.map(XMLNode.element))
  }
}
