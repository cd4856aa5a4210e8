/// Names of sentences that stay the same while their words do.
public enum SentenceID {
  /// Eight hexadecimal digits made from the words, without regard to the width of spaces or to what
  /// has no words (FNV-1a, 64 bits, folded).
  public static func of(_ text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) {
      hash ^= UInt64(byte)
      hash = hash &* 0x0000_0100_0000_01B3
    }
    var pendingSpace = false
    var hasBegun = false
    for scalar in text.unicodeScalars where scalar != "\u{FFFC}" {
      let value = scalar.value
      if value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : scalar.properties.isWhitespace {
        pendingSpace = hasBegun
        continue
      }
      if pendingSpace { add(0x20) }
      pendingSpace = false
      hasBegun = true
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { add(byte) }
    }
    let folded = UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    let digits = String(folded, radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }
}
