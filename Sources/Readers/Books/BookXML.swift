import Diagnostics
import XMLTree

/// An XML file of a book, read within the bounds `XMLPreparation` sets.
enum BookXML {
  /// The prefixes names get, whatever prefixes the files use.
  static let prefixes: [String: String] = [
    "http://www.w3.org/1999/xhtml": "h",
    "http://www.daisy.org/z3986/2005/dtbook/": "dtb",
    "http://www.w3.org/1998/Math/MathML": "m",
    "http://www.w3.org/2000/svg": "svg",
    "http://www.idpf.org/2007/ops": "epub",
    "http://www.idpf.org/2007/opf": "opf",
    "http://openebook.org/namespaces/oeb-package/1.0/": "opf",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/elements/1.0/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "urn:oasis:names:tc:opendocument:xmlns:container": "ocf",
    "http://www.daisy.org/z3986/2005/ncx/": "ncx",
    "http://www.w3.org/2001/04/xmlenc#": "enc",
    "http://www.w3.org/2001/SMIL20/": "smil",
    "http://www.w3.org/ns/SMIL": "smil",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/2001/10/synthesis": "ssml",
    "http://www.w3.org/XML/1998/namespace": "xml",
  ]

  /// Parses a file.
  ///
  /// - Parameter refersOutside: set where the file's document type asks for another file.
  static func parse(_ utf8: [UInt8], refersOutside: inout Bool) throws(XMLFault) -> FlatXML {
    let prepared = try XMLPreparation(utf8)
    if prepared.refersOutside { refersOutside = true }
    return try FlatXML(prepared.bytes, prefixes: prefixes)
  }

  /// Parses a file of a package that is no content document.
  static func parse(
    _ path: String, in package: BookPackage, log: inout DiagnosticLog
  ) throws(XMLFault) -> FlatXML {
    guard let bytes = package.bytes(of: path) else {
      throw XMLFault(message: "it cannot be unpacked", line: 1, column: 1)
    }
    let text: [UInt8]
    do throws(ConversionFailure) {
      text = try TextInput(
        Source(name: path, bytes: bytes), declaredBy: .html, options: ReadingOptions(invalidBytes: .replace),
        log: &log
      ).bytes
    } catch {
      throw XMLFault(message: error.diagnostic.message, line: 1, column: 1)
    }
    var refersOutside = false
    return try parse(text, refersOutside: &refersOutside)
  }
}

extension FlatXML {
  /// An element's name without its prefix; empty for text.
  func local(_ node: NodeID) -> Substring {
    let name = name(node)
    guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name[...] }
    return name[name.utf8.index(after: colon)...]
  }

  /// The first element of a local name in an element, at any depth.
  func first(_ name: String, in node: NodeID) -> NodeID? {
    guard node >= 0 else { return nil }
    return (node..<end(of: node)).first { !isText($0) && local($0) == name }
  }

  /// The first element of a local name directly in an element.
  func localChild(_ name: String, of node: NodeID) -> NodeID? {
    children(node).first { !isText($0) && local($0) == name }
  }

  /// The words of a node, white space collapsed.
  func words(_ node: NodeID) -> String { text(node).collapsed }

  /// Where a node is: from where its start tag ends.
  func range(_ node: NodeID, part: UInt16) -> SourceRange {
    let start = SourcePosition(line: line(node), column: column(node))
    return SourceRange(start, start, part: part)
  }
}
