import BrailleLayout
import BrailleTranslation
import Coformat
import TestSupport

/// Words of a document that cannot be found in its braille.
struct Conservation {
  let document: Document
  /// As the renderer makes it: with the modifiers this document defines.
  let translator: Translator

  init(_ document: Document) throws {
    self.document = document
    var survey = PrintSurvey()
    document.walk { node in
      if case .inline(.text(let text)) = node { survey.add(text.string) }
    }
    translator = try Translator(code: BrailleCodes.find("ueb"), grade: "1", survey: survey)
  }

  /// The words of the document that its grade 1 braille holds less often than the document does.
  ///
  /// A character UEB has no sign for is expected as what the translator says it became.
  func lost(in pages: BraillePages) throws -> [String] {
    // What the source says of itself may stand on a title page.
    let front = try BrailleReadBack.words(of: pages, in: [.preliminary], with: translator)
    return try lost(among: try BrailleReadBack.words(of: pages, with: translator), front: front)
  }

  /// The same for an eBraille publication.
  func lost(in publication: Rendition) throws -> [String] {
    let pages = publication.artifacts.filter { $0.path.hasPrefix("ebraille/") && $0.path.hasSuffix(".html") }
    let lines = pages.flatMap { EBrailleText.lines(of: $0.bytes) }
    return try lost(among: lines.flatMap { try BrailleReadBack.text(of: $0, with: translator).words })
  }

  private func lost(among words: [String], front: [String] = []) throws -> [String] {
    var found = words.counted
    var lost: [String] = []
    let front = Set(front)
    for word in document.headWords {
      lost += try parts(of: word).filter { found[$0] == nil && !front.contains($0) }
    }
    for (word, count) in document.wordsForBraille(with: translator).counted {
      for part in try parts(of: word) {
        let missing = count - found[part, default: 0]
        found[part, default: 0] -= count
        if missing > 0 { lost += Array(repeating: part, count: min(missing, count)) }
      }
    }
    return lost
  }

  /// What braille makes of a word: itself, unless characters of it were substituted.
  private func parts(of word: String) throws -> [String] {
    if word.utf8.allSatisfy({ $0 < 0x80 }) { return word.folded }
    let translation = try translator.translate([TextRun(word)])
    guard !translation.substitutions.isEmpty else {
      // What reads back is what a reader gets: é is one sign in UEB and reads back as é.
      return word.folded
    }
    return try BrailleReadBack.text(of: translation.text.cells, with: translator).words
  }
}
