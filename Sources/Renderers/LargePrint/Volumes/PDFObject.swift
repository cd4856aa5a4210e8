/// What a PDF is made of (ISO 32000-1, 7.3), as far as finding places takes.
enum PDFObject {
  case dictionary([String: PDFObject])
  case array([PDFObject])
  /// A name, a number or a word such as `true`; a name has its slash.
  case word(String)
  case string([UInt8])
  case reference(Int)

  subscript(_ key: String) -> PDFObject? {
    if case .dictionary(let entries) = self { entries[key] } else { nil }
  }

  var elements: [PDFObject]? { if case .array(let elements) = self { elements } else { nil } }

  var number: Double? { if case .word(let word) = self { Double(word) } else { nil } }

  /// A string as text: UTF-16 with a byte order mark, else bytes that are ASCII here.
  var text: String? {
    guard case .string(let bytes) = self else { return nil }
    guard bytes.starts(with: [0xFE, 0xFF]) else { return String(decoding: bytes, as: UTF8.self) }
    var units: [UInt16] = []
    for index in stride(from: 2, to: bytes.count - 1, by: 2) {
      units.append(UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1]))
    }
    return String(decoding: units, as: UTF16.self)
  }
}

/// Reads objects out of the bytes of a PDF.
struct PDFObjectParser {
  private let bytes: ArraySlice<UInt8>
  private(set) var position: Int
  private var depth = 0

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// The next object, or nil where there is none.
  mutating func object() -> PDFObject? {
    skipSpace()
    guard position < bytes.endIndex, depth < 64 else { return nil }
    depth += 1
    defer { depth -= 1 }
    switch bytes[position] {
    case UInt8(ascii: "<"):
      if peek(1) == UInt8(ascii: "<") {
        position += 2
        return dictionary()
      }
      position += 1
      return hexadecimal()
    case UInt8(ascii: "("):
      position += 1
      return literal()
    case UInt8(ascii: "["):
      position += 1
      var elements: [PDFObject] = []
      while true {
        skipSpace()
        guard position < bytes.endIndex else { return nil }
        if bytes[position] == UInt8(ascii: "]") {
          position += 1
          return .array(elements)
        }
        guard let element = object() else { return nil }
        elements.append(element)
      }
    default: return wordOrReference()
    }
  }

  private mutating func dictionary() -> PDFObject? {
    var entries: [String: PDFObject] = [:]
    while true {
      skipSpace()
      guard position < bytes.endIndex else { return nil }
      if bytes[position] == UInt8(ascii: ">") {
        position += 2
        return .dictionary(entries)
      }
      guard case .word(let key)? = object(), key.hasPrefix("/"), let value = object() else { return nil }
      entries[String(key.dropFirst())] = value
    }
  }

  private mutating func hexadecimal() -> PDFObject? {
    var digits: [UInt8] = []
    while position < bytes.endIndex, bytes[position] != UInt8(ascii: ">") {
      if let digit = Character(UnicodeScalar(bytes[position])).hexDigitValue { digits.append(UInt8(digit)) }
      position += 1
    }
    position += 1
    if digits.count % 2 == 1 { digits.append(0) }
    return .string(stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] })
  }

  private mutating func literal() -> PDFObject? {
    var string: [UInt8] = []
    var open = 1
    while position < bytes.endIndex {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "("): open += 1
      case UInt8(ascii: ")"):
        open -= 1
        if open == 0 { return .string(string) }
      case UInt8(ascii: "\\"):
        guard position < bytes.endIndex else { return nil }
        let next = bytes[position]
        position += 1
        switch next {
        case UInt8(ascii: "n"): string.append(10)
        case UInt8(ascii: "r"): string.append(13)
        case UInt8(ascii: "t"): string.append(9)
        case 0x30...0x37:
          var value = Int(next - 0x30)
          for _ in 0..<2 {
            guard position < bytes.endIndex, (0x30...0x37).contains(bytes[position]) else { break }
            value = value * 8 + Int(bytes[position] - 0x30)
            position += 1
          }
          string.append(UInt8(truncatingIfNeeded: value))
        default: string.append(next)
        }
        continue
      default: break
      }
      string.append(byte)
    }
    return nil
  }

  private mutating func wordOrReference() -> PDFObject? {
    let word = word()
    guard !word.isEmpty else { return nil }
    guard let number = Int(word) else { return .word(word) }
    // "12 0 R"
    let before = position
    skipSpace()
    if Int(self.word()) != nil {
      skipSpace()
      if self.word() == "R" { return .reference(number) }
    }
    position = before
    return .word(word)
  }

  /// A word: up to a space or the beginning of something else.
  mutating func word() -> String {
    let start = position
    if position < bytes.endIndex, bytes[position] == UInt8(ascii: "/") { position += 1 }
    while position < bytes.endIndex {
      let byte = bytes[position]
      if Self.isSpace(byte) || Self.delimiters.contains(byte) { break }
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  mutating func skipSpace() {
    while position < bytes.endIndex, Self.isSpace(bytes[position]) { position += 1 }
  }

  private func peek(_ distance: Int) -> UInt8? {
    position + distance < bytes.endIndex ? bytes[position + distance] : nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) || byte == 0 }
  private static let delimiters: Set<UInt8> = Set("<>[]()/".utf8)
}
