import Packaging

/// What bytes are, told from the bytes themselves and never from a file's name.
public enum ContentKind: String, Hashable, Sendable, CaseIterable {
  case empty
  /// Text of any sort, in any encoding.
  case text
  case wordDocument = "word-document"
  case openDocumentText = "open-document-text"
  case epub
  /// A DAISY 3 book: a zip or a folder with an OPF package document and no EPUB container.
  case daisy3
  /// A DAISY 2.02 book: a zip or a folder with a navigation centre, `ncc.html`.
  case daisy202
  /// A zip or a folder of pages of HTML.
  case webFolder = "html-folder"
  case zip
  /// A folder that holds no document of its own, as far as its names tell.
  case folder
  /// The container of Word, Excel and PowerPoint before 2007.
  case oldOffice = "old-office"
  /// A document of Word, Excel or PowerPoint that a password locks.
  case encryptedOffice = "encrypted-office"
  case richText = "rich-text"
  case pdf
  case png
  case jpeg
  case gif
  case tiff
  case webP = "webp"
  case gzip
  case otherArchive = "other-archive"
  case audioOrVideo = "audio-or-video"
  case program
  /// Not text, and nothing that is known.
  case binary

  /// What a person calls it, with its article.
  public var name: String {
    switch self {
    case .empty: "an empty file"
    case .text: "text"
    case .wordDocument: "a Word document (DOCX)"
    case .openDocumentText: "an OpenDocument text (ODT)"
    case .epub: "an EPUB publication"
    case .daisy3: "a DAISY 3 book"
    case .daisy202: "a DAISY 2.02 book"
    case .webFolder: "a set of web pages"
    case .zip: "a ZIP archive"
    case .folder: "a folder"
    case .oldOffice: "an Office document from before 2007 (DOC, XLS or PPT)"
    case .encryptedOffice: "an Office document locked with a password"
    case .richText: "a Rich Text document (RTF)"
    case .pdf: "a PDF"
    case .png: "a PNG picture"
    case .jpeg: "a JPEG picture"
    case .gif: "a GIF picture"
    case .tiff: "a TIFF picture"
    case .webP: "a WebP picture"
    case .gzip: "a gzip archive"
    case .otherArchive: "an archive"
    case .audioOrVideo: "a sound or film file"
    case .program: "a program"
    case .binary: "binary data"
    }
  }

  /// Whether it is made of files that are read as one document.
  var isPackage: Bool {
    switch self {
    case .epub, .daisy3, .daisy202, .webFolder, .zip, .folder: true
    case .empty, .text, .wordDocument, .openDocumentText, .oldOffice, .encryptedOffice, .richText, .pdf, .png,
      .jpeg, .gif, .tiff, .webP, .gzip, .otherArchive, .audioOrVideo, .program, .binary:
      false
    }
  }

  /// What files are together, by their names: nil where the names do not tell.
  public init?(filesNamed paths: [String]) {
    let names = paths.map { $0.lowercased() }
    func holds(_ test: (String) -> Bool) -> Bool { names.contains(where: test) }
    if names.contains("meta-inf/container.xml") {
      self = .epub
    } else if holds({ $0.fileStem == "ncc" && ["html", "htm"].contains($0.fileEnding) }) {
      self = .daisy202
    } else if holds({ $0.fileEnding == "opf" }) {
      self = .daisy3
    } else if holds({ ["html", "htm", "xhtml", "xht"].contains($0.fileEnding) }) {
      self = .webFolder
    } else {
      return nil
    }
  }
}

extension Source {
  /// What the source is: its bytes, or, for a folder, its files together.
  public var kind: ContentKind {
    guard let files else { return sniff(bytes) }
    return ContentKind(filesNamed: files.map(\.path)) ?? .folder
  }
}

/// Tells what bytes are.
public func sniff(_ bytes: [UInt8]) -> ContentKind {
  if bytes.isEmpty { return .empty }
  for (signature, kind) in signatures where bytes.starts(with: signature) {
    if kind == .oldOffice {
      // What is locked is kept in the old container, under this name (MS-OFFCRYPTO, 1.3.2).
      let name = "EncryptedPackage".flatMap { "\($0)\u{0}" }
      return contains(String(name), in: bytes[...]) ? .encryptedOffice : kind
    }
    return kind == .zip ? sniffZip(bytes) : kind
  }
  if bytes.starts(with: Array("RIFF".utf8)), bytes.count >= 12 {
    return bytes[8..<12].elementsEqual("WEBP".utf8) ? .webP : .audioOrVideo
  }
  if bytes.count >= 12, bytes[4..<8].elementsEqual("ftyp".utf8) { return .audioOrVideo }
  // Some PDFs have a few bytes before their signature, which readers of PDF allow.
  if contains("%PDF-1.", in: bytes.prefix(1024)), contains("\u{0}", in: bytes.prefix(8192)) { return .pdf }
  return isBinary(bytes) ? .binary : .text
}

private let signatures: [([UInt8], ContentKind)] = [
  ([0x50, 0x4B, 0x03, 0x04], .zip), ([0x50, 0x4B, 0x05, 0x06], .zip),
  ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldOffice),
  (Array("{\\rtf".utf8), .richText),
  (Array("%PDF-".utf8), .pdf),
  ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], .png),
  ([0xFF, 0xD8, 0xFF], .jpeg),
  (Array("GIF87a".utf8), .gif), (Array("GIF89a".utf8), .gif),
  ([0x49, 0x49, 0x2A, 0x00], .tiff), ([0x4D, 0x4D, 0x00, 0x2A], .tiff),
  ([0x1F, 0x8B], .gzip),
  (Array("BZh9".utf8), .otherArchive), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], .otherArchive),
  ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .otherArchive), (Array("Rar!\u{1A}".utf8), .otherArchive),
  ([0x28, 0xB5, 0x2F, 0xFD], .otherArchive),
  (Array("ID3\u{3}".utf8), .audioOrVideo), (Array("OggS".utf8), .audioOrVideo),
  ([0x7F, 0x45, 0x4C, 0x46], .program), ([0xCF, 0xFA, 0xED, 0xFE], .program),
]

/// Tells documents kept in a ZIP archive apart, by the `mimetype` entry EPUB and OpenDocument put
/// first, or by the name of Word's main part.
private func sniffZip(_ bytes: [UInt8]) -> ContentKind {
  let head = bytes.prefix(256)
  if contains("application/epub+zip", in: head) { return .epub }
  if contains("application/vnd.oasis.opendocument.text", in: head) { return .openDocumentText }
  // The names of all files stand in the last part of a zip.
  let tail = bytes.suffix(4 << 20)
  if contains("word/document.xml", in: tail) || contains("word/_rels/", in: tail)
    || contains("WORD/DOCUMENT.XML", in: tail)
  {
    return .wordDocument
  }
  if contains("META-INF/container.xml", in: tail) { return .epub }
  // An OpenDocument file whose kind does not stand first.
  if contains("META-INF/manifest.xml", in: tail), contains("content.xml", in: tail) {
    return .openDocumentText
  }
  // The main part of a Word document may have any name.
  if contains("[Content_Types].xml", in: tail), contains("_rels/.rels", in: tail),
    !["xl/", "ppt/", "visio/", "AppManifest"].contains(where: { contains($0, in: tail) })
  {
    return .wordDocument
  }
  let names = try? ZipReader(consistency: .readable).read(bytes) { _ in false }.files.map(\.path)
  return names.flatMap { ContentKind(filesNamed: $0) } ?? .zip
}

/// Whether the bytes are no text: more than one in fifty of the first 8,192 is a control character
/// no text has, and they are neither UTF-8 nor UTF-16 or UTF-32.
private func isBinary(_ bytes: [UInt8]) -> Bool {
  let head = bytes.prefix(8192)
  let controls = head.count { byte in
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0C && byte != 0x0D && byte != 0x1B
  }
  guard controls * 50 > head.count else { return false }
  if ByteOrderMark(of: bytes) != nil || UnmarkedUTF16(bytes) != nil { return false }
  return UTF8Check(bytes).firstInvalid != nil
}

private func contains(_ words: String, in bytes: ArraySlice<UInt8>) -> Bool {
  let pattern = Array(words.utf8)
  return bytes.withUnsafeBufferPointer { bytes in
    guard let first = pattern.first, bytes.count >= pattern.count else { return false }
    for start in 0...(bytes.count - pattern.count) where bytes[start] == first {
      if (1..<pattern.count).allSatisfy({ bytes[start + $0] == pattern[$0] }) { return true }
    }
    return false
  }
}
