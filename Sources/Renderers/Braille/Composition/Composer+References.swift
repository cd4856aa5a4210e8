import BrailleLayout
import BrailleMathematics
import BrailleTranslation
import Diagnostics
import DocumentModel
import Wording

/// What of a document other places lead to, found before it is composed.
struct ReferenceSurvey {
  /// The identifiers that cross references name.
  var targets: Set<String> = []
  /// The commands its formulas define.
  var macros = TeXMacros()
  /// Whether the document says where pages of print begin.
  var hasPrintPages = false

  init(_ document: Document) {
    document.walk { node in
      switch node {
      case .inline(.crossReference(let reference)): targets.insert(reference.target)
      case .inline(.pageBreak), .block(.pageBreak): hasPrintPages = true
      case .inline(.mathematics(let node)): if let tex = node.mathematics.tex { macros.learn(from: tex) }
      case .block(.mathematics(let node)): if let tex = node.mathematics.tex { macros.learn(from: tex) }
      case .inline, .block: break
      }
    }
  }
}

extension Composer {
  /// Adds a link to a place in the document: its words, and the page where that is asked for or where
  /// the words name a page of print this braille does not show.
  mutating func append(
    _ reference: CrossReference, to builder: inout RunBuilder, look: InlineLook
  ) throws(ConversionFailure) {
    let range = reference.info.range
    if !survey.hasPrintPages, reference.isPlain, PageWords(reference.inlines.plainText) != nil {
      builder.beginReference()
      try append(reference.inlines, to: &builder, look: look)
      builder.endReference(.renumbered, to: reference.target, range: range)
      return
    }
    try append(reference.inlines, to: &builder, look: look)
    if options.references == .pages {
      builder.beginReference()
      builder.endReference(.noted, to: reference.target, range: range)
    }
  }

  /// Keeps a text whose references have still to learn their pages, and names the block it becomes.
  mutating func keepReferences(of builder: RunBuilder, in block: inout TextBlock) {
    guard !builder.references.isEmpty else { return }
    block.anchors.insert(TextAnchor(Anchor(id: WaitingText.anchor(waitingTexts.count))), at: 0)
    waitingTexts.append(WaitingText(builder: builder, translator: context.translator, own: context.words))
  }
}

/// A text that has references in it, kept until the pages of their targets are known.
struct WaitingText {
  var builder: RunBuilder
  /// What translates it.
  let translator: Translator
  /// The program's own words where the text stands.
  let own: ProgramWords
  /// What its references say now; nil for what the source says.
  var words: [[TextRun]?] = []

  /// The name of the place where the block of a text stands.
  static func anchor(_ number: Int) -> String { " reference \(number)" }

  /// The number of the text a block was made of; nil when it has no references.
  static func number(of block: TextBlock) -> Int? {
    for anchor in block.anchors where anchor.anchor.id.hasPrefix(" reference ") {
      return Int(anchor.anchor.id.dropFirst(11))
    }
    return nil
  }
}

extension CrossReference {
  /// Whether its words are nothing but characters, which others can take the place of.
  fileprivate var isPlain: Bool {
    inlines.allSatisfy { if case .text = $0 { true } else { false } }
  }
}

/// Words that name one page: “page 12”, “see p. 12”.
struct PageWords {
  var before: String
  var after: String

  private static let wordsForPage = Set(
    ProgramWords.inEveryLanguage(.page).map { $0.lowercased() } + ["p.", "p", "tud."])

  /// Nil when the text names no page, or more than one.
  init?(_ text: String) {
    func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
    guard let first = text.firstIndex(where: isDigit) else { return nil }
    let end = text[first...].firstIndex { !isDigit($0) } ?? text.endIndex
    let word = text[..<first].split(whereSeparator: \.isWhitespace).last?.lowercased()
    guard let word, Self.wordsForPage.contains(word),
      !text[end...].contains(where: isDigit)
    else { return nil }
    before = String(text[..<first])
    after = String(text[end...])
  }
}
