/// Where front matter stands in a text, before anyone knows whether it is well formed.
struct FrontMatterFence {
  enum Syntax: String {
    case yaml = "YAML"
    case toml = "TOML"
    case json = "JSON"
  }

  var syntax: Syntax
  /// The bytes between the fences; of JSON, the whole object.
  var content: Range<Int>
  /// The line the content begins on, from 1.
  var contentLine: Int
  /// The line the body begins on.
  var bodyLine: Int

  /// Front matter longer than this, in bytes, is not looked for.
  static let maximumSize = 1 << 18

  /// Finds what has the form of front matter:
  ///
  /// - YAML: line 1 is `---`, line 2 is not blank, and a later line is `---` or `...`;
  /// - TOML: line 1 is `+++` and a later line is `+++`;
  /// - JSON: the text begins with `{` and then a quotation mark, and the object it opens ends at the
  ///   end of a line.
  ///
  /// A text that begins with a thematic break therefore keeps it: a blank line follows, or no second
  /// fence does. What stands between two `---` must also turn out to be fields.
  static func find(in text: MarkdownText) -> FrontMatterFence? {
    let first = trimmed(text, 1)
    switch Array(text.bytes[first]) {
    case Array("---".utf8):
      guard !trimmed(text, 2).isEmpty else { return nil }
      return closed(.yaml, by: ["---", "..."], in: text)
    case Array("+++".utf8): return closed(.toml, by: ["+++"], in: text)
    default: return json(in: text)
    }
  }

  private static func closed(
    _ syntax: Syntax, by fences: [String], in text: MarkdownText
  ) -> FrontMatterFence? {
    let start = text.lineWithEnd(2).lowerBound
    let fences = fences.map { Array($0.utf8) }
    for number in stride(from: 2, through: text.lineCount, by: 1) {
      let line = text.line(number)
      guard line.lowerBound - start <= maximumSize else { return nil }
      guard line.count <= 64, text.trimmedEnd(of: line) - line.lowerBound == 3,
        fences.contains(Array(text.bytes[line].prefix(3)))
      else { continue }
      return FrontMatterFence(
        syntax: syntax, content: start..<line.lowerBound, contentLine: 2, bodyLine: number + 1)
    }
    return nil
  }

  private static func json(in text: MarkdownText) -> FrontMatterFence? {
    let bytes = text.bytes
    guard bytes.first == 0x7B,
      bytes.dropFirst().first(where: { !ASCII.isSpace($0) }) == ASCII.quotation
    else { return nil }
    var depth = 0
    var index = 0
    var isInString = false
    while index < min(bytes.count, maximumSize) {
      switch bytes[index] {
      case ASCII.backslash where isInString: index += 1
      case ASCII.quotation: isInString.toggle()
      case 0x7B where !isInString: depth += 1
      case 0x7D where !isInString:
        depth -= 1
        if depth == 0 { return json(upTo: index + 1, in: text) }
      default: break
      }
      index += 1
    }
    return nil
  }

  private static func json(upTo end: Int, in text: MarkdownText) -> FrontMatterFence? {
    let line = text.range(end..<end).start.line
    guard text.trimmedEnd(of: end..<text.line(line).upperBound) == end else { return nil }
    return FrontMatterFence(syntax: .json, content: 0..<end, contentLine: 1, bodyLine: line + 1)
  }

  private static func trimmed(_ text: MarkdownText, _ number: Int) -> Range<Int> {
    let line = text.line(number)
    return line.lowerBound..<text.trimmedEnd(of: line)
  }
}
