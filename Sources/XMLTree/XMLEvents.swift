internal import CLibxml2

/// What is met in an XML file, in order.
public enum XMLEvent: Hashable, Sendable {
  /// An element begins. Names are local names with the namespace beside them.
  case start(name: String, namespace: String, attributes: [XMLAttribute], line: Int)
  /// Characters, with entities of XML itself resolved.
  case text(String, line: Int)
  /// An element ends.
  case end(name: String, namespace: String)
}

/// Why an XML file could not be read.
public struct XMLFault: Error, Hashable, Sendable {
  /// What libxml2 says, without its line end.
  public var message: String
  /// The line, from 1.
  public var line: Int
  /// The column, from 1.
  public var column: Int

  /// Makes a fault.
  public init(message: String, line: Int, column: Int) {
    self.message = message
    self.line = line
    self.column = column
  }
}

/// Reads XML as a stream of events, through libxml2.
///
/// Nothing is fetched: no network, no external entity, no DTD; entities a file declares itself are
/// not expanded, so their size cannot grow.
public enum XMLEvents {
  /// Calls `handle` for each event.
  ///
  /// - Throws: at the first place that is not well-formed.
  public static func read(
    _ bytes: [UInt8], handle: (XMLEvent) -> Void
  ) throws(XMLFault) {
    // Without the limit of 256 elements in each other: it is met by honest files, and nothing here
    // recurses. Entities are not expanded, so the other limits it lifts do not matter.
    let flags = [
      XML_PARSE_NONET, XML_PARSE_NOERROR, XML_PARSE_NOWARNING, XML_PARSE_HUGE, XML_PARSE_BIG_LINES,
    ]
    let options = flags.reduce(Int32(0)) { $0 | Int32($1.rawValue) }
    let fault: XMLFault? = bytes.withUnsafeBytes { buffer in
      let base = buffer.bindMemory(to: CChar.self).baseAddress
      guard let reader = xmlReaderForMemory(base, Int32(clamping: buffer.count), nil, nil, options) else {
        return XMLFault(message: "out of memory", line: 1, column: 1)
      }
      defer { xmlFreeTextReader(reader) }
      var status = xmlTextReaderRead(reader)
      while status == 1 {
        report(reader, to: handle)
        status = xmlTextReaderRead(reader)
      }
      guard status < 0 else { return nil }
      let error = xmlGetLastError()?.pointee
      let message = error?.message.map { String(cString: $0) } ?? "not well-formed"
      return XMLFault(
        message: String(message.prefix { $0 != "\n" }),
        line: Int(error?.line ?? xmlTextReaderGetParserLineNumber(reader)),
        column: Int(error?.int2 ?? xmlTextReaderGetParserColumnNumber(reader)))
    }
    if let fault { throw fault }
  }

  private static func report(_ reader: xmlTextReaderPtr, to handle: (XMLEvent) -> Void) {
    // The node's own: the parser is ahead of what it reports.
    let line = max(1, Int(xmlGetLineNo(xmlTextReaderCurrentNode(reader))))
    let name = string(xmlTextReaderConstLocalName(reader))
    let namespace = string(xmlTextReaderConstNamespaceUri(reader))
    switch xmlTextReaderNodeType(reader) {
    case Int32(XML_READER_TYPE_ELEMENT.rawValue):
      let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
      var attributes: [XMLAttribute] = []
      while xmlTextReaderMoveToNextAttribute(reader) == 1 {
        attributes.append(
          XMLAttribute(string(xmlTextReaderConstName(reader)), string(xmlTextReaderConstValue(reader))))
      }
      handle(.start(name: name, namespace: namespace, attributes: attributes, line: line))
      if isEmpty { handle(.end(name: name, namespace: namespace)) }
    case Int32(XML_READER_TYPE_END_ELEMENT.rawValue):
      handle(.end(name: name, namespace: namespace))
    case Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_CDATA.rawValue),
      Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue):
      handle(.text(string(xmlTextReaderConstValue(reader)), line: line))
    default:
      break  // comments, processing instructions, declarations: nothing we check
    }
  }

  private static func string(_ pointer: UnsafePointer<xmlChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}
