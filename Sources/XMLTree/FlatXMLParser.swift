internal import CLibxml2

extension FlatXML {
  /// Reads XML, through libxml2. Nothing is fetched: no network, no external entity, no DTD from
  /// elsewhere; a file that uses an entity it declares itself is refused, so nothing can grow.
  ///
  /// - Parameters:
  ///   - prefixes: the prefix that names get, by namespace.
  ///   - declarations: whether the file may have a document type declaration. The parts of an Office
  ///     package may not (ISO/IEC 29500-2, 8.1.4), and only harm would come of it.
  /// - Throws: at the first place that is not well-formed.
  public init(
    _ source: [UInt8], prefixes: [String: String], declarations: Declarations = .refused
  ) throws(XMLFault) {
    guard source.count < Int(Int32.max) else {
      throw XMLFault(message: "too large", line: 1, column: 1)
    }
    let builder = FlatXMLBuilder(prefixes: prefixes, declarations: declarations)
    builder.parse(source)
    if let fault = builder.fault { throw fault }
    self = builder.xml
  }

  /// Whether a file may have a document type declaration.
  public enum Declarations: Sendable {
    case refused
    case allowed
  }
}

/// The tree while libxml2 reports to it.
private final class FlatXMLBuilder {
  var xml = FlatXML()
  var fault: XMLFault?
  private let prefixes: [String: String]
  private let declarations: FlatXML.Declarations
  private var context: xmlParserCtxtPtr?
  private var open: [(node: Int32, last: Int32)] = []
  private var numbers: [NameKey: Int32] = [:]
  private var numbersByName: [String: Int32] = [:]

  /// libxml2 keeps one copy of each name, so that where it stands tells it.
  private struct NameKey: Hashable {
    var name: UnsafeRawPointer?
    var namespace: UnsafeRawPointer?
  }

  init(prefixes: [String: String], declarations: FlatXML.Declarations) {
    self.prefixes = prefixes
    self.declarations = declarations
  }

  func parse(_ source: [UInt8]) {
    source.withUnsafeBytes { buffer in
      let base = buffer.bindMemory(to: CChar.self).baseAddress
      guard !buffer.isEmpty, let context = xmlCreateMemoryParserCtxt(base, Int32(buffer.count)) else {
        fault = XMLFault(message: "it is empty", line: 1, column: 1)
        return
      }
      self.context = context
      defer { free(context) }
      // Without libxml2's limit of 256 elements in each other: honest files meet it, and nothing here
      // recurses. Where declarations are refused there are no entities whose size could grow.
      let flags =
        [XML_PARSE_NONET, XML_PARSE_NOERROR, XML_PARSE_NOWARNING]
        + (declarations == .refused ? [XML_PARSE_HUGE] : [])
      xmlCtxtUseOptions(context, flags.reduce(Int32(0)) { $0 | Int32($1.rawValue) })
      var handler = Self.handler
      withUnsafeMutablePointer(to: &handler) { handler in
        let own = context.pointee.sax
        context.pointee.sax = handler
        context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
        xmlParseDocument(context)
        context.pointee.sax = own
      }
      if fault == nil, context.pointee.wellFormed == 0 { fault = Self.fault(of: context) }
    }
    if fault == nil, xml.nodes.isEmpty { fault = XMLFault(message: "it is empty", line: 1, column: 1) }
  }

  private func free(_ context: xmlParserCtxtPtr) {
    if let document = context.pointee.myDoc { xmlFreeDoc(document) }
    context.pointee.myDoc = nil
    xmlFreeParserCtxt(context)
    self.context = nil
  }

  private static func fault(of context: xmlParserCtxtPtr) -> XMLFault {
    let error = xmlCtxtGetLastError(context)?.pointee
    let message = error?.message.map { String(cString: $0) } ?? "not well-formed"
    return XMLFault(
      message: String(message.prefix { $0 != "\n" }), line: max(1, Int(error?.line ?? 1)),
      column: max(1, Int(error?.int2 ?? 1)))
  }

  // MARK: - What libxml2 reports

  private static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = XML_SAX2_MAGIC
    handler.startElementNs = { user, name, _, namespace, _, _, count, _, attributes in
      FlatXMLBuilder.from(user)?.start(name, namespace, Int(count), attributes)
    }
    handler.endElementNs = { user, _, _, _ in FlatXMLBuilder.from(user)?.end() }
    handler.characters = { user, characters, count in FlatXMLBuilder.from(user)?.text(characters, Int(count))
    }
    handler.ignorableWhitespace = { user, characters, count in
      FlatXMLBuilder.from(user)?.text(characters, Int(count))
    }
    handler.cdataBlock = { user, characters, count in FlatXMLBuilder.from(user)?.text(characters, Int(count))
    }
    handler.internalSubset = { user, _, _, _ in FlatXMLBuilder.from(user)?.declaration() }
    return handler
  }

  static func from(_ user: UnsafeMutableRawPointer?) -> FlatXMLBuilder? {
    user.map { Unmanaged<FlatXMLBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  private func declaration() {
    guard declarations == .refused, let context else { return }
    fault = XMLFault(
      message: "it has a document type declaration, which no part may have", line: Int(place.line),
      column: Int(place.column))
    xmlStopParser(context)
  }

  private var place: (line: Int32, column: Int32) {
    guard let input = context?.pointee.input else { return (1, 1) }
    return (input.pointee.line, input.pointee.col)
  }

  private func append(_ node: FlatXML.Node) {
    let number = Int32(xml.nodes.count)
    if let last = open.indices.last {
      let before = open[last].last
      if before >= 0 {
        xml.nodes[Int(before)].next = number
      } else {
        xml.nodes[Int(open[last].node)].firstChild = number
      }
      open[last].last = number
    }
    xml.nodes.append(node)
  }

  private func start(
    _ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?, _ count: Int,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    let first = Int32(xml.attributes.count)
    if let attributes {
      for index in 0..<count {
        let field = attributes + index * 5
        let start = Int32(xml.bytes.count)
        if let begin = field[3], let end = field[4] {
          let value = UnsafeBufferPointer(start: begin, count: end - begin)
          if value.contains(UInt8(ascii: "&")) {
            xml.bytes += XMLAttributeValue.plain(value)
          } else {
            xml.bytes.append(contentsOf: value)
          }
        }
        xml.attributes.append(
          FlatXML.Attribute(
            name: number(field[0], field[2]), start: start, count: Int32(xml.bytes.count) - start))
      }
    }
    let place = place
    let parent = open.last?.node ?? -1
    append(
      FlatXML.Node(
        name: number(name, namespace), parent: parent, start: first, count: Int32(count),
        line: place.line, column: place.column))
    open.append((Int32(xml.nodes.count) - 1, -1))
  }

  private func end() { open.removeLast() }

  private func text(_ characters: UnsafePointer<xmlChar>?, _ count: Int) {
    guard let characters, count > 0, let parent = open.last else { return }
    let content = UnsafeBufferPointer(start: characters, count: count)
    let start = Int32(xml.bytes.count)
    xml.bytes.append(contentsOf: content)
    // libxml2 hands long texts over in pieces.
    if parent.last >= 0, xml.nodes[Int(parent.last)].name < 0,
      xml.nodes[Int(parent.last)].start + xml.nodes[Int(parent.last)].count == start
    {
      xml.nodes[Int(parent.last)].count += Int32(count)
      return
    }
    let place = place
    append(
      FlatXML.Node(
        name: -1, parent: parent.node, start: start, count: Int32(count), line: place.line,
        column: place.column))
  }

  private func number(
    _ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?
  ) -> Int32 {
    let key = NameKey(
      name: name.map { UnsafeRawPointer($0) }, namespace: namespace.map { UnsafeRawPointer($0) })
    if let known = numbers[key] { return known }
    let local = name.map { String(cString: $0) } ?? ""
    var full = local
    if let namespace { full = (prefixes[String(cString: namespace)] ?? "?") + ":" + local }
    let number = numbersByName[full] ?? Int32(xml.names.count)
    if number == xml.names.count {
      xml.names.append(full)
      numbersByName[full] = number
    }
    numbers[key] = number
    return number
  }
}
