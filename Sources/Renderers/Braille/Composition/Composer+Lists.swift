import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel

extension Composer {
  mutating func compose(_ list: List) throws(ConversionFailure) {
    let style = list.kind.isNumbered ? profile.numberedList : profile.bulletedList
    let start = flow.count
    let isOutermost = context.listLevel == 0
    let level = context.listLevel + 1
    let first = max(
      style.position.first + style.step * (level - 1), context.listFirst.map { $0 + style.step } ?? 1)
    let runover: Int
    switch style.runovers {
    case .fixed: runover = style.position.runover
    case .stepped: runover = style.position.runover + style.step * (level - 1)
    case .pastDeepest:
      runover = context.listRunover ?? style.position.first + style.step * (list.depth - 1) + 2
    }
    let position = CellPositions(first, runover)
    try with {
      $0.listLevel = level
      $0.listFirst = first
      $0.listRunover = runover
      $0.language = list.info.language ?? $0.language
    } _: { (composer) throws(ConversionFailure) in
      var counter = ListCounter(list.kind)
      counter.bullet = composer.bullet(style, level: level)
      let bullet = list.itemsRunOn ? .shown : style.bullet
      var ownCounter = counter
      if try composer.composeCalculations(
        list, marker: { ownCounter.marker(for: $0, bullet: bullet) }, first: position.first)
      {
        return
      }
      var rest = list.items[...]
      while let item = rest.first {
        guard let (language, translator) = try composer.passageCode(of: item) else {
          try composer.compose(
            item, marker: counter.marker(for: item, bullet: bullet), position: position)
          rest = rest.dropFirst()
          continue
        }
        // Items in one language that follow one another are one passage.
        let passage = rest.prefix { $0.ownLanguage == language }
        rest = rest.dropFirst(passage.count)
        for item in passage {
          composer.tallyPassage(language, translator, at: item.info.range ?? item.blocks.first?.info.range)
        }
        let indent = position.first - 1
        try composer.composePassage(language.tag, translator, indent: indent) {
          (inner) throws(ConversionFailure) in
          inner.context.language = language
          for item in passage {
            try inner.compose(
              item, marker: counter.marker(for: item, bullet: bullet), position: position)
          }
        }
      }
    }
    if isOutermost {
      surround(
        from: start, before: style.blankBefore, after: style.blankAfter,
        afterSideHeading: style.blankAfterSideHeading)
      if style.firstItem == .notInLastLines, case .text(var block)? = flow[start...].first(where: \.hasRows),
        let index = flow[start...].firstIndex(where: \.hasRows)
      {
        block.start = .notInLastLines
        flow[index] = .text(block)
      }
    }
  }

  /// The bullet of a level: print sets those of nested lists in other shapes, as HTML's own style sheet
  /// does.
  private func bullet(_ style: ListStyle, level: Int) -> String {
    guard translator.code.system == "ueb", let bullets = style.bullets, !bullets.isEmpty else { return "•" }
    return bullets[min(level, bullets.count) - 1]
  }

  /// An item: its mark stands before its first paragraph, or alone when it begins with none.
  private mutating func compose(
    _ item: ListItem, marker: String, position: CellPositions
  ) throws(ConversionFailure) {
    let outer = context.language
    defer { context.language = outer }
    if let language = item.info.language { context.language = language }
    var builder = RunBuilder()
    builder.append(marker)
    var rest = item.blocks[...]
    if case .paragraph(let paragraph) = rest.first, paragraph.onlyImage == nil {
      rest = rest.dropFirst()
      let inner = context.language
      context.language = paragraph.info.language ?? inner
      try append(paragraph.inlines, to: &builder)
      context.language = inner
    }
    try add(
      builder, shape: position.shape(margin: context.margin),
      keep: builder.length == marker.unicodeScalars.count && !rest.isEmpty ? .withNext : .none)
    guard !rest.isEmpty else { return }
    try with {
      $0.paragraph = CellPositions(position.first + 2, position.runover)
    } _: { (composer) throws(ConversionFailure) in
      for block in rest {
        switch block {
        case .paragraph, .list: try composer.compose(block)
        case .heading, .definitionList, .blockQuote, .code, .table, .figure, .aside, .lineGroup,
          .mathematics, .separator, .pageBreak, .division:
          try composer.with {
            $0.margin += position.first - 1
            $0.paragraph = CellPositions(3, 1)
            $0.listLevel = 0
            $0.listFirst = nil
            $0.listRunover = nil
          } _: { (composer) throws(ConversionFailure) in
            try composer.compose(block)
          }
        }
      }
    }
  }
}

/// Counts a list's items and writes what stands before each.
struct ListCounter {
  private let kind: ListKind
  private var next: Int
  /// What stands before items that have no number.
  var bullet = "•"

  init(_ kind: ListKind) {
    self.kind = kind
    if case .numbered(let start, _, _) = kind { next = start } else { next = 1 }
  }

  /// The mark of an item, with the blank after it; empty for none.
  mutating func marker(for item: ListItem, bullet: ListStyle.Bullet) -> String {
    let task = item.task.map { $0 == .done ? "[x] " : "[ ] " } ?? ""
    switch kind {
    case .bulleted: return item.task != nil ? task : bullet == .shown ? self.bullet + " " : ""
    case .unmarked: return task
    case .numbered(_, let style, let delimiter):
      let number = item.number ?? next
      next = number &+ 1
      let text = style.text(of: number)
      switch delimiter {
      case .period: return "\(text). \(task)"
      case .parenthesis: return "\(text)) \(task)"
      case .parentheses: return "(\(text)) \(task)"
      case .none: return "\(text) \(task)"
      }
    }
  }
}

extension ListKind {
  var isNumbered: Bool { if case .numbered = self { true } else { false } }
}

extension List {
  /// Whether an item has text after its first paragraph. Without bullets that text would read as an
  /// item of its own.
  var itemsRunOn: Bool {
    items.contains { item in
      item.blocks.dropFirst().contains { if case .list = $0 { false } else { true } }
    }
  }

  /// How many levels of lists there are, this one counted.
  var depth: Int {
    1
      + (items.lazy.flatMap(\.blocks).map { if case .list(let list) = $0 { list.depth } else { 0 } }.max()
        ?? 0)
  }
}

extension NumberStyle {
  /// A number in this style; in figures where the style has no way to write it.
  func text(of number: Int) -> String {
    switch self {
    case .decimal: "\(number)"
    case .lowerLetter: Self.letters(number) ?? "\(number)"
    case .upperLetter: Self.letters(number)?.uppercased() ?? "\(number)"
    case .lowerRoman: Self.roman(number) ?? "\(number)"
    case .upperRoman: Self.roman(number)?.uppercased() ?? "\(number)"
    }
  }

  /// a to z, then aa, ab and so on.
  private static func letters(_ number: Int) -> String? {
    guard (1...100_000).contains(number) else { return nil }
    var rest = number
    var letters: [UInt8] = []
    while rest > 0 {
      letters.append(UInt8(ascii: "a") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  private static func roman(_ number: Int) -> String? {
    guard (1...3_999).contains(number) else { return nil }
    let values = [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
      (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var rest = number
    var text = ""
    for (value, letters) in values {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return text
  }
}
