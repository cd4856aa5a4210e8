/// What a paragraph's style says the paragraph is, whatever program and language named it.
enum StyleRole: Hashable {
  case title, subtitle, author, date
  case caption
  case quote
  case code
  case toc(level: Int)
  case tocHeading
  case definitionTerm, definition
  case listContinuation
  case verse
}

/// Names of styles by what they mean. Word writes its own styles' names in English whatever language
/// it shows; other programs write those of their users.
enum StyleNames {
  /// The level of a heading style by its name or identifier; nil for any other.
  static func headingLevel(_ name: String) -> Int? {
    let folded = name.lowercased().filter { $0 != " " && $0 != "-" && $0 != "_" }
    if let level = publishers[folded] { return level }
    guard let digit = folded.last?.wholeNumberValue, (1...9).contains(digit) else { return nil }
    let word = String(folded.dropLast())
    return headingWords.contains(word) ? digit : nil
  }

  /// "Heading" as Word and LibreOffice have it in the languages of Europe and the largest others.
  private static let headingWords: Set<String> = [
    "heading", "überschrift", "berschrift", "ueberschrift", "titre", "título", "titulo", "ttulo", "titolo",
    "kop", "rubrik", "overskrift", "otsikko", "nagłówek", "naglowek", "nagwek", "nadpis", "címsor", "cmsor",
    "başlık", "balk", "заголовок", "επικεφαλίδα", "pennawd", "ceannteideal", "titlu", "naslov", "virsraksts",
    "antraštė", "pealkiri", "fyrirsögn", "标题", "標題", "見出し", "제목", "عنوان", "כותרת", "शीर्षक",
    "encapçalament", "izenburua", "título do capítulo", "titulli", "heading(user)",
  ]

  /// Heading styles as publishers name their own, which seldom have an outline level.
  private static let publishers: [String: Int] = [
    "chaptertitle": 1, "chapterheading": 1, "parttitle": 1, "heada": 2, "headb": 3, "headc": 4, "headd": 5,
    "ahead": 2, "bhead": 3, "chead": 4, "dhead": 5,
  ]

  /// What a style is by its name.
  static func role(_ name: String) -> StyleRole? {
    let folded = name.lowercased()
    if let role = roles[folded] { return role }
    if folded.contains("caption") { return .caption }
    if folded.hasPrefix("code") || folded.hasPrefix("source code") { return .code }
    let words = folded.split(separator: " ")
    if words.count == 2, words[0] == "toc" || words[0] == "contents", let level = Int(words[1]) {
      return .toc(level: level)
    }
    return nil
  }

  private static let roles: [String: StyleRole] = {
    let names: [(StyleRole, [String])] = [
      (
        .title,
        [
          "title", "titel", "titre", "título", "titulo", "titolo", "tytuł", "otsikko", "název", "cím",
          "konu başlığı", "название", "τίτλος", "teitl", "titlu", "标题", "표제", "表題", "document title",
        ]
      ),
      (
        .subtitle,
        [
          "subtitle", "untertitel", "sous-titre", "subtítulo", "sottotitolo", "ondertitel", "undertitel",
          "undertittel", "underrubrik", "alaotsikko", "podtytuł", "podtitul", "подзаголовок", "isdeitl",
        ]
      ),
      (.author, ["author", "authors"]), (.date, ["date"]),
      (
        .caption,
        [
          "caption", "beschriftung", "légende", "legenda", "leyenda", "descripción", "didascalia",
          "bijschrift",
          "billedtekst", "bildetekst", "bildtext", "beskrivning", "kuvan otsikko", "podpis", "titulek",
          "название объекта", "table caption", "image caption", "figure caption", "tabelle", "abbildung",
          "illustration", "illustration index heading", "drawing", "figure",
        ]
      ),
      (
        .quote,
        [
          "quote", "intense quote", "block text", "quotations", "blockquote", "block quote", "quotation",
          "zitat", "intensives zitat", "citation", "citation intense", "cita", "cita destacada", "citazione",
          "citaat", "citat", "sitat", "cytat", "цитата",
        ]
      ),
      (
        .code,
        [
          "html preformatted", "source code", "code", "preformatted text", "macro", "macro text",
          "code block",
          "codeblock", "verbatim", "listing", "html vorformatiert", "préformaté html", "préformatéhtml",
        ]
      ),
      (
        .tocHeading,
        ["toc heading", "contents heading", "inhaltsverzeichnisüberschrift", "en-tête de table des matières"]
      ),
      (.definitionTerm, ["definition term", "list heading"]), (.definition, ["definition", "list contents"]),
      (
        .listContinuation,
        ["list continue", "list continue 2", "list continue 3", "list continue 4", "list continue 5"]
      ),
      (.verse, ["verse", "poem", "poetry"]),
    ]
    return Dictionary(names.flatMap { role, names in names.map { ($0, role) } }) { first, _ in first }
  }()

  /// Character styles whose text is code.
  static let code: Set<String> = [
    "verbatim char", "html code", "code", "source text", "code char", "inline code", "html typewriter",
    "source code char", "html keyboard", "html sample",
  ]

  /// Paragraph styles of the first row of tables.
  static let tableHeadings: Set<String> = ["table heading", "table header", "tabellenüberschrift"]
}
