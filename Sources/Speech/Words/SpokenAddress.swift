/// Addresses of the web and of mail, as they are read out.
struct SpokenAddress {
  private var dot: String
  private var at: String
  private var slash: String
  private var hyphen: String
  private var underscore: String

  /// The address in English, or nil for a word that is none.
  static func english(_ word: Substring) -> String? { spoken(word, language: "en") }

  /// The address in the words of a language, or nil for a word that is none.
  static func spoken(_ word: Substring, language: String) -> String? {
    guard let plain = address(word) else { return nil }
    let words = all[language] ?? SpokenAddress(dot: ".", at: "@", slash: "/", hyphen: "-", underscore: "_")
    return words.say(plain)
  }

  private static let all = [
    "en": SpokenAddress(dot: "dot", at: "at", slash: "slash", hyphen: "dash", underscore: "underscore"),
    "fr": SpokenAddress(
      dot: "point", at: "arobase", slash: "slash", hyphen: "tiret", underscore: "tiret bas"),
    "de": SpokenAddress(
      dot: "Punkt", at: "ät", slash: "Schrägstrich", hyphen: "Bindestrich", underscore: "Unterstrich"),
    "es": SpokenAddress(
      dot: "punto", at: "arroba", slash: "barra", hyphen: "guion", underscore: "guion bajo"),
    "it": SpokenAddress(
      dot: "punto", at: "chiocciola", slash: "barra", hyphen: "trattino", underscore: "trattino basso"),
    "pt": SpokenAddress(
      dot: "ponto", at: "arroba", slash: "barra", hyphen: "hífen", underscore: "sublinhado"),
    "nl": SpokenAddress(
      dot: "punt", at: "apenstaartje", slash: "schuine streep", hyphen: "streepje",
      underscore: "laag streepje"),
    "cy": SpokenAddress(dot: "dot", at: "at", slash: "slaes", hyphen: "cysylltnod", underscore: "tanlinell"),
    "sv": SpokenAddress(
      dot: "punkt", at: "snabel-a", slash: "snedstreck", hyphen: "bindestreck", underscore: "understreck"),
    "da": SpokenAddress(
      dot: "punktum", at: "snabel-a", slash: "skråstreg", hyphen: "bindestreg", underscore: "understreg"),
    "nb": SpokenAddress(
      dot: "punktum", at: "krøllalfa", slash: "skråstrek", hyphen: "bindestrek", underscore: "understrek"),
    "pl": SpokenAddress(
      dot: "kropka", at: "małpa", slash: "ukośnik", hyphen: "myślnik", underscore: "podkreślenie"),
  ]

  /// What is said of an address: without the scheme, `www.` and a slash at its end.
  private static func address(_ word: Substring) -> Substring? {
    var rest = word
    var isAddress = false
    for scheme in ["https://", "http://", "ftp://", "mailto:"] where rest.lowercased().hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
      isAddress = true
    }
    if rest.lowercased().hasPrefix("www.") {
      rest = rest.dropFirst(4)
      isAddress = true
    }
    if !isAddress {
      let parts = rest.split(separator: "@", omittingEmptySubsequences: false)
      let isMail = parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
      guard isMail || isDomain(rest) else { return nil }
    }
    if rest.hasSuffix("/") { rest = rest.dropLast() }
    return rest.isEmpty ? nil : rest
  }

  private static let ends: Set<String> = [
    "com", "org", "net", "edu", "gov", "uk", "eu", "info", "io", "int", "de", "fr", "ie", "wales", "scot",
  ]

  /// `example.org`, `gov.uk/find`: a name whose last part is one of the usual ends.
  private static func isDomain(_ word: Substring) -> Bool {
    let host = word.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, let end = labels.last, ends.contains(end.lowercased()) else { return false }
    return labels.allSatisfy { label in
      !label.isEmpty && label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }
  }

  /// What comes after a question mark is for machines: nobody can type it from hearing.
  private func say(_ address: Substring) -> String {
    var said = ""
    for character in address.prefix(while: { $0 != "?" && $0 != "#" }) {
      switch character {
      case ".": said += " \(dot) "
      case "@": said += " \(at) "
      case "/": said += " \(slash) "
      case "-": said += " \(hyphen) "
      case "_": said += " \(underscore) "
      default: said.append(character)
      }
    }
    return said.split(separator: " ").joined(separator: " ")
  }
}
