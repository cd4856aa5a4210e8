import Diagnostics
import DocumentModel

/// The text of a document in passages, with the place of every character.
struct ReadableText {
  /// A passage before it is analysed.
  struct Stretch {
    var kind: Kind
    /// The language it is in.
    var language: String
    var text = ""
    /// Where in `text` each node's characters begin, in UTF-8, and the node's range.
    var sources: [(offset: Int, string: String, range: SourceRange?)] = []
    /// What of `text` is in another language, in UTF-8.
    private(set) var foreign: [Range<Int>] = []
    /// The range of the block.
    var range: SourceRange?

    /// Makes an empty one.
    init(kind: Kind, language: String, range: SourceRange?) {
      self.kind = kind
      self.language = language
      self.range = range
    }

    /// Takes what has been added since the text had this length for words of another language.
    mutating func markForeign(from start: Int) {
      if text.utf8.count > start { foreign.append(start..<text.utf8.count) }
    }

    mutating func add(_ string: String, _ range: SourceRange?) {
      guard !string.isEmpty else { return }
      sources.append((text.utf8.count, string, range))
      text += string
    }

    /// The place in the source of some bytes of the text.
    ///
    /// A node that stands on one line, as long as its text, has its characters one by one; of another
    /// only the whole is known.
    func range(of bytes: Range<Int>) -> SourceRange? {
      var found: SourceRange?
      for (index, source) in sources.enumerated() {
        let end = index + 1 < sources.count ? sources[index + 1].offset : text.utf8.count
        guard source.offset < bytes.upperBound, end > bytes.lowerBound, let range = source.range else {
          continue
        }
        let part = Self.part(
          of: range, source.string, max(0, bytes.lowerBound - source.offset),
          min(source.string.utf8.count, bytes.upperBound - source.offset))
        found = found?.union(part) ?? part
      }
      return found ?? range
    }

    private static func part(of range: SourceRange, _ string: String, _ from: Int, _ to: Int) -> SourceRange {
      guard range.start.line == range.end.line,
        string.unicodeScalars.count == range.end.column - range.start.column
      else { return range }
      let utf8 = string.utf8
      let start = utf8.index(utf8.startIndex, offsetBy: from)
      let end = utf8.index(utf8.startIndex, offsetBy: to)
      let before = string.unicodeScalars[..<start].count
      let length = string.unicodeScalars[start..<end].count
      let first = range.start.column + before
      return SourceRange(
        SourcePosition(line: range.start.line, column: first),
        SourcePosition(line: range.start.line, column: first + length), part: range.part)
    }
  }

  enum Kind {
    case prose
    case item
    case label
  }

  private(set) var stretches: [Stretch] = []

  init(_ document: Document) {
    let language = document.metadata.language?.tag ?? "en"
    add(document.blocks, .prose, language)
    for note in document.notes { add(note.blocks, .prose, note.info.language?.tag ?? language) }
  }

  private mutating func add(_ blocks: [Block], _ kind: Kind, _ language: String) {
    for block in blocks { add(block, kind, block.info.language?.tag ?? language) }
  }

  private mutating func add(_ block: Block, _ kind: Kind, _ language: String) {
    switch block {
    case .heading(let node): add(node.inlines, .label, language, node.info.range)
    case .paragraph(let node):
      // An attribution or a note about the print is not the text.
      let isText = node.kind != .attribution && node.kind != .transcribersNote
      add(node.inlines, isText ? kind : .label, language, node.info.range)
    case .list(let node):
      for item in node.items {
        add(item.blocks, kind == .label ? .label : .item, item.info.language?.tag ?? language)
      }
    case .definitionList(let node):
      for item in node.items {
        for term in item.terms {
          add(term.inlines, .label, term.info.language?.tag ?? language, term.info.range)
        }
        for definition in item.definitions {
          add(definition.blocks, kind, definition.info.language?.tag ?? language)
        }
      }
    case .blockQuote(let node): add(node.blocks, kind, language)
    case .table(let node):
      add(node.caption, .label, language)
      for row in node.allRows {
        for cell in row.cells { add(cell.blocks, .label, cell.info.language?.tag ?? language) }
      }
    case .figure(let node):
      add(node.blocks, kind, language)
      add(node.caption, .label, language)
    case .aside(let node):
      add(node.title, .label, language, node.info.range)
      add(node.blocks, kind, language)
    case .lineGroup(let node):
      for line in node.lines {
        add(line.inlines, .label, line.info.language?.tag ?? language, line.info.range)
      }
    case .division(let node): add(node.blocks, kind, language)
    case .code, .mathematics, .separator, .pageBreak: break  // not read as words
    }
  }

  private mutating func add(_ inlines: [Inline], _ kind: Kind, _ language: String, _ range: SourceRange?) {
    var stretch = Stretch(kind: kind, language: language, range: range)
    append(inlines, to: &stretch)
    if stretch.text.contains(where: { !$0.isWhitespace }) { stretches.append(stretch) }
  }

  private func append(_ inlines: [Inline], to stretch: inout Stretch) {
    for inline in inlines {
      let start = stretch.text.utf8.count
      defer {
        if let own = inline.info.language, own.primary != Language(stretch.language)?.primary {
          stretch.markForeign(from: start)
        }
      }
      switch inline {
      case .text(let node): stretch.add(node.string, node.info.range)
      case .code(let node): stretch.add(node.text, node.info.range)
      case .mathematics(let node):
        let alternative = node.mathematics.alternative
        stretch.add(alternative ?? node.mathematics.tex ?? "", node.info.range)
        // A formula has a place in its sentence, but its marks are words of no language.
        if alternative == nil { stretch.markForeign(from: start) }
      case .lineBreak(let node): stretch.add("\n", node.info.range)
      case .styled, .span, .link, .crossReference, .abbreviation:
        append(inline.children.inlines, to: &stretch)
      case .noteReference, .image, .pageBreak: break
      }
    }
  }
}
