/// Text that reads like the event handler of an element, ` onload=`.
///
/// As text it is harmless. Its equals sign is written as a reference all the same, so that no filter, no
/// editor and no search for active content takes it for what it is not.
extension UnsafeBufferPointer<UInt8> {
  /// Whether the equals sign at an index follows `on` and more letters that begin a word.
  func followsHandlerName(_ index: Int) -> Bool {
    var end = index
    while end > startIndex, Self.isSpace(self[end - 1]) { end -= 1 }
    var start = end
    while start > startIndex, Self.isLetter(self[start - 1]) { start -= 1 }
    guard end - start > 2, self[start] | 0x20 == UInt8(ascii: "o"),
      self[start + 1] | 0x20 == UInt8(ascii: "n")
    else { return false }
    return start == startIndex || Self.isSpace(self[start - 1])
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
