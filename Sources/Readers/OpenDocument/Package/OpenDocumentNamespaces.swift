/// The namespaces of OpenDocument's files and the prefixes the reader knows them by, which are the
/// standard's own (OASIS OpenDocument 1.3, part 3, 2.2), and those of LibreOffice's extensions.
enum OpenDocumentNamespaces {
  static let prefixes: [String: String] = {
    let oasis = "urn:oasis:names:tc:opendocument:xmlns:"
    var prefixes = [
      "http://www.w3.org/1999/xlink": "xlink", "http://purl.org/dc/elements/1.1/": "dc",
      "http://www.w3.org/1998/Math/MathML": "math", "http://www.w3.org/XML/1998/namespace": "xml",
      "http://www.w3.org/1999/xhtml": "xhtml",
      "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
      "http://openoffice.org/2009/office": "officeooo", "http://openoffice.org/2004/office": "ooo",
      "http://www.w3.org/2000/svg": "svg", "http://www.w3.org/1999/XSL/Format": "fo",
    ]
    for name in [
      "office", "style", "text", "table", "meta", "chart", "form", "script", "config", "manifest",
      "presentation", "dr3d", "animation",
    ] {
      prefixes[oasis + name + ":1.0"] = name
    }
    prefixes[oasis + "drawing:1.0"] = "draw"
    prefixes[oasis + "datastyle:1.0"] = "number"
    prefixes[oasis + "xsl-fo-compatible:1.0"] = "fo"
    prefixes[oasis + "svg-compatible:1.0"] = "svg"
    return prefixes
  }()
}
