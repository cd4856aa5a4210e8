import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel
import Wording

/// Blocks in the codes of other languages.
extension Composer {
  /// Composes blocks, those in another language in its code where it has one. In UEB such passages stand
  /// between non-UEB passage indicators on lines of their own (RUEB 14.3.7).
  mutating func composePassages(of blocks: [Block]) throws(ConversionFailure) {
    guard !context.isInPassage else {
      for block in blocks { try compose(block) }
      return
    }
    var rest = blocks[...]
    while let first = rest.first {
      let translator = try translators.translator(for: first.ownLanguage ?? context.language)
      guard translator !== context.translator, !first.isDivision else {
        try compose(first)
        rest = rest.dropFirst()
        continue
      }
      var count = 0
      for block in rest {
        guard try translators.translator(for: block.ownLanguage ?? context.language) === translator else {
          break
        }
        count += 1
      }
      try compose(passage: Array(rest.prefix(count)), translator)
      rest = rest.dropFirst(count)
    }
  }

  private mutating func compose(
    passage blocks: [Block], _ translator: Translator
  ) throws(ConversionFailure) {
    let language = (blocks[0].ownLanguage ?? context.language)?.tag ?? translator.code.language
    for block in blocks {
      tallyPassage(Language(language) ?? .english, translator, at: block.info.range)
    }
    try composePassage(language, translator) { (composer) throws(ConversionFailure) in
      for block in blocks { try composer.compose(block) }
    }
  }

  /// Takes note that something is in a code of its own.
  mutating func tallyPassage(_ language: Language, _ translator: Translator, at range: SourceRange?) {
    tallies.passages.add(
      PassageKey(language: language.tag, code: translator.code.name, grade: translator.grade.grade), at: range
    )
  }

  /// The language of an item of a list and the translator of its code, when that is another than the
  /// code of the text around it.
  mutating func passageCode(
    of item: ListItem
  ) throws(ConversionFailure) -> (Language, Translator)? {
    guard !context.isInPassage, let language = item.ownLanguage else { return nil }
    let translator = try translators.translator(for: language)
    return translator === context.translator ? nil : (language, translator)
  }

  /// Composes in another code, between lines that say so where the text around is in UEB.
  ///
  /// - Parameter indent: the blanks before those lines.
  mutating func composePassage(
    _ language: String, _ translator: Translator, indent: Int = 0,
    _ body: (inout Composer) throws(ConversionFailure) -> Void
  ) throws(ConversionFailure) {
    let words = try ProgramWords.chosen(for: Language(language), translator)
    let start = flow.count
    if isMarkedUEB {
      addPassageLine(NonUEBPassage.open(translator.code.passageIdentifier), indent: indent, keep: .withNext)
    }
    let before = flow.count
    try with {
      $0.translator = translator
      $0.isInPassage = true
      $0.words = words
    } _: { (composer) throws(ConversionFailure) in
      try body(&composer)
    }
    guard isMarkedUEB else { return }
    guard flow[before...].contains(where: \.hasRows) else { return flow.removeSubrange(start..<before) }
    // Blank lines go around the indicators and not inside them.
    if let first = flow[before...].firstIndex(where: \.hasRows) {
      let spacing = flow[first].spacing
      flow[start].changeSpacing { $0.before = spacing.before }
      flow[first].changeSpacing { $0.before = 0 }
    }
    let after = flow.last?.spacing.after ?? 0
    if let last = flow.lastIndex(where: \.hasRows) {
      flow[last].changeSpacing { $0.after = 0 }
      flow[last].holdNext()
    }
    addPassageLine(NonUEBPassage.close, indent: indent)
    flow[flow.count - 1].changeSpacing { $0.after = after }
  }

  /// Only UEB has indicators for what is in no UEB.
  var isMarkedUEB: Bool { translator.code.system == "ueb" }

  private mutating func addPassageLine(_ cells: [UInt8], indent: Int, keep: KeepRule = .none) {
    let indent = Array(repeating: UInt8(0), count: min(context.margin + indent, self.cells / 2))
    flow.append(.rule(Rule(indent + cells, keep: keep)))
  }

  /// Tells the reader, before the text, what stands between non-UEB passage indicators (RUEB 14.2.5).
  mutating func composePassageNote(of document: Document) throws(ConversionFailure) {
    if let words = passageNote(of: document) { try addTranscribersNote(words) }
  }

  /// The words of that note; nil when there are no such passages.
  mutating func passageNote(of document: Document) -> OwnPhrase? {
    guard isMarkedUEB, options.languages == .ownCode else { return nil }
    var codes: [BrailleCode] = []
    func look(at blocks: [Block]) {
      for block in blocks {
        if let language = block.ownLanguage,
          let code = BrailleCodes.other(than: translator.code, for: language, options.languages)
        {
          if !codes.contains(code) { codes.append(code) }
        } else {
          block.walk { node in
            guard case .block(let inner) = node else { return }
            var languages = [inner.ownLanguage].compactMap(\.self)
            if case .list(let list) = inner { languages += list.items.compactMap(\.ownLanguage) }
            for language in languages {
              if let code = BrailleCodes.other(than: translator.code, for: language, options.languages),
                !codes.contains(code)
              {
                codes.append(code)
              }
            }
          }
        }
      }
    }
    look(at: document.blocks)
    for note in document.notes { look(at: note.blocks) }
    guard !codes.isEmpty else { return nil }
    let parts = codes.map { code in
      "\(Self.patterns(NonUEBPassage.open(code.passageIdentifier))) before \(code.name) braille"
    }
    return ownEnglish(
      "Passages in other languages are in their own braille codes: "
        + parts.joined(separator: ", ") + ", and \(Self.patterns(NonUEBPassage.close)) after it.")
  }

  private static func patterns(_ cells: [UInt8]) -> String {
    String(String.UnicodeScalarView(cells.compactMap { Unicode.Scalar(0x2800 + UInt32($0)) }))
  }
}

extension FlowItem {
  /// The blank lines around the item; none for what has no rows.
  fileprivate var spacing: BlockSpacing {
    switch self {
    case .text(let block): block.spacing
    case .rule(let rule): rule.spacing
    case .row(let row): row.spacing
    case .printPage, .newPage: BlockSpacing()
    }
  }
}

extension BrailleCode {
  /// The letters that stand for the code in a non-UEB passage indicator: its language's (RUEB 14.3.3).
  var passageIdentifier: String { Language(language)?.primary ?? language }
}

extension Block {
  /// Whether the block only holds others, which then say their languages.
  var isDivision: Bool {
    if case .division = self { info.language == nil } else { false }
  }
}
