import Diagnostics

extension String {
  /// Whether it begins with a letter that runs from right to left.
  var isRightToLeft: Bool {
    guard let letter = unicodeScalars.first(where: \.properties.isAlphabetic) else { return false }
    return (0x590...0x8FF).contains(letter.value) || (0xFB1D...0xFEFE).contains(letter.value)
  }

  var withoutControlsButTabs: String {
    guard
      unicodeScalars.contains(where: {
        $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || $0 == "\u{FFFE}" || $0 == "\u{FFFF}"
      })
    else { return self }
    var result = ""
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x09: result += "\t"
      case 0x0A, 0x0D: result += " "
      case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension SourceRange {
  /// The range of characters that begin where this does.
  func extended(by text: String) -> SourceRange {
    SourceRange(
      start, SourcePosition(line: start.line, column: start.column + text.unicodeScalars.count), part: part)
  }
}

extension String {
  /// Whether an address holds a program or a page. Browsers pass over control characters and white
  /// space before and inside the scheme.
  var isActiveAddress: Bool {
    let scheme = String(
      String.UnicodeScalarView(unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }.prefix(16))
    ).lowercased()
    return ["javascript:", "vbscript:", "data:text/", "data:applica"].contains(where: scheme.hasPrefix)
  }
}
