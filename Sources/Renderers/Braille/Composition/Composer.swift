import BrailleLayout
import BrailleMathematics
import BrailleTranslation
import Diagnostics
import DocumentModel
import Wording

/// Turns a document into the flow that layout puts on pages: each node becomes translated text with
/// a place, as the profile says.
///
/// The pieces are in the other files of this folder, one for each kind of content. Nothing is
/// skipped: a `switch` over nodes without `default` is what makes sure.
struct Composer {
  /// The translator of the document's code. A block in another language has its own: see
  /// `Context.translator`.
  let translator: Translator
  var translators: Translators
  let profile: LayoutProfile
  let options: BrailleOptions
  /// The width of the page, for what is drawn across it.
  let cells: Int
  var log: DiagnosticLog
  var flow: [FlowItem] = []
  /// Where in the flow the document's own text begins, after its title and the notes about it; or how
  /// far it has been looked for.
  var bodyStart = 0
  var notes: NoteMarks
  /// Where notes stand.
  let notePlacement: NotesStyle.Placement
  /// The notes that go to the foot of pages, each by its index in the document.
  var footNotes: [[FlowItem]] = []
  var context: Context
  var tallies = Tallies()
  /// Page breaks already met: a heading or a cell that is repeated turns no page twice.
  var pageBreaks: Set<SourceRange> = []
  /// What becomes of what a node says beyond its words: the address of a link, an expansion.
  var beyondWords = BeyondWords.reported
  /// What references lead to.
  let survey: ReferenceSurvey
  /// The headings, in the order of the text.
  var headings: [ListedHeading] = []
  /// How many of the headings are the document's title.
  var titleHeadings = 0
  /// Names of places that no text stands at yet.
  var waitingAnchors: [Anchor] = []
  /// Texts whose references have still to learn their pages.
  var waitingTexts: [WaitingText] = []
  /// What emphasis the text shows.
  var emphasisUsed: Emphasis = []
  /// The languages that lacked words the program needed.
  var englishStandIns: Set<String> = []
  /// Long descriptions of pictures met in the block being gathered.
  var waitingDescriptions: [[Block]] = []

  /// What the blocks being composed stand in.
  struct Context {
    /// Cells everything is moved right by.
    var margin = 0
    /// Where paragraphs stand.
    var paragraph: CellPositions
    /// How many lists the blocks are in.
    var listLevel = 0
    /// Where items of the innermost list begin: those of a list in it begin further right, whatever
    /// its kind.
    var listFirst: Int?
    /// Where items of all levels of the outermost list run over to, when the style says past the
    /// deepest.
    var listRunover: Int?
    /// How many notes, one in another, are being written where they are referred to.
    var noteDepth = 0
    /// Whether the blocks are set apart from the text, in a box.
    var isAside = false
    /// The language in force; nil when the document does not say.
    var language: Language?
    /// What translates the block being composed: of the document's code, or of the block's language.
    var translator: Translator
    /// Whether the blocks stand between non-UEB passage indicators.
    var isInPassage = false
    /// The program's own words.
    var words: ProgramWords
  }

  /// What becomes of what a node says beyond its words.
  enum BeyondWords {
    /// Cells cannot say it; it is reported.
    case reported
    /// The elements around the cells say it.
    case inMarkup
  }

  /// What is reported once at the end.
  struct Tallies {
    var substitutions = Tally<SubstitutionKey>()
    var languages = Tally<String>()
    var passages = Tally<PassageKey>()
    var styles = Tally<TextStyle>()
    var emphasis = Tally<String>()
    var expansions = Tally<String>()
    var links = Tally<String>()
    var decorative = Tally<String>()
    var mathematics = Tally<String>()
    var formulasAsSource = Tally<MathFault>()
    var formulasInWords = Tally<MathFault>()
    var formulaWords = Tally<String>()
    var formulaRows = Tally<String>()
    var mathTypeforms = Tally<MathTypeform>()
  }

  struct SubstitutionKey: Hashable {
    var scalar: Unicode.Scalar
    var outcome: Substitution.Outcome
  }

  struct PassageKey: Hashable {
    var language: String
    var code: String
    var grade: String
  }

  init(
    document: Document, translators: Translators, profile: LayoutProfile, options: BrailleOptions,
    cells: Int, log: DiagnosticLog
  ) {
    translator = translators.main
    self.translators = translators
    self.profile = profile
    self.options = options
    self.cells = cells
    self.log = log
    notes = NoteMarks(document)
    survey = ReferenceSurvey(document)
    notePlacement = options.notes ?? profile.notes.placement
    context = Context(
      paragraph: profile.paragraph, language: document.metadata.language, translator: translators.main,
      words: translators.words)
  }

  // MARK: - Text

  /// Translates what a builder gathered into a block; nil when there is nothing.
  mutating func block(
    _ builder: RunBuilder, shape: BlockShape, spacing: BlockSpacing = BlockSpacing(),
    role: BlockRole = .text, keep: KeepRule = .none
  ) throws(ConversionFailure) -> TextBlock? {
    guard !builder.isEmpty else { return nil }
    let translation = try context.translator.translate(builder.joinedRuns)
    for run in builder.runs { emphasisUsed.formUnion(run.emphasis) }
    for substitution in translation.substitutions {
      tallies.substitutions.add(
        SubstitutionKey(scalar: substitution.scalar, outcome: substitution.outcome),
        at: builder.range(at: substitution.offset))
    }
    // Nothing but blanks is nothing: a heading held to it would be held to no text.
    guard !builder.marks.isEmpty || translation.text.cells.contains(where: { $0 != 0 }) else { return nil }
    var block = TextBlock(
      translation.text, shape: shape, spacing: spacing, role: role, keep: keep, marks: builder.marks,
      sources: builder.sources, print: options.proofing.needsPrint ? builder.print : [],
      anchors: builder.anchors)
    block.origin = builder.origin
    keepReferences(of: builder, in: &block)
    return block
  }

  /// Adds what a builder gathered to the flow.
  mutating func add(
    _ builder: RunBuilder, shape: BlockShape, spacing: BlockSpacing = BlockSpacing(),
    role: BlockRole = .text, keep: KeepRule = .none
  ) throws(ConversionFailure) {
    if let block = try block(builder, shape: shape, spacing: spacing, role: role, keep: keep) {
      flow.append(.text(block))
    }
    if !waitingDescriptions.isEmpty { try composeWaitingDescriptions() }
  }

  /// Adds a transcriber's note of the program's own words.
  mutating func addTranscribersNote(_ words: OwnPhrase, keep: KeepRule = .none) throws(ConversionFailure) {
    var builder = RunBuilder()
    builder.append(words, emphasis: .transcribersNote)
    try add(builder, shape: profile.transcribersNote.shape(margin: context.margin), keep: keep)
  }

  // MARK: - Context

  /// Composes with a changed context, and puts it back.
  mutating func with(
    _ change: (inout Context) -> Void, _ body: (inout Composer) throws(ConversionFailure) -> Void
  ) throws(ConversionFailure) {
    let outer = context
    change(&context)
    try body(&self)
    context = outer
  }

  /// Gives what was added to the flow since `start` blank lines around it.
  mutating func surround(from start: Int, before: Int, after: Int, afterSideHeading: Int? = nil) {
    guard let first = flow[start...].firstIndex(where: \.hasRows),
      let last = flow[start...].lastIndex(where: \.hasRows)
    else { return }
    flow[first].changeSpacing {
      $0.before = max($0.before, before)
      $0.afterSideHeading = $0.afterSideHeading ?? afterSideHeading
    }
    flow[last].changeSpacing { $0.after = max($0.after, after) }
  }
}

extension FlowItem {
  /// Whether the item is one that blank lines go around.
  var hasRows: Bool {
    switch self {
    case .text, .rule, .row: true
    case .printPage, .newPage: false
    }
  }

  /// Keeps the item's last line with what follows.
  mutating func holdNext() {
    switch self {
    case .text(var block):
      block.keep = block.keep.holdsTogether ? .togetherWithNext : .withNext
      self = .text(block)
    case .rule(var rule):
      rule.keep = .withNext
      self = .rule(rule)
    case .row(var row):
      row.keep = row.keep.holdsTogether ? .togetherWithNext : .withNext
      self = .row(row)
    case .printPage, .newPage: break
    }
  }

  /// Keeps the item's lines together and the item in its group; what ties it closer to the next stays.
  mutating func holdInGroup() {
    switch self {
    case .text(var block):
      block.keep = block.keep.inGroup
      self = .text(block)
    case .rule(var rule):
      rule.keep = rule.keep.inGroup
      self = .rule(rule)
    case .row(var row):
      row.keep = row.keep.inGroup
      self = .row(row)
    case .printPage, .newPage: break
    }
  }

  /// Changes the item's spacing; others have none.
  mutating func changeSpacing(_ change: (inout BlockSpacing) -> Void) {
    switch self {
    case .text(var block):
      change(&block.spacing)
      self = .text(block)
    case .rule(var rule):
      change(&rule.spacing)
      self = .rule(rule)
    case .row(var row):
      change(&row.spacing)
      self = .row(row)
    case .printPage, .newPage: break
    }
  }
}

extension KeepRule {
  /// The rule for an item of a group that a page holds if it can.
  fileprivate var inGroup: KeepRule {
    switch self {
    case .none, .together, .togetherInGroup: .togetherInGroup
    case .withNext, .togetherWithNext: .togetherWithNext
    }
  }
}
