import Diagnostics
import XMLTree

/// An XML file made ready for a parser that fetches nothing and expands nothing: the declaration and
/// the document type are blanked, so that no place moves, and references to entities are replaced.
///
/// Books refer to the entities of DTDs that are not at hand (`&nbsp;` of XHTML 1.0 and DTBook), and some
/// declare entities of their own. The first are known by HTML's names; the second are expanded within a
/// bound (XML 1.0, 4.4). What is outside the file is never read.
struct XMLPreparation {
  /// The file, without document type and without references but those every parser knows.
  private(set) var bytes: [UInt8]
  /// Whether the document type asks for something outside the file, other than its own DTD.
  private(set) var refersOutside = false

  private let source: [UInt8]
  private var declared: [String: Entity] = [:]
  private var known: [String: [UInt8]] = [:]
  private var room = XMLPreparation.mostExpanded

  /// The most bytes that a file's own entities may add to it.
  private static let mostExpanded = 1 << 20
  private static let deepest = 16

  private enum Entity {
    case text([UInt8])
    case outside
  }

  /// - Parameter utf8: valid UTF-8.
  /// - Throws: at a reference that cannot be replaced, or whose text would not end.
  init(_ utf8: [UInt8]) throws(XMLFault) {
    source = utf8
    bytes = utf8
    var output: [UInt8] = []
    var copied = 0
    var index = 0
    while index < source.count {
      switch source[index] {
      case UInt8(ascii: "<"):
        index = markup(at: index)
      case UInt8(ascii: "&"):
        guard let end = endOfReference(index), let name = Self.name(source[(index + 1)..<end]) else {
          index += 1
          continue
        }
        if let text = try replacement(of: name, depth: 0, at: index) {
          output += bytes[copied..<index]
          output += text
          copied = end + 1
        }
        index = end + 1
      default: index += 1
      }
    }
    if copied > 0 { bytes = output + bytes[copied...] }
  }

  // MARK: - Markup

  /// Passes over a comment, an instruction, literal characters or the document type; gives the place
  /// after it. Tags are gone into, for the references in their attributes.
  private mutating func markup(at start: Int) -> Int {
    if has("<!--", at: start) { return end(of: "-->", from: start + 4) }
    if has("<![CDATA[", at: start) { return end(of: "]]>", from: start + 9) }
    if has("<?", at: start) {
      let end = end(of: "?>", from: start + 2)
      if has("<?xml ", at: start) || has("<?xml\t", at: start) || has("<?xml\n", at: start) {
        blank(start..<end)
      }
      return end
    }
    guard has("<!DOCTYPE", at: start) else { return start + 1 }
    let end = documentType(from: start + 9)
    blank(start..<end)
    return end
  }

  private mutating func blank(_ range: Range<Int>) {
    for index in range where bytes[index] != 0x0A && bytes[index] != 0x0D { bytes[index] = 0x20 }
  }

  /// Reads a document type; gives the place after it.
  private mutating func documentType(from start: Int) -> Int {
    var index = start
    while index < source.count {
      switch source[index] {
      case UInt8(ascii: ">"): return index + 1
      case UInt8(ascii: "["): index = subset(from: index + 1)
      case UInt8(ascii: "\""), UInt8(ascii: "'"): index = endOfLiteral(index)
      default: index += 1
      }
    }
    return source.count
  }

  /// Reads the declarations in a document type (XML 1.0, 2.8); gives the place after the `]`.
  private mutating func subset(from start: Int) -> Int {
    var index = start
    while index < source.count {
      if source[index] == UInt8(ascii: "]") { return index + 1 }
      if has("<!--", at: index) {
        index = end(of: "-->", from: index + 4)
      } else if has("<?", at: index) {
        index = end(of: "?>", from: index + 2)
      } else if has("<!ENTITY", at: index) {
        index = entity(from: index + 8)
      } else if has("<!", at: index) {
        index = endOfDeclaration(index + 2)
      } else {
        if source[index] == UInt8(ascii: "%") { refersOutside = true }
        index += 1
      }
    }
    return source.count
  }

  private mutating func entity(from start: Int) -> Int {
    let end = endOfDeclaration(start)
    var index = start
    func skipSpace() { while index < end, source[index] <= 0x20 { index += 1 } }
    skipSpace()
    guard index < end, source[index] != UInt8(ascii: "%") else { return end }
    let nameStart = index
    while index < end, source[index] > 0x20 { index += 1 }
    guard let name = Self.name(source[nameStart..<index]), declared[name] == nil else { return end }
    skipSpace()
    guard index < end else { return end }
    if source[index] == UInt8(ascii: "\"") || source[index] == UInt8(ascii: "'") {
      let close = endOfLiteral(index)
      if close - 1 > index { declared[name] = .text(Array(source[(index + 1)..<(close - 1)])) }
    } else {
      declared[name] = .outside
    }
    return end
  }

  private func endOfDeclaration(_ start: Int) -> Int {
    var index = start
    while index < source.count {
      switch source[index] {
      case UInt8(ascii: ">"): return index + 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"): index = endOfLiteral(index)
      default: index += 1
      }
    }
    return source.count
  }

  /// The place after the literal that begins with the quotation mark at `start`.
  private func endOfLiteral(_ start: Int) -> Int {
    var index = start + 1
    while index < source.count, source[index] != source[start] { index += 1 }
    return min(index + 1, source.count)
  }

  private func has(_ text: StaticString, at index: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard index + count <= source.count else { return false }
    return (0..<count).allSatisfy { source[index + $0] == text.utf8Start[$0] }
  }

  private func end(of text: StaticString, from start: Int) -> Int {
    var index = start
    while index < source.count {
      if has(text, at: index) { return index + text.utf8CodeUnitCount }
      index += 1
    }
    return source.count
  }

  // MARK: - References

  /// The place of the `;` of a reference to a named entity.
  private func endOfReference(_ start: Int) -> Int? {
    var index = start + 1
    while index < source.count, index - start < 64 {
      if source[index] == UInt8(ascii: ";") { return index > start + 1 ? index : nil }
      index += 1
    }
    return nil
  }

  private static func name(_ bytes: ArraySlice<UInt8>) -> String? {
    guard let first = bytes.first, first != UInt8(ascii: "#"),
      bytes.allSatisfy({ $0 > 0x20 && !"&<>\"'/".utf8.contains($0) })
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text for a reference; nil to leave it as it is, for the parser to judge.
  private mutating func replacement(
    of name: String, depth: Int, at place: Int
  ) throws(XMLFault) -> [UInt8]? {
    if ["amp", "lt", "gt", "quot", "apos"].contains(name) { return nil }
    switch declared[name] {
    case .outside?: throw fault("the entity &\(name); is in another file, and no other file is read", place)
    case .text(let text)?: return try expanded(text, name, depth: depth, at: place)
    case nil:
      if let text = known[name] { return text.isEmpty ? nil : text }
      let text = Self.character(named: name)
      known[name] = text
      return text.isEmpty ? nil : text
    }
  }

  /// A declared entity's text, with the references in it replaced.
  private mutating func expanded(
    _ text: [UInt8], _ name: String, depth: Int, at place: Int
  ) throws(XMLFault) -> [UInt8] {
    guard depth < Self.deepest else {
      throw fault("the entity &\(name); holds others without an end", place)
    }
    var result: [UInt8] = []
    let holdsMarkup = text.contains(UInt8(ascii: "<"))
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "&"),
        let end = text[index...].prefix(64).firstIndex(of: UInt8(ascii: ";")),
        let inner = Self.name(text[(index + 1)..<end]),
        let replaced = try replacement(of: inner, depth: depth + 1, at: place)
      {
        result += replaced
        index = end + 1
      } else {
        result += !holdsMarkup && text[index] == UInt8(ascii: "\"") ? Array("&quot;".utf8) : [text[index]]
        index += 1
      }
      guard result.count <= room else { throw tooMuch(name, place) }
    }
    if depth == 0 { room -= result.count }
    guard room >= 0 else { throw tooMuch(name, place) }
    return result
  }

  private func tooMuch(_ name: String, _ place: Int) -> XMLFault {
    fault("the entity &\(name); makes the file grow by more than 1 MiB", place)
  }

  private func fault(_ message: String, _ place: Int) -> XMLFault {
    var line = 1
    var column = 1
    for byte in source[..<place] {
      if byte == 0x0A { line += 1; column = 1 } else if byte & 0xC0 != 0x80 { column += 1 }
    }
    return XMLFault(message: message, line: line, column: column)
  }

  /// The characters HTML has an entity of that name for; empty when it has none.
  private static func character(named name: String) -> [UInt8] {
    guard name.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) }) else {
      return []
    }
    var log = DiagnosticLog()
    let reference = "&\(name);"
    guard
      let parse = try? GumboParse(
        Array(reference.utf8), as: .fragment, log: &log, range: { _, _ in nil })
    else { return [] }
    let first = parse.body.firstChild(of: MarkupTree.root)
    guard first >= 0, case .text(let text) = parse.body[first].content, text != reference, !text.contains(";")
    else { return [] }
    return Array(text.utf8)
  }
}
