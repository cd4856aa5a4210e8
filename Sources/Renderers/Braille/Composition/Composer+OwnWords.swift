import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel
import Wording

/// Words of the program's own, with how their braille is to be.
struct OwnPhrase {
  var text: String
  /// Contracted only in a code for their language.
  var treatment: TextRun.Treatment
  /// Whose words they are.
  var origin = Row.Origin.program
}

/// What coformat adds to a document, in the document's language.
extension Composer {
  /// Words for the place being composed: in the language of the document, or of a passage in its own
  /// code.
  mutating func own(_ name: ProgramWords.Name, _ values: [String: String] = [:]) -> OwnPhrase {
    let phrase = context.words.phrase(name, values)
    if phrase.isStandIn { englishStandIns.insert(context.words.language.tag) }
    return OwnPhrase(text: phrase.text, treatment: treatment(of: phrase.language))
  }

  /// Words there are only in English: names of braille codes, explanations of a transcriber.
  mutating func ownEnglish(_ text: String) -> OwnPhrase {
    if context.words.language.primary != "en" { englishStandIns.insert(context.words.language.tag) }
    return OwnPhrase(text: text, treatment: treatment(of: .english))
  }

  /// Words the document says of itself.
  func documentsOwn(_ text: String, _ language: Language?) -> OwnPhrase {
    OwnPhrase(text: text, treatment: language.map(treatment) ?? .text, origin: .document)
  }

  private func treatment(of language: Language) -> TextRun.Treatment {
    isForeign(language) ? .uncontracted : .text
  }

  /// Says in which languages English stood in; once all is composed.
  mutating func reportOwnWords() {
    for tag in englishStandIns.sorted() { log.report(.ownWordsInEnglish(tag)) }
    englishStandIns = []
  }
}

extension ProgramWords {
  /// The program's own words in a text that a translator brailles: in the language of the text, if the
  /// code is one for it or has all characters of the words; else in the language of the code.
  static func chosen(
    for language: Language?, _ translator: Translator
  ) throws(ConversionFailure) -> ProgramWords {
    let code = Language(translator.code.language)
    guard let language, language.primary != code?.primary else { return ProgramWords(language ?? code) }
    let words = ProgramWords(language)
    guard words.table != nil else { return words }
    let trial = try translator.translate([TextRun(words.all, treatment: .uncontracted)])
    return trial.substitutions.isEmpty ? words : ProgramWords(code)
  }
}

extension Diagnostic {
  static func ownWordsInEnglish(_ tag: String) -> Diagnostic {
    Diagnostic(
      "BRL-036", .note, "some of the words coformat adds are in English, for want of words in \(tag)",
      hint: "tell readers, or have such words translated: Tables/words in coformat's source holds them")
  }
}
