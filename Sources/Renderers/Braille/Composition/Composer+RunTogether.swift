import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel

/// Blocks as one run of text, for places that have no room for lines of their own: table cells.
extension Composer {
  mutating func appendRunTogether(
    _ blocks: [Block], to builder: inout RunBuilder, look: InlineLook = InlineLook()
  ) throws(ConversionFailure) {
    for (index, block) in blocks.enumerated() {
      if index > 0 { part(&builder, look) }
      let outer = context.language
      context.language = block.info.language ?? outer
      try appendRunTogether(block, to: &builder, look: look)
      context.language = outer
    }
  }

  private mutating func appendRunTogether(
    _ block: Block, to builder: inout RunBuilder, look: InlineLook
  ) throws(ConversionFailure) {
    switch block {
    case .paragraph(let node): try append(node.inlines, to: &builder, look: look)
    case .heading(let node): try append(node.inlines, to: &builder, look: look)
    case .code(let node):
      builder.append(
        node.text.split(whereSeparator: \.isNewline).joined(separator: " "), emphasis: look.shown,
        treatment: .uncontracted, range: node.info.range)
    case .mathematics(let node):
      try append(node.mathematics, to: &builder, look: look, range: node.info.range)
    case .pageBreak(let node): try mark(node, in: &builder)
    case .separator: break
    case .division(let node): try appendRunTogether(node.blocks, to: &builder, look: look)
    case .list, .definitionList, .blockQuote, .table, .figure, .aside, .lineGroup:
      log.report(.runTogether(block.kindName, at: block.info.range))
      try appendParts(of: block, to: &builder, look: look)
    }
  }

  private mutating func appendParts(
    of block: Block, to builder: inout RunBuilder, look: InlineLook
  ) throws(ConversionFailure) {
    switch block {
    case .list(let node):
      var counter = ListCounter(node.kind)
      for (index, item) in node.items.enumerated() {
        if index > 0 { part(&builder, look) }
        builder.append(counter.marker(for: item, bullet: .omitted), emphasis: look.shown)
        try appendRunTogether(item.blocks, to: &builder, look: look)
      }
    case .definitionList(let node):
      for (index, item) in node.items.enumerated() {
        if index > 0 { part(&builder, look) }
        for term in item.terms {
          try append(term.inlines, to: &builder, look: look)
          builder.close(with: ": ", emphasis: look.shown)
        }
        try appendRunTogether(item.definitions.flatMap(\.blocks), to: &builder, look: look)
      }
    case .blockQuote(let node):
      try appendRunTogether(node.blocks, to: &builder, look: look)
      part(&builder, look)
      try append(node.attribution, to: &builder, look: look)
    case .table(let node):
      try appendRunTogether(node.caption, to: &builder, look: look)
      if let summary = node.summary {
        builder.space()
        builder.append(summary, emphasis: .transcribersNote, range: node.info.range)
      }
      for row in node.allRows {
        builder.space()
        for (index, cell) in row.cells.enumerated() {
          if index > 0 { builder.close(with: "; ", emphasis: look.shown) }
          try append(cell, to: &builder, look: look)
        }
        builder.close(with: ".", emphasis: look.shown)
      }
    case .figure(let node):
      try appendRunTogether(node.caption + node.blocks, to: &builder, look: look)
    case .aside(let node):
      try append(node.title, to: &builder, look: look)
      part(&builder, look)
      try appendRunTogether(node.blocks, to: &builder, look: look)
    case .lineGroup(let node):
      for (index, line) in node.lines.enumerated() {
        if index > 0 { part(&builder, look) }
        try append(line.inlines, to: &builder, look: look)
      }
    case .heading, .paragraph, .code, .mathematics, .separator, .pageBreak, .division:
      try appendRunTogether(block, to: &builder, look: look)
    }
  }

  /// Parts what stood on lines of its own: a semicolon where print relied on the line's end.
  private func part(_ builder: inout RunBuilder, _ look: InlineLook) {
    builder.trimEnd()
    if let last = builder.lastScalar, last.properties.isAlphabetic || last.properties.numericType != nil {
      builder.append(";", emphasis: look.shown)
    }
    builder.space()
  }
}
