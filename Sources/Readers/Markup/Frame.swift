import Diagnostics
import DocumentModel

/// A block being made: what it is, what it holds so far, and the state of its open paragraph.
struct Frame {
  var kind: Kind
  /// The element the frame ends with.
  let node: MarkupTree.NodeID
  var info: NodeInfo
  var blocks: [Block] = []
  /// The title of an aside, or whom a quotation quotes, once they have been read.
  var title: [Inline] = []
  var attribution: [Inline] = []
  /// The language of the content, the frame's own or from around it.
  var language: Language?
  /// How paragraphs are set, from the element or from around it.
  var alignment: Alignment?
  /// What paragraphs are, from the element or from around it.
  var paragraphKind = ParagraphKind.plain

  /// Where the frame's inline levels begin.
  let levelBase: Int
  /// How many of the inline elements around stand outside this frame and do not reach into it.
  let activeBase: Int
  /// Whether a space at this place would stand at the start of a line or after another space.
  var endsInSpace = true
  /// Whether the open paragraph holds anything that shows.
  var hasContent = false
  /// Whether a line end stands before the next content, in a frame that holds inlines only.
  var breakWaits = false
  /// Where the open paragraph's content came from.
  var contentRange: SourceRange?
  /// Items and definitions that stand in no list, until the next block ends the list they make.
  var strayItems: ListParts?
  var strayDefinitions: DefinitionParts?
  /// Whether the frame's identifier has been given to a block it made.
  var gaveID = false
  /// What the last `data-coformat="instead: …"` in the frame stands instead of.
  var replaced: Replaced?

  enum Kind {
    case body
    /// Blocks that go to the block around them, set as the element says.
    case group
    case division(role: String?)
    case paragraph
    case heading(level: Int)
    case blockQuote
    case attribution
    case list
    case item(task: TaskState?, number: Int?)
    case definitionList
    case term
    case definition
    case table
    case rows(TableSection)
    case row
    case cell
    case caption
    case figure
    case aside(AsideKind)
    case summary
    case lineGroup
    case note(label: String?)
  }

  var isList: Bool { if case .list = kind { true } else { false } }
  var isDefinitionList: Bool { if case .definitionList = kind { true } else { false } }

  /// Whether the frame holds inlines only: a block inside becomes text on a line of its own.
  var holdsInlinesOnly: Bool {
    switch kind {
    case .heading, .attribution, .term, .summary: true
    case .body, .group, .division, .paragraph, .blockQuote, .list, .item, .definitionList, .definition,
      .table, .rows, .row, .cell, .caption, .figure, .aside, .lineGroup, .note:
      false
    }
  }
}

/// Which part of a table rows are in.
enum TableSection { case head, body, foot }

/// An inline element around the current place.
struct ActiveInline {
  enum Kind {
    case styled(TextStyle)
    case span(pronunciation: String?)
    case link(target: String, title: String?)
    case crossReference(target: String)
    case abbreviation(expansion: String?)
  }

  let kind: Kind
  let node: MarkupTree.NodeID
  var info: NodeInfo
  /// The language inside.
  var language: Language?
  /// Whether a node has been opened for it; a second one, in another paragraph, has no identifier.
  var wasOpened = false
  /// Whether a block boundary has closed it early.
  var wasSplit = false
}

extension DocumentBuilder {
  /// How many levels the model may have below the current place before it must be flattened. A
  /// paragraph and its text need two, a table's rows and a picture's description a few more.
  private static let reserve = 6

  /// Whether one more level fits under `Document.maximumDepth`; says once that it does not.
  mutating func fits(_ node: MarkupTree.NodeID) -> Bool {
    if frames.count + active.count < Document.maximumDepth - Self.reserve { return true }
    if !saidFlattened {
      saidFlattened = true
      log.report(.nestingFlattened(at: tree.range(of: node)))
    }
    return false
  }

  mutating func push(_ kind: Frame.Kind, node: MarkupTree.NodeID, info: NodeInfo) {
    flushText()
    let outer = frames.last
    var frame = Frame(
      kind: kind, node: node, info: info, levelBase: levels.count,
      activeBase: outer?.activeBase ?? 0)
    if case .note = kind {
      frame = Frame(
        kind: kind, node: node, info: info, levelBase: levels.count, activeBase: active.count)
    }
    frame.language = info.language ?? active.last?.language ?? outer?.language ?? options.language
    switch kind {
    case .cell, .note, .caption, .lineGroup: break
    case .body, .group, .division, .paragraph, .heading, .blockQuote, .attribution, .list, .item,
      .definitionList, .term, .definition, .table, .rows, .row, .figure, .aside, .summary:
      frame.alignment = outer?.alignment
    }
    switch kind {
    case .group, .division, .paragraph, .figure:
      frame.paragraphKind = outer?.paragraphKind ?? .plain
    case .body, .heading, .blockQuote, .attribution, .list, .item, .definitionList, .term, .definition,
      .table, .rows, .row, .cell, .caption, .aside, .summary, .lineGroup, .note:
      break
    }
    frames.append(frame)
    levels.append([])
  }

  /// The language around the current place.
  var surroundingLanguage: Language? {
    guard let frame = frames.last else { return options.language }
    if active.count > frame.activeBase, let language = active.last?.language { return language }
    return frame.language
  }

  /// Marks a block boundary: ends the open paragraph, or asks for a line end where only inlines are
  /// held.
  mutating func boundary() {
    guard let frame = frames.last else { return }
    if frame.holdsInlinesOnly {
      if frame.hasContent { frames[frames.count - 1].breakWaits = true }
    } else {
      flushParagraph()
    }
  }
}
