public import Diagnostics
public import DocumentModel
import XMLTree

/// Renders a document as an EPUB 3.3: reflowable XHTML that says what everything is, with navigation,
/// print pages, notes, and metadata that says what the publication offers and claims no more.
public struct EPUBRenderer: Renderer {
  /// What may be chosen.
  public typealias Options = EPUBOptions

  private let options: EPUBOptions

  /// Makes a renderer.
  public init(options: EPUBOptions = EPUBOptions()) { self.options = options }

  /// Makes the publication's files; see ``Renderer/render(_:log:)``.
  public func render(
    _ document: Document, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Rendition {
    let (kept, leftOut) = document.keeping(for: .epub)
    if let first = leftOut.first { log.report(.leftToOtherRenditions(leftOut.count, at: first.range)) }
    var document = kept
    document.metadata = options.metadata.applied(to: document.metadata)
    if document.metadata.language == nil {
      log.report(.languageNotSaid())
      document.metadata.language = .english
    }
    let pictures = EPUBPictures(document, log: &log)
    var writer = WebContentWriter(document, choices: choices(pictures))
    let content = EPUBContent.write(document, options: options, writer: &writer)
    writer.report(to: &log)
    let pages = EPUBPages(
      content, writer: writer,
      title: EPUBFacts.title(of: document) ?? writer.words.text(.untitled),
      styles: EPUBPublication.styles(options).map(\.path))
    let facts = EPUBFacts.gather(
      document, writer: writer, pages: pages, pictures: pictures, options: options, log: &log)
    let publication = EPUBPublication(
      content: content, pages: pages, facts: facts, pictures: pictures, writer: writer, options: options,
      overlays: overlays(of: document, content, writer))
    return Rendition(
      artifacts: publication.artifacts, containment: .zip(storing: "mimetype"),
      summary: publication.summary)
  }

  /// When the text is spoken; nil for a document without narration.
  private func overlays(
    of document: Document, _ content: EPUBContent, _ writer: WebContentWriter
  ) -> MediaOverlays? {
    guard let narration = document.narration else { return nil }
    var anchors = writer.anchors
    var names: [(name: String, utterance: Utterance)] = []
    for utterance in narration.utterances {
      let name = anchors.name(for: utterance.id)
      if anchors.file(of: name) != nil { names.append((name, utterance)) }
    }
    // The title and the authors are no nodes; where the text's own heading is the title, it is said.
    let titles = narration.utterances(of: .title)
    if let name = content.titleName, let title = titles.first { names.append((name, title)) }
    names += zip(content.authorNames, narration.utterances(of: .author)).map { ($0, $1) }
    return MediaOverlays(narration, names: names, files: content.files)
  }

  private func choices(_ pictures: EPUBPictures) -> WebContentChoices {
    var choices = WebContentChoices()
    choices.epubTypes = .written
    choices.headings = .closingGaps(shift: 0)
    choices.pageBreaks = options.pageNumbers == .shown ? .visible : .inTitle
    choices.descriptions = options.descriptions == .folded ? .folded : .open
    choices.picture = { pictures[$0] }
    return choices
  }
}
