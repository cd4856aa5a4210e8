import Wording

/// What languages are called.
enum LanguageNames {
  /// The name of a language in another, as it stands within a sentence; its tag where it has none there.
  static func name(_ tag: String, in words: ProgramWords) -> String {
    let primary = tag.prefix { $0 != "-" && $0 != "_" }.lowercased() + " "
    let names = words.text(.formatsLanguageNames).split(separator: "; ")
    return names.first { $0.hasPrefix(primary) }.map { String($0.dropFirst(primary.count)) } ?? tag
  }

  /// The name of a language in English.
  static func english(_ tag: String) -> String { name(tag, in: ProgramWords(.english)) }
}
