import Diagnostics
import DocumentModel

/// Turns a `MarkupTree` into a `Document`: the one place that decides what an element means.
///
/// ```swift
/// var builder = DocumentBuilder(tree: tree)
/// let document = builder.build(log: &log)
/// ```
///
/// The document it returns has blocks and notes; its metadata holds only what the body says
/// (`role="doc-subtitle"`), so the reader fills in the rest.
///
/// # Vocabulary
/// All HTML elements, MathML and SVG, with these conventions, which readers of other formats use too:
///
/// - **Blocks**: `p` (`align` or `style="text-align:…"`), `h1`…`h6` and `role="heading"` with
///   `aria-level` (any level), `ul`, `ol` (`start`, `type`, `data-delimiter="parenthesis"`,
///   `li value`), `dl`, `blockquote` (a `footer` in it, or a last paragraph that is one `cite`, is the
///   attribution), `pre` or `pre > code class="language-swift"`, `table`, `figure`, `aside`, `details`,
///   `address`, `hr`. A list is loose when an item holds a `p`. `div class="line-block"` is a line
///   group, its lines ended by `br` or held in `div class="line"`.
/// - **Task items**: `<li><input type="checkbox" checked> …`.
/// - **Notes**: `<a role="doc-noteref" href="#fn-x">1</a>` and anywhere a
///   `<section role="doc-endnotes"><div role="doc-footnote" id="fn-x">…</div></section>`. The
///   reference's text becomes the note's label unless it is the number the note has anyway. An
///   `<a role="doc-backlink">` is dropped. A note that is never referred to stays where it is.
/// - **Print pages**: any element with `role="doc-pagebreak"`, its number in `aria-label`, `title`,
///   the text or the `id`.
/// - **Mathematics**: `math`, or, when `Options.teXElements` is `.honoured`,
///   `<coformat-tex display="block|inline">TeX</coformat-tex>`.
/// - **Formats**: `data-coformat="only: braille, daisy"`, `"not: braille"`, `"instead: easy-read"`.
/// - **Forms of tables**: `data-coformat="table: stairstep"`, on a table or around it.
/// - **White space** collapses as CSS does; `style="white-space:pre-wrap"` keeps it, on any element
///   (a Markdown code span needs it to keep double spaces).
struct DocumentBuilder {
  struct Options {
    var teXElements: TeXElements = .transparent
    /// The language around the body.
    var language: Language?
  }

  /// Whether `coformat-tex` elements are mathematics. A page on the web can hold an element of that
  /// name, so only a reader whose format writes TeX honours them.
  enum TeXElements { case honoured, transparent }

  let tree: MarkupTree
  let options: Options
  var survey: Survey
  var log = DiagnosticLog()

  /// The blocks being made, outermost first.
  var frames: [Frame] = []
  /// The inline levels of all frames' open paragraphs; each frame owns those from its `levelBase`.
  var levels: [[Inline]] = []
  /// The inline elements around the current place, outermost first, open in a paragraph or not.
  var active: [ActiveInline] = []
  /// Text that is not a node yet, as UTF-8, and where it came from.
  var buffer: [UInt8] = []
  var bufferRange: SourceRange?
  /// How many code elements are around the current place.
  var codeDepth = 0
  /// Elements that say whether white space counts.
  var whiteSpace: [(node: MarkupTree.NodeID, isKept: Bool)] = []

  var lists: [ListParts] = []
  var definitionLists: [DefinitionParts] = []
  var tables: [TableParts] = []
  var figures: [FigureParts] = []
  var lineGroups: [[Line]] = []
  /// How many steps the next line is indented by.
  var lineIndent = 0
  var notes: [Note] = []
  /// Empty elements with an identifier, waiting for the next text to stand in.
  var waitingAnchors: [Inline] = []
  var usedIDs: Set<String> = []
  var crossReferences: Set<String> = []
  var describing: Set<MarkupTree.NodeID> = []
  /// Hidden elements that have been read as descriptions of pictures, and so are not left out.
  var described: Set<MarkupTree.NodeID> = []
  var subtitle: String?
  /// Elements whose `data-coformat` names a form of tables, and those whose form a table took.
  var tableInstructions: [MarkupTree.NodeID] = []
  var takenInstructions: Set<MarkupTree.NodeID> = []
  var removedControls = 0
  var firstRemovedControl: SourceRange?
  var saidFlattened = false
  var saidFormField = false

  /// Makes a builder for a tree, with a survey of it if there is one already.
  init(tree: MarkupTree, survey: Survey? = nil, options: Options = Options()) {
    self.tree = tree
    self.options = options
    self.survey = survey ?? Survey(tree: tree)
  }

  /// Makes the document. Call it once.
  mutating func build(log outer: inout DiagnosticLog) -> Document {
    swap(&log, &outer)
    defer { swap(&log, &outer) }
    let blocks = content(of: MarkupTree.root, as: .body)
    var document = Document(blocks: blocks, notes: notes)
    document.metadata.subtitle = subtitle
    settleAnchors(in: &document)
    settleCrossReferences(in: &document)
    orderNotes(in: &document)
    reportUntakenInstructions()
    if removedControls > 0 {
      log.report(.controlCharactersRemoved(count: removedControls, at: firstRemovedControl))
    }
    return document
  }

  /// Reads what a node holds into a frame of its own and returns the blocks of that frame.
  mutating func content(of top: MarkupTree.NodeID, as kind: Frame.Kind) -> [Block] {
    push(kind, node: top, info: NodeInfo())
    walk(top)
    flushParagraph()
    settleStrays(frames.count - 1)
    levels.removeLast()
    return frames.removeLast().blocks
  }

  /// Visits all that a node holds, in document order and without recursion, because a source may
  /// nest 100,000 deep.
  private mutating func walk(_ top: MarkupTree.NodeID) {
    var node = tree.firstChild(of: top)
    guard node >= 0 else { return }
    while true {
      if enter(node) {
        let child = tree.firstChild(of: node)
        if child >= 0 {
          node = child
          continue
        }
        leave(node)
      }
      while true {
        let next = tree.nextSibling(of: node)
        if next >= 0 {
          node = next
          break
        }
        node = tree.parent(of: node)
        if node == top { return }
        leave(node)
      }
    }
  }

  /// Takes note of a node; returns whether what it holds is to be visited.
  private mutating func enter(_ node: MarkupTree.NodeID) -> Bool {
    switch tree.nodes[Int(node)].content {
    case .text(let string):
      if survey.traits[Int(node)].contains(.leftOut) { return false }
      append(string, range: tree.range(of: node))
      return false
    case .element(let element):
      return enter(node, element)
    }
  }

  /// Ends a node whose content has been visited.
  private mutating func leave(_ node: MarkupTree.NodeID) {
    let tag = survey.tags[Int(node)]
    if let frame = frames.last, frame.node == node {
      pop()
    } else {
      if tag.isBlock { boundary() }
      leaveInline(node)
    }
    if tag == .code || tag == .tt { leaveCode() }
    if tag == .rt { leaveRubyText(node) }
    if tag == .optgroup || tag == .option { leaveOption(node) }
    if tag.standsApart { separate() }
    if let last = whiteSpace.last, last.node == node { whiteSpace.removeLast() }
  }
}
