import Diagnostics
import DocumentModel
import Packaging
import XMLTree

/// One OpenDocument text while it is read: what its parts say, and how far reading has come.
///
/// A class, because what stands deep in a text box or a note counts lists, pages and notes of the same
/// document.
final class OpenDocumentReading {
  let package: OpenDocumentPackage
  let options: ReadingOptions
  var log: DiagnosticLog
  let part: OpenDocumentPart
  var styles = OpenDocumentStyles()
  var lists = ListCounting()

  /// The main language; text in it is not marked.
  var language: Language?
  var languageCounts: [String: (words: Int, first: SourceRange?)] = [:]

  /// What links lead to; pieces hold the index.
  var links: [LinkTarget] = [.nowhere]

  var pages = PageCount()
  var notes: [Note] = []
  var noteCitations: [String] = []
  var comments: [Note] = []
  var commentsLeftOut = 0

  /// The names that references lead to.
  var referenced: Set<String> = []
  /// The identifier of the block each bookmark stands in.
  var bookmarks: [String: String] = [:]
  var usedIDs: Set<String> = []
  /// Bookmarks that stand before the next block.
  var waitingBookmarks: [String] = []

  /// The pictures referred to, by the names images give them, and where each is in the package.
  var pictures: [String: String] = [:]
  /// The pictures a flat file holds itself.
  var ownPictures: [Resource] = []

  /// The tracked changes, by identifier.
  var changes: [String: Change] = [:]
  /// The insertions the place is in.
  var openInsertions: Set<String> = []
  /// How deep the place is in deleted text that is shown.
  var deletedDepth = 0
  var hidden: (count: Int, words: String, range: SourceRange?) = (0, "", nil)
  /// The controls of forms, by identifier.
  var controls: [String: FlatXML.NodeID] = [:]
  /// How many tables, boxes and notes are around the place.
  var depth = 0
  static let deepest = 32
  var saidFlattened = false
  /// Short bold paragraphs, for documents without headings.
  var headingLike: (count: Int, words: String, range: SourceRange?) = (0, "", nil)
  var headingCount = 0
  var head = DocumentHead()
  /// Whether nothing of the body has been met yet: the first page begins without a turn.
  var isAtFirstPage = true

  init(_ package: OpenDocumentPackage, options: ReadingOptions, log: DiagnosticLog) {
    self.package = package
    self.part = package.content
    self.options = options
    self.log = log
  }

  /// Reads all of the document.
  func document(_ text: FlatXML.NodeID) -> Document {
    if let named = package.part("styles.xml", log: &log), named !== part {
      styles.load(named, isAutomatic: false)
    }
    styles.load(part)
    survey(text)
    var document = Document()
    document.blocks = story(text, in: part, isMain: true)
    label(&notes)
    document.notes = notes + comments
    document.metadata = metadata(firstHeading: document.wordsOfFirstHeading)
    var settling = ReferenceSettling(bookmarks: bookmarks)
    document = settling.rewrite(document)
    for (name, range) in settling.missing { log.report(.openDocumentBookmarkMissing(name, at: range)) }
    document.resources = resources()
    document.parts = package.names
    report()
    return document
  }

  /// What is said once for the whole document.
  private func report() {
    if !changes.isEmpty {
      let treatment =
        switch options.changes {
        case .accept: "accepted"
        case .reject: "rejected"
        case .show: "shown as inserted and deleted text"
        }
      log.report(
        .openDocumentChanges(
          insertions: changes.values.count { $0.kind == .insertion },
          deletions: changes.values.count { $0.kind == .deletion }, treatment))
    }
    if commentsLeftOut > 0 { log.report(.annotationsLeftOut(commentsLeftOut)) }
    if hidden.count > 0 {
      log.report(.openDocumentHidden(hidden.words, count: hidden.count, at: hidden.range))
    }
    reportHeaders()
    if package.paths.contains(where: { $0.hasPrefix("Basic/") || $0.hasPrefix("Scripts/") }) {
      log.report(.openDocumentMacros())
    }
    if pages.marked > 0 { log.report(.openDocumentPages(pages.marked)) }
    for (language, count) in languageCounts.sorted(by: { $0.key < $1.key }) {
      log.report(.openDocumentLanguage(language, words: count.words, at: count.first))
    }
    if headingCount == 0, headingLike.count > 1 {
      log.report(
        .openDocumentNoHeadings(headingLike.words, count: headingLike.count, at: headingLike.range))
    }
  }

  private func reportHeaders() {
    guard let part = package.part("styles.xml", log: &log) else { return }
    var words: [String] = []
    for node in 0..<FlatXML.NodeID(part.xml.count)
    where part.xml.name(node).hasPrefix("style:header") || part.xml.name(node).hasPrefix("style:footer") {
      guard part.xml.name(part.xml.parent(node)) == "style:master-page" else { continue }
      let text = part.words(node)
      if text.contains(where: \.isLetter), !words.contains(text) { words.append(text) }
    }
    if !words.isEmpty { log.report(.openDocumentHeaders(words.joined(separator: " | "))) }
  }

  /// The bytes of the pictures that images show.
  private func resources() -> [Resource] {
    do throws(PackageFault) {
      try package.unpack(Set(pictures.values))
    } catch {
      // One that cannot be unpacked keeps none of the others back: each is tried on its own below.
    }
    return ownPictures
      + pictures.sorted { $0.key < $1.key }.compactMap { name, path in
        guard let bytes = package.bytes(of: path), !bytes.isEmpty else { return nil }
        let file = path.split(separator: "/").last ?? ""
        let ending = file.contains(".") ? file.split(separator: ".").last.map { $0.lowercased() } ?? "" : ""
        return Resource(name: name, mediaType: "", fileExtension: ending, bytes: bytes)
      }
  }
}
