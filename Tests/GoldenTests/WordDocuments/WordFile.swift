import Foundation
import Packaging

/// A small Word document, put together from what a case holds: the content of the body, and of other
/// parts where it needs them. Everything around it is the same in all of them.
struct WordFile {
  /// The contents of parts by the names of the case's files: `body.xml`, `styles.xml`, `media/a.png`.
  var contents: [String: [UInt8]]

  /// Reads a case's folder.
  init(folder: URL) throws {
    contents = [:]
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    for name in names where !name.hasPrefix("expected") && name != "options" {
      var isFolder: ObjCBool = false
      let path = folder.appending(path: name).path
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      contents[name] = Array(try Data(contentsOf: folder.appending(path: name)))
    }
  }

  /// Makes a document out of the content of its body and of other parts.
  init(body: String, parts: [String: String] = [:]) {
    contents = parts.mapValues { Array($0.utf8) }
    contents["body.xml"] = Array(body.utf8)
  }

  private static let namespaces = [
    ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("m", "http://schemas.openxmlformats.org/officeDocument/2006/math"),
    ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
    ("c", "http://schemas.openxmlformats.org/drawingml/2006/chart"),
    ("dgm", "http://schemas.openxmlformats.org/drawingml/2006/diagram"),
    ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
    ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
    ("wpg", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"),
    ("adec", "http://schemas.microsoft.com/office/drawing/2017/decorative"),
    ("v", "urn:schemas-microsoft-com:vml"), ("o", "urn:schemas-microsoft-com:office:office"),
  ].map { " xmlns:\($0.0)=\"\($0.1)\"" }.joined()

  /// What stands around the content of a part, and what the main part calls it.
  private static let parts: [(file: String, path: String, element: String, kind: String)] = [
    ("styles.xml", "word/styles.xml", "w:styles", "styles"),
    ("numbering.xml", "word/numbering.xml", "w:numbering", "numbering"),
    ("settings.xml", "word/settings.xml", "w:settings", "settings"),
    ("footnotes.xml", "word/footnotes.xml", "w:footnotes", "footnotes"),
    ("endnotes.xml", "word/endnotes.xml", "w:endnotes", "endnotes"),
    ("comments.xml", "word/comments.xml", "w:comments", "comments"),
    ("header.xml", "word/header1.xml", "w:hdr", "header"),
    ("chart.xml", "word/charts/chart1.xml", "c:chartSpace", "chart"),
    ("diagram.xml", "word/diagrams/data1.xml", "dgm:dataModel", "diagramData"),
  ]

  private func wrapped(_ element: String, _ content: [UInt8]) -> [UInt8] {
    Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<\(element)\(Self.namespaces)>".utf8) + content
      + Array("</\(element)>".utf8)
  }

  /// The bytes of the package. Relationships have the names of their kinds: `rChart`, `rDiagramData`,
  /// and `rMedia1` for the first file of `media`; `links` adds addresses as `rLink1` and so on.
  func bytes(links: [String] = []) throws -> [UInt8] {
    let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    let main = "http://schemas.openxmlformats.org/package/2006/relationships"
    var files: [PackageFile] = [
      PackageFile(
        path: "[Content_Types].xml",
        bytes: Array("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".utf8)),
      PackageFile(
        path: "_rels/.rels",
        bytes: Array(
          "<Relationships xmlns=\"\(main)\"><Relationship Id=\"r1\" Type=\"\(kinds)officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            .utf8)),
    ]
    var relationships = ""
    func relate(_ id: String, _ kind: String, _ target: String, isExternal: Bool = false) {
      let mode = isExternal ? " TargetMode=\"External\"" : ""
      relationships += "<Relationship Id=\"\(id)\" Type=\"\(kinds)\(kind)\" Target=\"\(target)\"\(mode)/>"
    }
    for part in Self.parts {
      guard let content = contents[part.file] else { continue }
      files.append(PackageFile(path: part.path, bytes: wrapped(part.element, content)))
      relate("r" + part.kind.prefix(1).uppercased() + part.kind.dropFirst(), part.kind, "/" + part.path)
    }
    for (index, name) in contents.keys.filter({ $0.hasPrefix("media/") }).sorted().enumerated() {
      files.append(PackageFile(path: "word/" + name, bytes: contents[name] ?? []))
      relate("rMedia\(index + 1)", "image", name)
    }
    let own = contents["links"].map { String(decoding: $0, as: UTF8.self) } ?? ""
    for (index, link) in (links + own.split(separator: "\n").map(String.init)).enumerated() {
      relate("rLink\(index + 1)", "hyperlink", link, isExternal: true)
    }
    let body = Array("<w:body>".utf8) + (contents["body.xml"] ?? []) + Array("</w:body>".utf8)
    files.append(PackageFile(path: "word/document.xml", bytes: wrapped("w:document", body)))
    files.append(
      PackageFile(
        path: "word/_rels/document.xml.rels",
        bytes: Array("<Relationships xmlns=\"\(main)\">\(relationships)</Relationships>".utf8)))
    return try ZipWriter.zip(files)
  }
}
