/// Escapes, so that nothing in a text is read as a mark of Markdown.
extension TextWriter {
  /// Text with line ends as spaces: one at the beginning or the end counts.
  func escaped(_ joined: String, around text: String, isFollowed: Bool) -> String {
    var joined = joined
    if text.first?.isNewline == true { joined = " " + joined }
    if text.last?.isNewline == true, text.count > 1 { joined += " " }
    return escaped(joined, isFollowed: isFollowed)
  }

  /// Text in which no character is a mark of Markdown. Addresses are links as they stand.
  ///
  /// - Parameter isFollowed: whether something stands close behind it, which would be taken for a part of an
  ///   address at its end.
  func escaped(_ text: String, isFollowed: Bool = false) -> String {
    guard syntax == .markdown, Self.mayNeedEscapes(text) else { return text }
    var result = ""
    var isInAddress = false
    var rest = text[...]
    while let character = rest.first {
      if character.isWhitespace {
        isInAddress = false
      } else if !isInAddress, "hHwfF".contains(character), let start = Self.addressStart(of: rest) {
        let word = rest.prefix { !$0.isWhitespace }
        isInAddress =
          Self.mayPrecede(result.last) && Self.isPlainAddress(word)
          && !(isFollowed && word.endIndex == text.endIndex)
        if !isInAddress {
          let mark: Character = start == "www." ? "." : ":"
          let name = rest.prefix { $0 != mark }
          result += name + "\\" + String(mark)
          rest = rest.dropFirst(name.count + 1)
          continue
        }
      }
      rest.removeFirst()
      let isMark =
        isInAddress ? "\\`*[]<>".contains(character) : "\\`*_[]<>$~|&".contains(character)
      if isMark { result.append("\\") }
      result.append(character)
    }
    return result
  }

  /// What an address begins with that a text begins with: schemes count in any case.
  private static func addressStart(of text: Substring) -> String? {
    let scheme = text.prefix(8).lowercased()
    return ["http://", "https://", "ftp://"].first { scheme.hasPrefix($0) }
      ?? (text.hasPrefix("www.") ? "www." : nil)
  }

  /// Whether a text has a byte of a mark, or the beginning of an address: most have neither, and need no look
  /// at their characters.
  private static func mayNeedEscapes(_ text: String) -> Bool {
    var (before, last): (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      switch byte {
      // \ ` * _ [ ] < > $ ~ | &
      case 0x5C, 0x60, 0x2A, 0x5F, 0x5B, 0x5D, 0x3C, 0x3E, 0x24, 0x7E, 0x7C, 0x26: return true
      // The colon and the two slashes of http://, and www.
      case 0x2F where last == 0x2F && before == 0x3A, 0x77 where last == 0x77 && before == 0x77: return true
      default: break
      }
      (before, last) = (last, byte)
    }
    return false
  }

  /// A heading whose last characters would be taken for the end of its marks, with an escape before them.
  static func withSafeEnd(_ heading: String) -> String {
    guard heading.hasSuffix("#") else { return heading }
    let words = heading.prefix(heading.count - heading.reversed().prefix { $0 == "#" }.count)
    return words.isEmpty || words.last == " " ? heading.dropLast() + "\\#" : heading
  }

  /// A line whose first characters would begin a list, a heading or a rule, with an escape before them.
  static func withSafeStart(_ line: String) -> String {
    guard let first = line.first else { return line }
    if "-+=#".contains(first) { return "\\" + line }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty, let mark = line.dropFirst(digits.count).first, mark == "." || mark == ")" {
      let rest = line.dropFirst(digits.count + 1)
      if rest.isEmpty || rest.first == " " { return digits + "\\" + String(mark) + rest }
    }
    return line
  }
}
