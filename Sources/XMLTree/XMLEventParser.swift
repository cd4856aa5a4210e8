internal import CLibxml2

/// A stream of events while libxml2 reports to it. No tree is built.
final class XMLEventParser {
  private let handle: (XMLEvent) -> Void
  private var context: xmlParserCtxtPtr?
  /// Characters that no other event has followed yet: libxml2 hands long texts over in pieces.
  private var pending: [UInt8] = []
  private var pendingLine = 1
  /// For each element that is open, whether blanks in it count.
  private var keepsBlanks: [Bool] = []
  /// libxml2 keeps one copy of each name, so that where it stands tells it.
  private var names: [UnsafePointer<xmlChar>: String] = [:]
  /// The names of attributes with their prefixes.
  private var qualified: [QualifiedName: String] = [:]

  private struct QualifiedName: Hashable {
    var prefix: UnsafePointer<xmlChar>
    var local: UnsafePointer<xmlChar>
  }

  init(_ handle: @escaping (XMLEvent) -> Void) { self.handle = handle }

  /// Reads a file; nil, or why it could not be read to its end.
  func parse(_ source: [UInt8]) -> XMLFault? {
    source.withUnsafeBytes { buffer in
      let base = buffer.bindMemory(to: CChar.self).baseAddress
      guard !buffer.isEmpty, let context = xmlCreateMemoryParserCtxt(base, Int32(clamping: buffer.count))
      else {
        return XMLFault(message: "Document is empty", line: 1, column: 1)
      }
      self.context = context
      defer {
        if let document = context.pointee.myDoc { xmlFreeDoc(document) }
        context.pointee.myDoc = nil
        xmlFreeParserCtxt(context)
        self.context = nil
      }
      // Without the limit of 256 elements in each other: it is met by honest files, and nothing here
      // recurses. Entities are not expanded, so the other limits it lifts do not matter.
      let flags = [
        XML_PARSE_NONET, XML_PARSE_NOERROR, XML_PARSE_NOWARNING, XML_PARSE_HUGE, XML_PARSE_BIG_LINES,
      ]
      xmlCtxtUseOptions(context, flags.reduce(Int32(0)) { $0 | Int32($1.rawValue) })
      guard let own = context.pointee.sax else { return nil }
      // What libxml2 does for declarations stays; only the content comes here.
      var handler = own.pointee
      Self.take(&handler)
      context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
      withUnsafeMutablePointer(to: &handler) { handler in
        context.pointee.sax = handler
        xmlParseDocument(context)
        context.pointee.sax = own
      }
      guard context.pointee.wellFormed == 0 else { return nil }
      let error = xmlCtxtGetLastError(context)?.pointee
      let message = error?.message.map { String(cString: $0) } ?? "not well-formed"
      return XMLFault(
        message: String(message.prefix { $0 != "\n" }), line: max(1, Int(error?.line ?? 1)),
        column: max(1, Int(error?.int2 ?? 1)))
    }
  }

  // MARK: - What libxml2 reports

  private static func take(_ handler: inout xmlSAXHandler) {
    handler.startElementNs = { user, name, _, namespace, spaceCount, spaces, count, _, attributes in
      XMLEventParser.from(user)?.start(name, namespace, Int(spaceCount), spaces, Int(count), attributes)
    }
    handler.endElementNs = { user, name, _, namespace in XMLEventParser.from(user)?.end(name, namespace) }
    handler.characters = { XMLEventParser.from($0)?.text($1, Int($2)) }
    handler.ignorableWhitespace = { XMLEventParser.from($0)?.text($1, Int($2)) }
    handler.cdataBlock = { XMLEventParser.from($0)?.text($1, Int($2)) }
    // Comments, processing instructions and entities are nothing we look at.
    handler.reference = { _, _ in }
    handler.comment = { _, _ in }
    handler.processingInstruction = { _, _, _ in }
  }

  /// The parser whose context reports; nil for the context in which libxml2 looks at what an entity
  /// stands for, since that is no part of the file.
  private static func from(_ user: UnsafeMutableRawPointer?) -> XMLEventParser? {
    guard let context = user?.assumingMemoryBound(to: xmlParserCtxt.self), let own = context.pointee._private
    else { return nil }
    let parser = Unmanaged<XMLEventParser>.fromOpaque(own).takeUnretainedValue()
    return parser.context == context ? parser : nil
  }

  private var line: Int { max(1, Int(context?.pointee.input?.pointee.line ?? 1)) }

  private func start(
    _ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?, _ spaceCount: Int,
    _ spaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    flush()
    var keeps = keepsBlanks.last ?? false
    var list: [XMLAttribute] = []
    list.reserveCapacity(spaceCount + count)
    if let spaces {
      for index in 0..<spaceCount {
        let prefix = spaces[index * 2].map { "xmlns:" + string($0) } ?? "xmlns"
        list.append(XMLAttribute(prefix, string(spaces[index * 2 + 1])))
      }
    }
    if let attributes {
      for index in 0..<count {
        let field = attributes + index * 5
        var value = ""
        if let begin = field[3], let end = field[4] {
          value = XMLAttributeValue.string(UnsafeBufferPointer(start: begin, count: end - begin))
        }
        let name = attributeName(field[1], field[0])
        if name == "xml:space" { keeps = value == "preserve" }
        list.append(XMLAttribute(name, value))
      }
    }
    keepsBlanks.append(keeps)
    handle(.start(name: string(name), namespace: string(namespace), attributes: list, line: line))
  }

  private func end(_ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?) {
    flush()
    keepsBlanks.removeLast()
    handle(.end(name: string(name), namespace: string(namespace)))
  }

  private func text(_ characters: UnsafePointer<xmlChar>?, _ count: Int) {
    guard let characters, count > 0 else { return }
    if pending.isEmpty { pendingLine = line }
    pending.append(contentsOf: UnsafeBufferPointer(start: characters, count: count))
  }

  /// Reports the characters that were met.
  private func flush() {
    guard !pending.isEmpty else { return }
    defer { pending.removeAll(keepingCapacity: true) }
    let isBlank = pending.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }
    if isBlank, keepsBlanks.last != true { return }
    handle(.text(String(decoding: pending, as: UTF8.self), line: pendingLine))
  }

  private func string(_ pointer: UnsafePointer<xmlChar>?) -> String {
    guard let pointer else { return "" }
    if let known = names[pointer] { return known }
    let string = String(cString: pointer)
    names[pointer] = string
    return string
  }

  private func attributeName(
    _ prefix: UnsafePointer<xmlChar>?, _ local: UnsafePointer<xmlChar>?
  ) -> String {
    guard let prefix, let local else { return string(local) }
    let key = QualifiedName(prefix: prefix, local: local)
    if let known = qualified[key] { return known }
    let name = string(prefix) + ":" + string(local)
    qualified[key] = name
    return name
  }
}

/// The values of attributes as libxml2 hands them over: an ampersand is still written as a reference, since
/// entities are not expanded.
enum XMLAttributeValue {
  private static let reference = Array("&#38;".utf8)

  /// The characters of a value.
  static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    bytes.contains(UInt8(ascii: "&"))
      ? String(decoding: plain(bytes), as: UTF8.self) : String(decoding: bytes, as: UTF8.self)
  }

  /// The bytes of a value.
  static func plain(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      result.append(bytes[index])
      let isReference = bytes[index] == reference[0] && bytes[index...].starts(with: reference)
      index += isReference ? reference.count : 1
    }
    return result
  }
}
