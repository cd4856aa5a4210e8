/// Text without the control characters no report needs.
///
/// Tab and line ends stay. U+0000 becomes U+FFFD, as CommonMark (2.3) and HTML have it. Terminal
/// escape sequences go whole, so that their parameters are not left behind as text. What separates
/// (vertical tab, form feed, the information separators, NEL) becomes a space, so that no two words
/// are joined. All other C0 and C1 controls and DEL are removed.
struct ControlCharacters {
  private(set) var nulls = 0
  private(set) var removed = 0
  /// The offset of the first control character, in the text before.
  private(set) var first: Int?

  /// Longest terminal title or link that is taken for an escape sequence.
  private static let longestSequence = 4096

  /// Cleans text in valid UTF-8.
  mutating func clean(_ bytes: [UInt8]) -> [UInt8] {
    guard let start = Self.firstControl(in: bytes) else { return bytes }
    first = start
    var result = Array(bytes[..<start])
    result.reserveCapacity(bytes.count)
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0:
        nulls += 1
        result.append(contentsOf: [0xEF, 0xBF, 0xBD])
        index += 1
      case 0x1B:
        removed += 1
        index = Self.endOfSequence(in: bytes, from: index)
      case 0x0B, 0x0C, 0x1C...0x1F:
        removed += 1
        result.append(0x20)
        index += 1
      case 0x01...0x08, 0x0E...0x1A, 0x7F:
        removed += 1
        index += 1
      case 0xC2 where index + 1 < bytes.count && bytes[index + 1] < 0xA0:
        removed += 1
        if bytes[index + 1] == 0x85 { result.append(0x20) }
        index += 2
      default:
        result.append(byte)
        index += 1
      }
    }
    return result
  }

  private static func firstControl(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var previous: UInt8 = 0
      for (index, byte) in bytes.enumerated() {
        if byte < 0x20, byte != 0x0A, byte != 0x09, byte != 0x0D { return index }
        if byte == 0x7F { return index }
        if previous == 0xC2, byte < 0xA0 { return index - 1 }
        previous = byte
      }
      return nil
    }
  }

  /// The offset after the escape sequence (ECMA-48, 5.4 and 5.6) at `start`, or after the lone escape.
  private static func endOfSequence(in bytes: [UInt8], from start: Int) -> Int {
    var index = start + 1
    guard index < bytes.count else { return index }
    switch bytes[index] {
    case UInt8(ascii: "["):
      index += 1
      while index < bytes.count, index - start < longestSequence, (0x20...0x3F).contains(bytes[index]) {
        index += 1
      }
      guard index < bytes.count, (0x40...0x7E).contains(bytes[index]) else { return start + 1 }
      return index + 1
    case UInt8(ascii: "]"):
      while index < bytes.count, index - start < longestSequence, bytes[index] != 0x0A {
        if bytes[index] == 0x07 { return index + 1 }
        if bytes[index] == 0x1B, index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\\") {
          return index + 2
        }
        index += 1
      }
      return start + 1
    default:
      return start + 1
    }
  }
}
