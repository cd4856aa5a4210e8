import XMLTree

/// What is done to characters themselves, for a screen.
enum TextRefinement {
  /// The longest word that is not offered places to end a line in.
  private static let longest = 30
  private static let longestInTable = 8

  /// Text with places where a line may end in addresses and other words as long as a line, after the
  /// signs that part them.
  ///
  /// - Parameter isInTable: whether it stands in a column, which `TextWidth` takes to be as narrow as what
  ///   stands between strokes, after which not all browsers end a line.
  static func parted(_ text: String, isInTable: Bool = false) -> [XMLNode] {
    guard hasLongWord(text, isInTable: isInTable) else { return [.text(text)] }
    var nodes: [XMLNode] = []
    var piece: [UInt8] = []
    for word in text.utf8.split(separator: 0x20, omittingEmptySubsequences: false) {
      for (index, byte) in zip(word.indices, word) {
        piece.append(byte)
        // After the last of several signs, as in "https://".
        let next = word.index(after: index)
        let isRunOn = next < word.endIndex && signs.contains(word[next])
        let isPlace =
          word.count > longest && signs.contains(byte) && !isRunOn
          || isInTable && word.count > longestInTable && byte == 0x2F
        if isPlace, !piece.allSatisfy(signs.contains) {
          nodes += [.text(String(decoding: piece, as: UTF8.self)), .element(XMLElement("wbr"))]
          piece = []
        }
      }
      piece.append(0x20)
    }
    piece.removeLast()
    if !piece.isEmpty { nodes.append(.text(String(decoding: piece, as: UTF8.self))) }
    if case .element = nodes.last { nodes.removeLast() }
    return nodes
  }

  private static let signs: Set<UInt8> = Set("/?&=-_.,;:+%#".utf8)

  static func hasLongWord(_ text: String, isInTable: Bool = false) -> Bool {
    var length = 0
    var hasStroke = false
    for byte in text.utf8 {
      if byte == 0x20 || byte == 0x0A {
        length = 0
        hasStroke = false
      } else {
        length += 1
        hasStroke = hasStroke || byte == 0x2F
      }
      if length > longest || isInTable && hasStroke && length > longestInTable { return true }
    }
    return false
  }
}
