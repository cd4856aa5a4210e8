import Diagnostics
import DocumentModel
import Packaging
import XMLTree

/// One Word document while it is read: what its parts say, and how far reading has come.
///
/// A class, because what stands deep in a text box or a note counts lists, pages and notes of the same
/// document.
final class WordReading {
  let package: WordPackage
  let options: ReadingOptions
  var log: DiagnosticLog
  let main: WordPart
  var styles = WordStyles()
  var numbering = WordNumbering()

  /// The main language; text in it is not marked.
  var language: Language?
  var languageCounts: [String: (words: Int, first: SourceRange?)] = [:]

  /// What links lead to; pieces hold the index.
  var links: [LinkTarget] = [.nowhere]
  /// The open `w:hyperlink` elements.
  var hyperlinks: [Int] = []
  /// The open fields of the story that is read.
  var fields: [Field] = []
  /// Beginnings of fields that never end, which are passed over.
  var unclosedFields: Set<Int64> = []

  var pages = PageCount()
  var notes = NoteQueue()
  var comments = CommentList()

  /// The names that references lead to.
  var referenced: Set<String> = []
  /// The identifier of the block each bookmark stands in.
  var bookmarks: [String: String] = [:]
  var usedIDs: Set<String> = []
  /// Bookmarks that stand before the next block.
  var waitingBookmarks: [String] = []

  /// The pictures referred to, by the names images give them.
  var pictures: [String: String] = [:]

  var revisions = (insertions: 0, deletions: 0)
  var hidden: (count: Int, words: String, range: SourceRange?) = (0, "", nil)
  /// How many tables and boxes are around the place.
  var depth = 0
  static let deepest = 32
  var saidFlattened = false
  /// Short bold paragraphs, for documents without headings.
  var headingLike: (count: Int, words: String, range: SourceRange?) = (0, "", nil)
  var headingCount = 0
  var head = DocumentHead()

  init(
    _ package: WordPackage, main: WordPart, options: ReadingOptions, log: DiagnosticLog
  ) {
    self.package = package
    self.main = main
    self.options = options
    self.log = log
  }

  /// The part a relationship of the main part of this kind leads to; nil when there is none.
  func related(_ kind: String) -> WordPart? {
    let paths = main.relationships.values.filter { $0.kind == kind && !$0.isExternal }.map(\.target)
    guard let path = paths.min() else { return nil }
    return package.part(path, log: &log)
  }

  /// Reads all of the document.
  func document() -> Document {
    if let part = related("styles") { styles = WordStyles(part) }
    if let part = related("numbering") { numbering = WordNumbering(part) }
    notes.load(from: self)
    comments.load(from: self)
    survey()
    var document = Document()
    if let body = main.xml.root >= 0 ? main.xml.child("w:body", of: main.xml.root) : nil {
      document.blocks = story(body, in: main, isMain: true)
    }
    document.notes = readNotes()
    document.metadata = metadata(firstHeading: document.wordsOfFirstHeading)
    settleReferences(in: &document)
    document.resources = resources()
    document.parts = package.names
    report()
    return document
  }

  /// What is said once for the whole document.
  private func report() {
    if revisions.insertions + revisions.deletions > 0 {
      let treatment =
        switch options.changes {
        case .accept: "accepted"
        case .reject: "rejected"
        case .show: "shown as inserted and deleted text"
        }
      log.report(
        .revisionsAccepted(
          insertions: revisions.insertions, deletions: revisions.deletions, treatment))
    }
    if comments.leftOut > 0 { log.report(.commentsLeftOut(comments.leftOut)) }
    if hidden.count > 0 {
      log.report(.hiddenText(hidden.words, count: hidden.count, at: hidden.range))
    }
    reportHeaders()
    if package.paths.contains(where: { $0.lowercased().hasSuffix("vbaproject.bin") }) {
      log.report(.macrosIgnored())
    }
    if pages.marked > 0 { log.report(.printPages(pages.marked)) }
    for (language, count) in languageCounts.sorted(by: { $0.key < $1.key }) {
      log.report(.textInLanguage(language, words: count.words, at: count.first))
    }
    if headingCount == 0, headingLike.count > 1 {
      log.report(
        .noHeadingStyles(headingLike.words, count: headingLike.count, at: headingLike.range))
    }
  }

  private func reportHeaders() {
    var words: [String] = []
    for relationship in main.relationships.values.sorted(by: { $0.target < $1.target })
    where (relationship.kind == "header" || relationship.kind == "footer") && !relationship.isExternal {
      guard let part = package.part(relationship.target, log: &log), part.xml.root >= 0 else { continue }
      var text = ""
      for node in part.xml.root..<part.xml.end(of: part.xml.root) {
        if part.xml.name(node) == "w:t" { text += part.xml.text(node) }
        if part.xml.name(node) == "w:p" || part.xml.name(node) == "w:tab" { text += " " }
      }
      let collapsed = text.collapsed
      if collapsed.contains(where: \.isLetter), !words.contains(collapsed) { words.append(collapsed) }
    }
    if !words.isEmpty { log.report(.headersLeftOut(words.joined(separator: " | "))) }
  }

  /// The bytes of the pictures that images show.
  private func resources() -> [Resource] {
    do throws(PackageFault) {
      try package.unpack(Set(pictures.values))
    } catch {
      // One that cannot be unpacked keeps none of the others back: each is tried on its own below.
    }
    return pictures.sorted { $0.key < $1.key }.compactMap { name, path in
      guard let bytes = package.bytes(of: path), !bytes.isEmpty else { return nil }
      let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
      return Resource(name: name, mediaType: "", fileExtension: ending, bytes: bytes)
    }
  }
}
