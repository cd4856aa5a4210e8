import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel

extension Composition {
  /// The transcriber's notes page: how the braille was made, and what differs from print. On a page
  /// of their own notes stand without the signs (BANA Formats 2.6).
  mutating func notesPage() throws(ConversionFailure) -> [FlowItem] {
    let code = composer.translator.code
    var notes = [
      "This transcription is in \(code.name), grade \(composer.translator.grade.grade). "
        + "It was made by program. Its layout: \(profile.description)."
    ]
    if composer.survey.hasPrintPages {
      switch profile.printPageIndicator {
      case .dashes:
        notes.append(
          "Page numbers of the print edition stand at the right of the first line; a line of dots 3-6 "
            + "that ends in a number shows where a page of print begins.")
      case .centred:
        notes.append(
          "Page numbers of the print edition stand at the left of the first line; a number by itself in "
            + "the middle of a line shows where a page of print begins.")
      case .margin:
        notes.append("A number by itself at the left margin shows where a page of print begins.")
      }
    }
    notes += Self.sentences(of: said)
    return try composer.flowOf { (composer) throws(ConversionFailure) in
      try composer.addFrontHeading(composer.own(.transcribersNotes))
      for note in notes {
        try composer.addFrontText(composer.ownEnglish(note), composer.profile.paragraph.shape())
      }
    }
  }

  /// The diagnostics that matter to a reader, as sentences; those that say one thing of many places
  /// are one sentence.
  private static func sentences(of said: [Diagnostic]) -> [String] {
    var sentences: [String] = []
    var tables = 0
    for diagnostic in said {
      // In columns a table is as print has it.
      if diagnostic.code == "BRL-008", !diagnostic.message.contains("is brailled in columns") { tables += 1 }
      guard forReaders.contains(diagnostic.code) else { continue }
      let sentence = diagnostic.message.prefix(1).uppercased() + diagnostic.message.dropFirst() + "."
      if !sentences.contains(sentence) { sentences.append(sentence) }
    }
    if tables > 0 {
      let what = tables == 1 ? "One table is" : "\(tables) tables are"
      sentences.append("\(what) set in another form than in print; a note before each says how to read it.")
    }
    return sentences
  }

  /// What a reader wants to know: characters named or replaced, pictures and addresses left out,
  /// looks of print that braille does not show, mathematics as its source, spans of cells.
  private static let forReaders: Set<String> = [
    "BRL-001", "BRL-002", "BRL-005", "BRL-006", "BRL-007", "BRL-010", "BRL-011", "BRL-016", "BRL-019",
    "BRL-020", "BRL-021",
  ]
}
