public import Diagnostics
public import DocumentModel
import Wording
import XMLTree

/// Makes large print: a page of HTML that is right on screens and on paper, a tagged PDF of it, or a
/// Word document.
public struct LargePrintRenderer: Renderer {
  public typealias Options = LargePrintOptions

  /// What was chosen.
  public let options: LargePrintOptions
  /// What makes pages of a PDF; nil where there is nothing that could.
  private let paper: (any PaperEngine)?
  private let edition: LargeTypeEdition

  /// Makes a renderer.
  ///
  /// - Parameter paper: what turns HTML into a PDF; needed for nothing else.
  public init(options: LargePrintOptions = LargePrintOptions(), paper: (any PaperEngine)? = nil) {
    self.options = options
    self.paper = paper
    edition = .largePrint
  }

  /// Makes a renderer of another edition in large type.
  init(options: LargePrintOptions, edition: LargeTypeEdition) {
    self.options = options
    self.edition = edition
    paper = nil
  }

  public func render(
    _ document: Document, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Rendition {
    guard let profile = LargePrintProfile.named(options.profile) else {
      throw ConversionFailure(.unknownLargePrintProfile(options.profile))
    }
    let settings = LargePrintSettings(
      options, profile: profile, edition: edition, coverage: options.fileType == .pdf ? paper?.coverage : nil)
    var document = document
    // Before tables are measured, since words for a character are wider than it.
    var characters = PaperCharacters(settings.coverage)
    if options.fileType == .pdf { document = characters.rewrite(document) }
    let edition = LargePrintEdition(document, settings: settings, log: &log)
    switch options.fileType {
    case .html: return try html(edition, log: &log)
    case .pdf: return try pdf(edition, characters: characters, log: &log)
    case .docx: return try WordRendition(edition).rendition(log: &log)
    }
  }

  // MARK: - HTML

  private func html(
    _ edition: LargePrintEdition, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Rendition {
    let pictures = PagePictures(edition.document, placement: options.pictures)
    var page = LargePrintPage(edition, medium: .html, pictures: pictures)
    let bytes = HTMLSerializer.document(page.element())
    page.report(to: &log)
    let html = Artifact(
      path: options.pictures == .embedded
        ? "report.\(edition.settings.edition.format.rawValue).html" : "index.html",
      mediaType: "text/html; charset=utf-8", bytes: bytes)
    return Rendition(
      artifacts: [html] + pictures.artifacts,
      containment: pictures.artifacts.isEmpty && options.pictures == .embedded ? .file : .folder,
      summary: edition.summary(kind: "HTML"))
  }

  // MARK: - PDF

  /// Says that WeasyPrint leaves out what browsers show of links and pictures under a pointer.
  private func reportTitles(of document: Document, to log: inout DiagnosticLog) {
    var titles: [(String, SourceRange?)] = []
    document.walk { node in
      switch node {
      case .inline(.link(let link)):
        if let title = link.title?.nonBlank, !link.inlines.plainText.contains(title) {
          titles.append((title, link.info.range))
        }
      case .inline(.image(let image)):
        guard let title = image.title?.nonBlank else { return }
        if case .text(let words, _) = image.alternative, words.contains(title) { return }
        titles.append((title, image.info.range))
      case .block, .inline: break
      }
    }
    if let (first, range) = titles.first {
      log.report(.titlesLeftOut(first, count: titles.count, at: range))
    }
  }

  private func pdf(
    _ edition: LargePrintEdition, characters: PaperCharacters, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Rendition {
    guard let paper else { throw ConversionFailure(.noPaperEngine) }
    let pictures = PagePictures(edition.document, placement: .embedded)
    var page = LargePrintPage(edition, medium: .pdf, pictures: pictures)
    let root = page.element()
    page.report(to: &log)
    var characters = characters
    characters.survey(root)
    characters.report(to: &log)
    reportTitles(of: edition.document, to: &log)
    let pdfs: [[UInt8]]
    if let maximum = options.maximumPages {
      let assembly = VolumeAssembly(root, of: page, words: edition.words)
      var volumes = LargePrintVolumes(
        assembly, settings: edition.settings, paper: paper, maximum: maximum)
      pdfs = try volumes.pdfs()
      for finding in volumes.findings { log.report(finding) }
    } else {
      pdfs = [try paper.pdf(of: HTMLSerializer.document(characters.text.printed(root)))]
    }
    return Rendition(
      artifacts: pdfs.enumerated().map { index, bytes in
        let number = pdfs.count > 1 ? "-\(index + 1)" : ""
        return Artifact(
          path: "report\(number).large-print.pdf", mediaType: "application/pdf", bytes: bytes)
      },
      containment: pdfs.count > 1 ? .numberedFiles : .file,
      summary: edition.summary(kind: pdfs.count > 1 ? "PDF in \(pdfs.count) volumes" : "PDF"))
  }
}

/// What turns a page of HTML into the pages of a tagged PDF, PDF/UA-1.
public protocol PaperEngine: Sendable {
  /// Which characters its typefaces have; nil where that cannot be known.
  var coverage: CharacterCoverage? { get }

  /// The PDF of a page that needs nothing besides itself.
  ///
  /// - Throws: when the program that makes it fails.
  func pdf(of html: [UInt8]) throws(ConversionFailure) -> [UInt8]

  /// The PDFs of several such pages, in their order; one after the other where an engine knows no better.
  func pdfs(of pages: [[UInt8]]) throws(ConversionFailure) -> [[UInt8]]
}

extension PaperEngine {
  public var coverage: CharacterCoverage? { nil }

  public func pdfs(of pages: [[UInt8]]) throws(ConversionFailure) -> [[UInt8]] {
    var pdfs: [[UInt8]] = []
    for page in pages { pdfs.append(try pdf(of: page)) }
    return pdfs
  }
}
