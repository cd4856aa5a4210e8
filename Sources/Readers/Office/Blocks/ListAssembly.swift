import Diagnostics
import DocumentModel

/// Puts the items of lists together as they come, each in the item it belongs to.
struct ListAssembly {
  private struct Open {
    var list: List
    var level: Int
    var key: Int
    /// The number the next item has by counting.
    var next: Int
    /// How far its items' text is set in.
    var indent: Int
    /// The style of the last item.
    var style: String
    /// Whether the marks stand in the items' text, because the model has no such marks.
    var marksInText: Bool
  }

  private var open: [Open] = []
  private var finished: [Block] = []

  var isOpen: Bool { !open.isEmpty || !finished.isEmpty }

  /// Adds an item.
  mutating func add(_ item: ParagraphItem, _ paragraph: Paragraph) {
    guard let mark = item.mark else { return }
    close(deeperThan: item.listLevel)
    // A mark of spaces is how some programs write a further paragraph of an item.
    if mark.kind == .unmarked, let last = open.last, last.level == item.listLevel,
      last.list.kind != .unmarked || last.marksInText
    {
      _ = append(.paragraph(paragraph))
      return
    }
    let marksInText = mark.kind == nil
    if let last = open.last, last.level == item.listLevel, !follows(last, item, mark) { closeLast() }
    var paragraph = paragraph
    if marksInText {
      let text = String(mark.text.trimmingSpace)
      if !text.isEmpty {
        paragraph.inlines.insert(.text(Text(text + " ", info: NodeInfo(range: item.info.range))), at: 0)
      }
    }
    if open.last?.level != item.listLevel {
      open.append(
        Open(
          list: List(mark.kind ?? .unmarked, [], info: NodeInfo(range: item.info.range)),
          level: item.listLevel, key: item.listKey, next: mark.number, indent: item.indent,
          style: item.style, marksInText: marksInText))
    }
    let top = open.count - 1
    var entry = ListItem([.paragraph(paragraph)], info: NodeInfo(range: item.info.range))
    if case .numbered = open[top].list.kind, open[top].next != mark.number { entry.number = mark.number }
    open[top].next = mark.number + 1
    open[top].list.items.append(entry)
    open[top].list.info.range = open[top].list.info.range.joined(item.info.range)
  }

  /// Adds a line of a table of contents.
  mutating func addContents(_ item: ParagraphItem, _ paragraph: Paragraph, level: Int) {
    close(deeperThan: level)
    var paragraph = paragraph
    // Lines of contents may be numbered as lists are.
    if let mark = item.mark, !mark.isBullet {
      let text = String(mark.text.trimmingSpace)
      if !text.isEmpty {
        paragraph.inlines.insert(.text(Text(text + " ", info: NodeInfo(range: item.info.range))), at: 0)
      }
    }
    if open.last?.level != level {
      open.append(
        Open(
          list: List(.unmarked, [], info: NodeInfo(range: item.info.range)), level: level, key: 0, next: 1,
          indent: 0, style: "", marksInText: true))
    }
    open[open.count - 1].list.items.append(
      ListItem([.paragraph(paragraph)], info: NodeInfo(range: item.info.range)))
  }

  private func follows(_ last: Open, _ item: ParagraphItem, _ mark: ItemMark) -> Bool {
    guard last.key == item.listKey, last.marksInText == (mark.kind == nil) else { return false }
    switch (last.list.kind, mark.kind ?? .unmarked) {
    case (.bulleted, .bulleted), (.unmarked, .unmarked): return true
    case (.numbered(_, let style, let delimiter), .numbered(_, let other, let otherDelimiter)):
      return style == other && delimiter == otherDelimiter
    case (.bulleted, _), (.unmarked, _), (.numbered, _): return false
    }
  }

  /// Whether a paragraph without a mark goes on in the last item: its style says so, or it is of a
  /// list's style, or of the item's own, and set in as far as the item's text is.
  func continues(_ item: ParagraphItem) -> Bool {
    guard let last = open.last else { return false }
    if item.role == .listContinuation { return true }
    guard item.style.contains("list") || item.style == last.style else { return false }
    return item.indent > 0 && last.indent > 0 && item.indent >= last.indent - 60 && item.alignment == nil
  }

  /// Ends the lists below a level, so that what comes goes on in its last item; whether there is one.
  mutating func goOn(at level: Int, of key: Int) -> Bool {
    // The heading of a list within an item stands before any item of its own level.
    guard let target = open.last(where: { $0.level <= level && $0.key == key }) else { return false }
    close(deeperThan: target.level)
    return true
  }

  /// Adds a block to the last item; whether there is one.
  mutating func append(_ block: Block) -> Bool {
    guard let top = open.indices.last, let item = open[top].list.items.indices.last else { return false }
    open[top].list.items[item].blocks.append(block)
    return true
  }

  /// The lists, all ended.
  mutating func finish() -> [Block] {
    close(deeperThan: -1)
    defer { finished = [] }
    return finished
  }

  private mutating func close(deeperThan level: Int) {
    while let last = open.last, last.level > level { closeLast() }
  }

  private mutating func closeLast() {
    guard let last = open.popLast() else { return }
    let block = Block.list(last.list)
    if let top = open.indices.last, let item = open[top].list.items.indices.last {
      open[top].list.items[item].blocks.append(block)
    } else {
      finished.append(block)
    }
  }
}
