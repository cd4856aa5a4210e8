/// Identifiers for headings, made from their words as GitHub does, so that `[x](#aims-and-methods)`
/// leads to the heading "Aims and methods".
package struct HeadingIdentifiers {
  private var used: Set<String> = []
  private var counts: [String: Int] = [:]

  /// Makes one that has given none yet.
  package init() {}

  /// The identifiers of headings that are those their words give: what leads to one of them by it also does
  /// in Markdown.
  package static func named(in document: Document) -> Set<String> {
    var identifiers = HeadingIdentifiers()
    var named: Set<String> = []
    document.walk { node in
      guard case .block(.heading(let heading)) = node else { return }
      guard let id = identifiers.identifier(for: heading.inlines.plainText) else { return }
      if heading.info.id == id { named.insert(id) }
    }
    return named
  }

  /// Takes an identifier the author gave.
  package mutating func reserve(_ id: String) { used.insert(id) }

  /// An identifier no other heading has; nil for a heading without letters or digits.
  package mutating func identifier(for words: String) -> String? {
    let slug = Self.slug(words)
    guard !slug.isEmpty else { return nil }
    guard used.insert(slug).inserted else {
      var number = counts[slug, default: 0]
      repeat { number += 1 } while !used.insert("\(slug)-\(number)").inserted
      counts[slug] = number
      return "\(slug)-\(number)"
    }
    return slug
  }

  /// The words in lower case, punctuation but `-` and `_` left out, each space a hyphen.
  private static func slug(_ words: String) -> String {
    var slug = ""
    for scalar in words.lowercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber,
        .connectorPunctuation:
        slug.unicodeScalars.append(scalar)
      default:
        if scalar == " " || scalar == "-" || scalar == "\n" { slug.append("-") }
      }
    }
    return slug
  }
}
