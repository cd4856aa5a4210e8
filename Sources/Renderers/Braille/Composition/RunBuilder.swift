import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel

/// Gathers the runs of one paragraph, and where each came from, on the way to translation.
struct RunBuilder {
  private(set) var runs: [TextRun] = []
  private(set) var marks: [TextMark] = []
  private(set) var sources: [SourceSpan] = []
  /// The nodes the text came from, outer before inner; gathered only where a rendition marks them up.
  private(set) var nodes: [NodeSpan] = []
  private let markup: Markup
  private(set) var anchors: [TextAnchor] = []
  /// Cross references in the text whose words depend on where their targets come to stand.
  private(set) var references: [ReferenceSlot] = []
  /// Whether the next text begins a run of its own, whatever it looks like.
  private var isApart = false
  /// The first run of the reference being added.
  private var referenceStart = 0
  /// How many of the Unicode scalars are the program's own words.
  private var ownLength = 0
  /// How many Unicode scalars the runs hold so far.
  private(set) var length = 0
  /// The blank that goes before the next text.
  private var blankDue = BlankDue.none

  /// Whether the nodes the text comes from are kept.
  enum Markup {
    /// The cells are all there is, as on paper.
    case none
    /// They become elements around the cells.
    case nodes
  }

  /// A node and the text in it.
  struct NodeSpan {
    var node: Inline
    /// Offsets as `length` counts them.
    var range: Range<Int>
  }

  init(markup: Markup = .none) { self.markup = markup }

  private enum BlankDue {
    case none
    /// Unless print closes up there.
    case beforeWords
    case always
  }

  var isEmpty: Bool { length == 0 && marks.isEmpty }

  /// Whether the text so far ends in white space, or is empty.
  var endsInSpace: Bool { lastScalar?.properties.isWhitespace ?? true }

  /// The last character, for what depends on it.
  var lastScalar: Unicode.Scalar? {
    runs.last.flatMap { $0.isBraille ? TextRun.standIn : $0.text.unicodeScalars.last }
  }

  /// Adds text. Runs that look alike become one.
  mutating func append(
    _ text: String, emphasis: Emphasis = [], treatment: TextRun.Treatment = .text,
    range: SourceRange? = nil
  ) {
    guard var first = text.unicodeScalars.first else { return }
    if case .braille = treatment { first = TextRun.standIn }
    let isDue = blankDue == .always || (blankDue == .beforeWords && !first.closesUp)
    blankDue = .none
    if isDue, !endsInSpace, !first.properties.isWhitespace, lastScalar?.opens != true {
      // Between words that stand in the same signs the blank stands in them too.
      let shared = runs.last?.emphasis.intersection(emphasis) ?? []
      append(" ", emphasis: shared, treatment: runs.last?.printTreatment ?? .text)
    }
    defer { isApart = false }
    sources.append(SourceSpan(offset: length, range: range))
    length += text.unicodeScalars.count
    if let last = runs.last, last.emphasis == emphasis, last.treatment == treatment, !last.isBraille,
      !isApart
    {
      runs[runs.count - 1].text += text
    } else {
      runs.append(TextRun(text, emphasis: emphasis, treatment: treatment))
    }
  }

  /// Adds words of the program's own, or of the document's metadata.
  mutating func append(_ phrase: OwnPhrase, emphasis: Emphasis = [], range: SourceRange? = nil) {
    let before = length
    append(phrase.text, emphasis: emphasis, treatment: phrase.treatment, range: range)
    if phrase.origin == .program { ownLength += length - before }
  }

  /// Whose words they are: the program's if all are, what closes them apart.
  var origin: Row.Origin { ownLength > 0 && length <= ownLength + 1 ? .program : .document }

  /// Adds a formula that is braille already, with the print it stands for.
  mutating func append(
    _ braille: BrailleText, print: String, emphasis: Emphasis = [], range: SourceRange? = nil
  ) {
    let run = TextRun(braille: braille, print: print.trimmed, emphasis: emphasis)
    append(run.text, emphasis: emphasis, treatment: run.treatment, range: range)
  }

  /// Adds a sign that closes up to the text before it, such as the semicolon between entries.
  mutating func close(with sign: String, emphasis: Emphasis = []) {
    trimEnd()
    append(sign, emphasis: emphasis)
  }

  /// Takes white space off the end; marks that stood after it stand before what comes next.
  mutating func trimEnd() {
    blankDue = .none
    while var last = runs.last, endsInSpace {
      last.text.unicodeScalars.removeLast()
      length -= 1
      runs.removeLast()
      if !last.text.isEmpty { runs.append(last) }
    }
    for index in marks.indices { marks[index].offset = min(marks[index].offset, length) }
    for index in anchors.indices { anchors[index].offset = min(anchors[index].offset, length) }
    for index in references.indices {
      references[index].runs = references[index].runs.clamped(to: 0..<runs.count)
    }
    sources.removeAll { $0.offset >= length }
  }

  /// Keeps raised digits that come next apart from raised digits that are there: the marks of notes 30
  /// and 31 are two items and not the number 3031. A word joiner stands for no cell.
  mutating func separateRaised() {
    guard let last = lastScalar, last.properties.numericType == .digit, !last.isASCII else { return }
    append("\u{2060}", emphasis: runs.last?.emphasis ?? [], treatment: runs.last?.printTreatment ?? .text)
  }

  /// Sees to it that a blank parts what comes next from what is there.
  mutating func space() { blankDue = .always }

  /// The same, unless what comes next is a full stop or the like.
  mutating func spaceBeforeWords() { blankDue = .beforeWords }

  /// Says that what is added next is in a node; gives what `end` is to be told.
  mutating func begin(_ node: Inline) -> Int? {
    guard markup == .nodes else { return nil }
    nodes.append(NodeSpan(node: node, range: length..<length))
    return nodes.count - 1
  }

  /// Says that a node ends.
  mutating func end(_ index: Int?) {
    guard let index else { return }
    let start = min(nodes[index].range.lowerBound, length)
    nodes[index].range = start..<length
  }

  /// Marks the place the next text will stand.
  mutating func mark(_ kind: TextMark.Kind) {
    marks.append(TextMark(offset: length, kind: kind))
  }

  /// The text of all runs, which offsets count in.
  var print: [Unicode.Scalar] { runs.flatMap(\.text.unicodeScalars) }

  /// Names the place the next text will stand.
  mutating func anchor(_ anchor: Anchor) { anchors.append(TextAnchor(offset: length, anchor)) }

  /// Begins the words of a cross reference: they stand in runs of their own, so that others can take
  /// their place.
  mutating func beginReference() {
    isApart = true
    referenceStart = runs.count
  }

  /// Ends the words begun; none at all is the place for words to come.
  mutating func endReference(_ kind: ReferenceSlot.Kind, to target: String, range: SourceRange?) {
    isApart = true
    let first = min(referenceStart, runs.count)
    references.append(
      ReferenceSlot(target: target, range: range, kind: kind, runs: first..<runs.count))
  }

  /// The runs, those that look alike made one.
  var joinedRuns: [TextRun] {
    guard !references.isEmpty else { return runs }
    var joined: [TextRun] = []
    for run in runs {
      if let last = joined.last, last.emphasis == run.emphasis, last.treatment == run.treatment,
        !last.isBraille, !run.isBraille
      {
        joined[joined.count - 1].text += run.text
      } else {
        joined.append(run)
      }
    }
    return joined
  }

  /// The same text with other runs for its references, in order; nil for those that stay. Marks,
  /// anchors and sources move with the text.
  func replacing(_ replacements: [[TextRun]?]) -> RunBuilder {
    var copy = self
    func count(_ runs: some Sequence<TextRun>) -> Int {
      runs.reduce(0) { $0 + $1.text.unicodeScalars.count }
    }
    for (slot, new) in zip(references, replacements).reversed() {
      guard let new else { continue }
      let start = count(copy.runs[..<slot.runs.lowerBound])
      let old = count(copy.runs[slot.runs])
      let added = count(new)
      func moved(_ offset: Int) -> Int {
        offset >= start + old ? offset + added - old : min(offset, start + added)
      }
      copy.runs.replaceSubrange(slot.runs, with: new)
      copy.length += added - old
      for index in copy.marks.indices { copy.marks[index].offset = moved(copy.marks[index].offset) }
      for index in copy.sources.indices { copy.sources[index].offset = moved(copy.sources[index].offset) }
      for index in copy.anchors.indices { copy.anchors[index].offset = moved(copy.anchors[index].offset) }
      if old == 0 {
        let next = copy.sources.firstIndex { $0.offset > start } ?? copy.sources.endIndex
        copy.sources.insert(SourceSpan(offset: start, range: slot.range), at: next)
      }
    }
    return copy
  }

  /// Writes letters small where capital signs are not to show; whether there were any capitals.
  ///
  /// Each letter stays one: marks and sources count in them. Formulas and cells stay as they are.
  mutating func writeSmall() -> Bool {
    var hadCapitals = false
    for index in runs.indices where !runs[index].isBraille {
      let small = runs[index].text.unicodeScalars.map { scalar in
        let mapping = scalar.properties.lowercaseMapping.unicodeScalars
        guard let first = mapping.first, mapping.count == 1, first != scalar else { return scalar }
        hadCapitals = true
        return first
      }
      runs[index].text = String(String.UnicodeScalarView(small))
    }
    return hadCapitals
  }

  /// The range of the text at an offset.
  func range(at offset: Int) -> SourceRange? {
    sources.last { $0.offset <= offset }?.range
  }
}

extension String {
  /// Without white space at its ends.
  fileprivate var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}

extension TextRun {
  /// The treatment for print that goes on after the run.
  fileprivate var printTreatment: Treatment { isBraille ? .text : treatment }
}

/// A cross reference in a text.
struct ReferenceSlot {
  var target: String
  var range: SourceRange?
  var kind: Kind
  /// The runs its words are in, which hold nothing else.
  var runs: Range<Int>

  /// What becomes of a reference when the page of its target is known.
  enum Kind {
    /// Its words name a page of print that this braille does not show: the braille page takes the
    /// number's place.
    case renumbered
    /// The braille page is added here, in transcriber's note signs.
    case noted
  }
}

extension Unicode.Scalar {
  /// Whether print sets no space before this: a full stop, a closing bracket.
  fileprivate var closesUp: Bool {
    switch properties.generalCategory {
    case .closePunctuation, .finalPunctuation: true
    case .otherPunctuation: ".,;:!?…".unicodeScalars.contains(self)
    default: false
    }
  }

  /// Whether print sets no space after this.
  fileprivate var opens: Bool {
    switch properties.generalCategory {
    case .openPunctuation, .initialPunctuation: true
    default: false
    }
  }
}
