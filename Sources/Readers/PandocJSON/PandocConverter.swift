import JSONTree
import Diagnostics

/// Turns pandoc's tree into a `MarkupTree` of HTML-named elements with source ranges.
///
/// It works through a list of what is still to be done, and not by recursion, because a tree may nest
/// 100,000 deep. What each node becomes is in the files beside this one: blocks, lists, tables, inlines,
/// spans, notes.
struct PandocConverter {
  typealias Problem = ConversionFailure

  let json: JSONTree
  let lines: LineIndex
  var log: DiagnosticLog
  var tree = MarkupTree()
  /// Raw HTML by the element that stands for it, in document order.
  var rawPieces: [RawPiece] = []

  /// What is still to be done, the next last.
  private var tasks: [Task] = []
  var notes = PandocNotes()
  /// How deep in links the current place is, by the element in which pictures' descriptions wait.
  var descriptions = 0

  var withoutPlace: [String] = []
  var withoutPlaceCount = 0
  var firstWithoutPlace: SourceRange?
  private var unresolvedCitations = 0
  private var firstCitation: (words: String, range: SourceRange)?

  enum Task {
    case block(JSONTree.ID, MarkupTree.NodeID, PandocAttributes?)
    case inline(JSONTree.ID, MarkupTree.NodeID, PandocAttributes?)
    case text(String, MarkupTree.NodeID, JSONTree.ID)
    /// A row of a table, made when its turn comes.
    case row(JSONTree.ID, MarkupTree.NodeID, PandocRowKind)
    /// The bodies of the notes that the inlines before this refer to.
    case waitingNotes(MarkupTree.NodeID)
  }

  init(json: JSONTree, lines: LineIndex, log: DiagnosticLog) {
    self.json = json
    self.lines = lines
    self.log = log
  }

  /// Converts the blocks of a document.
  mutating func convert(_ blocks: JSONTree.ID) throws(Problem) {
    try addBlocks(blocks, to: MarkupTree.root)
    while let task = tasks.popLast() {
      switch task {
      case .block(let id, let parent, let attributes): try convertBlock(id, parent, attributes)
      case .inline(let id, let parent, let attributes): try convertInline(id, parent, attributes)
      case .text(let text, let parent, let id): tree.append(.text(text), to: parent, range: range(id))
      case .row(let id, let parent, let kind): try convertRow(id, parent, kind)
      case .waitingNotes(let parent): try addWaitingNotes(to: parent)
      }
    }
    if withoutPlaceCount > 0 {
      log.report(.attributesWithoutPlace(withoutPlace, count: withoutPlaceCount, at: firstWithoutPlace))
    }
    if let firstCitation {
      log.report(
        .citationsNotResolved(unresolvedCitations, first: firstCitation.words, at: firstCitation.range))
    }
  }

  // MARK: What is to be done

  /// Lets tasks be done before all others, the first first.
  mutating func push(_ next: [Task]) { tasks.append(contentsOf: next.reversed()) }

  mutating func addBlocks(_ list: JSONTree.ID, to parent: MarkupTree.NodeID) throws(Problem) {
    push(try items(list, in: "a list of blocks").map { .block($0, parent, nil) })
  }

  /// Adds inlines, and the notes they refer to after them.
  mutating func addInlines(
    _ list: JSONTree.ID, to parent: MarkupTree.NodeID, notesTo holder: MarkupTree.NodeID? = nil
  ) throws(Problem) {
    try push(inlineTasks(list, parent) + (holder.map { [.waitingNotes($0)] } ?? []))
  }

  func inlineTasks(_ list: JSONTree.ID, _ parent: MarkupTree.NodeID) throws(Problem) -> [Task] {
    try items(list, in: "a list of inlines").map { .inline($0, parent, nil) }
  }

  // MARK: Adding to the tree

  @discardableResult
  mutating func add(
    _ name: String, _ attributes: [MarkupTree.Attribute] = [], to parent: MarkupTree.NodeID,
    at id: JSONTree.ID
  ) -> MarkupTree.NodeID {
    let element = MarkupTree.Element(name: name, attributes: attributes)
    return tree.append(.element(element), to: parent, range: range(id))
  }

  // MARK: Reading values

  /// Where a value stands in the file.
  func range(_ id: JSONTree.ID) -> SourceRange {
    let place = json.place(of: id)
    return lines.range(place.lowerBound, place.upperBound)
  }

  /// What a node is called, as pandoc's `t` says.
  func type(of id: JSONTree.ID) -> String? { json.member("t", of: id).flatMap(json.string) }

  func isType(_ id: JSONTree.ID, _ name: StaticString) -> Bool {
    json.member("t", of: id).map { json.is($0, name) } ?? false
  }

  /// What a node holds, as pandoc's `c` says.
  func content(of id: JSONTree.ID, in what: String) throws(Problem) -> JSONTree.ID {
    guard let content = json.member("c", of: id) else {
      throw Problem(.malformed(what, "it has no content", at: range(id)))
    }
    return content
  }

  func items(_ id: JSONTree.ID, count: Int? = nil, in what: String) throws(Problem) -> [JSONTree.ID] {
    guard let items = json.items(of: id) else {
      throw Problem(
        .malformed(what, "\(json.kind(of: id).name) stands where a list should", at: range(id)))
    }
    if let count, items.count != count {
      throw Problem(
        .malformed(what, "it has \(items.count) parts, and should have \(count)", at: range(id)))
    }
    return items
  }

  func string(_ id: JSONTree.ID, in what: String) throws(Problem) -> String {
    guard let string = json.string(id) else {
      throw Problem(
        .malformed(what, "\(json.kind(of: id).name) stands where text should", at: range(id)))
    }
    return string
  }

  /// A whole number within bounds; one outside them is brought inside, and that is said.
  mutating func integer(
    _ id: JSONTree.ID, _ what: String, within bounds: ClosedRange<Int>
  ) throws(Problem) -> Int {
    guard json.kind(of: id) == .number else {
      throw Problem(
        .malformed(what, "\(json.kind(of: id).name) stands where a number should", at: range(id)))
    }
    let text = json.source(of: id)
    let number = json.integer(id) ?? (text.hasPrefix("-") ? Int.min : Int.max)
    let used = min(max(number, bounds.lowerBound), bounds.upperBound)
    if used != number { log.report(.numberOutOfRange(what, text, used: used, at: range(id))) }
    return used
  }

  /// The only item of a list, when it is of one of these types.
  func onlyItem(of list: JSONTree.ID, ofTypes types: [String]) -> JSONTree.ID? {
    guard let items = json.items(of: list), items.count == 1, let type = type(of: items[0]),
      types.contains(type)
    else { return nil }
    return items[0]
  }

  // MARK: Citations

  mutating func note(citation words: String, at id: JSONTree.ID) {
    unresolvedCitations += 1
    if firstCitation == nil { firstCitation = (words, range(id)) }
  }
}
