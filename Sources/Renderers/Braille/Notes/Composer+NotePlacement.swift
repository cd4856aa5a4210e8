import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel

/// Notes that stand elsewhere than at the end of the document.
extension Composer {
  // MARK: - At the end of a section

  /// The notes of the section that ends before a heading, below a heading of their own.
  mutating func composeNotes(before heading: Heading) throws(ConversionFailure) {
    guard notePlacement == .section, notes.isWaiting, heading.level <= notes.sectionLevel,
      context.margin == 0, context.listLevel == 0, !context.isAside
    else { return }
    try addHeading(own(.notes), style: headingOfSectionNotes)
    while let (_, mark, note) = notes.next() { try compose(note, mark: mark) }
  }

  /// How the heading of a section's notes is set: one level below the section's own.
  var headingOfSectionNotes: HeadingStyle {
    profile.headings[min(notes.sectionLevel, profile.headings.count - 1)]
  }

  // MARK: - At the foot of the page

  /// Composes all notes the text refers to, and those these refer to, each apart from the flow.
  mutating func composeFootNotes() throws(ConversionFailure) {
    footNotes = Array(repeating: [], count: notes.count)
    let text = flow
    while let (index, mark, note) = notes.next() {
      flow = []
      try compose(note, mark: mark)
      footNotes[index] = flow
    }
    flow = text
  }

  /// Draws the line that ends the document, below the last notes where these stand at the foot.
  mutating func endDocument(with line: RulePattern) {
    if footNotes.isEmpty { return addEnd(line) }
    // Nothing refers to it, and so it comes last.
    footNotes.append([.rule(Rule(line.cells(width: cells), setting: line.setting))])
  }

  // MARK: - Inline

  /// The notes whose marks are in the flow: written there, or to be placed at the foot of its pages.
  var notesInFlow: Set<Int> {
    var found: Set<Int> = []
    func look(at block: TextBlock) {
      for mark in block.marks { if case .note(let index) = mark.kind { found.insert(index) } }
    }
    for item in flow {
      switch item {
      case .text(let block): look(at: block)
      case .row(let row):
        for entry in row.entries + row.table.headings.joined() {
          if case .text(let block) = entry.content { look(at: block) }
        }
      case .rule, .printPage, .newPage: break
      }
    }
    return found
  }

  /// How many notes may stand one in another; those deeper go to the end of the document.
  static let notesInNotes = 3

  /// Writes a note where it is referred to, in square brackets. One that is referred to again has its
  /// mark before it, by which the other references call it.
  ///
  /// - Returns: false when there is no such note.
  mutating func appendInline(
    _ reference: NoteReference, to builder: inout RunBuilder, look: InlineLook
  ) throws(ConversionFailure) -> Bool {
    guard let (mark, note) = notes.take(reference.note) else { return false }
    let range = reference.info.range
    let isShared = notes.isShared(reference.note)
    guard let note else {
      // What is repeated, such as a column's heading, repeats no note.
      guard isShared else { return true }
      builder.space()
      builder.append("[\(own(.note, ["mark": mark]).text)]", emphasis: look.shown, range: range)
      return true
    }
    builder.space()
    if let index = notes.index(of: reference.note) { builder.mark(.note(index)) }
    builder.append(
      isShared ? "[\(own(.note, ["mark": mark]).text): " : "[", emphasis: look.shown, range: range)
    let outer = context
    context.noteDepth += 1
    context.language = note.info.language ?? outer.language
    try appendRunTogether(note.blocks, to: &builder, look: look)
    context = outer
    builder.close(with: "]", emphasis: look.shown)
    builder.spaceBeforeWords()
    return true
  }
}
