/// The content of a `data:` address (RFC 2397).
struct DataAddress {
  let bytes: [UInt8]

  /// Nil when the address is of another scheme or its base64 (RFC 4648, 4) is broken.
  init?(_ address: String) {
    let text = address.drop(while: \.isWhitespace).utf8
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")),
      let comma = text[colon...].firstIndex(of: UInt8(ascii: ",")),
      String(decoding: text[..<colon], as: UTF8.self).lowercased() == "data"
    else { return nil }
    let head = String(decoding: text[colon..<comma], as: UTF8.self).lowercased()
    let body = Self.unescaped(text[text.index(after: comma)...])
    guard head.hasSuffix(";base64") else { bytes = body; return }
    guard let decoded = Self.base64(body) else { return nil }
    bytes = decoded
  }

  private static func unescaped(_ text: String.UTF8View.SubSequence) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var rest = text
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%") {
        let digits = rest.prefix(2).compactMap(hexadecimalValue)
        if digits.count == 2 {
          bytes.append(digits[0] << 4 | digits[1])
          rest = rest.dropFirst(2)
          continue
        }
      }
      bytes.append(byte)
    }
    return bytes
  }

  /// White space within is passed over, as browsers do.
  private static func base64(_ text: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var bits: UInt32 = 0
    var count = 0
    var padding = 0
    for byte in text {
      let value: UInt32
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(byte) - 65
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(byte) - 71
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(byte) + 4
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      case UInt8(ascii: "="): padding += 1; continue
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D: continue
      default: return nil
      }
      if padding > 0 { return nil }
      bits = bits << 6 | value
      count += 1
      if count == 4 {
        bytes.append(UInt8(truncatingIfNeeded: bits >> 16))
        bytes.append(UInt8(truncatingIfNeeded: bits >> 8))
        bytes.append(UInt8(truncatingIfNeeded: bits))
        bits = 0
        count = 0
      }
    }
    switch count {
    case 0: break
    case 2: bytes.append(UInt8(truncatingIfNeeded: bits >> 4))
    case 3:
      bytes.append(UInt8(truncatingIfNeeded: bits >> 10))
      bytes.append(UInt8(truncatingIfNeeded: bits >> 2))
    default: return nil
    }
    return bytes
  }

  static func hexadecimalValue(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x37
    case 0x61...0x66: digit - 0x57
    default: nil
    }
  }
}
