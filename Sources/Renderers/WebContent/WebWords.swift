import DocumentModel
import Wording
import XMLTree

extension WebContentWriter {
  /// The program's own words as content: marked with their language where it is not the document's.
  func own(_ name: ProgramWords.Name, _ values: [String: String] = [:], before rest: String = "") -> [XMLNode]
  {
    let phrase = words.phrase(name, values)
    return [.text(phrase.text)].marked(with: ownLanguage(of: phrase)) + (rest.isEmpty ? [] : [.text(rest)])
  }

  /// The language words of the program's have to be marked with; nil where they are in the language of
  /// what is around them.
  private func ownLanguage(of phrase: ProgramWords.Phrase) -> [XMLAttribute] {
    let around = context.language ?? document.metadata.language
    guard phrase.language.primary != around?.primary, let tag = phrase.language.wellFormedTag,
      around != nil || phrase.language != .english
    else { return [] }
    return Self.languageAttributes(tag, choices.syntax)
  }
}

extension [XMLNode] {
  /// The nodes in a `span` with attributes, where there are any.
  fileprivate func marked(with attributes: [XMLAttribute]) -> [XMLNode] {
    attributes.isEmpty ? self : [.element(XMLElement("span", attributes, self))]
  }
}
