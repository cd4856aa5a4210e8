/// Words of a source made safe to show in a message: in quotation marks, on one line, cut after
/// `limit` characters, with control characters and direction overrides written as their code point
/// (`<U+202E>`), so that a hostile source can neither drive a terminal nor reorder what is read.
public func quoted(_ text: some StringProtocol, limit: Int = 40) -> String {
  var result = "\""
  var count = 0
  var spaceWaits = false
  for scalar in text.unicodeScalars {
    if scalar.properties.isWhitespace {
      spaceWaits = count > 0
      continue
    }
    if count >= limit {
      result += "…"
      break
    }
    if spaceWaits {
      result += " "
      count += 1
      spaceWaits = false
    }
    if scalar.isUnsafeToShow {
      result += "<U+" + hexadecimal(scalar.value) + ">"
    } else {
      result.unicodeScalars.append(scalar)
    }
    count += 1
  }
  return result + "\""
}

extension Unicode.Scalar {
  /// Whether the character does something to a terminal or to the order of text instead of showing.
  fileprivate var isUnsafeToShow: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
    // The two joiners shape letters of several scripts and are harmless; the rest of the class
    // holds the direction overrides.
    case .format: self != "\u{200C}" && self != "\u{200D}"
    default: false
    }
  }
}

private func hexadecimal(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
