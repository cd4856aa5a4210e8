import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel

/// A composed document, not yet on pages: its text, what its volumes have around the text, and references that know
/// where their targets stand.
struct Composition {
  let document: Document
  var composer: Composer
  /// What was said while the text was composed, for the transcriber's notes page.
  let said: [Diagnostic]
  /// The headings contents list.
  let entries: [ListedHeading]
  /// How the headings look in contents, by the names of their places.
  var entryTexts: [String: EntryText] = [:]
  /// The signs the symbols page lists; nil until they are looked for, once.
  var symbols: [SpecialSymbol]?
  /// The cells of the numbers of print pages.
  var printNumbers: [String: [UInt8]] = [:]
  let numbers: PageNumbers
  /// Lines on a page; `Paginator.endless` for one page as long as the text.
  var lines: Int
  /// What stands around the text.
  var furniture: PageFurniture

  /// - Parameter said: how much had been said before the text was composed.
  init(_ document: Document, _ composer: Composer, after said: Int) throws(ConversionFailure) {
    self.document = document
    self.composer = composer
    let isEndless = try composer.options.isEndless()
    lines = isEndless ? Paginator.endless : composer.options.lines ?? composer.profile.lines
    self.said = Array(composer.log.diagnostics.dropFirst(said))
    entries = ListedHeadings.listed(
      composer.headings, titles: composer.titleHeadings, style: composer.profile.book.contents)
    numbers = try PageNumbers(composer.translator)
    var composer = composer
    let head = composer.runningHead(of: document)
    var headCells: [UInt8] = []
    if let head {
      // A formula in the heading is brailled as one there too.
      let formulas = composer.runningHeadInlines(of: document, for: head)
      var builder = RunBuilder()
      if let formulas { try composer.append(formulas, to: &builder, look: InlineLook(fixedEmphasis: [])) }
      let runs = formulas == nil ? [TextRun(head)] : builder.runs
      headCells = try composer.translator.translate(runs).text.cells
    }
    furniture = PageFurniture(
      style: isEndless ? .none : composer.profile.pageFurniture, runningHead: headCells,
      runningHeadPrint: head ?? "",
      pageNumber: numbers.cells)
  }

  /// The text, not yet on pages.
  var flow: [FlowItem] {
    get { composer.flow }
    set { composer.flow = newValue }
  }

  /// Notes that go to the foot of a page, as marks of the flow number them.
  var footNotes: [[FlowItem]] { composer.footNotes }

  var profile: LayoutProfile { composer.profile }
  var options: BrailleOptions { composer.options }
  var style: BookStyle { composer.profile.book }

  /// Lays the book out, again and again until the pages that references name no longer change.
  mutating func layOut() throws(ConversionFailure) -> BraillePages {
    let style = self.style
    let sides = options.sides
    var letters: [String: [UInt8]] = [:]
    for prefix in [style.transcriberPrefix, style.contentsPrefix] {
      letters[prefix] = try prefixCells(prefix)
    }
    let numbers = self.numbers
    let furniture = self.furniture
    var book = Book(
      text: composer.flow, footNotes: composer.footNotes, profile: profile, cells: composer.cells,
      lines: lines,
      spacing: options.lineSpacing, sides: sides,
      maximumPages: options.maximumPages
    ) { [letters] section, prefix in
      PageFurniture(
        style: furniture.style,
        runningHead: section == .preliminary && furniture.style == .corners ? [] : furniture.runningHead,
        runningHeadPrint: furniture.runningHeadPrint,
        headedPages: section == .preliminary || style.runningHead == .fromSecondPage ? .afterFirst : .all,
        pageNumber: PageNumbers.cells(
          section == .text ? furniture.pageNumber : numbers.cells, prefix: letters[prefix] ?? [],
          on: style.numberedSides, of: sides))
    }
    for _ in 0..<Self.rounds {
      let pages = try book.layOut(with: &self)
      guard try composer.renumber(by: PageIndex(pages), in: &book.text) else { return settled(pages) }
    }
    let pages = try book.layOut(with: &self)
    composer.log.report(.referencesNotSettled(Self.rounds))
    return settled(pages)
  }

  /// How often the text is laid out again because page numbers in it changed.
  private static let rounds = 8

  private mutating func settled(_ pages: BraillePages) -> BraillePages {
    composer.reportReferences()
    composer.reportOwnWords()
    if let maximum = options.maximumPages {
      for (number, volume) in zip(1..., pages.volumes) where volume.pages.count > maximum {
        composer.log.report(.volumeTooLong(number, pages: volume.pages.count, maximum: maximum))
      }
    }
    guard lines == Paginator.endless else { return pages }
    var endless = pages
    endless.height = pages.pages.map(\.rows.count).max() ?? 0
    return endless
  }

  /// The letters before the numbers of some pages, without the signs a letter by itself has.
  private func prefixCells(_ prefix: String) throws(ConversionFailure) -> [UInt8] {
    let run = TextRun(prefix, treatment: .uncontracted)
    return try composer.translator.translate([run]).text.cells.suffix(prefix.count)
  }
}

extension Composition: BookMatter {
  mutating func head(ofVolume number: Int) throws(ConversionFailure) -> [FlowItem] {
    guard style.title == .everyVolume, let title = document.metadata.title else { return [] }
    return try composer.flowOf { (composer) throws(ConversionFailure) in
      try composer.addHeading([.text(Text(title))], style: composer.profile.title)
    }
  }

  mutating func end(ofVolume number: Int, _ place: VolumePlace) throws(ConversionFailure) -> [FlowItem] {
    var lines = [composer.own(.endOfVolume, ["volume": "\(number)"])]
    if place == .last { lines.append(composer.own(.theEnd)) }
    return try composer.flowOf { (composer) throws(ConversionFailure) in
      for (index, line) in lines.enumerated() {
        var builder = RunBuilder()
        builder.append(line, emphasis: .transcribersNote)
        // The line holds to the one after it; a blank goes before the first.
        try composer.add(
          builder, shape: BlockShape(setting: .centred),
          spacing: BlockSpacing(before: index == 0 ? 1 : 0),
          keep: index + 1 < lines.count ? .togetherWithNext : .together)
      }
    }
  }

  mutating func preliminaries(
    ofVolume number: Int, before pages: BraillePages, index: PageIndex
  ) throws(ConversionFailure) -> [Preliminary] {
    let front = composer.front
    let hasVolumes = pages.volumes.count > 1
    var transcriber: [FlowItem] = []
    if front == .full || (front == .auto && hasVolumes) {
      transcriber += try titlePage(ofVolume: number, pages)
    }
    if front == .full {
      transcriber = Self.joined(transcriber, try symbolsPage())
      if number == 1 { transcriber = Self.joined(transcriber, try notesPage()) }
    }
    var contents: [FlowItem] = []
    if showsContents(pages) { contents = try self.contents(ofVolume: number, pages, index) }
    if hasVolumes, number == 1, front != .none {
      contents = Self.joined(contents, try listOfVolumes(pages, index))
    }
    if style.transcriberPrefix == style.contentsPrefix {
      transcriber = Self.joined(transcriber, contents)
      contents = []
    }
    return [
      Preliminary(prefix: style.transcriberPrefix, flow: transcriber),
      Preliminary(prefix: style.contentsPrefix, flow: contents),
    ].filter { !$0.flow.isEmpty }
  }

  /// One part after the other, each on a page of its own.
  private static func joined(_ first: [FlowItem], _ second: [FlowItem]) -> [FlowItem] {
    first.isEmpty || second.isEmpty ? first + second : first + [.newPage] + second
  }
}

extension Composer {
  /// What a body adds to the flow, taken out of it again.
  mutating func flowOf(
    _ body: (inout Composer) throws(ConversionFailure) -> Void
  ) throws(ConversionFailure) -> [FlowItem] {
    let start = flow.count
    let outer = context
    context = Context(paragraph: profile.paragraph, translator: translator, words: translators.words)
    try body(&self)
    context = outer
    let added = Array(flow[start...])
    flow.removeSubrange(start...)
    return added
  }

  /// Adds a heading of the front matter.
  mutating func addFrontHeading(_ words: OwnPhrase) throws(ConversionFailure) {
    var style = profile.headings[0]
    style.blankAfter = 1
    try addHeading(words, style: style)
  }

  /// Adds a paragraph of the program's own words.
  mutating func addFrontText(
    _ words: OwnPhrase, _ shape: BlockShape, spacing: BlockSpacing = BlockSpacing()
  ) throws(ConversionFailure) {
    var builder = RunBuilder()
    builder.append(words)
    try add(builder, shape: shape, spacing: spacing)
  }
}
