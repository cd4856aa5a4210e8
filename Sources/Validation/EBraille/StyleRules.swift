import Diagnostics

/// The rules of eBraille 1.0, 6.3 about style sheets.
enum StyleRules {
  static func findings(in sheet: StyleSheet) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for declaration in sheet.declarations {
      let (property, line) = (declaration.property, declaration.line)
      let words = Self.words(declaration.value)
      if property.hasPrefix("-epub-") {
        findings.append(.epubPrefix(property, line: line))
      } else if let word = words.first(where: { $0.hasPrefix("-epub-") }) {
        findings.append(.epubPrefix(word, line: line))
      }
      if isAboutFonts(property) { findings.append(.fontProperty(property, line: line)) }
      if let length = words.first(where: isUnreliableLength) {
        findings.append(.length(length, line: line))
      }
      if property == "content" || property == "list-style" || property == "list-style-type" {
        if let text = printText(in: declaration.value) {
          findings.append(.notBrailleInContent(text, line: line))
        }
      }
    }
    for query in sheet.queries { findings += Self.findings(inQuery: query.text, line: query.line) }
    return findings
  }

  /// What is wrong with a media query (6.4).
  static func findings(inQuery query: String, line: Int) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let words = Self.words(query.lowercased())
    if words.contains("braille") { findings.append(.brailleMedia(line: line)) }
    if words.contains("grid") { findings.append(.gridMedia(line: line)) }
    if words.contains("screen") { findings.append(.screenMedia(line: line)) }
    if let length = words.first(where: isUnreliableLength) { findings.append(.length(length, line: line)) }
    return findings
  }

  /// Properties that set fonts or draw on text.
  private static func isAboutFonts(_ property: String) -> Bool {
    property == "font" || property.hasPrefix("font-") || property == "color"
      || property.hasPrefix("text-decoration") || property.hasPrefix("text-emphasis")
      || ["text-shadow", "text-transform", "text-underline-position", "text-underline-offset"].contains(
        property)
  }

  /// Lengths that do not count in the size of a cell.
  private static let unreliableUnits = [
    "cm", "mm", "q", "in", "pt", "pc", "px", "vw", "vh", "vi", "vb", "vmin", "vmax", "svw", "svh", "lvw",
    "lvh",
    "dvw", "dvh",
  ]

  private static func isUnreliableLength(_ word: String) -> Bool {
    let number = word.prefix { $0.isASCII && ($0.isNumber || "+-.".contains($0)) }
    guard number.contains(where: \.isNumber) else { return false }
    return unreliableUnits.contains(word.dropFirst(number.count).lowercased())
  }

  /// The words of a value, without strings and addresses.
  private static func words(_ value: String) -> [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    func flush() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    var rest = value[...]
    while let character = rest.popFirst() {
      if let open = quote {
        if character == "\\" { _ = rest.popFirst() } else if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        flush()
        quote = character
      } else if character == "(", word.lowercased() == "url" {
        word = ""
        rest = rest.drop { $0 != ")" }
      } else if character.isWhitespace || "(),/:<>=*;".contains(character) {
        flush()
      } else {
        word.append(character)
      }
    }
    flush()
    return words
  }

  /// A string of a value that holds other characters than braille and blanks; nil when none does.
  private static func printText(in value: String) -> String? {
    var rest = value[...]
    while let quote = rest.popFirst() {
      guard quote == "\"" || quote == "'" else { continue }
      var text = ""
      while let character = rest.popFirst(), character != quote { text.append(character) }
      let isBraille = text.unicodeScalars.allSatisfy { (0x2800...0x28FF).contains($0.value) || $0.isXMLSpace }
      if !isBraille, !text.hasPrefix("\\") { return text }
    }
    return nil
  }
}
