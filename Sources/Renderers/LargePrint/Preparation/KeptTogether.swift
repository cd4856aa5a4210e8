/// Keeps dates, numbers, sums and telephone numbers on one line (UKAAF minimum standards 2012; ACB):
/// the spaces in them become no-break spaces.
enum KeptTogether {
  /// The text with no-break spaces where a line may not end.
  static func text(_ text: String) -> String {
    // Without a digit there is nothing to keep.
    guard text.utf8.contains(where: \.isDigit) else { return text }
    var bytes = Array(text.utf8)
    var spaces: [Int] = []
    var before: Range<Int>?
    var chain = 0
    for word in words(of: bytes) {
      if let previous = before {
        let length = chain + 1 + word.count
        if length <= longest, belong(bytes[previous], bytes[word]) {
          spaces.append(previous.upperBound)
          chain = length
        } else {
          chain = word.count
        }
      } else {
        chain = word.count
      }
      before = word
    }
    guard !spaces.isEmpty else { return text }
    for index in spaces.reversed() { bytes.replaceSubrange(index...index, with: [0xC2, 0xA0]) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The longest run of characters that is kept on a line: a line of 36 point holds 30.
  private static let longest = 24

  /// Words with a single space before them; what follows two spaces or a line end begins anew.
  private static func words(of bytes: [UInt8]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == 0x20 {
      words.append(start..<index)
      start = index + 1
    }
    words.append(start..<bytes.count)
    return words
  }

  /// Whether a line may not end between two words.
  private static func belong(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    guard let last = left.last, let first = right.first else { return false }
    let endsInDigit = last.isDigit || (last == UInt8(ascii: ")") && left.isNumeral)
    if endsInDigit {
      // Groups of a number or of a telephone number; a sum.
      if first.isDigit, left.isNumeral, right.isNumeral { return left.count <= 5 || right.count <= 5 }
      if left.isNumeral, operators.contains(Array(right)) { return true }
      // 12 May, 5 kg, 3 million.
      let word = right.bareWord
      if left.isNumeral, units.contains(word) { return true }
      return left.isNumeral && left.count <= 3 && months.contains(word)
    }
    guard first.isDigit || [UInt8(ascii: "("), UInt8(ascii: "+")].contains(first), right.isNumeral else {
      return false
    }
    if operators.contains(Array(left)) { return true }
    let word = left.bareWord
    // May 2026, page 7.
    return months.contains(word) || (labels.contains(word) && right.count <= 6)
  }

  private static let operators: Set<[UInt8]> = Set(
    ["+", "-", "=", "×", "÷", "−", "–", "*", "<", ">", "≤", "≥"].map { Array($0.utf8) })

  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
    "dec",
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre", "décembre", "januar", "februar", "märz", "juni", "juli", "oktober", "dezember", "ionawr",
    "chwefror", "mawrth", "ebrill", "mehefin", "gorffennaf", "awst", "medi", "hydref", "tachwedd", "rhagfyr",
  ]

  private static let units: Set<String> = [
    "%", "kg", "g", "mg", "km", "m", "cm", "mm", "mi", "miles", "ft", "in", "l", "ml", "am", "pm", "a.m",
    "p.m",
    "million", "billion", "thousand", "hundred", "m²", "m³", "km²", "kb", "mb", "gb", "kwh", "mw", "gw", "hz",
    "°c", "°f", "c", "f", "€", "kr", "px", "pt", "years", "days", "hours", "minutes", "weeks", "months",
  ]

  private static let labels: Set<String> = [
    "page", "pages", "p", "pp", "table", "figure", "chapter", "section", "note", "no", "nos", "appendix",
    "part", "paragraph", "£", "€", "$", "tel", "volume",
  ]
}

extension UInt8 {
  /// Whether it is a digit of ASCII.
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}

extension ArraySlice<UInt8> {
  /// Whether there are digits and nothing else but what stands in numbers, telephone numbers, money and
  /// the sentence around them.
  fileprivate var isNumeral: Bool {
    var digits = false
    for byte in self {
      if byte.isDigit { digits = true; continue }
      switch byte {
      // ( ) + - . , / : ; $ and the bytes of £, € and of other signs that are no letters of English.
      case 0x28, 0x29, 0x2B, 0x2D, 0x2E, 0x2C, 0x2F, 0x3A, 0x3B, 0x24, 0x25, 0x80...0xFF: continue
      default: return false
      }
    }
    return digits
  }

  /// The word in small letters without the punctuation after it.
  fileprivate var bareWord: String {
    guard count <= 14 else { return "" }
    var word = self
    while let last = word.last, [0x2E, 0x2C, 0x3B, 0x3A, 0x29, 0x3F, 0x21].contains(last) {
      word = word.dropLast()
    }
    return String(decoding: word, as: UTF8.self).lowercased()
  }
}
