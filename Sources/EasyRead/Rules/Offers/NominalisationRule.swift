import Linguistics

/// `for the assessment of needs` as `for assessing needs`.
enum NominalisationRule {
  static func changes(_ reading: Reading) -> [WordChange] {
    var changes: [WordChange] = []
    for index in reading.words.indices.dropFirst(2)
    where reading.tag(index) == .nn && reading.lower(index + 1) == "of" {
      guard reading.isOpenForWords(index), reading.lower(index - 1) == "the", reading.tag(index - 2) == .in,
        ["for", "in", "by", "on", "with", "about", "through", "after", "before"].contains(
          reading.lower(index - 2)),
        let entry = Nominalisations.entry(for: reading.tokens[index]), entry.note.isEmpty,
        !entry.verb.contains(" "), let form = English.inflect(entry.verb, as: .vbg)
      else { continue }
      changes.append(
        WordChange(
          rule: .nominalisation, editClass: .c,
          range: reading.words[index - 1].range.lowerBound..<reading.words[index + 1].range.upperBound,
          replacement: form,
          evidence:
            "\u{201C}\(reading.text(index))\u{201D} is made from the verb \u{201C}\(entry.verb)\u{201D}"))
    }
    return changes
  }
}
