import XMLTree

/// An XML file as checks need it: its elements in order, each with its parent.
struct MarkupReading {
  /// An element.
  struct Element {
    /// The name without prefix.
    var name: String
    var namespace: String
    var attributes: [XMLAttribute]
    var line: Int
    /// The index of what it stands in; nil for the root.
    var parent: Int?
    /// The indices of the elements in it.
    var children: [Int] = []
    /// The characters that stand directly in it.
    var text = ""

    /// The value of an attribute by its qualified name.
    subscript(key: String) -> String? { attributes.first { $0.name == key }?.value }
  }

  private(set) var elements: [Element] = []
  /// The elements by identifier; the first, where several have one.
  private(set) var identifiers: [String: Int] = [:]
  /// Identifiers that are there again.
  private(set) var repeated: [(id: String, line: Int)] = []
  /// The public identifier of the document type; nil where there is none.
  private(set) var publicIdentifier: String?
  /// Whether there is a document type declaration.
  private(set) var hasDocumentType = false

  private var open: [Int] = []

  /// Reads a file.
  ///
  /// - Throws: when it is not well-formed.
  init(_ bytes: [UInt8]) throws(XMLFault) {
    var reading = MarkupReading()
    reading.readDocumentType(bytes)
    try XMLEvents.read(bytes) { reading.handle($0) }
    self = reading
  }

  private init() {}

  private mutating func handle(_ event: XMLEvent) {
    switch event {
    case .start(let name, let namespace, let attributes, let line):
      let index = elements.count
      for attribute in attributes where attribute.name == "id" || attribute.name == "xml:id" {
        if identifiers[attribute.value] == nil {
          identifiers[attribute.value] = index
        } else {
          repeated.append((attribute.value, line))
        }
      }
      if let parent = open.last { elements[parent].children.append(index) }
      elements.append(
        Element(
          name: name, namespace: namespace, attributes: attributes, line: line, parent: open.last))
      open.append(index)
    case .text(let string, _): if let index = open.last { elements[index].text += string }
    case .end: open.removeLast()
    }
  }

  /// The document type, which the reader of events passes over: it stands before the first element.
  private mutating func readDocumentType(_ bytes: [UInt8]) {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
    guard let start = head.firstRange(of: "<!DOCTYPE") else { return }
    hasDocumentType = true
    let rest = head[start.upperBound...].prefix { $0 != ">" && $0 != "[" }
    guard let keyword = rest.firstRange(of: "PUBLIC") else { return }
    let value = rest[keyword.upperBound...].drop { $0.isWhitespace }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return }
    publicIdentifier = String(value.dropFirst().prefix { $0 != quote }).collapsed
  }

  // MARK: - Asking

  /// The root; a file that could be read has one.
  var root: Element? { elements.first }

  /// The elements of a name.
  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  /// The elements of some names, with their indices.
  func indices(of names: Set<String>) -> [Int] {
    elements.indices.filter { names.contains(elements[$0].name) }
  }

  /// The parent of an element.
  func parent(of element: Element) -> Element? { element.parent.map { elements[$0] } }

  /// The elements an element stands in, from the nearest.
  func ancestors(of index: Int) -> [Int] {
    var result: [Int] = []
    var next = elements[index].parent
    while let parent = next {
      result.append(parent)
      next = elements[parent].parent
    }
    return result
  }

  /// The children of an element with a name.
  func children(of index: Int, named name: String) -> [Element] {
    elements[index].children.map { elements[$0] }.filter { $0.name == name }
  }

  /// All characters in an element, single blanks between words.
  func fullText(of index: Int) -> String {
    var text = elements[index].text
    for child in elements[index].children { text += " " + fullText(of: child) }
    return text.collapsed
  }

  /// The contents of metadata elements of a name: `meta` with `name` and `content`.
  func metadata(_ name: String) -> [(value: String, line: Int)] {
    elements.filter { $0.name == "meta" && $0["name"] == name }.map {
      (($0["content"] ?? "").collapsed, $0.line)
    }
  }
}
