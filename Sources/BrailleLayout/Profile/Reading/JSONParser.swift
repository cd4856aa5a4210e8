/// Reads JSON (RFC 8259) strictly, and knows where in the file everything stands.
struct JSONParser {
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var lineStart = 0

  /// Why bytes are no JSON, and where.
  struct Failure: Error {
    var reason: String
    var line: Int
    var column: Int
  }

  /// How deep values may nest: far more than a profile needs, and far less than overflows the stack.
  private static let maximumDepth = 32

  /// The value that `bytes` are.
  static func parse(_ bytes: [UInt8]) throws(Failure) -> JSONNode {
    var parser = JSONParser(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.index = 3 }
    let node = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.index == bytes.count else { throw parser.failure("there is text after the end") }
    return node
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private var column: Int { index - lineStart + 1 }
  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func failure(_ reason: String) -> Failure { Failure(reason: reason, line: line, column: column) }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) {
      index += 1
      if byte == 0x0A {
        line += 1
        lineStart = index
      }
    }
  }

  // MARK: - Values

  private mutating func value(depth: Int) throws(Failure) -> JSONNode {
    skipSpace()
    guard depth < Self.maximumDepth else { throw failure("it nests too deep") }
    let (line, column) = (line, column)
    let value: JSONNode.Value
    switch next {
    case UInt8(ascii: "{"): value = try object(depth: depth)
    case UInt8(ascii: "["): value = try array(depth: depth)
    case UInt8(ascii: "\""): value = .string(try string())
    case UInt8(ascii: "t"): value = try word("true", .bool(true))
    case UInt8(ascii: "f"): value = try word("false", .bool(false))
    case UInt8(ascii: "n"): value = try word("null", .null)
    case let byte? where byte.isNumberSign: value = .number(try number())
    case nil: throw failure("it ends where a value should be")
    default: throw failure("a value should be here: text in quotation marks, a number, { or [")
    }
    return JSONNode(value: value, line: line, column: column)
  }

  private mutating func object(depth: Int) throws(Failure) -> JSONNode.Value {
    index += 1
    var members: [JSONNode.Member] = []
    while true {
      skipSpace()
      if members.isEmpty, next == UInt8(ascii: "}") { break }
      let (line, column) = (line, column)
      guard next == UInt8(ascii: "\"") else { throw failure("a name in quotation marks should be here") }
      let name = try string()
      guard !members.contains(where: { $0.name == name }) else {
        throw Failure(reason: "'\(name)' is there twice", line: line, column: column)
      }
      skipSpace()
      try expect(":", after: "'\(name)'")
      members.append(
        JSONNode.Member(name: name, line: line, column: column, node: try value(depth: depth + 1)))
      skipSpace()
      guard next == UInt8(ascii: ",") else { break }
      index += 1
    }
    try expect("}", after: members.last.map { "the value of '\($0.name)'" } ?? "{", orComma: true)
    return .object(members)
  }

  private mutating func array(depth: Int) throws(Failure) -> JSONNode.Value {
    index += 1
    var nodes: [JSONNode] = []
    while true {
      skipSpace()
      if nodes.isEmpty, next == UInt8(ascii: "]") { break }
      nodes.append(try value(depth: depth + 1))
      skipSpace()
      guard next == UInt8(ascii: ",") else { break }
      index += 1
    }
    try expect("]", after: "an item", orComma: true)
    return .array(nodes)
  }

  private mutating func expect(
    _ sign: Unicode.Scalar, after what: String, orComma: Bool = false
  ) throws(Failure) {
    skipSpace()
    guard next == UInt8(ascii: sign) else {
      throw failure("\(orComma ? "a comma or " : "")\(sign) should come after \(what)")
    }
    index += 1
  }

  private mutating func word(_ word: String, _ value: JSONNode.Value) throws(Failure) -> JSONNode.Value {
    guard bytes[index...].starts(with: word.utf8) else { throw failure("'\(word)' is meant?") }
    index += word.utf8.count
    return value
  }

  private mutating func number() throws(Failure) -> String {
    let start = index
    while let byte = next, byte.isNumberSign { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    let digits = text.drop { $0 == "-" }
    guard Double(text) != nil, digits.count == 1 || digits.first != "0" || digits.dropFirst().first == "."
    else {
      index = start
      throw failure("'\(text)' is no number")
    }
    return text
  }

  private mutating func string() throws(Failure) -> String {
    index += 1
    var units: [UInt16] = []
    var plain = index
    func text(_ end: Int) -> [UInt16] { Array(String(decoding: bytes[plain..<end], as: UTF8.self).utf16) }
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        units += text(index)
        index += 1
        return String(decoding: units, as: UTF16.self)
      case UInt8(ascii: "\\"):
        units += text(index)
        units.append(try escape())
        plain = index
      case 0..<0x20: throw failure("text ends with its line; a closing quotation mark is lacking")
      default: index += 1
      }
    }
    throw failure("a closing quotation mark is lacking")
  }

  private mutating func escape() throws(Failure) -> UInt16 {
    index += 1
    let letters: [UInt8: UInt16] = [
      0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 8, 0x66: 12, 0x6E: 10, 0x72: 13, 0x74: 9,
    ]
    if let byte = next, let unit = letters[byte] {
      index += 1
      return unit
    }
    let digits = bytes[index...].dropFirst().prefix(4)
    guard next == UInt8(ascii: "u"), digits.count == 4,
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw failure("after \\ one of \" \\ / b f n r t or u and four digits should be") }
    index += 5
    return unit
  }
}

extension UInt8 {
  fileprivate var isNumberSign: Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || "+-.eE".utf8.contains(self)
  }
}
