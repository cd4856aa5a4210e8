import Diagnostics
import DocumentModel
import XMLTree

extension WordReading {
  /// A `w:altChunk`: text in another format that Word takes in when it opens the document
  /// (ISO/IEC 29500-1, 17.17.2). HTML is read; the rest is left out.
  func chunk(_ node: FlatXML.NodeID, in part: WordPart) -> [Block] {
    let range = part.range(node)
    guard let id = part.xml.attribute("r:id", of: node), let target = part.relationships[id] else {
      log.report(.chunkLeftOut("", at: range))
      return []
    }
    let path = target.target.lowercased()
    guard !target.isExternal, let bytes = package.bytes(of: target.target),
      [".html", ".htm", ".xhtml"].contains(where: path.hasSuffix), sniff(bytes) == .text
    else {
      log.report(.chunkLeftOut(target.target, at: range))
      return []
    }
    do throws(ConversionFailure) {
      var own = DiagnosticLog(source: log.source)
      let document = try HTMLReader().read(
        Source(name: target.target, bytes: bytes), options: options, log: &own)
      log.report(.chunkRead(target.target, at: range))
      var placing = Placing(range: range)
      return placing.rewrite(document.blocks + document.notes.flatMap(\.blocks))
    } catch {
      log.report(.chunkLeftOut(target.target, at: range))
      return []
    }
  }
}

/// Gives blocks that were read out of another file the place in this one.
private struct Placing: Rewriter {
  let range: SourceRange?

  mutating func replacement(for block: Block) -> Block {
    var block = block
    block.info.range = range
    block.info.id = nil
    return block
  }

  mutating func replacement(for inline: Inline) -> Inline {
    switch inline {
    case .noteReference: return .text(Text(""))
    case .crossReference(let node): return .span(Span(node.inlines, info: NodeInfo(range: range)))
    case .text, .styled, .span, .link, .abbreviation, .image, .code, .mathematics, .lineBreak, .pageBreak:
      var inline = inline
      inline.info.range = range
      inline.info.id = nil
      return inline
    }
  }
}
