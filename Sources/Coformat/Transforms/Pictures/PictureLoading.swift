import Diagnostics
import DocumentModel
import Readers

extension Transform {
  /// Puts the pictures' bytes into the document's resources, for renditions that show pictures, and
  /// says which are not there or cannot be shown: each address once. Nothing outside the document's
  /// folder is read, and no network is used. Pictures a reader has put there already, out of a
  /// package, are held to the same rules.
  public static let pictures = Transform("pictures") { document, folder, log throws(ConversionFailure) in
    var loading = PictureLoading(document, folder: folder)
    document.walk { node in
      if case .inline(.image(let image)) = node { loading.load(image, log: &log) }
    }
    var document = document
    document.resources = loading.resources
    return document
  }
}

/// The pictures of one document, as they are gathered.
struct PictureLoading {
  /// The most bytes the pictures of a document may have together: 256 MiB.
  static let limit = 256 << 20

  private(set) var resources: [Resource] = []
  private let packaged: [String: Resource]
  private var used: Set<String> = []
  private var search: PictureSearch
  private var room: Int

  /// - Parameter limit: the most bytes of all pictures; only tests make it smaller.
  init(_ document: Document, folder: String?, limit: Int = PictureLoading.limit) {
    packaged = document.resourcesByName
    search = PictureSearch(folder: folder, known: document.resources)
    room = limit
    self.limit = limit
  }

  private let limit: Int

  /// Takes a picture in, if its address is met for the first time.
  mutating func load(_ image: Image, log: inout DiagnosticLog) {
    let range = image.info.range
    if let resource = packaged[image.source] {
      if used.insert(image.source).inserted { keep(resource.bytes, of: image, log: &log) }
      return
    }
    switch search.finding(for: image) {
    case nil, .unknown: return
    case .fault(let fault): log.report(fault)
    case .embedded:
      guard let bytes = DataAddress(image.source)?.bytes, !bytes.isEmpty else {
        log.report(.imageDataBroken(at: range))
        return
      }
      keep(bytes, of: image, log: &log)
    case .file(let path):
      do throws(Platform.Failure) {
        let descriptor = try Platform.openToRead(path)
        defer { try? Platform.close(descriptor) }
        let size = try Platform.status(descriptor).size
        let bytes = size > room ? [] : try Platform.readAll(descriptor, expecting: size, limit: room)
        guard size <= room, bytes.count <= room else {
          log.report(.imageTooLarge(image.source, limit: limit, at: range))
          return
        }
        keep(bytes, of: image, log: &log)
      } catch {
        log.report(.imageUnreadable(image.source, error.reason, at: range))
      }
    }
  }

  private mutating func keep(_ bytes: [UInt8], of image: Image, log: inout DiagnosticLog) {
    let range = image.info.range
    guard bytes.count <= room else {
      log.report(.imageTooLarge(image.source, limit: limit, at: range))
      return
    }
    let kind = sniff(bytes)
    var bytes = bytes
    var mediaType = ""
    var fileExtension = ""
    switch kind {
    case .png: (mediaType, fileExtension) = ("image/png", "png")
    case .jpeg: (mediaType, fileExtension) = ("image/jpeg", "jpg")
    case .gif: (mediaType, fileExtension) = ("image/gif", "gif")
    case .webP: (mediaType, fileExtension) = ("image/webp", "webp")
    case .text:
      guard let drawing = Drawing(bytes) else {
        log.report(.imageOfOtherKind(image.source, kind.name, at: range))
        return
      }
      if !drawing.leftOut.isEmpty { log.report(.imageCleaned(image.source, drawing.leftOut, at: range)) }
      bytes = drawing.bytes
      room -= bytes.count
      resources.append(
        Resource(
          name: image.source, mediaType: "image/svg+xml", fileExtension: "svg", bytes: bytes,
          size: drawing.size))
      return
    case .empty, .wordDocument, .openDocumentText, .epub, .daisy3, .daisy202, .webFolder, .zip, .folder,
      .oldOffice, .encryptedOffice, .richText, .pdf, .tiff, .gzip, .otherArchive, .audioOrVideo, .program,
      .binary:
      log.report(.imageOfOtherKind(image.source, kind.name, at: range))
      return
    }
    guard let size = PixelSize(of: bytes, kind) else {
      log.report(.imageBroken(image.source, at: range))
      return
    }
    room -= bytes.count
    resources.append(
      Resource(
        name: image.source, mediaType: mediaType, fileExtension: fileExtension, bytes: bytes, size: size))
  }
}
