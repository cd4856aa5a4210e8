import BrailleLayout
import BrailleTranslation
public import Diagnostics
public import DocumentModel
import XMLTree

/// Renders a document as eBraille 1.0: an EPUB 3 whose text is braille, for reading on displays of any
/// width. It has no pages; everything else of the document is in it as structure.
public struct EBrailleRenderer: Renderer {
  /// What may be chosen: what braille has in common. Sizes, profiles and line ends are for pages.
  public typealias Options = BrailleOptions

  private let options: BrailleOptions

  /// Makes a renderer.
  public init(options: BrailleOptions = BrailleOptions(fileType: .ebraille)) { self.options = options }

  /// Makes the publication's files; see ``Renderer/render(_:log:)``.
  public func render(
    _ document: Document, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Rendition {
    let unused = options.namesForPagesOnly
    if !unused.isEmpty { log.report(.optionsForPages(unused)) }
    let (kept, leftOut) = document.keeping(for: .braille)
    if let first = leftOut.first { log.report(.leftToOtherFormats(leftOut.count, at: first.range)) }
    let choice = try CodeChoice(options, language: kept.metadata.language?.tag)
    if choice.isOfLanguage { log.report(.codeOfLanguage(choice, kept.metadata.language)) }
    let translators = try Translators(
      choice, language: kept.metadata.language, survey: kept.printSurvey(in: choice.code, options), options)
    let profile = try options.layoutProfile()
    var composer = EBrailleComposer(
      composer: Composer(
        document: kept, translators: translators, profile: profile, options: options, cells: profile.cells,
        log: log))
    composer.composer.beyondWords = .inMarkup
    let publication = try composer.publication(of: kept)
    log = composer.composer.log
    var facts = PublicationFacts.gather(
      kept, choice: choice, producer: options.producer, heading: kept.firstHeading,
      fingerprint: publication.fingerprint,
      log: &log)
    facts.languages += composer.languages.filter { !facts.languages.contains($0) }
    facts.systems += composer.composer.tallies.passages.entries.map { "\($0.key.code) grade \($0.key.grade)" }
    facts.completeness = leftOut.isEmpty ? .complete : .incomplete
    facts.pageNumbers = composer.pages.isEmpty ? .absent : .present
    let count = publication.files.count
    return Rendition(
      artifacts: publication.artifacts(facts), containment: .zip(storing: "mimetype"),
      summary: """
        eBraille of \(count) \(count == 1 ? "content document" : "content documents"), \
        \(choice.code.name) grade \(choice.grade)
        """, grade: choice.code.grade(choice.grade))
  }
}

/// A publication, all but its package document.
struct Publication {
  /// A content document.
  struct File {
    /// The path from the publication's root.
    var path: String
    var bytes: [UInt8]
  }

  var files: [File]
  var navigation: [UInt8]

  /// Sixteen bytes that tell this publication from others, and are the same for the same.
  var fingerprint: [UInt8] {
    var fingerprint = Fingerprint()
    for file in files { fingerprint.add(file.bytes) }
    return fingerprint.bytes
  }

  /// The files as the package holds them: its media type first, as OCF 4.3.2 has it.
  func artifacts(_ facts: PublicationFacts) -> [Artifact] {
    let xhtml = "application/xhtml+xml"
    let items =
      [PackageDocument.Item(id: "nav", path: "index.html", mediaType: xhtml, properties: "nav")]
      + files.enumerated().map { index, file in
        PackageDocument.Item(id: "c\(index + 1)", path: file.path, mediaType: xhtml, inSpine: .yes)
      } + [PackageDocument.Item(id: "css", path: "ebraille/style.css", mediaType: "text/css")]
    let package = PackageDocument(facts: facts, items: items).document
    return [
      OCFContainer.mediaType, OCFContainer.container(packageDocument: "package.opf"),
      Artifact(
        path: "package.opf", mediaType: "application/oebps-package+xml",
        bytes: XMLSerializer.document(package)),
      Artifact(path: "index.html", mediaType: xhtml, bytes: navigation),
    ] + files.map { Artifact(path: $0.path, mediaType: xhtml, bytes: $0.bytes) } + [
      Artifact(path: "ebraille/style.css", mediaType: "text/css", bytes: Array(Stylesheet.text.utf8))
    ]
  }
}

extension BrailleOptions {
  /// The options given that say something of pages alone, as they are typed.
  fileprivate var namesForPagesOnly: [String] {
    let usual = BrailleOptions()
    let given = [
      ("--cells", cells != nil), ("--lines", lines != nil),
      ("--line-spacing", lineSpacing != usual.lineSpacing), ("--notes", notes != nil),
      ("--table-form", tableLayout != usual.tableLayout), ("--front-matter", frontMatter != nil),
      ("--contents", contents != nil), ("--contents-pages", contentsPages != nil),
      ("--max-pages", maximumPages != nil), ("--sides", sides != usual.sides),
      ("--volume-files", volumeFiles != usual.volumeFiles),
      ("--references", references != usual.references),
    ]
    return given.filter(\.1).map(\.0)
  }
}
