import Diagnostics

/// Keeps markup within what the parser does in linear time.
///
/// The HTML parsing algorithm looks through all open elements again and again: 100,000 nested
/// elements take it 10 s, and formatting elements that are never closed are copied into every block
/// after them. This goes over the tags once before the parser does. Tags nested deeper than any
/// document needs are made comments of the same length, so that no offset moves and no text is lost;
/// what cannot be made harmless is refused.
struct MarkupBudget {
  /// The model keeps 256 levels; most of the elements of a page make none.
  private static let deepest = 1_000
  /// The parser compares each attribute of an element with all before it.
  private static let mostAttributes = 1_000
  /// How many copies of formatting elements the parser may have to make.
  private static let mostCopies = 2_000_000

  /// The markup, harmless once `check` has returned.
  private(set) var bytes: [UInt8]
  /// The offset of the first tag made a comment.
  private(set) var firstFlattened: Int?

  private var open: [OpenElement] = []
  private var counts: [String: Int] = [:]
  private var formatting = 0
  private var copies = 0
  private var flattened: [(start: Int, end: Int)] = []

  /// How many formatting elements of the same tag, attributes and all, are open.
  private var alike: [ArraySlice<UInt8>: Int] = [:]

  private struct OpenElement {
    var name: String
    var kind: TagScanner.Kind
    var isFlattened: Bool
    /// The whole tag, of a formatting element.
    var text: ArraySlice<UInt8>?
  }

  /// How many formatting elements of the same tag the parser copies at most.
  private static let mostAlike = 3

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func check(range: (Int, Int) -> SourceRange?) throws(ConversionFailure) {
    var scanner = TagScanner(bytes)
    while let tag = scanner.next() {
      if tag.attributeCount > Self.mostAttributes {
        throw ConversionFailure(
          .tooManyAttributes(tag.name, tag.attributeCount, at: range(tag.start, tag.end)))
      }
      if tag.isEnd { end(tag) } else { begin(tag) }
      if copies > Self.mostCopies {
        throw ConversionFailure(.markupTooTangled(at: range(tag.start, tag.end)))
      }
    }
    firstFlattened = flattened.first?.start
    // Lets go of the bytes, so that they are changed in place.
    scanner = TagScanner([])
    open = []
    alike = [:]
    for tag in flattened { makeComment(tag.start, tag.end) }
  }

  private mutating func begin(_ tag: TagScanner.Tag) {
    if tag.kind == .block || tag.kind == .selfEnding { copies += formatting }
    guard tag.kind != .selfEnding else { return }
    let isFlattened = open.count >= Self.deepest
    if isFlattened { flattened.append((tag.start, tag.end)) }
    var element = OpenElement(name: tag.name, kind: tag.kind, isFlattened: isFlattened)
    counts[tag.name, default: 0] += 1
    if tag.kind == .formatting, !isFlattened {
      let text = bytes[tag.start..<tag.end]
      element.text = text
      alike[text, default: 0] += 1
      if alike[text, default: 0] <= Self.mostAlike { formatting += 1 }
    }
    open.append(element)
  }

  private mutating func end(_ tag: TagScanner.Tag) {
    guard tag.kind != .selfEnding, counts[tag.name, default: 0] > 0 else { return }
    var index = open.count - 1
    while index >= 0, open[index].name != tag.name {
      // An end tag of no standing does not reach through a block.
      if tag.kind == .ordinary, open[index].kind == .block { return }
      index -= 1
    }
    guard index >= 0 else { return }
    if open[index].isFlattened { flattened.append((tag.start, tag.end)) }
    if tag.kind == .formatting {
      close(open.remove(at: index))
    } else {
      while open.count > index { close(open.removeLast()) }
    }
  }

  private mutating func close(_ element: OpenElement) {
    counts[element.name, default: 1] -= 1
    if let text = element.text, let count = alike[text] {
      if count <= Self.mostAlike { formatting -= 1 }
      alike[text] = count == 1 ? nil : count - 1
    }
  }

  /// Makes a tag a comment (`<?--->`), which takes no room between letters as a space would.
  private mutating func makeComment(_ start: Int, _ end: Int) {
    guard end - start >= 3 else { return }
    bytes[start + 1] = UInt8(ascii: "?")
    for index in (start + 2)..<(end - 1) { bytes[index] = UInt8(ascii: "-") }
    bytes[end - 1] = UInt8(ascii: ">")
  }
}

extension Diagnostic {
  static func tooManyAttributes(_ name: String, _ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTML-032", .error, "an element \(quoted("<" + name + ">")) has \(count) attributes",
      hint: "correct the markup; at most 1,000 attributes are read", at: range)
  }

  static func markupTooTangled(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTML-033", .error, "so many formatting elements are left open that reading the page would never end",
      hint: "close elements such as <b>, <i> and <font> where they end", at: range)
  }
}
