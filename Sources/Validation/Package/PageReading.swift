import XMLTree

/// A page of XHTML as the checks need it, flat: no check minds how deep things stand.
struct PageReading {
  /// An element's beginning.
  struct Element {
    var name: String
    var attributes: [XMLAttribute]
    var line: Int
    /// The navigation the element stands in, by the value of its `epub:type`; nil outside.
    var navigation: String?

    /// The value of an attribute by its qualified name.
    subscript(key: String) -> String? { attributes.first { $0.name == key }?.value }

    /// The tokens of an attribute.
    func tokens(_ key: String) -> [Substring] { (self[key] ?? "").split(whereSeparator: \.isWhitespace) }
  }

  /// Characters that a reader may be shown.
  struct Text {
    var string: String
    var line: Int
  }

  private(set) var elements: [Element] = []
  /// The namespaces of elements of other vocabularies, each with where it is first met.
  private(set) var foreignNamespaces: [String: Int] = [:]
  /// The title, and whether the page has one.
  private(set) var title: String?
  private(set) var texts: [Text] = []
  private(set) var styles: [Text] = []
  /// The identifiers, each with how often it is there.
  private(set) var identifiers: [String: Int] = [:]

  private var open: [(name: String, isHTML: Bool)] = []
  private var navigations: [String] = []
  /// How many elements of other vocabularies are open: the text of formulas and drawings may be print.
  private var foreign = 0

  static let namespace = "http://www.w3.org/1999/xhtml"

  init(_ bytes: [UInt8]) throws(XMLFault) {
    var reading = PageReading()
    try XMLEvents.read(bytes) { reading.handle($0) }
    self = reading
  }

  private init() {}

  private mutating func handle(_ event: XMLEvent) {
    switch event {
    case .start(let name, let space, let attributes, let line):
      let isHTML = space == Self.namespace
      if name == "nav", isHTML {
        navigations.append(attributes.first { $0.name == "epub:type" }?.value ?? "")
      }
      for attribute in attributes where attribute.name == "id" {
        identifiers[attribute.value, default: 0] += 1
      }
      if isHTML {
        elements.append(Element(name: name, attributes: attributes, line: line, navigation: navigations.last))
      } else {
        if foreignNamespaces[space] == nil { foreignNamespaces[space] = line }
        foreign += 1
      }
      open.append((name, isHTML))
    case .text(let string, let line):
      guard foreign == 0 else { return }
      switch open.last?.name {
      case "title":
        title = (title ?? "") + string
        texts.append(Text(string: string, line: line))
      case "style": styles.append(Text(string: string, line: line))
      case "script": break
      default: texts.append(Text(string: string, line: line))
      }
    case .end(let name, _):
      let last = open.popLast()
      if last?.isHTML == false { foreign -= 1 }
      if name == "nav", last?.isHTML == true { navigations.removeLast() }
    }
  }
}
