import Foundation
import Packaging

/// A small OpenDocument text, put together from what a case holds: the content of the text, and of
/// other places where it needs them. Everything around it is the same in all of them.
struct OpenDocumentFile {
  /// The contents by the names of the case's files: `text.xml`, `automatic.xml`, `media/a.png`.
  var contents: [String: [UInt8]]

  /// Reads a case's folder.
  init(folder: URL) throws { contents = try WordFile(folder: folder).contents }

  private static let namespaces: String = {
    let oasis = "urn:oasis:names:tc:opendocument:xmlns:"
    let own = [
      "office", "style", "text", "table", "meta", "chart", "form", "script", "manifest",
    ].map { ($0, oasis + $0 + ":1.0") }
    let others = [
      ("draw", oasis + "drawing:1.0"), ("fo", oasis + "xsl-fo-compatible:1.0"),
      ("svg", oasis + "svg-compatible:1.0"), ("xlink", "http://www.w3.org/1999/xlink"),
      ("dc", "http://purl.org/dc/elements/1.1/"), ("math", "http://www.w3.org/1998/Math/MathML"),
      ("loext", "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"),
    ]
    return (own + others).map { " xmlns:\($0.0)=\"\($0.1)\"" }.joined()
  }()

  private func content(_ name: String) -> String {
    contents[name].map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  private static func element(_ name: String, _ content: String) -> String {
    content.isEmpty ? "" : "<\(name)>\(content)</\(name)>"
  }

  private var body: String {
    Self.element("office:automatic-styles", content("automatic.xml"))
      + "<office:body><office:text>\(content("text.xml"))</office:text></office:body>"
  }

  private var named: String {
    Self.element("office:styles", content("styles.xml"))
      + Self.element("office:automatic-styles", content("layouts.xml"))
      + Self.element("office:master-styles", content("masters.xml"))
  }

  private func document(_ element: String, _ content: String) -> [UInt8] {
    Array(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<\(element)\(Self.namespaces) office:version=\"1.3\">\(content)</\(element)>"
        .utf8)
  }

  /// All of it in one file of XML.
  var flat: [UInt8] {
    let meta = Self.element("office:meta", content("meta.xml"))
    return document(
      "office:document",
      meta + Self.element("office:styles", content("styles.xml")) + body
    )
  }

  /// The bytes of the package. `object.xml` is the content of `Object 1`; `files` is added as it is.
  func bytes() throws -> [UInt8] {
    var files = [
      PackageFile(path: "mimetype", bytes: Array("application/vnd.oasis.opendocument.text".utf8)),
      PackageFile(path: "META-INF/manifest.xml", bytes: document("manifest:manifest", "")),
      PackageFile(path: "content.xml", bytes: document("office:document-content", body)),
      PackageFile(path: "styles.xml", bytes: document("office:document-styles", named)),
    ]
    if contents["meta.xml"] != nil {
      let meta = Self.element("office:meta", content("meta.xml"))
      files.append(PackageFile(path: "meta.xml", bytes: document("office:document-meta", meta)))
    }
    if let object = contents["object.xml"] {
      files.append(PackageFile(path: "Object 1/content.xml", bytes: object))
    }
    for (name, bytes) in contents.sorted(by: { $0.key < $1.key }) where name.hasPrefix("Pictures/") {
      files.append(PackageFile(path: name, bytes: bytes))
    }
    return try ZipWriter.zip(files)
  }
}
