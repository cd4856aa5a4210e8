import Diagnostics
import DocumentModel
import Wording

/// A document as large print shows it, with all that its forms have in common: the title, the words of
/// the program, the text prepared.
struct LargePrintEdition {
  /// The text, without the title.
  let document: Document
  let title: DocumentTitle
  let settings: LargePrintSettings
  let words: ProgramWords
  /// The language, which every page must name.
  let language: Language

  /// The heading the source has over its notes, which were below it; nil where it has none.
  let notesHeading: Heading?

  init(_ source: Document, settings: LargePrintSettings, log: inout DiagnosticLog) {
    var document = source.keeping(for: settings.edition.format).document
    self.settings = settings
    if let language = document.metadata.language {
      self.language = language
    } else {
      language = .english
      document.metadata.language = .english
      log.report(.languageAssumed(Language.english.tag))
    }
    words = ProgramWords(language)
    var preparation = LargePrintPreparation(document, settings: settings, words: words)
    document = preparation.prepared(document)
    for finding in preparation.findings { log.report(finding) }
    let name = (log.source ?? "").split { $0 == "/" || $0 == "\\" }.last.map(String.init)
    let title = DocumentTitle(document, fallback: name ?? words.text(.untitled))
    if title.origin == .assumed { log.report(.titleAssumed(title.text)) }
    document.blocks = title.blocks
    notesHeading = document.notes.isEmpty ? nil : document.blocks.takeNotesHeading()
    self.title = title
    self.document = document
  }

  /// What was made, in one line.
  func summary(kind: String) -> String {
    let paper =
      switch settings.paper {
      case .a4: "A4"
      case .a3: "A3"
      case .letter: "Letter"
      }
    switch settings.edition {
    case .largePrint:
      return "\(kind), \(settings.points) point, profile \(settings.profile.name), for \(paper)"
    case .easyRead:
      return "a draft in easy read to be checked by people, \(kind), \(settings.points) point, for \(paper)"
    }
  }

  /// The title shortened for the foot of a page.
  ///
  /// - Parameter longest: how many characters there is room for.
  func runningTitle(longest: Int) -> String {
    let text = title.text
    guard text.count > longest else { return text }
    let cut = text.prefix(longest - 2)
    return (cut.lastIndex(of: " ").map { String(cut[..<$0]) } ?? String(cut)) + " …"
  }
}

extension [Block] {
  /// Takes a heading for notes off the end of the text, where nothing stands below it: the notes do.
  fileprivate mutating func takeNotesHeading() -> Heading? {
    guard let index = lastIndex(where: { if case .separator = $0 { false } else { true } }) else {
      return nil
    }
    switch self[index] {
    case .heading(let heading):
      let words = heading.inlines.plainText.lowercased().split(whereSeparator: \.isWhitespace).joined(
        separator: " ")
      let names = ProgramWords.inEveryLanguage(.notes).map { $0.lowercased() } + ["footnotes", "endnotes"]
      guard names.contains(words) else { return nil }
      removeSubrange(index...)
      return heading
    case .division(var division):
      guard let heading = division.blocks.takeNotesHeading() else { return nil }
      self[index] = .division(division)
      return heading
    case .paragraph, .list, .definitionList, .blockQuote, .code, .table, .figure, .aside, .lineGroup,
      .mathematics, .separator, .pageBreak:
      return nil
    }
  }
}
