/// The words of a text by their letters alone, for counting and comparing.
enum WordList {
  /// Words and numbers in small letters: letters, digits, and the marks that stand inside of them.
  /// Contractions are parted: `can't` is `can` and `not`, `we'll` is `we` and `will`.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    var current = ""
    var pending: Unicode.Scalar?
    func flush() {
      if !current.isEmpty { append(current.lowercased(), to: &words) }
      current = ""
      pending = nil
    }
    for scalar in text.unicodeScalars {
      if isLetterOrDigit(scalar) {
        if let mark = pending {
          current.unicodeScalars.append(mark)
          pending = nil
        }
        current.unicodeScalars.append(scalar)
      } else if pending == nil, !current.isEmpty,
        scalar == "'" || scalar == "\u{2019}" || scalar == "," || scalar == "."
      {
        pending = scalar == "\u{2019}" ? "'" : scalar
        // A comma or full stop belongs to a word only between digits: 1,000 and 3.5.
        if scalar == "," || scalar == ".",
          current.unicodeScalars.last.map({ (0x30...0x39).contains($0.value) }) != true
        {
          flush()
        }
      } else {
        flush()
      }
    }
    flush()
    return words
  }

  private static func append(_ word: String, to words: inout [String]) {
    switch word {
    case "cannot", "can't": words += ["can", "not"]
    case "won't": words += ["will", "not"]
    case "shan't": words += ["shall", "not"]
    default:
      if word.hasSuffix("n't"), word.utf8.count > 3 {
        words += [String(word.dropLast(3)), "not"]
      } else if word.hasSuffix("'ll") {
        words += [String(word.dropLast(3)), "will"]
      } else {
        words.append(word)
      }
    }
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case ..<0xAA: false
    case 0x2000...0x206F, 0xFFFC: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }
}
