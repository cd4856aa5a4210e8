public import DocumentModel
internal import Tables

/// The words the program adds of its own – headings such as Contents, labels such as Volume 2 – in the
/// language of the document, from `Tables/words`.
///
/// ```swift
/// let words = ProgramWords(document.metadata.language)
/// words.text(.contents)                                      // Cynnwys
/// words.text(.volumeOfVolumes, ["volume": "1", "volumes": "3"])  // Cyfrol 1 o 3
/// ```
///
/// Where a language has no words of its own, or not these, they are English; ``Phrase/language`` says
/// which they are, for markup and for a diagnostic.
public struct ProgramWords: Sendable {
  /// Words, and the language they are in.
  public struct Phrase: Hashable, Sendable {
    /// The words.
    public var text: String
    /// Their language: that of the document, or English.
    public var language: Language
    /// Whether English stands in for words another language lacks.
    public var isStandIn: Bool
  }

  /// The language that was asked for; English when none was.
  public let language: Language
  /// The tag of the language there are words in; nil when all are English.
  public let table: String?
  private let own: [String: String]

  /// Finds the words of a language.
  ///
  /// The script counts: `zh-TW` has the words of `zh-Hant`, and Punjabi in Arabic letters does not have
  /// those in Gurmukhi.
  public init(_ language: Language?) {
    self.language = language ?? .english
    let table = Self.table(for: self.language)
    self.table = table
    let lines = Tables.words.first { $0.language == table }?.lines
    own = table == "en" ? [:] : lines.map { WordTable($0).words } ?? [:]
  }

  /// Words with nothing to put in.
  public subscript(name: Name) -> Phrase { phrase(name) }

  /// Words with what is put in for their names in braces.
  public func phrase(_ name: Name, _ values: [String: String] = [:]) -> Phrase {
    if let words = own[name.rawValue] {
      return Phrase(text: Self.filled(words, values), language: language, isStandIn: false)
    }
    return Phrase(
      text: Self.filled(Self.englishWords[name.rawValue] ?? name.rawValue, values),
      language: table == "en" ? language : .english, isStandIn: table != "en")
  }

  /// The words alone, in whichever language they are.
  public func text(_ name: Name, _ values: [String: String] = [:]) -> String { phrase(name, values).text }

  /// The words of the page of formats, which is in one language throughout: where one of its words is
  /// lacking, all are English.
  public static func ofFormatsPage(_ language: Language?) -> ProgramWords {
    let words = ProgramWords(language)
    let isWhole = Name.allCases.allSatisfy { !$0.isOfFormatsPage || words.own[$0.rawValue] != nil }
    return words.table == "en" || isWhole ? words : ProgramWords(.english)
  }

  /// All the words there are in the language for what is in a document, a figure for what is put in, for
  /// whoever must know which characters they hold.
  public var all: String {
    (table == "en" ? Self.englishWords : own).filter {
      Name(rawValue: $0.key)?.isOfFormatsPage == false
    }.values.sorted().map { words in
      words.split(separator: "{", omittingEmptySubsequences: false).enumerated().map { index, part in
        index == 0 ? String(part) : "1" + part.drop { $0 != "}" }.dropFirst()
      }.joined()
    }.joined(separator: " ")
  }

  /// The tags of the languages there are words in, English first.
  public static var languages: [String] { Tables.words.map(\.language) }

  /// Words in every language that has them, for recognising them in a source.
  public static func inEveryLanguage(_ name: Name) -> [String] {
    Tables.words.compactMap { WordTable($0.lines).words[name.rawValue] }
  }

  // MARK: - Finding

  private static let englishWords = WordTable(Tables.words[0].lines).words

  private static func filled(_ words: String, _ values: [String: String]) -> String {
    guard words.contains("{") else { return words }
    var result = ""
    var rest = words[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      result += rest[..<open]
      result += values[String(name)] ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private static func table(for language: Language) -> String? {
    let (primary, script) = (language.wordsPrimary, language.script)
    let tags = languages
    if let script, tags.contains("\(primary)-\(script)") { return "\(primary)-\(script)" }
    guard tags.contains(primary), script == nil || script == usualScripts[primary] ?? "Latn" else {
      return nil
    }
    return primary
  }

  /// The scripts of the tables that are not in Latin letters.
  private static let usualScripts = [
    "uk": "Cyrl", "ru": "Cyrl", "el": "Grek", "ar": "Arab", "fa": "Arab", "ur": "Arab", "hi": "Deva",
    "pa": "Guru", "bn": "Beng", "gu": "Gujr", "zh": "Hans",
  ]
}

extension Language {
  /// The primary subtag, by the language whose words serve it.
  fileprivate var wordsPrimary: String {
    switch primary {
    case "yue", "cmn": "zh"
    case "pnb": "pa"
    default: primary
    }
  }

  /// The script the tag names or its region implies; nil for the usual one.
  fileprivate var script: String? {
    let subtags = tag.split { $0 == "-" || $0 == "_" }.dropFirst()
    if let script = subtags.first(where: { $0.utf8.count == 4 && $0.first?.isLetter == true }) {
      return script.prefix(1).uppercased() + script.dropFirst().lowercased()
    }
    let region = subtags.first { $0.utf8.count == 2 }?.uppercased()
    switch (primary, region) {
    case ("zh", "TW"), ("zh", "HK"), ("zh", "MO"), ("yue", _): return "Hant"
    case ("pnb", _), ("pa", "PK"): return "Arab"
    default: return nil
    }
  }
}
