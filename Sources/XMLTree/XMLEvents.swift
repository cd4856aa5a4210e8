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
  /// Calls `handle` for each event. Blanks alone between elements are no event, except where
  /// `xml:space` keeps them.
  ///
  /// - Throws: at the first place that is not well-formed.
  public static func read(
    _ bytes: [UInt8], handle: (XMLEvent) -> Void
  ) throws(XMLFault) {
    let fault = withoutActuallyEscaping(handle) { XMLEventParser($0).parse(bytes) }
    if let fault { throw fault }
  }
}
