import Linguistics

/// Acronyms written out, as the document itself defines them.
struct AcronymRule: Sendable {
  /// What each stands for.
  let expansions: [String: String]
  /// Acronyms the author keeps.
  let kept: Set<String>
  /// How many bytes they have: most words are longer than any.
  private let lengths: Set<Int>

  init(expansions: [String: String], kept: Set<String>) {
    self.expansions = expansions
    self.kept = kept
    lengths = Set(expansions.keys.map(\.utf8.count))
  }

  func changes(_ reading: Reading) -> [WordChange] {
    guard !expansions.isEmpty else { return [] }
    var changes: [WordChange] = []
    for index in reading.words.indices where reading.isOpenForWords(index) {
      let text = reading.text(index)
      guard lengths.contains(text.utf8.count) || lengths.contains(text.utf8.count - 1) else { continue }
      let isPlural = expansions[text] == nil && text.hasSuffix("s")
      let form = isPlural ? String(text.dropLast()) : text
      guard let words = expansions[form], !kept.contains(form.lowercased()) else { continue }
      // Where it is defined it stays, and within other names and codes.
      if reading.words[index].depth > 0 { continue }
      if isDefined(reading, index, words) { continue }
      if reading.tag(index - 1) == .hyph || reading.tag(index + 1) == .hyph || reading.text(index + 1) == "/"
        || reading.text(index - 1) == "/"
      {
        continue
      }
      if reading.tag(index + 1).isName, reading.isCapitalised(index + 1) { continue }
      if index > reading.first, reading.tag(index - 1).isName, reading.isCapitalised(index - 1) { continue }
      if reading.tag(index + 1) == .cd || reading.text(index + 1) == "(" { continue }
      if isPlural, words.hasSuffix("s") { continue }
      changes.append(
        WordChange(
          rule: .acronym, editClass: .a, range: reading.words[index].range,
          replacement: isPlural ? words + "s" : words,
          evidence: "the document says that \u{201C}\(form)\u{201D} is short for \u{201C}\(words)\u{201D}",
          isDeclared: true))
    }
    return changes
  }

  /// Whether its words stand beside it.
  private func isDefined(_ reading: Reading, _ index: Int, _ words: String) -> Bool {
    reading.line.text.contains(words)
  }
}
