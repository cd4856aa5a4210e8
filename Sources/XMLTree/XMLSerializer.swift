/// Writes an element as an XML 1.0 document in UTF-8, always with the same bytes for the same tree.
public struct XMLSerializer {
  private var bytes: [UInt8] = []

  private let syntax: Syntax
  /// The elements whose children stand on lines of their own; nil for all that hold only elements.
  private let setOut: Set<String>?

  private init(_ syntax: Syntax, setOut: Set<String>? = nil) {
    self.syntax = syntax
    self.setOut = setOut
  }

  /// What will read the bytes.
  private enum Syntax {
    case xml
    /// XML, and read as HTML where a server or a browser takes it for that.
    case xhtml
  }

  /// The bytes of a document with `root` as its root, with an XML declaration. Elements that hold
  /// only elements are set out on lines, two spaces a level; text is written as it is.
  public static func document(_ root: XMLElement) -> [UInt8] {
    var serializer = XMLSerializer(.xml)
    serializer.bytes.append(contentsOf: #"<?xml version="1.0" encoding="UTF-8"?>"#.utf8)
    serializer.bytes.append(0x0A)
    serializer.write(root, level: 0)
    return serializer.bytes
  }

  /// The bytes of a document with a document type declaration, whose elements have space between them
  /// only inside those of `setOut`: where an element of another name may hold text, space between its
  /// children would be text.
  public static func document(
    _ root: XMLElement, type: XMLDocumentType, setOut: Set<String>
  ) -> [UInt8] {
    var serializer = XMLSerializer(.xml, setOut: setOut)
    serializer.bytes.append(contentsOf: #"<?xml version="1.0" encoding="UTF-8"?>"#.utf8)
    serializer.bytes.append(0x0A)
    serializer.write(type, of: root.name)
    serializer.write(root, level: 0)
    return serializer.bytes
  }

  private mutating func write(_ type: XMLDocumentType, of name: String) {
    bytes.append(
      contentsOf: "<!DOCTYPE \(name) PUBLIC \"\(type.publicIdentifier)\" \"\(type.systemIdentifier)\"".utf8)
    if !type.declarations.isEmpty {
      bytes.append(contentsOf: " [\n".utf8)
      for declaration in type.declarations { bytes.append(contentsOf: "  \(declaration)\n".utf8) }
      bytes.append(UInt8(ascii: "]"))
    }
    bytes.append(contentsOf: ">\n".utf8)
  }

  /// The bytes of a page of XHTML that reads the same as HTML: elements that HTML never gives an end
  /// tag have none, all others do, and no space comes between elements of a line.
  public static func xhtml(_ root: XMLElement) -> [UInt8] {
    var serializer = XMLSerializer(.xhtml)
    serializer.bytes.append(contentsOf: "<!DOCTYPE html>\n".utf8)
    serializer.write(root, level: 0)
    return serializer.bytes
  }

  /// HTML's elements without content (HTML, 13.1.2).
  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]
  /// Elements of HTML in which space between children means nothing.
  private static let structure: Set<String> = [
    "html", "head", "body", "main", "nav", "section", "ol", "ul", "dl", "table", "thead", "tbody", "tfoot",
    "tr",
    "blockquote", "aside", "figure",
  ]

  private mutating func write(_ element: XMLElement, level: Int) {
    indent(level)
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: element.name.utf8)
    for attribute in element.attributes {
      bytes.append(UInt8(ascii: " "))
      bytes.append(contentsOf: attribute.name.utf8)
      bytes.append(contentsOf: "=\"".utf8)
      escape(attribute.value, in: .attribute)
      bytes.append(UInt8(ascii: "\""))
    }
    if element.children.isEmpty, syntax == .xml || Self.void.contains(element.name) {
      bytes.append(contentsOf: "/>\n".utf8)
      return
    }
    bytes.append(UInt8(ascii: ">"))
    let isMixed =
      element.children.isEmpty || (syntax == .xhtml && !Self.structure.contains(element.name))
      || setOut.map { !$0.contains(element.name) } ?? false
      || element.children.contains { if case .text = $0 { true } else { false } }
    if !isMixed { bytes.append(0x0A) }
    for child in element.children {
      switch child {
      case .element(let child): write(child, level: isMixed ? -1 : level + 1)
      case .text(let text): escape(text, in: .text)
      }
      if isMixed, bytes.last == 0x0A, case .element = child { bytes.removeLast() }
    }
    if !isMixed { indent(level) }
    bytes.append(contentsOf: "</".utf8)
    bytes.append(contentsOf: element.name.utf8)
    bytes.append(contentsOf: ">\n".utf8)
  }

  private mutating func indent(_ level: Int) {
    for _ in 0..<max(0, level) { bytes.append(contentsOf: "  ".utf8) }
  }

  private enum Place { case text, attribute }

  /// Characters XML 1.0 cannot hold even as references become U+FFFD.
  private mutating func escape(_ string: String, in place: Place) {
    var string = string
    string.withUTF8 { text in
      // What needs no escaping is copied in stretches.
      var start = text.startIndex
      var index = text.startIndex
      while index < text.endIndex {
        let byte = text[index]
        // Letters and blanks stand for themselves, but for the first byte of three that can be a noncharacter.
        if byte > 0x3E || byte == 0x20, byte != 0xEF {
          index += 1
          continue
        }
        let length = byte == 0xEF && text.isNoncharacter(at: index) ? 3 : 1
        let found =
          byte == UInt8(ascii: "=")
          ? text.followsHandlerName(index) ? "&#61;" : nil
          : length == 3 ? Self.replacement : Self.reference(for: byte, in: place)
        if let reference = found {
          bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
          bytes.append(contentsOf: reference.utf8)
          start = index + length
        }
        index += length
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }
  }

  private static let replacement = "\u{FFFD}"

  /// What stands for a byte; nil when it stands for itself.
  private static func reference(for byte: UInt8, in place: Place) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\"") where place == .attribute: "&quot;"
    case 0x09 where place == .attribute: "&#9;"
    case 0x0A where place == .attribute: "&#10;"
    case 0x0D: "&#13;"
    case 0x09, 0x0A: nil
    case 0x00...0x1F: replacement
    default: nil
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether U+FFFE or U+FFFF is at an index, where 0xEF is.
  fileprivate func isNoncharacter(at index: Int) -> Bool {
    index + 2 < endIndex && self[index + 1] == 0xBF && self[index + 2] >= 0xBE
  }
}

extension XMLSerializer {
  /// An element as it stands inside another document, such as MathML: no declaration, no line ends
  /// of its own.
  public static func fragment(_ root: XMLElement) -> String {
    var serializer = XMLSerializer(.xml)
    serializer.writeInline(root)
    return String(decoding: serializer.bytes, as: UTF8.self)
  }

  private mutating func writeInline(_ element: XMLElement) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: element.name.utf8)
    for attribute in element.attributes {
      bytes.append(UInt8(ascii: " "))
      bytes.append(contentsOf: attribute.name.utf8)
      bytes.append(contentsOf: "=\"".utf8)
      escape(attribute.value, in: .attribute)
      bytes.append(UInt8(ascii: "\""))
    }
    guard !element.children.isEmpty else {
      bytes.append(contentsOf: "/>".utf8)
      return
    }
    bytes.append(UInt8(ascii: ">"))
    for child in element.children {
      switch child {
      case .element(let child): writeInline(child)
      case .text(let text): escape(text, in: .text)
      }
    }
    bytes.append(contentsOf: "</".utf8)
    bytes.append(contentsOf: element.name.utf8)
    bytes.append(UInt8(ascii: ">"))
  }
}
