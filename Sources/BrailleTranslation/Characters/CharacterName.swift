/// What a transcriber's note calls a character no braille table knows.
enum CharacterName {
  /// The name in small letters: ours when there is one, Unicode's, or `U+E123` when it has none.
  static func of(_ value: UInt32) -> String {
    if let name = Equivalents.shared.names[value] { return name }
    guard let scalar = Unicode.Scalar(value), let name = scalar.properties.name ?? scalar.properties.nameAlias
    else { return codePoint(value) }
    let lower = name.lowercased()
    return lower.hasPrefix("combining ") ? String(lower.dropFirst("combining ".count)) : lower
  }

  /// The names of characters that stand together: words all the names begin with are said once, so
  /// `سلام` is `arabic letter seen, lam, alef, meem`.
  static func list(_ names: [String]) -> [String] {
    guard names.count > 1, let first = names.first else { return names }
    let words = names.map { $0.split(separator: " ") }
    var shared = (first.split(separator: " ").count) - 1
    for name in words {
      var same = 0
      while same < min(shared, name.count - 1), name[same] == words[0][same] { same += 1 }
      shared = same
    }
    return [first] + words.dropFirst().map { $0.dropFirst(shared).joined(separator: " ") }
  }

  private static func codePoint(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
