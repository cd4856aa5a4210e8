internal import Tables

/// Puts right what a code's table reads back in other letters than the language has.
struct PrintRepair: Sendable {
  private let letters: [Letters]
  /// Words that a sign stands for by itself, and the letters it stands for inside other words.
  private let wordSigns: [(word: String, letters: String)]
  private let isArabic: Bool

  init(code: BrailleCode) {
    letters = Self.table[code.id] ?? []
    wordSigns = Self.wordSigns[code.id] ?? []
    isArabic = code.language == "ar"
  }

  /// The word as the language writes it.
  func apply(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    let result = Self.joiningVowels(Self.readingKha(replacingLetters(in: text)))
    return isArabic ? Self.movingDoubling(result) : result
  }

  /// The word with words inside it read as letters: all of them, then each by itself.
  func shortened(_ text: String) -> [String] {
    // CYFFREDINOL as cyffredinol.
    if text.count > 1, text == text.uppercased(), text != text.lowercased() {
      return shortened(text.lowercased()).map { $0.uppercased() }
    }
    let marked = Self.lessMarked(text)
    if !marked.isEmpty { return marked }
    let inside = wordSigns.filter { text.contains($0.word) && text.count > $0.word.count }
    guard !inside.isEmpty else { return [] }
    var all = text
    for sign in inside { all = all.replacing(sign.word, with: sign.letters) }
    return [all] + (inside.count > 1 ? inside.map { text.replacing($0.word, with: $0.letters) } : [])
  }

  /// A word of Arabic letters as print has it, which shows few short vowels: tables read contractions back
  /// with all of theirs. First without any, then with those on an aspirated letter after its sign.
  private static func lessMarked(_ text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    let isVowel: (Unicode.Scalar) -> Bool = { (0x64E...0x650).contains($0.value) }
    guard scalars.contains(where: isVowel) else { return [] }
    var moved = scalars
    for index in moved.indices.dropLast() where isVowel(moved[index]) && moved[index + 1].value == 0x6BE {
      moved.swapAt(index, index + 1)
    }
    let plain = String(String.UnicodeScalarView(scalars.filter { !isVowel($0) }))
    return [plain] + (moved == scalars ? [] : [String(String.UnicodeScalarView(moved))])
  }

  /// The word with one vowel left a letter where the others have become signs: after a consonant with
  /// its own vowel.
  func variants(of text: String) -> [String] {
    let scalars = Array(replacingLetters(in: text).unicodeScalars)
    let vowels = scalars.indices.dropFirst().filter {
      Self.vowelSign(scalars[$0].value) != nil && Self.isConsonant(scalars[$0 - 1].value)
    }
    return vowels.prefix(12).map { vowel in
      Self.joiningVowels(String(String.UnicodeScalarView(scalars[..<vowel])))
        + Self.joiningVowels(String(String.UnicodeScalarView(scalars[vowel...])))
    }
  }

  /// What the table reads, and what is meant: scalars, since a letter may have marks on it.
  private struct Letters {
    var from: [Unicode.Scalar]
    var to: [Unicode.Scalar]
  }

  private func replacingLetters(in text: String) -> String {
    guard !letters.isEmpty else { return text }
    var scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      if let match = letters.first(where: { scalars[index...].starts(with: $0.from) }) {
        scalars.replaceSubrange(index..<(index + match.from.count), with: match.to)
        index += match.to.count
      } else {
        index += 1
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// In the scripts of India the sign of a full stop inside a word is the letter kha, which tables read
  /// back as the stop.
  private static func readingKha(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var scalars = Array(text.unicodeScalars)
    for index in scalars.indices.dropLast() where scalars[index] == "." {
      let next = scalars[index + 1].value
      guard (0x900..<0xD80).contains(next), isConsonant(next) || vowelSign(next) != nil,
        let kha = Unicode.Scalar(next & ~0x7F + 0x16)
      else { continue }
      scalars[index] = kha
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// In the scripts of India a vowel after a consonant is a sign on it. Bharati braille has one cell for
  /// both, and tables read it back as the letter.
  private static func joiningVowels(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let last = result.last?.value, isVowelSign(scalar.value), endsSyllable(last),
        let letter = Unicode.Scalar(scalar.value - 0x38)
      {
        result.append(letter)
      } else if let last = result.last?.value, let sign = vowelSign(scalar.value), isConsonant(last),
        last & ~0x7F == scalar.value & ~0x7F, let joined = Unicode.Scalar(sign)
      {
        result.append(joined)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Blocks of Indic scripts are laid out alike: letters AA to AU, and their signs 0x38 further on.
  private static func vowelSign(_ value: UInt32) -> UInt32? {
    guard (0x900..<0xD80).contains(value), (0x06...0x14).contains(value & 0x7F) else { return nil }
    return value + 0x38
  }

  /// Signs of vowels, AA to AU.
  private static func isVowelSign(_ value: UInt32) -> Bool {
    (0x900..<0xD80).contains(value) && (0x3E...0x4C).contains(value & 0x7F)
  }

  /// Whether a vowel after this is a letter: after the sign of another vowel, and the addak of Gurmukhi.
  private static func endsSyllable(_ value: UInt32) -> Bool { isVowelSign(value) || value == 0xA71 }

  private static func isConsonant(_ value: UInt32) -> Bool {
    guard (0x900..<0xD80).contains(value) else { return false }
    return (0x15...0x39).contains(value & 0x7F) || value & 0x7F == 0x3C
      || (0x58...0x5F).contains(value & 0x7F)
  }

  /// Arabic braille has the sign of doubling before the letter, print has it on the letter.
  private static func movingDoubling(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    var index = 0
    while index + 1 < scalars.count {
      if scalars[index].value == 0x651, scalars[index + 1].properties.isAlphabetic {
        scalars.swapAt(index, index + 1)
        index += 1
      }
      index += 1
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private static let rows: [(codes: [String], from: String, to: String)] = {
    String(decoding: Tables.readBack, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .compactMap { line in
        let fields = line.split(separator: "\t").map(String.init)
        guard fields.count > 2 else { return nil }
        return (fields[0].split(separator: ",").map(String.init), fields[1], fields[2])
      }
  }()

  private static let table: [String: [Letters]] = {
    var table: [String: [Letters]] = [:]
    for (codes, from, to) in rows where !from.hasPrefix("?") {
      let letters = Letters(from: Array(from.unicodeScalars), to: Array(to.unicodeScalars))
      for code in codes { table[code, default: []].append(letters) }
    }
    return table
  }()

  private static let wordSigns: [String: [(word: String, letters: String)]] = {
    var signs: [String: [(word: String, letters: String)]] = [:]
    for (codes, from, to) in rows where from.hasPrefix("?") {
      for code in codes { signs[code, default: []].append((String(from.dropFirst()), to)) }
    }
    return signs
  }()
}
