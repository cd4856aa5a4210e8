import Diagnostics
import DocumentModel
import Packaging

/// Makes a document of the content documents of a book.
struct BookBuilding {
  private let package: BookPackage
  private let options: ReadingOptions

  init(_ package: BookPackage, options: ReadingOptions) {
    self.package = package
    self.options = options
  }

  /// Makes a document of a file that is a book by itself: its pictures are beside it on the disk.
  init(single name: String, options: ReadingOptions) {
    self.init(BookPackage(single: name), options: options)
  }

  /// Joins the content documents, reads them as one, and adds the pictures.
  func document(_ pages: [BookPage], metadata: Metadata, log: inout DiagnosticLog) -> Document {
    var metadata = metadata
    if metadata.language == nil {
      metadata.language = pages.lazy.compactMap { $0.language.flatMap { Language($0) } }.first
    }
    var assembly = BookAssembly(pages, in: package)
    assembly.assemble(log: &log)
    var builder = DocumentBuilder(
      tree: assembly.tree, options: DocumentBuilder.Options(language: metadata.language))
    var document = builder.build(log: &log)
    if metadata.subtitle == nil { metadata.subtitle = document.metadata.subtitle }
    if metadata.title == nil {
      metadata.title = document.firstHeadingOfBook ?? pages.first { !$0.title.isEmpty }?.title
    }
    document.metadata = metadata
    document.parts = package.names
    document.resources = resources(assembly.pictures)
    if document.blocks.isEmpty { log.report(.nothingToConvert()) }
    return document
  }

  /// The bytes of the pictures that images show.
  private func resources(_ pictures: Set<String>) -> [Resource] {
    do throws(PackageFault) {
      try package.unpack(pictures)
    } catch {
      // One that cannot be unpacked keeps none of the others back: each is tried on its own below.
    }
    return pictures.sorted().compactMap { path in
      guard let bytes = package.bytes(of: path), !bytes.isEmpty else { return nil }
      return Resource(name: path, mediaType: "", fileExtension: path.fileEnding, bytes: bytes)
    }
  }
}

extension Document {
  /// The words of the first heading of the first level.
  fileprivate var firstHeadingOfBook: String? {
    for case .heading(let heading) in blocks where heading.level == 1 {
      let words = heading.inlines.plainText
      if !words.isEmpty { return words }
    }
    return nil
  }
}
