import BrailleTranslation
import Diagnostics
import DocumentModel
import Wording

/// The translators of a document: that of its code, and those of the codes of other languages, each
/// made when the first block needs it.
struct Translators {
  /// The translator of the document's code: page numbers, notes to the reader and all that is in no
  /// other language.
  let main: Translator
  /// The program's own words in the document's language.
  let words: ProgramWords
  private let survey: PrintSurvey
  private let languages: BrailleOptions.Languages
  private var others: [String: Translator] = [:]

  init(
    _ choice: CodeChoice, language: Language?, survey: PrintSurvey, _ options: BrailleOptions
  ) throws(ConversionFailure) {
    main = try Translator(code: choice.code, grade: choice.grade, survey: survey)
    words = try ProgramWords.chosen(for: language, main)
    self.survey = survey
    languages = options.languages
  }

  /// The translator a block in a language gets; the document's where the language is its own, is not
  /// said, has no code of its own or is not to be written in it.
  mutating func translator(for language: Language?) throws(ConversionFailure) -> Translator {
    guard let language, let code = BrailleCodes.other(than: main.code, for: language, languages) else {
      return main
    }
    if let known = others[code.id] { return known }
    guard let grade = code.grade(like: main.grade) else { return main }
    // The note about modifiers is the document code's: those of others are spelled out.
    let made = try Translator(code: code, grade: grade.grade, survey: survey.withoutMarks())
    others[code.id] = made
    return made
  }
}

extension BrailleCodes {
  /// The code a block in a language is in, when it is another than the document's.
  static func other(
    than main: BrailleCode, for language: Language, _ languages: BrailleOptions.Languages
  ) -> BrailleCode? {
    guard languages == .ownCode, let code = serving(language.tag), code.id != main.id else { return nil }
    // British Braille before UEB is asked for by name: English in it stays in it. And tables of the
    // user's own write what they are for.
    func primary(_ tag: String) -> String { Language(tag)?.primary ?? tag }
    return primary(code.language) == primary(main.language) ? nil : code
  }
}

extension Document {
  /// What translation in a code must know of the whole text before its first paragraph; blocks that
  /// are in another code are none of it.
  func printSurvey(in code: BrailleCode, _ options: BrailleOptions) -> PrintSurvey {
    var survey = PrintSurvey()
    for block in blocks { survey.add(block, in: code, options) }
    for note in notes {
      for block in note.blocks { survey.add(block, in: code, options) }
    }
    return survey
  }
}

extension PrintSurvey {
  fileprivate mutating func add(_ block: Block, in code: BrailleCode, _ options: BrailleOptions) {
    if let language = block.ownLanguage,
      BrailleCodes.other(than: code, for: language, options.languages) != nil
    {
      return
    }
    if case .division(let division) = block {
      for block in division.blocks { add(block, in: code, options) }
      return
    }
    block.walk { node in
      if case .inline(.text(let text)) = node { add(text.string) }
    }
  }
}

extension Block {
  /// The language the block says it is in; for a paragraph or a heading also the one that all of its
  /// text says, for a list that of all its items and for a table that of all its cells with words.
  var ownLanguage: Language? {
    if let language = info.language { return language }
    switch self {
    case .paragraph(let node): return node.inlines.sharedLanguage
    case .heading(let node): return node.inlines.sharedLanguage
    case .list(let node): return Language.shared(by: node.items.lazy.map(\.ownLanguage))
    case .table(let node): return node.sharedLanguage
    case .definitionList, .blockQuote, .code, .figure, .aside, .lineGroup, .mathematics, .separator,
      .pageBreak, .division:
      return nil
    }
  }
}

extension ListItem {
  /// The language the item says it is in, or that all of its blocks say.
  var ownLanguage: Language? { info.language ?? Language.shared(by: blocks.lazy.map(\.ownLanguage)) }
}

extension Table {
  /// The language of all cells that hold anything, and of the caption.
  fileprivate var sharedLanguage: Language? {
    guard summary == nil else { return nil }
    let rows = [head, bodies.flatMap(\.rows), foot].lazy.joined()
    let cells = rows.flatMap(\.cells).filter { !$0.blocks.isEmpty }.map { cell in
      cell.info.language ?? Language.shared(by: cell.blocks.lazy.map(\.ownLanguage))
    }
    guard let language = Language.shared(by: cells) else { return nil }
    return caption.allSatisfy { $0.ownLanguage == language } ? language : nil
  }
}

extension Language {
  /// The language that all have; nil when one has none or another.
  fileprivate static func shared(by languages: some Sequence<Language?>) -> Language? {
    var shared: Language?
    for language in languages {
      guard let language, shared == nil || shared == language else { return nil }
      shared = language
    }
    return shared
  }
}

extension [Inline] {
  /// The language that each of the inlines says it is in, blanks apart; nil when they differ or one
  /// says none.
  fileprivate var sharedLanguage: Language? {
    var shared: Language?
    for inline in self {
      if case .text(let text) = inline, text.string.allSatisfy(\.isWhitespace) { continue }
      guard let language = inline.info.language, shared == nil || shared == language else { return nil }
      shared = language
    }
    return shared
  }
}
