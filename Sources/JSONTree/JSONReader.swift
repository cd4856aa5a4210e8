/// Reads JSON (RFC 8259): one value, in UTF-8, with nothing after it but white space.
///
/// A mark of byte order at the beginning is passed over (RFC 8259, 8.1). Depth is bounded, so that a
/// hostile text cannot exhaust the stack. Of members with the same name all are kept, in order.
package struct JSONReader {
  /// How deep arrays and objects may nest, unless a reader is made with another bound.
  package static let usualDepth = 512

  /// Why a text is not read.
  package struct Problem: Error, Hashable, Sendable {
    /// What is wrong, in words for the middle of a sentence.
    package var message: String
    /// How many bytes are before the place.
    package var offset: Int
    /// The line and the column of the place, from 1; columns count bytes.
    package var line: Int
    package var column: Int
  }

  private let bytes: [UInt8]
  private let maximumDepth: Int
  private var position = 0

  private init(_ bytes: [UInt8], maximumDepth: Int) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
  }

  /// The value a text holds.
  ///
  /// - Throws: `Problem` when it is not JSON, or nests deeper than `maximumDepth`.
  package static func read(
    _ bytes: [UInt8], maximumDepth: Int = usualDepth
  ) throws(Problem) -> JSONValue {
    var reader = JSONReader(bytes, maximumDepth: maximumDepth)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.position = 3 }
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.position == bytes.count else { throw reader.problem("something follows the value") }
    return value
  }

  private func problem(_ message: String) -> Problem {
    let before = bytes[..<min(position, bytes.count)]
    let lineStart = (before.lastIndex(of: 0x0A) ?? -1) + 1
    return Problem(
      message: message, offset: position, line: before.count { $0 == 0x0A } + 1,
      column: before.count - lineStart + 1)
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) throws(Problem) -> JSONValue {
    guard depth <= maximumDepth else { throw problem("it nests deeper than \(maximumDepth) levels") }
    skipSpace()
    guard let byte = current else { throw problem("it ends where a value belongs") }
    switch byte {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw problem("a value belongs here")
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Problem) -> JSONValue {
    let wanted = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard bytes[position...].starts(with: wanted) else { throw problem("a value belongs here") }
    position += wanted.count
    return value
  }

  private mutating func array(depth: Int) throws(Problem) -> JSONValue {
    position += 1
    var values: [JSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array(values) }
    while true {
      values.append(try value(depth: depth + 1))
      skipSpace()
      if take(UInt8(ascii: "]")) { return .array(values) }
      guard take(UInt8(ascii: ",")) else { throw problem("',' or ']' belongs here") }
    }
  }

  private mutating func object(depth: Int) throws(Problem) -> JSONValue {
    position += 1
    var members: [JSONValue.Member] = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object(members) }
    while true {
      skipSpace()
      guard current == UInt8(ascii: "\"") else { throw problem("the name of a member belongs here") }
      let name = try string()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw problem("':' belongs here") }
      members.append(JSONValue.Member(name: name, value: try value(depth: depth + 1)))
      skipSpace()
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else { throw problem("',' or '}' belongs here") }
    }
  }
}

// MARK: - Strings and numbers

extension JSONReader {
  private mutating func string() throws(Problem) -> String {
    position += 1
    var text = ""
    var start = position
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        text += try plain(start..<position)
        position += 1
        return text
      case UInt8(ascii: "\\"):
        text += try plain(start..<position)
        position += 1
        text.unicodeScalars.append(try escaped())
        start = position
      case 0..<0x20: throw problem("a control character stands in a string")
      default: position += 1
      }
    }
    throw problem("it ends within a string")
  }

  /// Bytes without escapes.
  private func plain(_ range: Range<Int>) throws(Problem) -> String {
    if range.isEmpty { return "" }
    guard let text = String(validating: bytes[range], as: UTF8.self) else {
      throw problem("a string is not valid UTF-8")
    }
    return text
  }

  private mutating func escaped() throws(Problem) -> Unicode.Scalar {
    guard let byte = current else { throw problem("it ends within a string") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicode()
    default:
      position -= 1
      throw problem("'\\' stands before a character it does not go with")
    }
  }

  /// The character of one `\u` escape, or of the pair that stands for one beyond U+FFFF. Half a pair
  /// stands for nothing and becomes U+FFFD.
  private mutating func unicode() throws(Problem) -> Unicode.Scalar {
    let unit = try fourDigits()
    guard UTF16.isSurrogate(unit) else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
    let rest = position
    guard UTF16.isLeadSurrogate(unit), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
      position = rest
      return "\u{FFFD}"
    }
    let second = try fourDigits()
    guard UTF16.isTrailSurrogate(second) else {
      position = rest
      return "\u{FFFD}"
    }
    let value = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private mutating func fourDigits() throws(Problem) -> UInt16 {
    guard position + 4 <= bytes.count else { throw problem("it ends within a string") }
    var unit: UInt16 = 0
    for byte in bytes[position..<position + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw problem("four hexadecimal digits belong after '\\u'")
      }
      unit = unit << 4 | UInt16(digit)
    }
    position += 4
    return unit
  }

  private mutating func number() throws(Problem) -> JSONValue {
    let start = position
    _ = take(UInt8(ascii: "-"))
    let whole = digits()
    guard whole > 0 else { throw problem("a digit belongs here") }
    if whole > 1, bytes[position - whole] == UInt8(ascii: "0") {
      throw problem("a number begins with a zero too many")
    }
    var isWhole = true
    if take(UInt8(ascii: ".")) {
      isWhole = false
      guard digits() > 0 else { throw problem("a digit belongs here") }
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      isWhole = false
      position += 1
      if !take(UInt8(ascii: "-")) { _ = take(UInt8(ascii: "+")) }
      guard digits() > 0 else { throw problem("a digit belongs here") }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else { throw problem("a number is too large") }
    return .decimal(number)
  }

  /// Passes over digits and says how many there were.
  private mutating func digits() -> Int {
    let start = position
    while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    return position - start
  }
}

// MARK: - Looking into values

extension JSONValue {
  /// The value of the first member of that name; nil where there is none, or this is no object.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text of a string; nil for other values.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The whole number; nil for other values.
  package var integer: Int? {
    if case .integer(let number) = self { number } else { nil }
  }

  /// The number, whole or not; nil for other values.
  package var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .decimal(let number): number
    case .null, .string, .boolean, .array, .object: nil
    }
  }

  /// True or false; nil for other values.
  package var boolean: Bool? {
    if case .boolean(let value) = self { value } else { nil }
  }

  /// The values of an array; nil for other values.
  package var array: [JSONValue]? {
    if case .array(let values) = self { values } else { nil }
  }

  /// The members of an object, in order; nil for other values.
  package var object: [Member]? {
    if case .object(let members) = self { members } else { nil }
  }
}
