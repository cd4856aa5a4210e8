/// Writes an element as an XML 1.0 document in UTF-8, always with the same bytes for the same tree.
public struct XMLSerializer {
  private var bytes: [UInt8] = []

  private init() {}

  /// The bytes of a document with `root` as its root, with an XML declaration. Elements that hold
  /// only elements are set out on lines, two spaces a level; text is written as it is.
  public static func document(_ root: XMLElement) -> [UInt8] {
    var serializer = XMLSerializer()
    serializer.bytes.append(contentsOf: #"<?xml version="1.0" encoding="UTF-8"?>"#.utf8)
    serializer.bytes.append(0x0A)
    serializer.write(root, level: 0)
    return serializer.bytes
  }

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
    if element.children.isEmpty {
      bytes.append(contentsOf: "/>\n".utf8)
      return
    }
    bytes.append(UInt8(ascii: ">"))
    let isMixed = element.children.contains { if case .text = $0 { true } else { false } }
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
    for scalar in string.unicodeScalars {
      switch scalar {
      case "&": bytes.append(contentsOf: "&amp;".utf8)
      case "<": bytes.append(contentsOf: "&lt;".utf8)
      case ">": bytes.append(contentsOf: "&gt;".utf8)
      case "\"" where place == .attribute: bytes.append(contentsOf: "&quot;".utf8)
      case "\t" where place == .attribute: bytes.append(contentsOf: "&#9;".utf8)
      case "\n" where place == .attribute: bytes.append(contentsOf: "&#10;".utf8)
      case "\r": bytes.append(contentsOf: "&#13;".utf8)
      case "\t", "\n": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": bytes.append(contentsOf: "\u{FFFD}".utf8)
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
  }
}
