public import Diagnostics
public import DocumentModel
import Wording

/// Renders a document as a DAISY 3 book (ANSI/NISO Z39.86-2005): DTBook with navigation and a timeline;
/// with sound where the document has a narration, else as a text book.
public struct Daisy3Renderer: Renderer {
  /// What may be chosen.
  public typealias Options = DaisyOptions

  private let options: DaisyOptions

  /// Makes a renderer.
  public init(options: DaisyOptions = DaisyOptions()) { self.options = options }

  /// The media types of pictures a book may have (Z39.86-2005, 3.3).
  static let pictureTypes: Set<String> = ["image/png", "image/jpeg", "image/svg+xml"]

  /// Makes the book's files; see ``Renderer/render(_:log:)``.
  public func render(
    _ document: Document, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Rendition {
    let kept = options.prepared(document, log: &log)
    let book = DTBook(kept, options: options, pictures: .packaged(Self.pictureTypes), log: &log)
    let timed = Synchroniser.timed(book.book, sources: book.sources, of: kept)
    let words = ProgramWords(kept.metadata.language)
    let recordings = kept.narration?.recordings ?? []

    var files: [(id: String, file: Artifact)] = [
      (
        "ncx",
        Artifact(
          path: BookFiles.navigation, mediaType: "application/x-dtbncx+xml",
          bytes: NavigationControl(facts: book.facts, book: timed, words: words).bytes)
      ),
      (
        "text",
        Artifact(path: BookFiles.text, mediaType: "application/x-dtbook+xml", bytes: book.bytes(timed.book))
      ),
    ]
    if let bytes = ResourceFile(book: timed, words: words).bytes {
      files.append(
        (
          "resource",
          Artifact(path: BookFiles.resources, mediaType: "application/x-dtbresource+xml", bytes: bytes)
        ))
    }
    let (notes, skippables) = (timed.notes, timed.skippables)
    var elapsed = 0
    for part in timed.parts {
      let smil = SMILFile(
        identifier: book.facts.identifier, part: part, elapsed: elapsed, skippables: skippables, notes: notes,
        recordings: recordings.map(\.name))
      files.append(
        (part.name, Artifact(path: "\(part.name).smil", mediaType: "application/smil", bytes: smil.bytes)))
      elapsed += part.milliseconds
    }
    if book.holdsFormulas {
      files.append(
        (
          "formulas",
          Artifact(
            path: FormulaIsland.transformationFile, mediaType: "application/xslt+xml",
            bytes: FormulaIsland.transformation)
        ))
    }
    for (index, picture) in book.pictures.enumerated() {
      files.append(
        (
          "picture\(index + 1)",
          Artifact(path: picture.name, mediaType: picture.resource.mediaType, bytes: picture.resource.bytes)
        ))
    }
    let used = timed.recordings
    for (index, recording) in recordings.enumerated() where used.contains(index) {
      files.append(
        (
          "sound\(index + 1)",
          Artifact(path: recording.name, mediaType: recording.mediaType, bytes: recording.bytes)
        ))
    }
    let package = DaisyPackage(
      facts: book.facts,
      items: files.map { DaisyPackage.Item(id: $0.id, path: $0.file.path, mediaType: $0.file.mediaType) },
      milliseconds: elapsed, narrators: kept.narration?.narrators ?? [],
      audioFormat: recordings.isEmpty ? nil : "mp3", holdsFormulas: book.holdsFormulas)
    let first = Artifact(path: BookFiles.package, mediaType: "text/xml", bytes: package.bytes)
    return Rendition(
      artifacts: [first] + files.map(\.file), containment: options.container.containment(first: first.path),
      summary: "DAISY 3 \(recordings.isEmpty ? "text book" : "talking book"), \(book.book.outline)")
  }
}

extension DaisyOptions.Container {
  /// How the files of a book belong together; `first` is the path of the first of them.
  func containment(first: String) -> Rendition.Containment {
    switch self {
    case .zip: .zip(storing: first)
    case .folder: .folder
    }
  }
}
