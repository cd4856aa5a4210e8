import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel

extension Composer {
  /// A paragraph, where paragraphs of its kind stand.
  mutating func compose(_ paragraph: Paragraph) throws(ConversionFailure) {
    if let image = paragraph.onlyImage { return try compose(displayed: image) }
    var builder = RunBuilder()
    let isNote = paragraph.kind == .transcribersNote
    var look = InlineLook(emphasis: isNote ? .transcribersNote : [])
    if paragraph.alignment != .centre { look.lineNumbers = .atMargin }
    try append(paragraph.inlines, to: &builder, look: look)
    let place = place(of: paragraph.kind)
    if paragraph.kind == .attribution { holdLastLine() }
    let setting: BlockShape.Setting = paragraph.alignment == .centre ? .centred : .left
    try add(
      builder, shape: place.position.shape(margin: context.margin, setting: setting), spacing: place.spacing,
      role: place.role, keep: place.keep)
  }

  private struct Place {
    var position: CellPositions
    var spacing = BlockSpacing()
    var role = BlockRole.text
    var keep = KeepRule.none
  }

  /// Where paragraphs of a kind stand; in lists and the like, where the others do.
  private func place(of kind: ParagraphKind) -> Place {
    guard context.listLevel == 0 else { return Place(position: context.paragraph) }
    func place(_ style: ParagraphKindStyle?) -> Place {
      guard let style else { return Place(position: context.paragraph) }
      return Place(position: style.position, spacing: BlockSpacing(before: style.blankBefore))
    }
    let styles = profile.paragraphKinds
    switch kind {
    case .plain: return Place(position: context.paragraph)
    case .blocked: return place(styles?.blocked)
    case .hanging: return place(styles?.hanging)
    case .directions:
      // Like a heading at the side: with the exercise, which needs no blank line before it.
      var directions = place(styles?.directions)
      directions.role = .sideHeading
      directions.keep = .withNext
      return directions
    case .attribution:
      var attribution = place(styles?.attribution)
      attribution.keep = .together
      return attribution
    case .transcribersNote: return Place(position: profile.transcribersNote)
    }
  }

  /// Keeps the last line of what was added last with what is added next.
  private mutating func holdLastLine() {
    guard case .text(let block)? = flow.last, block.role == .text else { return }
    flow[flow.count - 1].holdNext()
  }
}
