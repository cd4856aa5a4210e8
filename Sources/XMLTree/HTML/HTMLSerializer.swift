/// Writes a tree of elements as an HTML document in UTF-8 (HTML Living Standard 13.3), always with the
/// same bytes for the same tree.
///
/// The tree is the one XML is written from, with the names of HTML in small letters and no prefixes.
/// What differs is how it is written: a doctype instead of a declaration, elements that never have
/// content without an end tag, all others with one even when they are empty, styles and scripts as
/// they are.
public struct HTMLSerializer {
  private var bytes: [UInt8] = []

  private init() {}

  /// The bytes of a document with `root`, an `html` element, as its root.
  ///
  /// Elements whose children stand on lines of their own are set out on lines; nothing is added where
  /// white space would show.
  public static func document(_ root: XMLElement) -> [UInt8] {
    var serializer = HTMLSerializer()
    serializer.bytes.append(contentsOf: "<!DOCTYPE html>\n".utf8)
    serializer.write(root)
    serializer.bytes.append(0x0A)
    return serializer.bytes
  }

  private mutating func write(_ element: XMLElement) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: element.name.utf8)
    for attribute in element.attributes { write(attribute) }
    bytes.append(UInt8(ascii: ">"))
    guard !HTMLNames.void.contains(element.name) else { return }
    if HTMLNames.raw.contains(element.name) {
      writeRaw(element)
    } else if element.isSetOut {
      for child in element.children {
        bytes.append(0x0A)
        write(child)
      }
      bytes.append(0x0A)
    } else {
      writeInline(element)
    }
    bytes.append(contentsOf: "</".utf8)
    bytes.append(contentsOf: element.name.utf8)
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func writeInline(_ element: XMLElement) {
    // A line end right after the tag is dropped by parsers, so one that is meant is doubled (13.3).
    if HTMLNames.dropsFirstLineEnd.contains(element.name), case .text(let text) = element.children.first,
      text.utf8.first == 0x0A
    {
      bytes.append(0x0A)
    }
    for child in element.children { write(child) }
  }

  private mutating func write(_ node: XMLNode) {
    switch node {
    case .element(let element): write(element)
    case .text(let text): escape(text, in: .text)
    }
  }

  private mutating func write(_ attribute: XMLAttribute) {
    bytes.append(UInt8(ascii: " "))
    bytes.append(contentsOf: attribute.name.utf8)
    // `hidden` and the like are on when they are there at all.
    guard !attribute.value.isEmpty || attribute.name == "alt" else { return }
    bytes.append(contentsOf: "=\"".utf8)
    escape(attribute.value, in: .attribute)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Styles and scripts hold no references, so nothing is escaped. What would end the element early
  /// is kept from doing so by a backslash, which CSS and JavaScript read as nothing before a `/`.
  private mutating func writeRaw(_ element: XMLElement) {
    for case .text(let text) in element.children {
      var previous: UInt8 = 0
      for byte in text.utf8 {
        if previous == UInt8(ascii: "<"), byte == UInt8(ascii: "/") { bytes.append(UInt8(ascii: "\\")) }
        bytes.append(byte == 0 ? UInt8(ascii: " ") : byte)
        previous = byte
      }
    }
  }

  private enum Place { case text, attribute }

  /// Characters a document may not hold, controls and noncharacters (13.1.4), become U+FFFD.
  private mutating func escape(_ string: String, in place: Place) {
    var string = string
    string.withUTF8 { text in
      // What needs no escaping is copied in stretches.
      var start = text.startIndex
      var index = text.startIndex
      while index < text.endIndex {
        let byte = text[index]
        guard Self.mayNeedReference[Int(byte)],
          let (reference, length) = Self.reference(in: text, at: index, place)
        else {
          index += 1
          continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
        bytes.append(contentsOf: reference.utf8)
        index += length
        start = index
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }
  }

  /// By byte, whether a character that begins with it may be written as something else.
  private static let mayNeedReference: [Bool] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 0x09, 0x0A, 0x0C: false
    case 0..<0x20, 0x7F, 0xC2, 0xEF...0xF4: true
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "="): true
    default: false
    }
  }

  /// What stands for the character at an index, and how many bytes it has; nil when it stands for itself.
  /// Characters HTML forbids (13.1.4) become U+FFFD.
  private static func reference(
    in text: UnsafeBufferPointer<UInt8>, at index: Int, _ place: Place
  ) -> (String, Int)? {
    func next(_ distance: Int) -> UInt8 {
      index + distance < text.endIndex ? text[index + distance] : 0
    }
    switch text[index] {
    case UInt8(ascii: "&"): return ("&amp;", 1)
    case UInt8(ascii: "<"): return ("&lt;", 1)
    case UInt8(ascii: ">"): return ("&gt;", 1)
    case UInt8(ascii: "\""): return place == .attribute ? ("&quot;", 1) : nil
    case UInt8(ascii: "="): return text.followsHandlerName(index) ? ("&#61;", 1) : nil
    case 0x0D: return ("&#13;", 1)
    case 0xC2:
      if next(1) == 0xA0 { return ("&nbsp;", 2) }
      return next(1) < 0xA0 ? ("\u{FFFD}", 2) : nil
    // U+FDD0 to U+FDEF, U+FFFE and U+FFFF.
    case 0xEF:
      let isForbidden =
        next(1) == 0xB7 ? (0x90...0xAF).contains(next(2)) : next(1) == 0xBF && next(2) >= 0xBE
      return isForbidden ? ("\u{FFFD}", 3) : nil
    // The last two of each plane.
    case 0xF0...0xF4:
      return next(1) & 0x0F == 0x0F && next(2) == 0xBF && next(3) >= 0xBE ? ("\u{FFFD}", 4) : nil
    default: return ("\u{FFFD}", 1)
    }
  }
}

extension XMLElement {
  /// Whether the children may each have a line: nothing but elements that are no part of running text.
  fileprivate var isSetOut: Bool {
    guard !children.isEmpty, HTMLNames.ownLine.contains(name) || name == "html" else { return false }
    return children.allSatisfy { node in
      if case .element(let child) = node { HTMLNames.ownLine.contains(child.name) } else { false }
    }
  }
}

/// Elements of HTML by what is special about writing them.
enum HTMLNames {
  /// Elements that never have content and no end tag (13.1.2).
  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]
  /// Elements whose text holds no references.
  static let raw: Set<String> = ["script", "style"]
  /// Elements in which parsers drop a first line end.
  static let dropsFirstLineEnd: Set<String> = ["listing", "pre", "textarea"]
  /// Elements around which white space does not show.
  static let ownLine: Set<String> = [
    "address", "article", "aside", "base", "blockquote", "body", "caption", "col", "colgroup", "dd",
    "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "head", "header", "hr", "li", "link", "main", "meta", "nav", "ol", "p", "pre",
    "section", "style", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
  ]
}
