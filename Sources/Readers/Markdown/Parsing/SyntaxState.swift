/// What our own Markdown syntax must remember while one document is parsed: the callbacks cmark
/// calls find it through the extension they belong to.
final class SyntaxState {
  /// A line that opens displayed mathematics, and the line that closes it; lines count from 1.
  let mathematicsLines: [Int: Int]
  /// Blocks of mathematics that are open, with the line each closes on.
  var openMathematics: [UnsafeRawPointer: Int] = [:]

  /// The labels of footnote definitions, in the order of the source.
  private(set) var labels: [String] = []
  private var definedLabels: Set<String> = []
  /// How many definitions the current line has opened, and which line that is.
  private var definitionsOnLine = (line: 0, count: 0)

  /// Where nodes our syntax made begin and end in the content of their block, in bytes: cmark has no
  /// way to give such a node a position.
  var spans: [UnsafeRawPointer: Range<Int>] = [:]

  /// What is known about the block whose inlines are being parsed.
  var content = InlineContent()

  init(mathematicsLines: [Int: Int]) { self.mathematicsLines = mathematicsLines }

  /// How many footnote definitions may open on one line: each nests in the one before it.
  private static let maximumDefinitionsOnLine = 50

  /// Whether one more footnote definition may open on a line.
  func mayDefine(onLine line: Int) -> Bool {
    if definitionsOnLine.line != line { definitionsOnLine = (line, 0) }
    definitionsOnLine.count += 1
    return definitionsOnLine.count <= Self.maximumDefinitionsOnLine
  }

  /// Takes note of a footnote definition and returns its number.
  func define(_ label: String) -> Int {
    labels.append(label)
    definedLabels.insert(Self.normalised(label))
    return labels.count - 1
  }

  func isDefined(_ label: String) -> Bool { definedLabels.contains(Self.normalised(label)) }

  /// Labels match whatever their case, as those of link references do (CommonMark 4.7).
  static func normalised(_ label: String) -> String { label.lowercased() }
}

/// What the mathematics syntax remembers about one block's content.
struct InlineContent {
  /// The block, so that another one's facts are not taken for this one's.
  var block: UnsafeRawPointer?
  /// Dollar signs before this offset have been found to be text.
  var dollarsAreTextBefore = 0
  /// Where runs of backticks begin, by their length; nil until something asks.
  var backtickRuns: [Int: [Int]]?
}
