import Diagnostics

/// A line of a text.
struct PlainLine {
  /// Its number, from 1.
  var number: Int
  /// The characters, without the line end and the white space before it.
  var text: String
  /// How many columns of white space it begins with; a tab goes on to the next eighth column.
  var indent: Int
  /// How many scalars of it are that white space.
  var indentLength: Int

  init(number: Int, _ text: String) {
    self.number = number
    var trimmed = Substring(text)
    while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
    self.text = String(trimmed)
    indent = 0
    indentLength = 0
    for scalar in self.text.unicodeScalars {
      if scalar == "\t" {
        indent += 8 - indent % 8
      } else if scalar.properties.isWhitespace {
        indent += 1
      } else {
        break
      }
      indentLength += 1
    }
  }

  var isBlank: Bool { text.isEmpty }
  /// The characters after the indent.
  var words: String { String(text.unicodeScalars.dropFirst(indentLength)) }
  /// How many characters it has, the indent counted in columns.
  var length: Int { indent + text.unicodeScalars.count - indentLength }

  /// Where it stands.
  var range: SourceRange {
    SourceRange(
      SourcePosition(line: number, column: indentLength + 1),
      SourcePosition(line: number, column: text.unicodeScalars.count + 1))
  }
}

/// The lines of a text, in the passages that blank lines part.
struct PlainLines {
  /// Lines with no blank line between them; never empty.
  private(set) var passages: [[PlainLine]] = []
  /// The passages before which a print page begins; one may stand after the last.
  private(set) var pages: [Int] = []
  /// The least indent of any line: what all of the text is indented by.
  private(set) var margin = 0
  /// How long full lines are, by their indent; nil where lines are not broken to a width.
  private var widths: [Int: Int] = [:]

  /// Lines longer than this are not broken to a width: they are paragraphs.
  static let longestBroken = 120
  /// Lines broken to a width less than this are verses or columns, not prose.
  static let narrowestBroken = 45

  init(_ bytes: [UInt8], pages feeds: FormFeeds) {
    var passage: [PlainLine] = []
    func end() {
      if !passage.isEmpty { passages.append(passage) }
      passage = []
    }
    let text = String(decoding: bytes, as: UTF8.self)
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd) {
      number += 1
      let line = PlainLine(number: number, String(line))
      if feeds.before.contains(number) {
        end()
        pages.append(passages.count)
      }
      if line.isBlank { end() } else { passage.append(line) }
      if feeds.after.contains(number) {
        end()
        pages.append(passages.count)
      }
    }
    end()
    margin = passages.joined().map(\.indent).min() ?? 0
    for line in passages.joined() where line.length <= Self.longestBroken {
      widths[line.indent] = max(widths[line.indent] ?? 0, line.length)
    }
  }

  /// The width lines of an indent are broken to; nil when they are too short for prose.
  func width(atIndent indent: Int) -> Int? {
    guard let width = widths[indent], width - indent >= Self.narrowestBroken else { return nil }
    return width
  }

  /// Whether there are marks that Markdown has and that plain text seldom begins lines with.
  var looksLikeMarkdown: Bool {
    var fences = 0
    var headings = 0
    var links = 0
    for line in passages.joined() {
      let words = line.words
      if words.hasPrefix("```") { fences += 1 }
      let marks = words.prefix { $0 == "#" }.count
      if (1...6).contains(marks), words.dropFirst(marks).first == " " { headings += 1 }
      if words.contains("](") { links += 1 }
    }
    return fences >= 2 || headings >= 2 || headings + links >= 3
  }
}

extension Character {
  /// Whether it ends a line: LF, CR or both.
  fileprivate var isLineEnd: Bool { self == "\n" || self == "\r" || self == "\r\n" }
}
