import BrailleLayout
import Diagnostics
import XMLTree

/// The messages about a document, each found the line of braille it is about.
struct ProofMessages {
  /// The messages at a line, by the line's id.
  private var byLine: [String: [Diagnostic]] = [:]
  /// All messages in the order they were reported, each with the id of its line and the line in words;
  /// nil for those about no place.
  private var all: [(message: Diagnostic, place: Place?)] = []
  /// How many more there were of a code than are kept.
  private let unkept: [(code: String, count: Int)]

  /// A line of the proof.
  private struct Place {
    var page: Int
    var line: Int
    var words: String
  }

  /// Finds the lines. A message stands at the first line that shows its place in the source; one about
  /// what is not shown, at the next line after it.
  init(_ log: DiagnosticLog, on pages: BraillePages) {
    unkept = log.unkept
    let finder = LineFinder(pages)
    for message in log.diagnostics {
      let place = message.range.flatMap(finder.place).map { page, line, words in
        Place(page: page, line: line, words: words)
      }
      all.append((message, place))
      if let place { byLine[Self.id(place.page, place.line), default: []].append(message) }
    }
  }

  /// The id of a line, counted from 0 as the page is over all volumes.
  static func id(_ page: Int, _ line: Int) -> String { "page\(page + 1)line\(line + 1)" }

  /// The messages at a line, for its row.
  func at(page: Int, line: Int) -> [XMLNode] {
    (byLine[Self.id(page, line)] ?? []).map { message in
      .element(XMLElement("div", [XMLAttribute("class", "message")], message.nodes))
    }
  }

  /// The list of all messages, with links to the lines of those that have one; nil when there are none.
  var section: XMLNode? {
    guard !all.isEmpty else { return nil }
    let items = all.map { message, place in
      var nodes = message.nodes
      if let hint = message.hint { nodes.append(.text(" (\(hint))")) }
      if let place {
        nodes += [
          .text(" "), .html("a", ["href": "#\(Self.id(place.page, place.line))"], "Go to \(place.words)"),
        ]
      }
      return XMLNode.element(XMLElement("li", [], nodes))
    }
    let more = unkept.map { XMLNode.html("li", "\($0.count) more of \($0.code) are not listed.") }
    return .element(
      XMLElement(
        "section", [],
        [
          .html("h2", "Messages: \(all.count + unkept.reduce(0) { $0 + $1.count })"),
          .element(XMLElement("ul", [], items + more)),
        ]))
  }
}

extension Diagnostic {
  /// The message: how serious, its code, what it says.
  fileprivate var nodes: [XMLNode] {
    let severity =
      switch severity {
      case .note: "Note"
      case .warning: "Warning"
      case .error: "Error"
      }
    return [.html("strong", "\(severity) \(code):"), .text(" \(message)")]
  }
}

/// Finds the line of braille that shows a place in the source.
private struct LineFinder {
  private struct Line {
    var range: SourceRange
    var page: Int
    var line: Int
  }

  /// Lines that have a place in the source, in the order of the source.
  private var lines: [Line] = []
  /// The furthest end among a line and those before it: where looking back may stop.
  private var reach: [SourcePosition] = []
  /// What each page is called.
  private let names: [String]

  init(_ document: BraillePages) {
    names = document.pageNames
    for (page, rows) in document.pages.enumerated() {
      for (line, row) in rows.rows.enumerated() {
        if let range = row.range { lines.append(Line(range: range, page: page, line: line)) }
      }
    }
    lines.sort {
      ($0.range.part, $0.range.start, $0.page, $0.line) < ($1.range.part, $1.range.start, $1.page, $1.line)
    }
    for line in lines {
      let before = reach.last ?? line.range.end
      reach.append(max(before, line.range.end))
    }
  }

  func place(of range: SourceRange) -> (page: Int, line: Int, words: String)? {
    guard !lines.isEmpty else { return nil }
    let after = firstLine(startingAfter: range)
    var found: Line?
    var index = after
    // Of those that begin before the place and end after it, the first in the braille.
    while index > 0, reach[index - 1] > range.start {
      index -= 1
      let line = lines[index]
      guard line.range.part == range.part else { break }
      guard line.range.end > range.start else { continue }
      if found.map({ (line.page, line.line) < ($0.page, $0.line) }) ?? true { found = line }
      if after - index > Self.furthest { break }
    }
    let line = found ?? lines[min(after, lines.count - 1)]
    return (line.page, line.line, "\(names[line.page]), line \(line.line + 1)")
  }

  /// How many lines are looked at for one message: a long paragraph has hundreds.
  private static let furthest = 2_000

  /// The index of the first line that begins after where a range does.
  private func firstLine(startingAfter range: SourceRange) -> Int {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if (lines[middle].range.part, lines[middle].range.start) <= (range.part, range.start) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
