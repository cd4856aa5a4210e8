import Foundation
import Packaging

/// A small book, put together from the files of a case. What stands around them is the same in all.
///
/// - An EPUB: `1.xhtml`, `2.xhtml`… hold what stands in the bodies of the documents of the spine, in the
///   order of their names; one whose name holds `.aside.` is not linear, one that holds `.loose.` is in no
///   spine. `nav.xhtml` is what stands in the body of the navigation document, `toc.ncx` in the NCX,
///   `metadata` in the metadata of the package document, `encryption` in that of the container. Other
///   files are what they are.
/// - A DTBook: `book.xml` is what stands in the book, `head.xml` in its head.
/// - Books of other kinds and web pages are the files in `book`.
struct BookFile {
  let folder: URL
  private let names: [String]

  init(folder: URL) throws {
    self.folder = folder
    names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { !$0.hasPrefix(".") && !$0.hasPrefix("expected") && $0 != "options" }
  }

  /// Writes the book into a folder; gives its name there.
  func write(to place: URL) throws -> String {
    if names.contains("book.xml") {
      let head = names.contains("head.xml") ? try text("head.xml") : ""
      let root =
        "<dtbook xmlns=\"http://www.daisy.org/z3986/2005/dtbook/\" version=\"2005-3\" xml:lang=\"en\">\n"
      let book =
        "<?xml version=\"1.0\"?>\n" + root + "<head>\(head)</head>\n<book>\n" + (try text("book.xml"))
      try (book + "</book>\n</dtbook>\n").write(
        to: place.appending(path: "book.xml"), atomically: true, encoding: .utf8)
      return "book.xml"
    }
    if names.contains("book") {
      try FileManager.default.copyItem(at: folder.appending(path: "book"), to: place.appending(path: "book"))
      return "book"
    }
    try Data(epub()).write(to: place.appending(path: "book.epub"))
    return "book.epub"
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  // MARK: - EPUB

  private static let page =
    "<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\""

  private func epub() throws -> [UInt8] {
    var files = [PackageFile(path: "mimetype", bytes: Array("application/epub+zip".utf8))]
    func add(_ path: String, _ text: String) {
      files.append(PackageFile(path: path, bytes: Array(text.utf8)))
    }
    add(
      "META-INF/container.xml",
      """
      <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>\
      <rootfile full-path="p/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
      """)
    if names.contains("encryption") {
      add("META-INF/encryption.xml", "<encryption xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">")
      files[files.count - 1].bytes += Array((try text("encryption") + "</encryption>").utf8)
    }
    var manifest = ""
    var spine = ""
    for name in names where name != "metadata" && name != "encryption" {
      let type = Self.mediaType(of: name)
      let properties = name == "nav.xhtml" ? " properties=\"nav\"" : ""
      manifest += "<item id=\"\(name)\" href=\"\(name)\" media-type=\"\(type)\"\(properties)/>"
      if type == "application/xhtml+xml", name != "nav.xhtml", !name.contains(".loose.") {
        spine += "<itemref idref=\"\(name)\"\(name.contains(".aside.") ? " linear=\"no\"" : "")/>"
      }
      switch type {
      case "application/xhtml+xml":
        let body = try text(name)
        // A document that says more of itself than its body holds is whole.
        let isWhole = body.hasPrefix("<html") || body.hasPrefix("<!DOCTYPE")
        add(
          "p/" + name,
          isWhole ? body : Self.page + "><head><title>T</title></head><body>\n" + body + "</body></html>")
      case "application/x-dtbncx+xml":
        add("p/" + name, "<ncx xmlns=\"http://www.daisy.org/z3986/2005/ncx/\">" + (try text(name)) + "</ncx>")
      default:
        files.append(
          PackageFile(path: "p/" + name, bytes: Array(try Data(contentsOf: folder.appending(path: name)))))
      }
    }
    let metadata =
      names.contains("metadata")
      ? try text("metadata") : "<dc:title>T</dc:title><dc:language>en</dc:language>"
    add(
      "p/package.opf",
      """
      <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata \
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">\(metadata)</metadata>\
      <manifest>\(manifest)</manifest><spine>\(spine)</spine></package>
      """)
    return try ZipWriter.zip(files)
  }

  private static func mediaType(of name: String) -> String {
    switch name.split(separator: ".").last {
    case "xhtml": "application/xhtml+xml"
    case "ncx": "application/x-dtbncx+xml"
    case "svg": "image/svg+xml"
    case "png": "image/png"
    default: "application/octet-stream"
    }
  }
}
