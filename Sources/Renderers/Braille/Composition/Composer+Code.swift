import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel

extension Composer {
  /// Code: uncontracted, each line on its own, indents kept. In contracted UEB it stands between
  /// grade 1 passage indicators on lines of their own, so that no letter is read as a wordsign.
  mutating func compose(_ code: CodeBlock) throws(ConversionFailure) {
    let start = flow.count
    let isMarked = translator.code.system == "ueb" && translator.grade.contraction != .none
    if isMarked { addIndicatorLine(Self.passageStart, keep: .withNext) }
    var blankLines = 0
    for line in code.text.split(separator: "\n", omittingEmptySubsequences: false) {
      let text = Self.expandingTabs(line)
      let content = text.drop { $0 == " " }
      guard !content.allSatisfy(\.isWhitespace) else {
        blankLines = 1
        continue
      }
      var builder = RunBuilder()
      builder.append(String(content), treatment: .uncontracted, range: code.info.range)
      var shape = profile.code.shape(margin: context.margin).indented(by: min(text.count - content.count, 12))
      shape.runover = min(shape.runover, shape.first + 4)
      try add(builder, shape: shape, spacing: BlockSpacing(before: blankLines))
      blankLines = 0
    }
    if isMarked { addIndicatorLine(Self.passageEnd) }
    surround(from: start, before: 1, after: 1)
  }

  /// Displayed mathematics.
  mutating func compose(_ node: MathematicsBlock) throws(ConversionFailure) {
    var builder = RunBuilder()
    append(node.mathematics, to: &builder, look: InlineLook(), range: node.info.range)
    try add(builder, shape: profile.mathematics.shape(margin: context.margin))
  }

  private mutating func addIndicatorLine(_ cells: [UInt8], keep: KeepRule = .none) {
    let indent = Array(repeating: UInt8(0), count: min(context.margin, self.cells / 2))
    flow.append(.rule(Rule(indent + cells, keep: keep)))
  }

  /// The dot locator for "use" and the grade 1 passage indicator (RUEB 3.14, 5.4).
  private static let passageStart: [UInt8] = [0x10, 0x10, 0x3F, 0x30, 0x30, 0x30]
  /// The dot locator for "use" and the grade 1 terminator.
  private static let passageEnd: [UInt8] = [0x10, 0x10, 0x3F, 0x30, 0x04]

  private static func expandingTabs(_ line: Substring) -> String {
    guard line.contains("\t") else { return String(line) }
    var text = ""
    for character in line {
      if character == "\t" {
        text += String(repeating: " ", count: 4 - text.count % 4)
      } else {
        text.append(character)
      }
    }
    return text
  }
}
