import Diagnostics
import DocumentModel
import XMLTree

/// A DTBook as a page: its elements turned into those of the markup tree, and what its head says.
struct DTBookPage {
  var page: BookPage
  var metadata: Metadata

  /// Reads a DTBook in a package.
  ///
  /// - Returns: nil when it cannot be read, which has been said.
  static func page(
    _ path: String, in package: BookPackage, options: ReadingOptions, log: inout DiagnosticLog
  ) -> DTBookPage? {
    guard let bytes = package.bytes(of: path) else {
      log.report(.bookPartMissing(path))
      return nil
    }
    let part = package.part(for: path, log: &log)
    do throws(ConversionFailure) {
      return try DTBookPage(
        Source(name: path, bytes: bytes), path: package.name(of: path), part: part, options: options,
        log: &log)
    } catch {
      log.report(.bookPartBroken(path, error.diagnostic.message))
      return nil
    }
  }

  /// Reads a DTBook (ANSI/NISO Z39.86-2005, 2002, and NIMAS, which is a part of it).
  ///
  /// - Throws: for what is no text, no XML or no DTBook.
  init(
    _ source: Source, path: String, part: UInt16, options: ReadingOptions, log: inout DiagnosticLog
  ) throws(ConversionFailure) {
    let input = try TextInput(
      source, declaredBy: .html, wanted: "a DTBook", options: options, log: &log)
    let xml: FlatXML
    var refersOutside = false
    do throws(XMLFault) {
      xml = try BookXML.parse(input.bytes, refersOutside: &refersOutside)
    } catch {
      let place = SourcePosition(line: error.line, column: error.column)
      throw ConversionFailure(
        .dtbookBroken(error.message, line: error.line, at: SourceRange(place, place, part: part)))
    }
    if refersOutside { log.report(.bookRefersOutside(source.name)) }
    guard xml.root >= 0, ["dtbook", "dtbook3", "book"].contains(xml.local(xml.root)) else {
      throw ConversionFailure(.notADTBook(root: xml.root >= 0 ? String(xml.local(xml.root)) : ""))
    }
    metadata = Metadata()
    if let head = xml.localChild("head", of: xml.root) {
      var reading = DTBookHead(xml, head)
      reading.read()
      metadata = reading.metadata
    }
    let book = xml.local(xml.root) == "book" ? xml.root : xml.localChild("book", of: xml.root) ?? xml.root
    for node in [book, xml.root] {
      let tag = xml.attribute("xml:lang", of: node) ?? xml.attribute("lang", of: node)
      if let tag, let language = Language(tag) {
        metadata.language = language
        break
      }
    }
    var copy = DTBookCopy(xml, part: part, survey: DTBookSurvey(xml))
    copy.copy(book)
    page = BookPage(path: path, tree: copy.tree)
    if let language = metadata.language {
      page.attributes.append(MarkupTree.Attribute(name: "lang", value: language.tag))
    }
    for (name, first) in copy.unknown.sorted(by: { $0.key < $1.key }) {
      log.report(.dtbookElementUnknown(name, at: first))
    }
    for reference in copy.lostReferences {
      log.report(.dtbookNoteMissing(reference.target, at: reference.range))
    }
  }
}

/// What the head of a DTBook says (Z39.86, `meta`).
struct DTBookHead {
  private let xml: FlatXML
  private let head: FlatXML.NodeID
  private(set) var metadata = Metadata()
  private var uid: String?

  init(_ xml: FlatXML, _ head: FlatXML.NodeID) {
    self.xml = xml
    self.head = head
  }

  mutating func read() {
    var language: Language?
    for node in xml.children(head) where !xml.isText(node) && xml.local(node) == "meta" {
      guard let name = xml.attribute("name", of: node)?.collapsed,
        let value = xml.attribute("content", of: node)?.collapsed, !name.isEmpty, !value.isEmpty
      else { continue }
      switch name.lowercased() {
      case "dc:title": fill(\.title, value, name)
      case "dc:creator": if !metadata.authors.contains(value) { metadata.authors.append(value) }
      case "dc:contributor": if !metadata.contributors.contains(value) { metadata.contributors.append(value) }
      case "dc:publisher": fill(\.publisher, value, name)
      case "dc:date": fill(\.date, value, name)
      case "dc:language": language = language ?? Language(value)
      case "dc:subject": if !metadata.subjects.contains(value) { metadata.subjects.append(value) }
      case "dc:description": fill(\.description, value, name)
      case "dc:rights": fill(\.rights, value, name)
      case "dc:source", "dtb:sourceedition": fill(\.sourceEdition, value, name)
      case "dc:identifier": fill(\.identifier, value, name)
      case "dtb:uid": uid = value
      case "contact": fill(\.contact, value, name)
      case "dc:format", "dc:type", "generator": break
      case let key where key.hasPrefix("dtb:") || key.hasPrefix("track:"): break
      default: metadata.other.append(MetadataField(name: name, value: value))
      }
    }
    if metadata.identifier == nil { metadata.identifier = uid }
    metadata.language = language
  }

  private mutating func fill(_ field: WritableKeyPath<Metadata, String?>, _ value: String, _ name: String) {
    if metadata[keyPath: field] == nil {
      metadata[keyPath: field] = value
    } else if metadata[keyPath: field] != value {
      metadata.other.append(MetadataField(name: name, value: value))
    }
  }
}
