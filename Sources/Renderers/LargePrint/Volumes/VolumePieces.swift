import XMLTree

/// The text of a page, parted where a volume may begin: into blocks, items of lists and rows of tables.
///
/// Pieces are what is not parted further, in the order of the text. A run of them is made a text of its
/// own again with everything that is around them.
struct VolumePieces {
  /// A piece: what is known of it before it has been laid out.
  struct Piece {
    /// How good it is that a volume begins with it.
    var rank: Rank
    /// The name of its place.
    var name: String
    /// The levels and the words of the headings in it that are the document's.
    var heading: (level: Int, element: XMLElement)?
    /// Names in it that links may lead to.
    var names: [String] = []
    /// Names its links lead to, in order.
    var targets: [String] = []
  }

  /// How good a place is; lower is better.
  enum Rank: Hashable, Comparable {
    /// Before a heading of this level of HTML, 2 being the best.
    case heading(Int)
    /// Between two blocks.
    case betweenBlocks
    /// Between items of a list, rows of a table, or blocks of something set apart.
    case insideBlock
    /// Between what is to stay together, such as a heading and what is under it.
    case keptTogether
  }

  /// The text, every piece of it with a name.
  private(set) var root: XMLElement
  private(set) var pieces: [Piece] = []
  /// Names that were given here, which nothing leads to.
  private var ownNames: Set<String> = []
  /// Names and targets of what is around the next piece, such as a section or the head of a table.
  private var waiting: (names: [String], targets: [String]) = ([], [])

  /// Parts an element: its children, and theirs where they are sections, boxes, lists or tables.
  init(_ element: XMLElement) {
    root = element
    root = parted(element, inside: false, rank: .keptTogether)
  }

  // MARK: - Parting

  private mutating func parted(_ element: XMLElement, inside: Bool, rank first: Rank) -> XMLElement {
    var element = element
    var isFirst = true
    var rankAfter: Rank?
    let inside = inside || !Self.transparent.contains(element.name) || element.isScroll
    for index in element.children.indices {
      guard case .element(let child) = element.children[index] else { continue }
      if element.isFixed(child) {
        child.collect(names: &waiting.names, targets: &waiting.targets)
        continue
      }
      var rank = isFirst ? first : rankAfter ?? self.rank(of: child, inside: inside)
      if !isFirst, rankAfter == nil, let heading = element.headingBehindPageBreak(index), !inside {
        rank = .heading(heading)
      }
      isFirst = false
      rankAfter = nil
      if child.headingLevel != nil || child.name == "dt" || child.isPageBreak
        || ["caption", "figcaption"].contains(child.name)
      {
        rankAfter = .keptTogether
      }
      if child.isPartable {
        if let name = child.attribute("id") { waiting.names.append(name) }
        element.children[index] = .element(parted(child, inside: inside, rank: rank))
      } else {
        element.children[index] = .element(piece(child, rank: rank, inside: inside))
      }
    }
    return element
  }

  private func rank(of element: XMLElement, inside: Bool) -> Rank {
    if inside { return element.name == "dd" ? .keptTogether : .insideBlock }
    return element.headingLevel.map(Rank.heading) ?? .betweenBlocks
  }

  private mutating func piece(_ element: XMLElement, rank: Rank, inside: Bool) -> XMLElement {
    var element = element
    let name: String
    if let own = element.attribute("id") {
      name = own
    } else {
      name = "large-print-piece-\(pieces.count)"
      ownNames.insert(name)
      element.attributes.append(XMLAttribute("id", name))
    }
    var piece = Piece(rank: rank, name: name, names: waiting.names, targets: waiting.targets)
    waiting = ([], [])
    if let level = element.headingLevel, !inside { piece.heading = (level, element) }
    element.collect(names: &piece.names, targets: &piece.targets)
    pieces.append(piece)
    return element
  }

  /// Elements that are looked through as if their blocks stood without them.
  private static let transparent: Set<String> = ["main", "div", "section", "article"]

  // MARK: - Parts

  /// The text of some pieces.
  func text(of range: Range<Int>) -> XMLElement {
    var next = 0
    return part(of: root, range, &next) ?? XMLElement(root.name, root.attributes)
  }

  private func part(of element: XMLElement, _ range: Range<Int>, _ next: inout Int) -> XMLElement? {
    let start = next
    var children: [XMLNode] = []
    var fixed: [XMLNode] = []
    var left = 0
    var isEmpty = true
    for child in element.children {
      guard case .element(let inner) = child else { continue }
      if element.isFixed(inner) {
        fixed.append(child)
      } else if inner.isPartable {
        let before = next
        if let part = part(of: inner, range, &next) {
          children.append(.element(part))
          isEmpty = false
        } else if next <= range.lowerBound, next > before {
          left += 1
        }
      } else {
        if range.contains(next) {
          children.append(.element(withoutOwnName(inner)))
          isEmpty = false
        } else if next < range.lowerBound {
          left += 1
        }
        next += 1
      }
    }
    let isRoot = start == 0 && next == pieces.count
    // What holds no pieces at all, such as a column group, stands where it did.
    guard !isEmpty || (start == next && range.contains(start)) else { return isRoot ? element : nil }
    var part = element
    let goesOn = start < range.lowerBound
    if goesOn {
      part.attributes.removeAll { $0.name == "id" && !isRoot }
      fixed = fixed.map { if case .element(let inner) = $0 { .element(inner.withoutNames) } else { $0 } }
      if element.name == "ol" {
        let first = element.attribute("start").flatMap { Int($0) } ?? 1
        part.set("start", "\(first &+ left)")
      }
    }
    part.children = fixed + children
    return part
  }

  /// A piece as it was before it got a name here.
  private func withoutOwnName(_ element: XMLElement) -> XMLElement {
    guard let name = element.attribute("id"), ownNames.contains(name) else { return element }
    var element = element
    element.attributes.removeAll { $0.name == "id" }
    return element
  }
}

extension XMLElement {
  func value(of name: String) -> String? { attributes.first { $0.name == name }?.value }

  mutating func set(_ name: String, _ value: String) {
    if let index = attributes.firstIndex(where: { $0.name == name }) {
      attributes[index].value = value
    } else {
      attributes.append(XMLAttribute(name, value))
    }
  }

  /// The level of a heading of HTML; nil for other elements.
  var headingLevel: Int? {
    guard name.utf8.count == 2, name.hasPrefix("h"), let level = name.last?.wholeNumberValue else {
      return nil
    }
    return (1...6).contains(level) ? level : nil
  }

  /// Whether the element is the box around a table.
  fileprivate var isScroll: Bool {
    attribute("class")?.split(separator: " ").contains("scroll") ?? false
  }

  /// Whether a volume may begin within the element.
  fileprivate var isPartable: Bool {
    guard
      ["div", "section", "article", "blockquote", "aside", "ul", "ol", "dl", "table", "tbody"].contains(name)
    else { return false }
    let classes = attribute("class")?.split(separator: " ") ?? []
    let wholes: Set<Substring> = ["page-break", "mathematics", "one-page", "lines", "formula"]
    if classes.contains(where: wholes.contains) { return false }
    var hasElement = false
    for child in children {
      switch child {
      case .element: hasElement = true
      case .text(let text): if !text.allSatisfy(\.isWhitespace) { return false }
      }
    }
    return hasElement
  }

  /// Whether a child stands in each part of the element: what a table has over its rows.
  fileprivate func isFixed(_ child: XMLElement) -> Bool {
    name == "table" && ["caption", "thead", "colgroup", "col"].contains(child.name)
  }

  fileprivate var isPageBreak: Bool {
    name == "div" && (attribute("class")?.split(separator: " ").contains("page-break") ?? false)
  }

  /// The level of the heading that follows a child that is the mark of a print page.
  fileprivate func headingBehindPageBreak(_ index: Int) -> Int? {
    guard case .element(let child) = children[index], child.isPageBreak else { return nil }
    for next in children[(index + 1)...] {
      guard case .element(let element) = next else { continue }
      if element.isPageBreak { continue }
      return element.headingLevel
    }
    return nil
  }

  func collect(names: inout [String], targets: inout [String]) {
    for attribute in attributes {
      if attribute.name == "id" { names.append(attribute.value) }
      if attribute.name == "href", attribute.value.hasPrefix("#") {
        targets.append(String(attribute.value.dropFirst()))
      }
    }
    for case .element(let child) in children { child.collect(names: &names, targets: &targets) }
  }

  /// The element without names that links lead to.
  var withoutNames: XMLElement {
    var element = self
    element.attributes.removeAll { $0.name == "id" }
    element.children = element.children.map {
      if case .element(let child) = $0 { .element(child.withoutNames) } else { $0 }
    }
    return element
  }
}
