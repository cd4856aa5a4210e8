public import Diagnostics
public import DocumentModel
import XMLTree

/// Reads DAISY 3 books (ANSI/NISO Z39.86-2005 and 2002): the text, which is DTBook.
public struct Daisy3Reader: Reader {
  /// Makes a reader.
  public init() {}

  /// Reads a book; see ``Reader/read(_:options:log:)``.
  public func read(
    _ source: Source, options: ReadingOptions, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Document {
    let kind = source.kind
    guard kind.isPackage else { throw ConversionFailure(.notText(kind, wanted: "a DAISY 3 book")) }
    let package = try BookPackage(source, log: &log)
    guard let path = package.shallowest(where: { $0.fileEnding == "opf" }) else {
      throw ConversionFailure(.daisyPackageMissing())
    }
    let opf: PackageDocument
    do throws(XMLFault) {
      opf = PackageDocument(try BookXML.parse(path, in: package, log: &log), path: path)
    } catch {
      throw ConversionFailure(.daisyPackageBroken(path, error.message, line: error.line))
    }
    let texts = Self.texts(of: opf, in: package)
    let multimedia = opf.technical["dtb:multimediatype"]?.first?.lowercased() ?? ""
    guard !texts.isEmpty else { throw ConversionFailure(.daisyAudioOnly(opf.metadata.title)) }
    if multimedia.hasPrefix("audio"), multimedia != "audiofulltext" {
      log.report(.daisyPartlySpoken(multimedia))
    }
    var pages: [BookPage] = []
    var metadata = opf.metadata
    for text in texts {
      guard let book = DTBookPage.page(text, in: package, options: options, log: &log) else { continue }
      pages.append(book.page)
      metadata.fillGaps(from: book.metadata)
    }
    guard !pages.isEmpty else { throw ConversionFailure(.daisyWithoutText()) }
    return BookBuilding(package, options: options).document(pages, metadata: metadata, log: &log)
  }

  /// The paths of the DTBooks, in the order of the manifest.
  private static func texts(of opf: PackageDocument, in package: BookPackage) -> [String] {
    let paths = opf.items.filter { $0.mediaType == "application/x-dtbook+xml" }.compactMap(\.path)
    if !paths.isEmpty { return paths }
    // Books of 2002 call their text XML and no more.
    return opf.items.filter { $0.mediaType == "text/xml" && $0.path?.fileEnding == "xml" }.compactMap(\.path)
      .filter { path in
        guard let bytes = package.bytes(of: path) else { return false }
        return String(decoding: bytes.prefix(2048), as: UTF8.self).contains("<dtbook")
      }
  }
}

extension BookPackage {
  /// The file nearest the root that passes a test; of those as near, the first by name.
  func shallowest(where test: (String) -> Bool) -> String? {
    paths.filter { test($0) && !$0.hasPrefix("__MACOSX/") }.min {
      ($0.utf8.count { $0 == 0x2F }, $0) < ($1.utf8.count { $0 == 0x2F }, $1)
    }
  }
}

extension Metadata {
  /// Takes over what is known of another source and not of this one.
  mutating func fillGaps(from other: Metadata) {
    title = title ?? other.title
    if authors.isEmpty { authors = other.authors }
    if contributors.isEmpty { contributors = other.contributors }
    language = language ?? other.language
    date = date ?? other.date
    identifier = identifier ?? other.identifier
    publisher = publisher ?? other.publisher
    rights = rights ?? other.rights
    description = description ?? other.description
    if subjects.isEmpty { subjects = other.subjects }
    sourceEdition = sourceEdition ?? other.sourceEdition
    contact = contact ?? other.contact
    for field in other.other where !self.other.contains(field) { self.other.append(field) }
  }
}
