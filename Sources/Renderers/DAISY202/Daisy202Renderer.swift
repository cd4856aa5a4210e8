public import Diagnostics
public import DocumentModel

/// Renders a document as a DAISY 2.02 book, for players from before DAISY 3.
public struct Daisy202Renderer: Renderer {
  /// What may be chosen.
  public typealias Options = DaisyOptions

  private let options: DaisyOptions

  /// Makes a renderer.
  public init(options: DaisyOptions = DaisyOptions(fileType: .daisy202)) { self.options = options }

  /// The media types of pictures a book may have.
  static let pictureTypes: Set<String> = ["image/png", "image/jpeg", "image/gif"]

  /// Makes the book's files; see ``Renderer/render(_:log:)``.
  public func render(
    _ document: Document, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Rendition {
    let kept = options.prepared(document, log: &log)
    let book = DTBook(kept, options: options, pictures: .packaged(Self.pictureTypes), log: &log)
    let timed = Synchroniser.timed(book.book, sources: book.sources, of: kept)
    let recordings = kept.narration?.recordings ?? []

    let timeline = Timeline202(timed, facts: book.facts, recordings: recordings.map(\.name))
    let smil = timeline.files
    let partsOfNotes = timeline.partsOfNotes
    var files = [
      Artifact(
        path: Daisy202Files.content, mediaType: "application/xhtml+xml",
        bytes: ContentPage(timed, facts: book.facts, partsOfNotes: partsOfNotes).bytes),
      Artifact(
        path: Daisy202Files.master, mediaType: "application/smil", bytes: timeline.master(of: smil)),
      Artifact(path: Daisy202Files.style, mediaType: "text/css", bytes: Array(Daisy202Files.styleSheet.utf8)),
    ]
    files += smil.map { Artifact(path: $0.name, mediaType: "application/smil", bytes: $0.bytes) }
    files += book.pictures.map {
      Artifact(path: $0.name, mediaType: $0.resource.mediaType, bytes: $0.resource.bytes)
    }
    let used = timed.recordings
    for (index, recording) in recordings.enumerated() where used.contains(index) {
      files.append(Artifact(path: recording.name, mediaType: recording.mediaType, bytes: recording.bytes))
    }
    let center = NavigationCenter(
      facts: book.facts, book: timed, partsOfNotes: partsOfNotes, fileCount: files.count + 1,
      size: files.reduce(0) { $0 + $1.bytes.count }, milliseconds: smil.reduce(0) { $0 + $1.milliseconds },
      narrators: kept.narration?.narrators ?? [], hasSound: !recordings.isEmpty)
    let first = Artifact(
      path: Daisy202Files.navigation, mediaType: "application/xhtml+xml", bytes: center.bytes)
    return Rendition(
      artifacts: [first] + files, containment: options.container.containment(first: first.path),
      summary: "DAISY 2.02 \(recordings.isEmpty ? "text book" : "talking book"), \(book.book.outline)")
  }
}
