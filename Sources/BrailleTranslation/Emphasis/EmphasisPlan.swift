internal import Diagnostics

/// Shows print emphasis the way UEB does (RUEB 9): a symbol or word indicator by liblouis's typeforms
/// for one or two words, passage indicators put in afterwards from three words on.
///
/// liblouis 3.24 goes wrong where the edge of a passage touches punctuation (fixed in 3.28), so
/// passages are translated without typeforms, and their indicators placed by the positions it gives.
struct EmphasisPlan {
  /// A class of emphasis: what marks it, and the first cell of its indicators.
  private struct Class {
    var emphasis: Emphasis
    var name: String
    var cell: UInt8
  }

  /// In the order their indicators stand when they begin together.
  private static let classes = [
    Class(emphasis: .script, name: "script", cell: 0x08),
    Class(emphasis: .underline, name: "underline", cell: 0x38),
    Class(emphasis: .bold, name: "bold", cell: 0x18),
    Class(emphasis: .italic, name: "italic", cell: 0x28),
  ]
  /// The typeforms of the classes, in that order; 0 where the table has none that can be used.
  private let typeforms: [UInt16]
  private let isUEB: Bool
  /// The emphasis braille will show.
  let shown: Emphasis

  /// Makes a plan.
  ///
  /// A table may take a typeform and show nothing, or show it by dots 7 and 8, which a six-dot page
  /// has not. So a letter is translated with each.
  ///
  /// - Parameter sample: a letter the table knows; nil for none.
  init(
    tables: String, isUEB: Bool, dots: Int, sample: UInt32?
  ) throws(ConversionFailure) {
    self.isUEB = isUEB
    guard !isUEB else {
      typeforms = Self.classes.map { Liblouis.shared.typeform($0.name, tables: tables) }
      shown = Emphasis([.script, .underline, .bold, .italic])
      return
    }
    var typeforms: [UInt16] = []
    var shown: Emphasis = []
    let letters = sample.map { [$0, $0, $0] } ?? []
    let plain = try Liblouis.shared.translate(letters, tables: tables).cells
    for kind in Self.classes {
      let typeform = Liblouis.shared.typeform(kind.name, tables: tables)
      let cells = try Liblouis.shared.translate(
        letters, typeforms: letters.map { _ in typeform }, tables: tables
      ).cells
      let isUsable = typeform != 0 && cells != plain && (dots == 8 || cells.allSatisfy { $0 < 0x40 })
      typeforms.append(isUsable ? typeform : 0)
      if isUsable { shown.formUnion(kind.emphasis) }
    }
    self.typeforms = typeforms
    self.shown = shown
  }

  /// Adds typeforms and indicators to the print.
  func apply(to print: inout PreparedPrint, source: PrintSource) {
    let emphasis = Self.emphasis(of: print, source: source)
    var passages: [(range: Range<Int>, class: Class)] = []
    for (kind, typeform) in zip(Self.classes, typeforms) {
      var previousEnd = 0
      for span in Self.spans(of: kind.emphasis, emphasis, print.characters) {
        let wide = Self.widenedToNumber(span, after: previousEnd, print.characters)
        previousEnd = wide.upperBound
        if !isUEB {
          print.mark(wide, typeform)
        } else if Self.words(wide, print.characters) >= 3, !Self.cutsWord(wide, print.characters) {
          passages.append((wide, kind))
        } else {
          print.mark(Self.extended(wide, print.characters), typeform)
        }
      }
    }
    guard !passages.isEmpty else { return }
    insert(passages.map { ($0.range, $0.class.cell) }, into: &print)
  }

  /// Passages that begin at one place are opened longest first, and closed in the opposite order.
  private func insert(_ passages: [(range: Range<Int>, cell: UInt8)], into print: inout PreparedPrint) {
    var marks: [(order: (Int, Int, Int, Int), insertion: PreparedPrint.Insertion)] = []
    for (position, passage) in passages.enumerated() {
      let (range, cell) = passage
      marks.append(
        (
          (range.upperBound, 0, -range.lowerBound, -position),
          .init(index: range.upperBound, cells: [cell, 0x04], ends: true)
        ))
      marks.append(
        (
          (range.lowerBound, 1, -range.upperBound, position),
          .init(index: range.lowerBound, cells: [cell, 0x36], ends: false)
        ))
    }
    marks.sort { $0.order < $1.order }
    print.merge(marks.map(\.insertion))
  }

  // MARK: Spans

  private static func emphasis(of print: PreparedPrint, source: PrintSource) -> [Emphasis] {
    var result: [Emphasis] = []
    result.reserveCapacity(print.characters.count)
    var span = 0
    for origin in print.origins {
      while span + 1 < source.spans.count, source.spans[span + 1].start <= Int(origin) { span += 1 }
      result.append(source.spans[span].emphasis)
    }
    return result
  }

  /// The stretches of a class. Blanks between two of them belong to both, and those at their ends to
  /// neither.
  private static func spans(
    of kind: Emphasis, _ emphasis: [Emphasis], _ characters: [UInt32]
  ) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    for index in characters.indices
    where emphasis[index].contains(kind) && !ScalarKinds.isBlank(characters[index]) {
      if let last = spans.last,
        characters[last.upperBound..<index].allSatisfy(ScalarKinds.isBlank)
      {
        spans[spans.count - 1] = last.lowerBound..<(index + 1)
      } else {
        spans.append(index..<(index + 1))
      }
    }
    return spans
  }

  private static func words(_ range: Range<Int>, _ characters: [UInt32]) -> Int {
    characters[range].split(whereSeparator: ScalarKinds.isBlank).count
  }

  /// A typeform that begins inside a number would leave digits without their indicator: it is widened
  /// to the number, as far back as the emphasis before it.
  private static func widenedToNumber(
    _ range: Range<Int>, after end: Int, _ characters: [UInt32]
  ) -> Range<Int> {
    var start = range.lowerBound
    guard ScalarKinds.isDigit(characters[start]) else { return range }
    while start > end,
      ScalarKinds.isDigit(characters[start - 1])
        || start > end + 1 && (characters[start - 1] == 0x2E || characters[start - 1] == 0x2C)
          && ScalarKinds.isDigit(characters[start - 2])
    { start -= 1 }
    return start..<range.upperBound
  }

  /// Whether an edge lies inside a word, where only liblouis can keep contractions right.
  private static func cutsWord(_ range: Range<Int>, _ characters: [UInt32]) -> Bool {
    func joined(_ index: Int) -> Bool {
      index > 0 && index < characters.count
        && isWordPart(characters[index - 1]) && isWordPart(characters[index])
    }
    return joined(range.lowerBound) || joined(range.upperBound)
  }

  private static func isWordPart(_ value: UInt32) -> Bool {
    ScalarKinds.isLetter(value) || ScalarKinds.isDigit(value)
  }

  /// Takes in the punctuation that closes the word, so that no terminator is needed (RUEB 9.7.3).
  private static func extended(_ range: Range<Int>, _ characters: [UInt32]) -> Range<Int> {
    guard range.count > 1, isWordPart(characters[range.upperBound - 1]) else { return range }
    var end = range.upperBound
    while end < characters.count, isClosingPunctuation(characters[end]) { end += 1 }
    guard end == characters.count || ScalarKinds.isBlank(characters[end]) else { return range }
    return range.lowerBound..<end
  }

  private static func isClosingPunctuation(_ value: UInt32) -> Bool {
    switch value {
    case 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x22, 0x201D, 0x2019, 0x2026: true
    default: false
    }
  }
}

extension PreparedPrint {
  /// Puts more insertions among those there are, after those of the same place that end something
  /// and before those that begin something: notes enclose emphasis.
  mutating func merge(_ more: [Insertion]) {
    let old = insertions
    insertions = []
    insertions.reserveCapacity(old.count + more.count)
    var next = 0
    func key(_ insertion: Insertion) -> Int { insertion.index * 2 + (insertion.ends ? 0 : 1) }
    for insertion in old {
      // An ending of emphasis comes before a note's, a beginning after it.
      while next < more.count,
        key(more[next]) < key(insertion) || more[next].ends && key(more[next]) == key(insertion)
      {
        insertions.append(more[next])
        next += 1
      }
      insertions.append(insertion)
    }
    insertions += more[next...]
  }
}
