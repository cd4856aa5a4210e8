/// Reads JSON (RFC 8259) strictly and without recursion.
struct JSONTreeParser {
  private(set) var values: [JSONTree.Value] = []
  private let bytes: [UInt8]
  private var index = 0
  /// The objects and arrays that are open, each with its last child so far.
  private var open: [(id: JSONTree.ID, last: JSONTree.ID)] = []

  private let maximumDepth: Int

  init(_ bytes: [UInt8], maximumDepth: Int) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    values.reserveCapacity(bytes.count / 12)
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func problem(_ message: String, at offset: Int? = nil) -> JSONProblem {
    JSONProblem(message, in: bytes, at: min(offset ?? index, bytes.count))
  }

  /// Reads all of the text.
  mutating func parse() throws(JSONProblem) {
    while true {
      let id = try beginValue()
      if values[Int(id)].kind == .object || values[Int(id)].kind == .array {
        skipSpace()
        if next == closing(values[Int(id)].kind) {
          index += 1
          values[Int(id)].end = Int32(index)
        } else {
          guard open.count < maximumDepth else { throw problem("it nests too deep") }
          open.append((id, -1))
          if values[Int(id)].kind == .object { try readName() }
          continue
        }
      }
      if try endValue() { return }
    }
  }

  /// Reads what comes after a value: brackets that close what is around it, and a comma if another
  /// value follows. Returns whether the text ends.
  private mutating func endValue() throws(JSONProblem) -> Bool {
    while true {
      skipSpace()
      guard let container = open.last?.id else {
        guard index == bytes.count else { throw problem("there is text after the end") }
        return true
      }
      let kind = values[Int(container)].kind
      if next == UInt8(ascii: ",") {
        index += 1
        if kind == .object { try readName() }
        return false
      }
      guard next == closing(kind) else {
        throw problem(
          next == nil
            ? "it ends before all that is open is closed"
            : "a comma or \(kind == .object ? "}" : "]") should be here")
      }
      index += 1
      values[Int(container)].end = Int32(index)
      open.removeLast()
    }
  }

  private func closing(_ kind: JSONTree.Kind) -> UInt8 {
    kind == .object ? UInt8(ascii: "}") : UInt8(ascii: "]")
  }

  private mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  private mutating func append(_ kind: JSONTree.Kind, from start: Int) -> JSONTree.ID {
    let id = JSONTree.ID(values.count)
    values.append(JSONTree.Value(kind: kind, start: Int32(start), end: Int32(index)))
    if let last = open.indices.last {
      if open[last].last >= 0 {
        values[Int(open[last].last)].nextSibling = id
      } else {
        values[Int(open[last].id)].firstChild = id
      }
      open[last].last = id
    }
    return id
  }

  // MARK: Values

  /// Reads a value that holds no others, or the bracket one begins with.
  private mutating func beginValue() throws(JSONProblem) -> JSONTree.ID {
    skipSpace()
    let start = index
    switch next {
    case UInt8(ascii: "{"):
      index += 1
      return append(.object, from: start)
    case UInt8(ascii: "["):
      index += 1
      return append(.array, from: start)
    case UInt8(ascii: "\""):
      try readString()
      return append(.string, from: start)
    case UInt8(ascii: "t"): try read("true")
    case UInt8(ascii: "f"): try read("false")
    case UInt8(ascii: "n"):
      try read("null")
      return append(.null, from: start)
    case let byte? where byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte):
      try readNumber()
      return append(.number, from: start)
    case nil: throw problem("it ends where a value should be")
    default: throw problem("a value should be here: text in quotation marks, a number, { or [")
    }
    return append(.boolean, from: start)
  }

  private mutating func read(_ word: String) throws(JSONProblem) {
    guard bytes[index...].starts(with: word.utf8) else { throw problem("a value should be here") }
    index += word.utf8.count
  }

  private mutating func readName() throws(JSONProblem) {
    skipSpace()
    guard next == UInt8(ascii: "\"") else { throw problem("a name in quotation marks should be here") }
    let start = index
    try readString()
    _ = append(.string, from: start)
    skipSpace()
    guard next == UInt8(ascii: ":") else { throw problem("a colon should be here") }
    index += 1
  }

  private mutating func readString() throws(JSONProblem) {
    let start = index
    var isASCII = true
    index += 1
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        guard isASCII || String(validating: bytes[start..<index], as: UTF8.self) != nil else {
          throw problem("a text is not valid UTF-8", at: start)
        }
        return
      case UInt8(ascii: "\\"):
        guard index + 1 < bytes.count else { throw problem("a text does not end") }
        if bytes[index + 1] == UInt8(ascii: "u") {
          let digits = bytes[(index + 2)...].prefix(4)
          guard digits.count == 4, digits.allSatisfy(\.isHexadecimalDigit) else {
            throw problem("four hexadecimal digits should come after \\u")
          }
          index += 6
        } else {
          guard "\"\\/bfnrt".utf8.contains(bytes[index + 1]) else {
            throw problem("after \\ one of \" \\ / b f n r t or u should be")
          }
          index += 2
        }
      case 0..<0x20:
        throw problem(
          "a line end or another control character stands in a text; a closing quotation mark is lacking")
      case let byte:
        if byte >= 0x80 { isASCII = false }
        index += 1
      }
    }
    throw problem("a text does not end; a closing quotation mark is lacking")
  }

  private mutating func readNumber() throws(JSONProblem) {
    if next == UInt8(ascii: "-") { index += 1 }
    let start = index
    try readDigits()
    if bytes[start] == UInt8(ascii: "0"), index > start + 1 {
      throw problem("a number begins with a zero too many", at: start)
    }
    if next == UInt8(ascii: ".") {
      index += 1
      try readDigits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      index += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { index += 1 }
      try readDigits()
    }
  }

  private mutating func readDigits() throws(JSONProblem) {
    let start = index
    while let byte = next, (0x30...0x39).contains(byte) { index += 1 }
    guard index > start else { throw problem("a digit should be here") }
  }
}

extension UInt8 {
  fileprivate var isHexadecimalDigit: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }
}
