/// An XML element as a value. Every XML file the project writes is built from these and serialised
/// in one place; markup is never put together from strings.
public struct XMLElement: Hashable, Sendable {
  /// The qualified name, such as `dc:title`.
  public var name: String
  /// The attributes, in the order they are written.
  public var attributes: [XMLAttribute]
  /// What stands between the tags, in order.
  public var children: [XMLNode]

  /// Makes an element.
  public init(_ name: String, _ attributes: [XMLAttribute] = [], _ children: [XMLNode] = []) {
    self.name = name
    self.attributes = attributes
    self.children = children
  }

  /// Makes an element that holds only text.
  public init(_ name: String, _ attributes: [XMLAttribute] = [], text: String) {
    self.init(name, attributes, [.text(text)])
  }
}

/// What stands in an element.
public enum XMLNode: Hashable, Sendable {
  case element(XMLElement)
  case text(String)
}

/// An attribute; the order of attributes is kept.
public struct XMLAttribute: Hashable, Sendable {
  /// The qualified name, prefix included.
  public var name: String
  /// The value, not escaped.
  public var value: String

  /// Makes an attribute.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}
