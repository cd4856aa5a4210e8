public import BrailleLayout
import BrailleTranslation
public import Diagnostics
public import DocumentModel

/// Renders a document as braille: translated, laid out on pages, and written as BRF, Unicode braille
/// or PEF; or, without pages, as eBraille.
public struct BrailleRenderer: Renderer {
  /// What may be chosen.
  public typealias Options = BrailleOptions

  private let options: BrailleOptions

  /// Makes a renderer.
  public init(options: BrailleOptions = BrailleOptions()) { self.options = options }

  /// Makes the file; see ``Renderer/render(_:log:)``.
  public func render(
    _ document: Document, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Rendition {
    try options.proofing.checkPages(of: options.fileType)
    if options.fileType == .ebraille {
      return try EBrailleRenderer(options: options).render(document, log: &log)
    }
    let choice = try CodeChoice(options, language: document.metadata.language?.tag)
    let code = choice.code
    let pages = try layOut(document, log: &log)
    if options.fileType == .brf, code.dots != 6 { throw ConversionFailure(.eightDotsInBRF(code.name)) }
    let artifacts = try self.artifacts(of: pages, document, code)
    let count = pages.pages.count
    let volumes = pages.volumes.count > 1 ? " in \(pages.volumes.count) volumes" : ""
    let lines = pages.pages.reduce(0) { $0 + $1.rows.count }
    let size =
      try options.isEndless()
      ? "\(lines) \(lines == 1 ? "line" : "lines") of \(pages.width) cells"
      : "\(count) \(count == 1 ? "page" : "pages")\(volumes) of \(pages.width) by \(pages.height) cells"
    let summary = "\(size), \(code.name) grade \(choice.grade)"
    let embossing = EmbossingEstimate(pages, cellsPerSecond: options.proofing.embosserSpeed)
    return Rendition(
      artifacts: artifacts, containment: artifacts.count == 1 ? .file : .numberedFiles, summary: summary,
      companions: options.proofing.companions(
        of: pages, document: document, brailleLanguage: code.language, summary: summary,
        embossing: embossing, log: log),
      embossing: embossing, grade: code.grade(choice.grade))
  }

  /// The file; or a file for each volume, where that is asked for and there are several.
  private func artifacts(
    of pages: BraillePages, _ document: Document, _ code: BrailleCode
  ) throws(ConversionFailure) -> [Artifact] {
    let formFeeds = try options.formFeeds()
    var text = options.text
    // A page that is as long as its text is full.
    if try options.isEndless(), text.padding == .lines { text.padding = .none }
    func artifact(_ pages: BraillePages, _ suffix: String) -> Artifact {
      switch options.fileType {
      case .brf, .ebraille:
        return Artifact(
          path: "report\(suffix).brf", mediaType: "text/vnd.braille",
          bytes: BRFWriter(text, formFeeds: formFeeds).bytes(pages))
      case .unicode:
        return Artifact(
          path: "report\(suffix).braille.txt", mediaType: "text/plain; charset=utf-8",
          bytes: UnicodeBrailleWriter(text, formFeeds: formFeeds).bytes(pages))
      case .pef:
        let writer = PEFWriter(
          metadata: document.metadata, identifier: "coformat:\(pages.fingerprint)",
          language: document.metadata.language?.tag ?? code.language)
        return Artifact(
          path: "report\(suffix).pef", mediaType: "application/x-pef+xml", bytes: writer.bytes(pages))
      }
    }
    guard options.volumeFiles == .each, pages.volumes.count > 1 else { return [artifact(pages, "")] }
    return zip(1..., pages.volumes).map { number, volume in
      var part = pages
      part.volumes = [volume]
      return artifact(part, "-\(number)")
    }
  }

  /// The document as pages of cells, before they are put in a file: each row knows what it is and
  /// which stretch of the source stands on it.
  ///
  /// - Throws: when the code, the grade or the profile is unknown, a table is missing, or the page
  ///   is too small.
  public func layOut(
    _ document: Document, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> BraillePages {
    var book = try compose(document, log: &log)
    let pages = try book.layOut()
    log = book.composer.log
    report(pages, to: &log)
    return pages
  }

  /// The document translated, every block with its place in the line and the rules that keep it, and
  /// not yet on pages.
  func compose(_ document: Document, log: inout DiagnosticLog) throws(ConversionFailure) -> Composition {
    let said = log.diagnostics.count
    let (document, leftOut) = document.keeping(for: .braille)
    if let first = leftOut.first { log.report(.leftToOtherFormats(leftOut.count, at: first.range)) }
    let profile = try options.layoutProfile()
    let cells = options.cells ?? profile.cells
    let choice = try CodeChoice(options, language: document.metadata.language?.tag)
    if choice.isOfLanguage { log.report(.codeOfLanguage(choice, document.metadata.language)) }
    let translators = try Translators(
      choice, language: document.metadata.language, survey: document.printSurvey(in: choice.code, options),
      options)
    var composer = Composer(
      document: document, translators: translators, profile: profile, options: options, cells: cells, log: log
    )
    try composer.compose(document)
    return try Composition(document, composer, after: said)
  }

  private func report(_ pages: BraillePages, to log: inout DiagnosticLog) {
    let rows = pages.pages.lazy.flatMap(\.rows)
    let divided = rows.filter { $0.ending == .insideWord }
    if let first = divided.first { log.report(.wordsDivided(divided.count, at: first.range)) }
    if !rows.contains(where: { $0.kind == .text }) { log.report(.nothingToBraille()) }
  }
}

extension Composer {
  /// Composes a whole document: print page, title, body, notes, and what is said once at the end.
  mutating func compose(_ document: Document) throws(ConversionFailure) {
    if let language = document.metadata.language, isForeign(language), options.tables.isEmpty {
      log.report(.otherLanguage(language.tag, code: translator.code.name))
    }
    if let page = document.inferredFirstPage {
      log.report(.printPageInferred(page.number, at: page.info.range))
      flow.append(.printPage(try printPage(PageBreak(number: page.number))))
    }
    let composed = try composeTitle(of: document)
    try composeModifierNote()
    try composePassageNote(of: document)
    bodyStart = flow.count
    try compose(Array(document.blocks.dropFirst(composed)))
    try composeNotes(of: document)
    if let end = profile.documentEnd, !flow.isEmpty { endDocument(with: end) }
    reportTallies()
  }
}

extension Document {
  /// The print page the text is on before the first page break: when the first break begins page 2
  /// or higher and text stands before it, the text before is on the page before. Nil when there are
  /// no breaks, or the first stands first.
  var inferredFirstPage: PageBreak? {
    var textBefore = false
    var found: PageBreak?
    var isDone = false
    for block in blocks where !isDone {
      block.walk { node in
        guard !isDone else { return }
        if let page = node.pageBreak {
          found = page
          isDone = true
        } else if case .inline(let inline) = node, !CollectionOfOne(inline).plainText.isEmpty {
          textBefore = true
        } else if case .block(.code) = node {
          textBefore = true
        }
      }
    }
    guard textBefore, let found, let number = Int(found.number), number >= 2 else { return nil }
    return PageBreak(number: "\(number - 1)", info: found.info)
  }
}

extension Node {
  /// The node as a page break, wherever it stands; nil for other nodes.
  fileprivate var pageBreak: PageBreak? {
    if case .block(.pageBreak(let page)) = self { return page }
    if case .inline(.pageBreak(let page)) = self { return page }
    return nil
  }
}

extension BraillePages {
  /// A number that tells these pages from others, the same for the same pages (FNV-1a).
  var fingerprint: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for page in pages {
      for row in page.rows {
        for cell in row.line(width: width) + [0xFF] { hash = (hash ^ UInt64(cell)) &* 0x100_0000_01b3 }
      }
    }
    return String(hash, radix: 16)
  }
}
