import DocumentModel

/// Where print pages begin: where the program that saved the document last turned them
/// (`w:lastRenderedPageBreak`, `text:soft-page-break`), with the numbers its sections or its styles of
/// pages give them.
struct PageCount {
  struct Section {
    var start: Int?
    var format = "decimal"
    var isContinuous = false
  }

  private(set) var sections: [Section] = []
  private var section = 0
  private var number = 1
  private var format = "decimal"
  private var waitingStart: Int?
  /// Whether the document says where pages turned when it was saved.
  private(set) var isKnown = false
  /// Whether a page has begun and nothing stands on it yet, so that a second mark means the same turn.
  private var isFresh = false
  /// How many marks there are.
  private(set) var marked = 0
  /// Whether pages count here: they do not in notes.
  var counts = false

  /// Takes up the sections of a document in order.
  mutating func begin(sections: [Section], isKnown: Bool) {
    self.sections = sections
    self.isKnown = isKnown
    guard let first = sections.first else { return }
    number = first.start ?? 1
    format = first.format
  }

  /// Takes up how the pages of a document without sections begin.
  mutating func begin(number: Int, format: String, isKnown: Bool) {
    self.number = number
    self.format = format
    self.isKnown = isKnown
  }

  /// Numbers the pages from the next turn on anew, or in another format.
  mutating func restart(at number: Int?, format: String) {
    waitingStart = number ?? waitingStart
    self.format = format
  }

  /// The mark of the first page.
  mutating func firstMark() -> PageBreak? {
    guard isKnown else { return nil }
    isFresh = true
    return mark()
  }

  /// A turn where the program laid the text out.
  mutating func turnAsLaidOut() -> PageBreak? {
    guard isKnown, counts else { return nil }
    if isFresh {
      isFresh = false
      return nil
    }
    return advance()
  }

  /// A turn the author asked for. Two in a row leave a page empty.
  mutating func turnAsAsked() -> PageBreak? {
    guard isKnown, counts else { return nil }
    defer { isFresh = true }
    return advance()
  }

  /// A section ends; the next may begin a page.
  mutating func endSection() -> PageBreak? {
    section += 1
    guard section < sections.count else { return nil }
    let next = sections[section]
    waitingStart = next.start ?? waitingStart
    format = next.format
    if next.isContinuous { return nil }
    return turnAsAsked()
  }

  /// Whether the next section begins a page.
  var nextSectionTurns: Bool { section + 1 < sections.count && !sections[section + 1].isContinuous }

  /// Text stands on the page.
  mutating func write() { isFresh = false }

  private mutating func advance() -> PageBreak {
    number = waitingStart ?? number + 1
    waitingStart = nil
    return mark()
  }

  private mutating func mark() -> PageBreak {
    marked += 1
    return PageBreak(number: NumberFormat.text(number, format))
  }
}
