import Diagnostics
import XMLTree

/// A content document of a book before it is joined with the others.
struct BookPage {
  /// Its path in the package.
  var path: String
  /// What its body holds.
  var tree: MarkupTree
  /// The attributes of its root and of its body; the body's come first.
  var attributes: [MarkupTree.Attribute] = []
  /// The title in its head; empty when there is none.
  var title = ""
  /// What the fields in its head say, names as they are written.
  var fields: [(name: String, value: String)] = []
  /// A heading the navigation has for the whole of it and it has not itself.
  var leadingHeading: (words: String, level: Int)?
  /// The numbers of print pages that begin at an element and are not marked there.
  var pageMarks: [MarkupTree.NodeID: String] = [:]
  /// Whether it is only there for what refers to it, such as a description of a picture.
  var isSupplement = false

  /// The value of an attribute of its root or body.
  func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// The language it says it is in.
  var language: String? { attribute("lang") ?? attribute("xml:lang") }
}

extension BookPage {
  /// Reads a document in XHTML. One that is no XML is read as browsers read HTML, and that is said.
  ///
  /// - Returns: nil when it cannot be read at all, which has been said.
  static func xhtml(
    _ path: String, in package: BookPackage, options: ReadingOptions, log: inout DiagnosticLog
  ) -> BookPage? {
    guard let bytes = package.bytes(of: path) else {
      log.report(.bookPartMissing(path))
      return nil
    }
    let part = package.part(for: path, log: &log)
    do throws(ConversionFailure) {
      let input = try TextInput(
        Source(name: path, bytes: bytes), declaredBy: .html, wanted: "a page", options: options, log: &log)
      var refersOutside = false
      do throws(XMLFault) {
        let xml = try BookXML.parse(input.bytes, refersOutside: &refersOutside)
        if refersOutside { log.report(.bookRefersOutside(path)) }
        return BookPage(xhtml: xml, path: package.name(of: path), part: part, log: &log)
      } catch {
        let place = SourcePosition(line: error.line, column: error.column)
        log.report(
          .bookPageNotXML(path, error.message, at: SourceRange(place, place, part: part)))
        return try BookPage(html: input.bytes, path: package.name(of: path), part: part, log: &log)
      }
    } catch {
      log.report(.bookPartBroken(path, error.diagnostic.message))
      return nil
    }
  }

  /// Reads HTML by the parsing algorithm of browsers.
  init(
    html bytes: [UInt8], path: String, part: UInt16, log: inout DiagnosticLog
  ) throws(ConversionFailure) {
    let lines = LineIndex(bytes)
    let parse = try GumboParse(bytes, as: .document, log: &log) { start, end in
      var range = lines.range(start, end)
      range.part = part
      return range
    }
    self.init(path: path, tree: parse.body)
    attributes = parse.bodyAttributes + parse.rootAttributes
    let metadata = HeadMetadata(parse).metadata
    title = metadata.title ?? ""
  }

  /// Takes what an XHTML document holds.
  init(xhtml xml: FlatXML, path: String, part: UInt16, log: inout DiagnosticLog) {
    self.init(path: path, tree: MarkupTree())
    guard xml.root >= 0 else { return }
    if xml.local(xml.root) == "svg" {
      var copy = XHTMLCopy(xml, part: part)
      copy.copy(xml.root, to: MarkupTree.root)
      tree = copy.tree
      return
    }
    if let head = xml.localChild("head", of: xml.root) {
      for node in xml.children(head) where !xml.isText(node) {
        if xml.local(node) == "title" { title = xml.words(node) }
        if xml.local(node) == "meta", let name = xml.attribute("name", of: node),
          let value = xml.attribute("content", of: node)
        {
          fields.append((name, value.collapsed))
        }
      }
    }
    let body = xml.localChild("body", of: xml.root) ?? xml.root
    var copy = XHTMLCopy(xml, part: part)
    for child in xml.children(body) {
      if body == xml.root, xml.local(child) == "head" { continue }
      copy.copy(child, to: MarkupTree.root)
    }
    tree = copy.tree
    attributes = copy.attributes(of: body)
    if body != xml.root { attributes += copy.attributes(of: xml.root) }
    if copy.scripts > 0 { log.report(.bookScripted(path)) }
  }
}

/// Copies elements of XHTML, MathML and SVG out of an XML file.
struct XHTMLCopy {
  private let xml: FlatXML
  private let part: UInt16
  private(set) var tree = MarkupTree()
  /// How many scripts were met.
  private(set) var scripts = 0

  init(_ xml: FlatXML, part: UInt16) {
    self.xml = xml
    self.part = part
    tree.reserveCapacity(xml.count)
  }

  /// Copies a node and all below it, without recursion.
  mutating func copy(_ top: FlatXML.NodeID, to parent: MarkupTree.NodeID) {
    let end = xml.end(of: top)
    var places = [MarkupTree.NodeID](repeating: -1, count: Int(end - top))
    var node = top
    while node < end {
      let place = node == top ? parent : places[Int(xml.parent(node) - top)]
      if xml.isText(node) {
        tree.append(.text(xml.string(node)), to: place, range: xml.range(node, part: part))
        node += 1
        continue
      }
      let name = xml.name(node)
      if name == "h:script" { scripts += 1 }
      if isLeftOut(node, name) {
        node = xml.end(of: node)
        continue
      }
      let element = MarkupTree.Element(
        name: namespace(name) == .html ? xml.local(node).lowercased() : String(xml.local(node)),
        namespace: namespace(name), attributes: attributes(of: node))
      places[Int(node - top)] = tree.append(.element(element), to: place, range: xml.range(node, part: part))
      node += 1
    }
  }

  private func namespace(_ name: String) -> MarkupTree.Namespace {
    name.hasPrefix("m:") ? .mathML : name.hasPrefix("svg:") ? .svg : .html
  }

  func attributes(of node: FlatXML.NodeID) -> [MarkupTree.Attribute] {
    xml.attributes(of: node).map { MarkupTree.Attribute(name: $0.name, value: $0.value) }
  }

  /// Whether an element is the branch of an `epub:switch` (EPUB 3.2, G.2) that is not shown: what the
  /// program has no place for, or what stands in for what it has. A `trigger` only runs a player.
  private func isLeftOut(_ node: FlatXML.NodeID, _ name: String) -> Bool {
    switch name {
    case "epub:trigger": return true
    case "epub:case": return !isUnderstood(node)
    case "epub:default":
      return xml.children(xml.parent(node)).contains { xml.name($0) == "epub:case" && isUnderstood($0) }
    default: return false
    }
  }

  private func isUnderstood(_ node: FlatXML.NodeID) -> Bool {
    let needed = xml.attribute("required-namespace", of: node) ?? ""
    return BookXML.prefixes[needed].map { ["m", "svg", "h"].contains($0) } ?? false
  }
}
