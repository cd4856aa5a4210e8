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

  /// Notes that stand in the text, by the number of their definition: where their words are in the
  /// content of their block, in bytes.
  private(set) var notesInText: [Int: Range<Int>] = [:]
  /// The definition that was put last behind a block, so that those of one block keep their order.
  var lastDefinition: [UnsafeRawPointer: OpaquePointer] = [:]

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

  /// Takes note of a footnote that stands in the text and returns its number. Its label holds a space,
  /// which no other's does.
  func define(noteAt words: Range<Int>) -> Int {
    let number = define("note \(notesInText.count + 1)")
    notesInText[number] = words
    return number
  }

  /// Forgets what was known of another block.
  func enter(_ block: OpaquePointer) {
    let key = UnsafeRawPointer(block)
    if content.block != key { content = InlineContent(block: key) }
  }

  func isDefined(_ label: String) -> Bool { definedLabels.contains(Self.normalised(label)) }

  /// Labels match whatever their case, as those of link references do (CommonMark 4.7).
  static func normalised(_ label: String) -> String { label.lowercased() }
}
