/// A JSON text (RFC 8259) as one array of values.
///
/// Values know their place in the text and are read from it only when they are asked for, so that a tree
/// of a million nodes stays small, and one that nests 100,000 deep is made and freed without recursion.
package struct JSONTree: Sendable {
  /// Which value; the root is 0.
  package typealias ID = Int32

  /// What a value is.
  package enum Kind: Sendable {
    /// Members: a name and its value by turns.
    case object
    case array
    case string
    case number
    case boolean
    case null

    /// The kind in words, with its article.
    package var name: String {
      switch self {
      case .object: "an object"
      case .array: "a list"
      case .string: "text"
      case .number: "a number"
      case .boolean: "true or false"
      case .null: "null"
      }
    }
  }

  /// A value and its place in the text.
  struct Value: Sendable {
    var kind: Kind
    /// The bytes it takes up, quotation marks and brackets included.
    var start: Int32
    var end: Int32
    var firstChild: ID = -1
    var nextSibling: ID = -1
  }

  private let values: [Value]
  private let bytes: [UInt8]

  /// The largest text, in bytes: half of what an offset can say, and more than any report.
  package static let maximumSize = 1 << 28

  /// Reads a text: one value, in UTF-8, with nothing after it but white space. A mark of byte order at the
  /// beginning is passed over (RFC 8259, 8.1).
  ///
  /// - Throws: `JSONProblem` when it is not JSON, is larger than `maximumSize`, or nests deeper than
  ///   `maximumDepth`, which those who walk it with recursion set.
  package init(_ bytes: [UInt8], maximumDepth: Int = .max) throws(JSONProblem) {
    guard bytes.count <= Self.maximumSize else {
      throw JSONProblem("it has \(bytes.count) bytes, more than \(Self.maximumSize)", in: bytes, at: 0)
    }
    self.bytes = bytes
    var parser = JSONTreeParser(bytes, maximumDepth: maximumDepth)
    try parser.parse()
    values = parser.values
  }

  package static let root: ID = 0

  package func kind(of id: ID) -> Kind { values[Int(id)].kind }

  /// Where a value stands in the text, in bytes.
  package func place(of id: ID) -> Range<Int> { Int(values[Int(id)].start)..<Int(values[Int(id)].end) }

  /// The values in an array, or the names and values of an object.
  package func children(of id: ID) -> [ID] {
    var children: [ID] = []
    var child = values[Int(id)].firstChild
    while child >= 0 {
      children.append(child)
      child = values[Int(child)].nextSibling
    }
    return children
  }

  /// The names and values of an object, in pairs; none for what is no object.
  package func members(of id: ID) -> [(name: ID, value: ID)] {
    guard kind(of: id) == .object else { return [] }
    let children = children(of: id)
    return stride(from: 0, to: children.count - 1, by: 2).map { (children[$0], children[$0 + 1]) }
  }

  /// The items of an array; nil for what is none.
  package func items(of id: ID) -> [ID]? { kind(of: id) == .array ? children(of: id) : nil }

  /// The value of the first member of that name; nil when there is none.
  package func member(_ name: StaticString, of id: ID) -> ID? {
    guard kind(of: id) == .object else { return nil }
    var child = values[Int(id)].firstChild
    while child >= 0 {
      let value = values[Int(child)].nextSibling
      if self.is(child, name) { return value }
      child = values[Int(value)].nextSibling
    }
    return nil
  }

  /// Whether a string has these ASCII characters and no escapes.
  package func `is`(_ id: ID, _ text: StaticString) -> Bool {
    let value = values[Int(id)]
    guard value.kind == .string, Int(value.end - value.start) == text.utf8CodeUnitCount + 2 else {
      return false
    }
    return bytes[(Int(value.start) + 1)..<(Int(value.end) - 1)]
      .elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// The characters of a string; nil for what is none. Half a surrogate pair becomes U+FFFD.
  package func string(_ id: ID) -> String? {
    let value = values[Int(id)]
    guard value.kind == .string else { return nil }
    let inner = bytes[(Int(value.start) + 1)..<(Int(value.end) - 1)]
    guard inner.contains(0x5C) else { return String(decoding: inner, as: UTF8.self) }
    return Self.unescaped(inner)
  }

  /// Whether a string holds half a surrogate pair, which is no character.
  package func holdsLoneSurrogate(_ id: ID) -> Bool {
    let place = place(of: id)
    guard kind(of: id) == .string, bytes[place].contains(0x5C) else { return false }
    return string(id)?.unicodeScalars.contains("\u{FFFD}") == true
      && !String(decoding: bytes[place], as: UTF8.self).unicodeScalars.contains("\u{FFFD}")
  }

  /// The value of a number that is whole and fits; nil for others.
  package func integer(_ id: ID) -> Int? {
    guard kind(of: id) == .number else { return nil }
    let text = String(decoding: bytes[place(of: id)], as: UTF8.self)
    return Int(text) ?? Double(text).flatMap { Int(exactly: $0) }
  }

  /// The text as it is written, or as much of it as a message can show.
  package func source(of id: ID, limit: Int = 80) -> String {
    String(decoding: bytes[place(of: id)].prefix(limit), as: UTF8.self)
  }

  /// A problem with a value.
  package func problem(_ message: String, at id: ID) -> JSONProblem {
    JSONProblem(message, in: bytes, at: place(of: id).lowerBound)
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    var units: [UInt16] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index] == 0x5C else {
        let end = bytes[index...].firstIndex(of: 0x5C) ?? bytes.endIndex
        units.append(contentsOf: String(decoding: bytes[index..<end], as: UTF8.self).utf16)
        index = end
        continue
      }
      switch bytes[index + 1] {
      case UInt8(ascii: "u"):
        let digits = String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self)
        units.append(UInt16(digits, radix: 16) ?? 0xFFFD)
        index += 6
        continue
      case UInt8(ascii: "n"): units.append(0x0A)
      case UInt8(ascii: "t"): units.append(0x09)
      case UInt8(ascii: "r"): units.append(0x0D)
      case UInt8(ascii: "b"): units.append(0x08)
      case UInt8(ascii: "f"): units.append(0x0C)
      case let other: units.append(UInt16(other))
      }
      index += 2
    }
    return String(decoding: units, as: UTF16.self)
  }
}

/// Why a text is not JSON.
package struct JSONProblem: Error, Hashable, Sendable {
  /// What is wrong, in words for the middle of a sentence.
  package var message: String
  /// How many bytes are before the place.
  package var offset: Int
  /// The line and the column of the place, from 1; columns count bytes.
  package var line: Int
  package var column: Int

  init(_ message: String, in bytes: [UInt8], at offset: Int) {
    self.message = message
    self.offset = offset
    let before = bytes.prefix(offset)
    line = before.count { $0 == 0x0A } + 1
    column = offset - ((before.lastIndex(of: 0x0A) ?? -1) + 1) + 1
  }
}
