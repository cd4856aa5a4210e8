import DocumentModel

/// Makes blocks of the lines of a paragraph: sentences a line each, points of a list as a list.
enum ParagraphBuilder {
  static func blocks(of sentences: [SimplifiedSentence], like paragraph: Paragraph) -> [Block] {
    var blocks: [Block] = []
    var inlines: [Inline] = []
    var points: [[Inline]] = []
    func flushText() {
      guard !inlines.isEmpty else { return }
      var next = paragraph
      next.inlines = inlines
      if !blocks.isEmpty { next.info.id = nil }
      blocks.append(.paragraph(next))
      inlines = []
    }
    func flushPoints() {
      guard !points.isEmpty else { return }
      let info = NodeInfo(range: paragraph.info.range)
      blocks.append(
        .list(
          List(
            .bulleted, points.map { ListItem([.paragraph(Paragraph($0, info: info))], info: info) },
            info: info)))
      points = []
    }
    for line in sentences.flatMap(\.lines) {
      switch line.kind {
      case .bullet:
        flushText()
        points.append(line.inlines)
      case .sentence, .explanation:
        flushPoints()
        if !inlines.isEmpty { inlines.append(.lineBreak(LineBreak())) }
        inlines += line.inlines
      }
    }
    flushPoints()
    flushText()
    return blocks
  }
}
