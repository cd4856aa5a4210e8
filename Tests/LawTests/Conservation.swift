import BrailleLayout
import BrailleTranslation
import Coformat
import TestSupport

/// Words of a document that cannot be found in its braille.
struct Conservation {
  let translator: Translator

  init() throws {
    translator = try Translator(code: BrailleCodes.find("ueb"), grade: "1")
  }

  /// The words of `document` that its grade 1 braille holds less often than the document does.
  ///
  /// A character UEB has no sign for is expected as what the translator says it became.
  func lost(from document: Document, in pages: BraillePages) throws -> [String] {
    var found: [String: Int] = [:]
    for word in try BrailleReadBack.words(of: pages, with: translator) { found[word, default: 0] += 1 }
    var lost: [String] = []
    for word in document.wordsForBraille {
      for part in try parts(of: word) {
        if let count = found[part], count > 0 { found[part] = count - 1 } else { lost.append(part) }
      }
    }
    return lost
  }

  /// What braille makes of a word: itself, unless characters of it were substituted.
  private func parts(of word: String) throws -> [String] {
    if word.utf8.allSatisfy({ $0 < 0x80 }) { return [word] }
    let translation = try translator.translate([TextRun(word)])
    guard !translation.substitutions.isEmpty else {
      // What reads back is what a reader gets: é is one sign in UEB and reads back as é.
      return [word]
    }
    return try translator.backTranslate(BrailleReadBack.withoutIndicators(translation.text.cells)).words
  }
}
