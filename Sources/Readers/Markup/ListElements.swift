import Diagnostics
import DocumentModel

/// A list while it is read.
struct ListParts {
  var kind: ListKind
  var items: [ListItem] = []
  var isLoose = false
  /// The number the next item has if nothing says otherwise, and the number it is to have.
  private(set) var counted: Int
  private var actual: Int
  private let step: Int
  /// The attribute by which a source says so: `tight` or `loose`.
  static let spacingName = "data-coformat-spacing"

  init(kind: ListKind, first: Int, isReversed: Bool) {
    self.kind = kind
    counted = first
    actual = first
    step = isReversed ? -1 : 1
  }

  /// Passes over an item that leaves the list, such as a note.
  mutating func skipNumber() { actual += step }

  /// The number of an item that begins; nil when counting gives it.
  mutating func nextNumber(value: Int?) -> Int? {
    guard case .numbered = kind else { return nil }
    let number = value ?? actual
    defer {
      actual = number + step
      counted = number + 1
    }
    return number == counted ? nil : number
  }

  /// Takes in a block that stands between items: browsers show it as part of the item before it.
  mutating func adopt(_ block: Block) {
    if items.isEmpty {
      items.append(ListItem([block], info: NodeInfo(range: block.info.range)))
    } else {
      items[items.count - 1].blocks.append(block)
    }
  }
}

extension DocumentBuilder {
  mutating func enterList(
    _ node: MarkupTree.NodeID, _ element: MarkupTree.Element, _ tag: Tag
  ) {
    let info = element.attributes.isEmpty ? NodeInfo(range: tree.range(of: node)) : info(node, element)
    push(.list, node: node, info: info)
    guard tag == .ol else {
      let isUnmarked = element["type"]?.lowercased() == "none" || element.style?.hasNoMarks == true
      lists.append(ListParts(kind: isUnmarked ? .unmarked : .bulleted, first: 1, isReversed: false))
      return
    }
    if element.style?.hasNoMarks == true {
      lists.append(ListParts(kind: .unmarked, first: 1, isReversed: false))
      return
    }
    let isReversed = element["reversed"] != nil
    let start = element.integer("start") ?? (isReversed ? itemCount(in: node) : 1)
    let delimiter = NumberDelimiter(rawValue: element["data-delimiter"] ?? "") ?? .period
    let kind = ListKind.numbered(start: start, style: element.numberStyle, delimiter: delimiter)
    lists.append(ListParts(kind: kind, first: start, isReversed: isReversed))
  }

  private func itemCount(in node: MarkupTree.NodeID) -> Int {
    var count = 0
    var child = tree.firstChild(of: node)
    while child >= 0 {
      if survey.tags[Int(child)] == .li { count += 1 }
      child = tree.nextSibling(of: child)
    }
    return count
  }

  mutating func enterItem(_ node: MarkupTree.NodeID, _ element: MarkupTree.Element) {
    if let last = frames.indices.last, !frames[last].isList {
      // An item outside any list: browsers show a bullet.
      lists.append(
        frames[last].strayItems ?? ListParts(kind: .bulleted, first: 1, isReversed: false))
      frames[last].strayItems = nil
    }
    settleStrayDefinitions(frames.count - 1)
    let info = element.attributes.isEmpty ? NodeInfo(range: tree.range(of: node)) : info(node, element)
    let number = lists[lists.count - 1].nextNumber(value: element.integer("value"))
    push(.item(task: nil, number: number), node: node, info: info)
    if let alignment = element.alignment { frames[frames.count - 1].alignment = alignment }
  }

  /// Takes a tick box at the start of an item as the state of the task; returns whether it was one.
  mutating func takeTask(_ state: TaskState) -> Bool {
    guard let last = frames.last, !last.hasContent, last.blocks.isEmpty else { return false }
    var index = frames.count - 1
    if case .paragraph = last.kind { index -= 1 }
    guard index >= 0, case .item(nil, let number) = frames[index].kind, frames[index].blocks.isEmpty
    else { return false }
    frames[index].kind = .item(task: state, number: number)
    return true
  }

  mutating func endItem(_ frame: Frame, task: TaskState?, number: Int?) {
    let item = ListItem(frame.blocks, task: task, number: number, info: frame.info)
    lists[lists.count - 1].items.append(item)
    if holdsParagraphElement(frame.node) { lists[lists.count - 1].isLoose = true }
    guard let last = frames.indices.last else { return }
    if case .list = frames[last].kind { return }
    frames[last].strayItems = lists.removeLast()
  }

  /// Makes a list of the items that stood in none.
  mutating func settleStrayItems(_ frame: Int) {
    guard let parts = frames[frame].strayItems else { return }
    frames[frame].strayItems = nil
    let range = (parts.items.first?.info.range).joined(parts.items.last?.info.range)
    deposit(
      .list(List(parts.kind, parts.items, isTight: !parts.isLoose, info: NodeInfo(range: range))),
      in: frame)
  }

  private func holdsParagraphElement(_ node: MarkupTree.NodeID) -> Bool {
    var child = tree.firstChild(of: node)
    while child >= 0 {
      if survey.tags[Int(child)] == .p { return true }
      child = tree.nextSibling(of: child)
    }
    return false
  }

  mutating func endList(_ frame: Frame) {
    let parts = lists.removeLast()
    guard !parts.items.isEmpty else {
      keepPlace(frame.info)
      return
    }
    let spacing = tree.attribute(ListParts.spacingName, of: frame.node)
    let isTight = spacing == nil ? !parts.isLoose : spacing != "loose"
    append(.list(List(parts.kind, parts.items, isTight: isTight, info: frame.info)))
  }
}

extension MarkupTree.Element {
  /// The numbering an `ol` asks for by `type` or CSS `list-style-type`.
  fileprivate var numberStyle: NumberStyle {
    switch self["type"] {
    case "a": return .lowerLetter
    case "A": return .upperLetter
    case "i": return .lowerRoman
    case "I": return .upperRoman
    default: break
    }
    return switch style?.listMarks {
    case "lower-alpha", "lower-latin": .lowerLetter
    case "upper-alpha", "upper-latin": .upperLetter
    case "lower-roman": .lowerRoman
    case "upper-roman": .upperRoman
    default: .decimal
    }
  }
}

extension Style {
  fileprivate var listMarks: String? {
    self["list-style-type"] ?? self["list-style"]?.split(separator: " ").first.map(String.init)
  }
  fileprivate var hasNoMarks: Bool { listMarks == "none" }
}
