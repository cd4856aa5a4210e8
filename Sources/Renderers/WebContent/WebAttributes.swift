import DocumentModel
import XMLTree

extension WebContentWriter {
  /// What a node says of itself that any element may carry: where pages turn, its name, its language
  /// and its direction.
  mutating func attributes(of info: NodeInfo, classes: [String] = []) -> [XMLAttribute] {
    var attributes: [XMLAttribute] = []
    let classes = classes + info.pageTurns.classes
    if !classes.isEmpty { attributes.append(XMLAttribute("class", classes.joined(separator: " "))) }
    if let id = info.id {
      let name = anchors.name(for: id)
      if anchors.define(name, in: currentFile) { attributes.append(XMLAttribute("id", name)) }
    }
    if let language = info.language, language.tag != context.language?.tag {
      attributes += self.attributes(of: language)
    }
    if let direction = info.direction ?? info.language.map(\.direction),
      direction != context.direction || info.direction == .automatic
    {
      attributes.append(XMLAttribute("dir", direction.rawValue))
    }
    return attributes
  }

  /// The language, as the syntax has it said.
  mutating func attributes(of language: Language) -> [XMLAttribute] {
    guard let tag = language.wellFormedTag else { return [] }
    if !languages.contains(language), language != document.metadata.language { languages.append(language) }
    return Self.languageAttributes(tag, choices.syntax)
  }

  static func languageAttributes(
    _ tag: String, _ syntax: WebContentChoices.Syntax
  ) -> [XMLAttribute] {
    switch syntax {
    case .xhtml: [XMLAttribute("lang", tag), XMLAttribute("xml:lang", tag)]
    case .html: [XMLAttribute("lang", tag)]
    }
  }

  /// What an `html` element says of the document's language and direction.
  static func rootAttributes(
    of language: Language?, syntax: WebContentChoices.Syntax
  ) -> [XMLAttribute] {
    languageAttributes(language?.wellFormedTag ?? "und", syntax)
      + (language?.isRightToLeft == true ? [XMLAttribute("dir", "rtl")] : [])
  }

  /// What an element is in the vocabulary of EPUB, where that is written.
  func type(_ term: String) -> [XMLAttribute] {
    choices.epubTypes == .written ? [XMLAttribute("epub:type", term)] : []
  }
}

extension [XMLAttribute] {
  /// The value of an attribute.
  subscript(name: String) -> String? { first { $0.name == name }?.value }

  /// The attributes with a class added to those there are.
  func adding(class name: String) -> [XMLAttribute] {
    var attributes = self
    if let index = firstIndex(where: { $0.name == "class" }) {
      attributes[index].value = name + " " + attributes[index].value
    } else {
      attributes.insert(XMLAttribute("class", name), at: 0)
    }
    return attributes
  }
}

extension PageTurns {
  /// The classes that ask for the page turns, for a style sheet to heed.
  fileprivate var classes: [String] {
    (contains(.before) ? ["page-before"] : []) + (contains(.after) ? ["page-after"] : [])
      + (contains(.notInside) ? ["one-page"] : []) + (contains(.turned) ? ["turned"] : [])
  }
}

extension Language {
  /// The direction the language is written in.
  var direction: TextDirection { isRightToLeft ? .rightToLeft : .leftToRight }

  /// Whether the language is written from right to left: by its script where the tag names one.
  var isRightToLeft: Bool {
    let parts = tag.lowercased().split { $0 == "-" || $0 == "_" }
    if let script = parts.dropFirst().first(where: { $0.count == 4 && $0.allSatisfy(\.isLetter) }) {
      return ["arab", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg", "mand", "samr"].contains(script)
    }
    let languages: Set<Substring> = [
      "ar", "he", "iw", "fa", "ur", "ps", "sd", "ug", "yi", "ji", "dv", "ckb", "pnb", "syr", "arc", "nqo",
      "ks", "prs", "azb", "lrc", "glk", "mzn", "arz", "apc", "ary", "aeb",
    ]
    return parts.first.map(languages.contains) ?? false
  }

  /// The tag as BCP 47 has it (2.1), with subtags that do not fit left out from the first on; nil when
  /// not even the language fits.
  var wellFormedTag: String? {
    let parts = tag.split { $0 == "-" || $0 == "_" }.map(String.init)
    guard let language = parts.first, (2...8).contains(language.count), language.allSatisfy(\.isASCIILetter)
    else { return nil }
    var result = [language.lowercased()]
    /// How far the subtags have come: 0 extended languages, 1 script, 2 region, 3 variants.
    var stage = language.count <= 3 ? 0 : 1
    var extended = 0
    var variants: Set<String> = []
    for part in parts.dropFirst() {
      let letters = part.allSatisfy(\.isASCIILetter)
      let digits = part.allSatisfy { $0.isASCII && $0.isNumber }
      if stage == 0, part.count == 3, letters, extended < 3 {
        extended += 1
        result.append(part.lowercased())
      } else if stage <= 1, part.count == 4, letters {
        stage = 2
        result.append(part.prefix(1).uppercased() + part.dropFirst().lowercased())
      } else if stage <= 2, (part.count == 2 && letters) || (part.count == 3 && digits) {
        stage = 3
        result.append(part.uppercased())
      } else if part.allSatisfy({ $0.isASCIILetter || ($0.isASCII && $0.isNumber) }),
        (5...8).contains(part.count) || (part.count == 4 && part.first?.isNumber == true),
        variants.insert(part.lowercased()).inserted
      {
        stage = 3
        result.append(part.lowercased())
      } else {
        break
      }
    }
    return result.joined(separator: "-")
  }
}

extension Character {
  fileprivate var isASCIILetter: Bool { isASCII && isLetter }
}
