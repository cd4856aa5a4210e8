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
    let lines = code.text.split(separator: "\n", omittingEmptySubsequences: false).map(Self.expandingTabs)
    let indents = lines.map { min($0.prefix { $0 == " " }.count, 12) }
    let starts = Set(indents.map { profile.code.first + $0 })
    var blankLines = 0
    for (line, indent) in zip(lines, indents) {
      guard !line.allSatisfy(\.isWhitespace) else {
        blankLines = 1
        continue
      }
      var builder = RunBuilder()
      builder.append(String(line.drop { $0 == " " }), treatment: .uncontracted, range: code.info.range)
      // Where no line of the code begins, so that nobody takes the rest of one for a line of its own.
      let runover = ((profile.code.runover + indent)...).first { !starts.contains($0) } ?? 1
      let shape = CellPositions(profile.code.first + indent, runover).shape(margin: context.margin)
      try add(builder, shape: shape, spacing: BlockSpacing(before: blankLines))
      blankLines = 0
    }
    if isMarked {
      flow[flow.count - 1].holdNext()
      addIndicatorLine(Self.passageEnd)
    }
    surround(from: start, before: 1, after: 1)
  }

  private mutating func addIndicatorLine(_ cells: [UInt8], keep: KeepRule = .none) {
    let indent = Array(repeating: UInt8(0), count: min(context.margin, self.cells / 2))
    flow.append(.rule(Rule(indent + cells, keep: keep)))
  }

  /// The dot locator for "use" and the grade 1 passage indicator (RUEB 3.14, 5.4).
  static let passageStart: [UInt8] = [0x10, 0x10, 0x3F, 0x30, 0x30, 0x30]
  /// The dot locator for "use" and the grade 1 terminator.
  static let passageEnd: [UInt8] = [0x10, 0x10, 0x3F, 0x30, 0x04]

  static func expandingTabs(_ line: Substring) -> String {
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
