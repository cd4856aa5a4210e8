import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel

extension Composer {
  /// One paragraph for each row, entries in the order a note gives (BANA Formats 11.17, UKAAF B004
  /// 12).
  mutating func composeLinear(_ grid: TableGrid, _ form: TableStyle.Form) throws(ConversionFailure) {
    let separators = try LinearSeparators(form, translator)
    let isParagraph = form == .paragraph
    var note: [NoteParagraph] = []
    if !isParagraph, grid.hasBlankEntries { note.append(noteParagraph(.blankSpace)) }
    if grid.headings.isEmpty {
      if !isParagraph { note.append(noteParagraph(.columnsInPrintOrder)) }
    } else {
      if isParagraph {
        // One paragraph, the headings inside the note's signs, so that nobody takes them for a row.
        var words = RunBuilder()
        words.append(own(.tableInParagraphForm), emphasis: .transcribersNote)
        words.append(" ", emphasis: .transcribersNote)
        try appendOrder(of: grid, separators, to: &words, emphasis: .transcribersNote)
        words.close(with: ".", emphasis: .transcribersNote)
        note.append(
          NoteParagraph(builder: words, shape: profile.transcribersNote.shape(margin: context.margin)))
      } else {
        let isInNote = profile.table.noteEnd == .afterHeadings
        var headings = RunBuilder()
        try appendOrder(of: grid, separators, to: &headings, emphasis: isInNote ? .transcribersNote : [])
        if !isInNote { headings.close(with: ".") }
        note.append(noteParagraph(.columnsInOrder))
        note.append(
          NoteParagraph(
            builder: headings, shape: BlockShape(1, 3).indented(by: context.margin),
            before: isInNote ? profile.table.blankAfterNote : 0, place: isInNote ? .inNote : .below))
      }
    }
    if isParagraph, grid.hasBlankEntries { note.append(noteParagraph(.blankEntry)) }
    try addNote(note)
    let position = isParagraph ? profile.paragraph : CellPositions(1, 3)
    for (number, row) in grid.rows.enumerated() {
      var builder = RunBuilder()
      for (index, entry) in row.enumerated() {
        if index > 0 {
          builder.close(with: separators.after(index - 1, isBlank: row[index - 1].cell.isBlank) + " ")
        }
        try append(entry.cell, to: &builder)
      }
      let isAfterNote = number == 0 && !note.isEmpty
      try add(
        builder, shape: position.shape(margin: context.margin),
        spacing: BlockSpacing(before: isAfterNote ? profile.table.blankAfterNote : 0), keep: .together)
    }
  }

  /// The headings in the order of the columns, as a note gives them.
  private mutating func appendOrder(
    of grid: TableGrid, _ separators: LinearSeparators, to builder: inout RunBuilder, emphasis: Emphasis
  ) throws(ConversionFailure) {
    let look = InlineLook(emphasis: emphasis)
    for column in grid.headings.indices {
      if column > 0 { builder.close(with: separators.after(column - 1) + " ", emphasis: emphasis) }
      let start = builder.length
      try appendHeading(of: column, in: grid, to: &builder, look: look)
      if builder.length == start { builder.append(own(.noHeading), emphasis: .transcribersNote) }
    }
  }
}

/// What stands between the entries of a row in linear and paragraph form.
struct LinearSeparators {
  private let form: TableStyle.Form
  /// The signs as they are brailled after a word, for where there is none.
  private let cells: [Character: String]

  init(_ form: TableStyle.Form, _ translator: Translator) throws(ConversionFailure) {
    self.form = form
    var cells: [Character: String] = [:]
    for sign in [";", ":"] as [Character] {
      let cell = try translator.translate([TextRun("a\(sign)")]).text.cells.last
      cells[sign] = cell.flatMap { Unicode.Scalar(0x2800 + UInt32($0)) }.map(String.init)
    }
    self.cells = cells
  }

  /// What follows the entry at an index, from 0. After guide dots the sign is given in cells:
  /// translated as print it would be taken to stand alone, and marked as such.
  func after(_ index: Int, isBlank: Bool = false) -> String {
    let sign: Character = form == .linear && index == 0 ? ":" : ";"
    return (isBlank ? cells[sign] : nil) ?? String(sign)
  }
}
