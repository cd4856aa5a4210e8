import Coformat
/// A document without what a round trip through pandoc's JSON changes: places in the source go, texts side by side are one,
/// and notes come in the order in which they are referred to, since pandoc has each where its mark is.
struct RoundTripForm: Rewriter {
  func joined(_ inlines: [Inline]) -> [Inline] {
    var result: [Inline] = []
    for inline in inlines {
      if case .text(let next) = inline, case .text(var last)? = result.last, next.info == NodeInfo(),
        last.info == NodeInfo()
      {
        last.string += next.string
        result[result.count - 1] = .text(last)
      } else {
        result.append(inline)
      }
    }
    return result
  }
  mutating func replacement(for block: Block) -> Block {
    var block = block
    block.info.range = nil
    switch block {
    case .heading(var n): n.inlines = joined(n.inlines); return .heading(n)
    case .paragraph(var n): n.inlines = joined(n.inlines); return .paragraph(n)
    case .blockQuote(var n): n.attribution = joined(n.attribution); return .blockQuote(n)
    case .aside(var n): n.title = joined(n.title); return .aside(n)
    case .lineGroup(var n):
      for i in n.lines.indices { n.lines[i].inlines = joined(n.lines[i].inlines) }; return .lineGroup(n)
    case .definitionList(var n):
      for i in n.items.indices {
        for j in n.items[i].terms.indices {
          n.items[i].terms[j].inlines = joined(n.items[i].terms[j].inlines)
        }
      }
      return .definitionList(n)
    case .list, .code, .table, .figure, .mathematics, .separator, .pageBreak, .division: return block
    }
  }
  mutating func replacement(for inline: Inline) -> Inline {
    var inline = inline
    inline.info.range = nil
    switch inline {
    case .styled(var n): n.inlines = joined(n.inlines); return .styled(n)
    case .span(var n): n.inlines = joined(n.inlines); return .span(n)
    case .link(var n): n.inlines = joined(n.inlines); return .link(n)
    case .crossReference(var n): n.inlines = joined(n.inlines); return .crossReference(n)
    case .abbreviation(var n): n.inlines = joined(n.inlines); return .abbreviation(n)
    case .text, .noteReference, .image, .code, .mathematics, .lineBreak, .pageBreak: return inline
    }
  }
}

extension Document {
  /// The document as lines to compare: the tree, without places in the source.
  func roundTripLines() throws -> [String] {
    var form = RoundTripForm()
    var log = DiagnosticLog()
    var document = form.rewrite(self)
    document.notes.sort { $0.id < $1.id }
    let rendition = try TreeRenderer().render(document, log: &log)
    return String(decoding: rendition.artifacts[0].bytes, as: UTF8.self).split(separator: "\n").map(
      Self.withoutRange)
  }

  /// A line of a tree without the range at its end: ` 1:2-3:4`, perhaps with a part before it.
  private static func withoutRange(_ line: Substring) -> String {
    guard let space = line.lastIndex(of: " ") else { return String(line) }
    let range = line[line.index(after: space)...]
    guard range.contains("-"), range.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ":" || $0 == "-") })
    else {
      return String(line)
    }
    var rest = line[..<space]
    if let before = rest.lastIndex(of: " "), rest[rest.index(after: before)...].hasPrefix("#"),
      rest[before...].dropFirst(2).allSatisfy(\.isNumber)
    {
      rest = rest[..<before]
    }
    return String(rest)
  }
}
