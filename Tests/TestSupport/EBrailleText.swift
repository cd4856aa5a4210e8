/// What a reader of an eBraille publication is given.
public enum EBrailleText {
  /// The cells of a page of XHTML as the program writes it, a line for each paragraph or the like.
  public static func lines(of page: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var line: [UInt8] = []
    var isShown = false
    var rest = String(decoding: page, as: UTF8.self)[...]
    while let first = rest.first {
      if first == "<" {
        let tag = rest.prefix { $0 != ">" }
        rest = rest.dropFirst(tag.count + 1)
        let name = tag.dropFirst().drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
        if name == "body" { isShown = true }
        guard name == "br" || !inline.contains(String(name)) else { continue }
        if !line.isEmpty { lines.append(line) }
        line = []
      } else {
        rest = rest.dropFirst()
        guard isShown else { continue }
        for scalar in first.unicodeScalars {
          line.append((0x2800...0x28FF).contains(scalar.value) ? UInt8(scalar.value - 0x2800) : 0)
        }
      }
    }
    return lines
  }

  private static let inline: Set<String> = [
    "a", "abbr", "cite", "code", "del", "dfn", "em", "ins", "kbd", "samp", "small", "span", "strong", "var",
    "wbr",
  ]
}
