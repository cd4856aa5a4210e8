import DocumentModel
import XMLTree

/// The open lists of a story, and how far each list of the document has counted (OASIS OpenDocument
/// 1.3, part 3, 5.3).
struct ListCounting {
  struct Open {
    var node: FlatXML.NodeID
    var level: Int
    var style: String?
    var key: Int
    var continues: Bool
    /// Whether the place is in an item, and not in the list's heading.
    var isItem = false
    /// Whether the item has had a paragraph, which has counted it.
    var hasCounted = false
    /// The number the item is given.
    var start: Int?
    /// The item's mark, until a paragraph with words has it.
    var mark: ItemMark?
  }

  /// The deepest level there is.
  static let deepest = 10

  private var counters: [Int: [Int: Int]] = [:]
  private var lastByStyle: [String: Int] = [:]
  private var keysByID: [String: Int] = [:]
  private var lastKey = 0
  private var headings: [Int: Int] = [:]

  /// A list begins.
  mutating func begin(
    _ node: FlatXML.NodeID, in part: OpenDocumentPart, outer: Open?
  ) -> Open {
    let xml = part.xml
    let asked = xml.attribute("text:continue-numbering", of: node).map { $0 == "true" }
    let style = xml.attribute("text:style-name", of: node) ?? outer?.style
    if let outer {
      let level = min(outer.level + 1, Self.deepest)
      // In an item that is there only to hold it, a list goes on as the one around it does.
      let continues = asked ?? (!outer.hasCounted && outer.continues)
      if !continues { counters[outer.key]?[level] = nil }
      return Open(node: node, level: level, style: style, key: outer.key, continues: continues)
    }
    var key: Int?
    let id = xml.attribute("text:continue-list", of: node)
    if let id { key = keysByID[id] }
    if key == nil, id != nil || asked == true { key = lastByStyle[style ?? ""] }
    let continues = key != nil
    if key == nil {
      lastKey += 1
      key = lastKey
    }
    lastByStyle[style ?? ""] = key
    if let id = xml.attribute("xml:id", of: node) { keysByID[id] = key }
    return Open(node: node, level: 1, style: style, key: key ?? 0, continues: continues)
  }

  /// A numbered paragraph stands outside of any list's element (part 3, 5.3.6).
  mutating func begin(numbered node: FlatXML.NodeID, in part: OpenDocumentPart) -> Open {
    let xml = part.xml
    let id = xml.attribute("text:list-id", of: node) ?? xml.attribute("text:style-name", of: node) ?? ""
    let key: Int
    if let known = keysByID["#" + id] {
      key = known
    } else {
      lastKey += 1
      key = lastKey
      keysByID["#" + id] = key
    }
    var open = Open(
      node: node, level: part.count("text:level", of: node, in: 1...Self.deepest) ?? 1,
      style: xml.attribute("text:style-name", of: node), key: key, continues: true)
    open.isItem = true
    open.start = part.count("text:start-value", of: node, in: 0...(1 << 31))
    return open
  }

  /// Counts an item and says what its mark is.
  mutating func count(_ item: Open, _ style: ListStyle) -> ItemMark {
    var numbers = counters[item.key] ?? [:]
    let first = style.levels[item.level]?.start ?? 1
    numbers[item.level] = item.start ?? min((numbers[item.level] ?? first - 1) + 1, 1 << 40)
    for deeper in item.level + 1...Self.deepest + 1 { numbers[deeper] = nil }
    counters[item.key] = numbers
    return style.mark(level: item.level, numbers: numbers)
  }

  /// Counts a heading that is in no list, as the document numbers headings; nil where it does not.
  mutating func count(heading level: Int, start: Int?, _ style: ListStyle) -> ItemMark? {
    guard (1...10).contains(level), let own = style.levels[level] else { return nil }
    headings[level] = start ?? (headings[level] ?? own.start - 1) + 1
    for deeper in level + 1...11 { headings[deeper] = nil }
    guard !own.isEmpty || own.pattern?.contains("%") == true else { return nil }
    return style.mark(level: level, numbers: headings)
  }
}
