import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel
import Wording

/// Which headings contents list.
enum ListedHeadings {
  /// The headings, without the title and without what is deeper than the style lists; levels begin
  /// at 1.
  static func listed(_ headings: [ListedHeading], titles: Int, style: ContentsStyle) -> [ListedHeading] {
    var rest = headings.dropFirst(titles)
    // A heading above all others that stands first and alone is the title, whatever it is called.
    if titles == 0, let first = rest.first, rest.count > 1,
      rest.dropFirst().allSatisfy({ $0.level > first.level || $0.anchor == " notes" })
    {
      rest = rest.dropFirst()
    }
    let own = rest.filter { $0.anchor != " notes" }
    let top = own.map(\.level).min() ?? 1
    return rest.compactMap { heading in
      var heading = heading
      heading.level = heading.anchor == " notes" ? 1 : heading.level - top + 1
      return heading.level <= style.levels && !heading.isHeadingOfContents ? heading : nil
    }
  }
}

extension Composition {
  /// How many pages and headings a text has at least that profits from contents.
  private static let leastPages = 10
  private static let leastHeadings = 5

  /// Whether there are contents. Where the choice is left to us: in a full book, in volumes, and
  /// where the text is long and has headings to find. A list the source itself has is no reason
  /// against: it lacks the pages.
  func showsContents(_ pages: BraillePages) -> Bool {
    switch options.contents ?? style.contentsList {
    case .yes: return !entries.isEmpty
    case .no: return false
    case .auto: break
    }
    switch composer.front {
    case .none: return false
    case .full: return !entries.isEmpty
    case .auto:
      return !entries.isEmpty && pages.volumes.count > 1
        || entries.count >= Self.leastHeadings && pages.pages.count >= Self.leastPages
    }
  }

  /// The contents of a volume; of all volumes, under their numbers, in the first.
  mutating func contents(
    ofVolume number: Int, _ pages: BraillePages, _ index: PageIndex
  ) throws(ConversionFailure) -> [FlowItem] {
    let volumes = pages.volumes.count
    let listed = entries.compactMap { heading in index[heading.anchor].map { (heading, $0) } }
      .filter { number == 1 || $0.1.volume == number }
    guard !listed.isEmpty else { return [] }
    let print = printPages(index)
    var rows: [(volume: Int, level: Int, entry: EntryText, numbers: [ContentsLines.Number])] = []
    for (heading, place) in listed {
      let page = ContentsLines.Number(numbers.cells(place.page), print: "\(place.page)")
      let printed = try print[heading.anchor].map { (number) throws(ConversionFailure) in
        ContentsLines.Number(try printCells(number), print: number)
      }
      let columns =
        switch pageColumns {
        case .braille: [page]
        case .print: [printed ?? ContentsLines.Number()]
        case .both: [printed ?? ContentsLines.Number(), page]
        }
      rows.append((place.volume, heading.level, try text(of: heading), columns))
    }
    let heads = try columnHeads()
    let widths = (0..<(rows.first?.numbers.count ?? 0)).map { column in
      max(
        rows.map { $0.numbers[column].cells.count }.max() ?? 0,
        heads.count > 1 ? heads[column].cells.count : 0)
    }
    let setter = ContentsLines(
      style: style.contents, width: composer.cells, columns: widths, deepest: rows.map(\.level).max() ?? 1)
    return try composer.flowOf { (composer) throws(ConversionFailure) in
      try composer.addFrontHeading(
        number == 1 ? composer.own(.contents) : composer.own(.volumeContents, ["volume": "\(number)"]))
      if !heads.isEmpty { composer.addLines([setter.head(heads)], keep: .withNext, origin: .program) }
      var volume = number == 1 ? 0 : number
      for row in rows {
        if volumes > 1, row.volume != volume {
          volume = row.volume
          var builder = RunBuilder()
          builder.append(composer.own(.volume, ["volume": "\(volume)"]))
          try composer.add(
            builder, shape: BlockShape(setting: .centred), spacing: BlockSpacing(before: 1), keep: .withNext)
        }
        composer.addLines(
          setter.lines(row.entry.text, print: row.entry.print, level: row.level, numbers: row.numbers),
          keep: .none)
      }
    }
  }

  /// The columns of numbers that can be filled.
  private var pageColumns: ContentsStyle.Pages {
    guard composer.survey.hasPrintPages else { return .braille }
    return options.contentsPages ?? style.contents.pages
  }

  private mutating func columnHeads() throws(ConversionFailure) -> [ContentsLines.Number] {
    let words: [ProgramWords.Name]
    switch (pageColumns, style.contents.columnHead) {
    case (.both, _): words = [.print, .braille]
    case (.braille, .shown): words = [.braillePage]
    case (.print, .shown): words = [.printPage]
    case (_, .overTwo): words = []
    }
    var heads: [ContentsLines.Number] = []
    for word in words {
      let phrase = composer.own(word)
      let run = TextRun(phrase.text, treatment: phrase.treatment)
      let cells = try composer.translator.translate([run]).text.cells
      heads.append(ContentsLines.Number(cells, print: phrase.text))
    }
    return heads
  }

  private func printPages(_ index: PageIndex) -> [String: String] {
    var pages: [String: String] = [:]
    for entry in index.entries where pages[entry.anchor.id] == nil {
      pages[entry.anchor.id] = entry.anchor.printPage
    }
    return pages
  }

  private mutating func printCells(_ number: String) throws(ConversionFailure) -> [UInt8] {
    if let cells = printNumbers[number] { return cells }
    let cells = try composer.translator.translate([TextRun(number)]).text.cells
    printNumbers[number] = cells
    return cells
  }

  /// The words of a heading, without its notes and the style's own emphasis.
  private mutating func text(of heading: ListedHeading) throws(ConversionFailure) -> EntryText {
    if let text = entryTexts[heading.anchor] { return text }
    var bare = Unmarking()
    var builder = RunBuilder()
    let look = InlineLook(fixedEmphasis: [], language: heading.language)
    try composer.append(bare.rewrite(heading.inlines), to: &builder, look: look)
    let text = EntryText(
      text: try composer.translator.translate(builder.runs).text,
      print: options.proofing.needsPrint ? builder.print : [])
    entryTexts[heading.anchor] = text
    return text
  }
}

extension ListedHeading {
  private static let wordsForContents = Set(
    ProgramWords.inEveryLanguage(.contents).map { $0.lowercased() } + ["table of contents"])

  /// Whether the source itself lists its headings here: contents do not list themselves.
  fileprivate var isHeadingOfContents: Bool {
    Self.wordsForContents.contains(
      inlines.plainText.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }
}

/// The words of an entry of contents.
struct EntryText {
  var text: BrailleText
  /// Empty unless rows are to say what they stand for.
  var print: [Unicode.Scalar]
}

/// Leaves out of a heading what belongs to its place in the text.
private struct Unmarking: Rewriter {
  mutating func replacement(for inline: Inline) -> Inline {
    switch inline {
    case .noteReference, .pageBreak: .text(Text(""))
    case .lineBreak: .text(Text(" "))
    case .crossReference(let node): .span(Span(node.inlines))
    case .text, .styled, .span, .link, .abbreviation, .image, .code, .mathematics: inline
    }
  }
}

extension Composer {
  /// Adds lines whose cells have their places; they stay on one page, the last as `keep` says.
  mutating func addLines(_ lines: [ContentsLines.Line], keep: KeepRule, origin: Row.Origin = .document) {
    for (index, line) in lines.enumerated() {
      let keep = index + 1 < lines.count ? .withNext : keep
      flow.append(
        .rule(
          Rule(
            line.cells, keep: keep, kind: .text, print: options.proofing.needsPrint ? line.print : "",
            origin: origin)))
    }
  }
}
