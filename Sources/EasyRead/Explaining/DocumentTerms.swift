import DocumentModel
import Sentences

/// What a document itself defines: acronyms, and words with `means` and the like.
struct DocumentTerms: Sendable {
  /// What acronyms stand for.
  private(set) var acronyms: [String: String] = [:]
  /// Sentences that say what a word means, by the word in small letters.
  private(set) var definitions: [String: String] = [:]

  init(_ document: Document) {
    for block in document.blocks { collect(block) }
    for note in document.notes { for block in note.blocks { collect(block) } }
  }

  private mutating func collect(_ block: Block) {
    switch block {
    case .heading(let node): collect(node.inlines, definitions: false)
    case .paragraph(let node): collect(node.inlines, definitions: true)
    case .definitionList(let list):
      for item in list.items { collect(item) }
    case .list, .blockQuote, .code, .table, .figure, .aside, .lineGroup, .mathematics, .separator, .pageBreak,
      .division:
      for child in block.children.blocks { collect(child) }
    }
  }

  private mutating func collect(_ item: DefinitionItem) {
    guard let term = item.terms.first?.inlines.plainText, let first = item.definitions.first?.blocks.first,
      case .paragraph(let paragraph) = first
    else { return }
    let text = paragraph.inlines.plainText.trimmingSpaces
    // A definition that is no sentence by itself cannot stand after one.
    guard text.hasSuffix("."), text.utf8.count < 200, text.first?.isUppercase == true else { return }
    if definitions[term.lowercased()] == nil { definitions[term.lowercased()] = text }
  }

  private mutating func collect(_ inlines: [Inline], definitions: Bool) {
    for case .abbreviation(let node) in inlines {
      if let expansion = node.expansion, acronyms[node.inlines.plainText] == nil {
        acronyms[node.inlines.plainText] = expansion
      }
    }
    let text = inlines.plainText
    if text.contains("(") { collectAcronyms(text) }
    if definitions { collectDefinitions(text) }
  }

  /// `A tenant means a person who rents a home.`
  private mutating func collectDefinitions(_ text: String) {
    guard text.hasBytes(" means ") || text.hasBytes(" is called ") else { return }
    for sentence in SentenceSegmenter(language: "en").sentences(in: text) {
      let words = sentence.split(separator: " ")
      guard words.count <= 20, sentence.hasSuffix("."), words[0].first?.isUppercase == true,
        let verb = words.firstIndex(of: "means"), (1...4).contains(verb)
      else { continue }
      var term = words[..<verb]
      if let first = term.first, ["A", "An", "The"].contains(first) { term = term.dropFirst() }
      guard !term.isEmpty,
        !["It", "This", "That", "Which", "What", "There", "He", "She", "They"].contains(
          term[term.startIndex]),
        !term.contains(where: { $0.contains(",") })
      else { continue }
      let name = term.joined(separator: " ").lowercased().filter { !"\u{201C}\u{201D}\"'*".contains($0) }
      if definitions[name] == nil { definitions[name] = String(sentence) }
    }
  }

  /// `Local Area Agreement (LAA)`: the capitals of the words before are those of the acronym.
  private mutating func collectAcronyms(_ text: String) {
    var rest = text[...]
    while let open = rest.firstIndex(of: "(") {
      let inside = rest[rest.index(after: open)...]
      guard let close = inside.firstIndex(of: ")") else { return }
      let before = text[..<open]
      var form = String(inside[..<close])
      rest = inside[close...]
      var isPlural = false
      if form.hasSuffix("s"), form.utf8.count > 2 {
        form.removeLast()
        isPlural = true
      }
      guard (2...8).contains(form.utf8.count), form.utf8.allSatisfy({ (0x41...0x5A).contains($0) }),
        acronyms[form] == nil, var words = Self.words(before, for: form)
      else { continue }
      if isPlural {
        guard words.hasSuffix("s") else { continue }
        words.removeLast()
      }
      acronyms[form] = words
    }
  }

  private static let small: Set<Substring> = [
    "of", "the", "and", "for", "in", "on", "to", "with", "a", "an", "&",
  ]

  /// The words before a bracket whose first letters make the acronym; small words between may have none.
  private static func words(_ text: Substring, for form: String) -> String? {
    let words = text.suffix(160).split { $0 == " " || $0 == "\n" }
    var letters = form.lowercased()[...]
    var taken: [Substring] = []
    for word in words.reversed() {
      guard let wanted = letters.last else { break }
      if word.contains(where: { ".,;:()\u{201C}\u{201D}\"".contains($0) }) { return nil }
      let parts = word.split(separator: "-")
      let initials = parts.compactMap { $0.first }.map { $0.lowercased() }.joined()
      if word.lowercased().first.map(String.init) == String(wanted), !initials.isEmpty,
        parts.count == 1 || !letters.hasSuffix(initials)
      {
        letters = letters.dropLast()
      } else if letters.hasSuffix(initials), parts.count > 1 {
        letters = letters.dropLast(initials.count)
      } else if small.contains(Substring(word.lowercased())), !taken.isEmpty {
        // Small words need no letter.
      } else {
        return nil
      }
      taken.insert(word, at: 0)
      if letters.isEmpty { break }
    }
    guard letters.isEmpty, taken.count >= 2 else { return nil }
    return taken.joined(separator: " ")
  }
}

extension String {
  /// Without white space around it.
  var trimmingSpaces: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension String {
  /// Whether some ASCII stands in it: many times quicker than a search for characters.
  fileprivate func hasBytes(_ wanted: StaticString) -> Bool {
    let count = wanted.utf8CodeUnitCount
    var text = self
    return text.withUTF8 { bytes in
      guard bytes.count >= count else { return false }
      return (0...bytes.count - count).contains { start in
        (0..<count).allSatisfy { bytes[start + $0] == wanted.utf8Start[$0] }
      }
    }
  }
}

extension DocumentTerms {
  /// Nothing.
  init() { self.init(Document()) }
}
