/// The regular forms of English words, for those the lexicon has not.
enum Inflection {
  private static func isVowel(_ letter: Character) -> Bool { "aeiou".contains(letter) }

  /// The regular form of a word.
  static func form(_ lemma: String, _ wanted: WordClass) -> String? {
    switch wanted {
    case .nns, .vbz: return withS(lemma)
    case .vbd, .vbn: return withEnding(lemma, "ed")
    case .vbg: return withEnding(lemma, "ing")
    case .jjr, .rbr: return compared(lemma, "er")
    case .jjs, .rbs: return compared(lemma, "est")
    case .nn, .vb, .jj, .rb, .nnp: return lemma
    }
  }

  private static func withS(_ word: String) -> String {
    let letters = Array(word)
    guard let last = letters.last else { return word }
    if word.hasSuffix("s") || word.hasSuffix("x") || word.hasSuffix("z") || word.hasSuffix("ch")
      || word.hasSuffix("sh")
    {
      return word + "es"
    }
    if last == "y", letters.count > 1, !isVowel(letters[letters.count - 2]) { return word.dropLast() + "ies" }
    return word + "s"
  }

  private static func withEnding(_ word: String, _ ending: String) -> String {
    let letters = Array(word)
    guard let last = letters.last, letters.count > 1 else { return word + ending }
    let before = letters[letters.count - 2]
    if last == "e", ending == "ing", before == "i" { return word.dropLast(2) + "ying" }
    if last == "e", before != "e" || ending == "ed", ending == "ed" || !"oy".contains(before) {
      return word.dropLast() + ending
    }
    if last == "y", ending == "ed", !isVowel(before) { return word.dropLast() + "ied" }
    // One short vowel in one syllable: stop, stopped.
    if letters.count > 2, !isVowel(last), !"wxy".contains(last), isVowel(before),
      !isVowel(letters[letters.count - 3]),
      Syllables.byRule(word) == 1
    {
      return word + String(last) + ending
    }
    return word + ending
  }

  private static func compared(_ word: String, _ ending: String) -> String? {
    guard Syllables.count(in: word) <= 2 else { return nil }
    if word.hasSuffix("y") { return word.dropLast() + "i" + ending }
    return Syllables.count(in: word) == 1 ? withEnding(word, ending) : nil
  }

  /// The singular of a regular plural.
  static func singular(_ plural: String) -> String {
    if plural.hasSuffix("ies"), plural.count > 4 { return plural.dropLast(3) + "y" }
    for ending in ["sses", "xes", "ches", "shes", "zzes"] where plural.hasSuffix(ending) {
      return String(plural.dropLast(2))
    }
    if plural.hasSuffix("s"), !plural.hasSuffix("ss"), plural.count > 2 { return String(plural.dropLast()) }
    return plural
  }

  /// The base of a regular form of a verb: the first of what it may be that the lexicon has as a verb.
  static func base(_ form: String, _ wanted: WordClass) -> String {
    let stems: [String]
    switch wanted {
    case .vbz:
      stems =
        form.hasSuffix("ies")
        ? [form.dropLast(3) + "y", String(form.dropLast())]
        : form.hasSuffix("es")
          ? [String(form.dropLast()), String(form.dropLast(2))] : [String(form.dropLast())]
    case .vbg where form.hasSuffix("ing") && form.count > 4: stems = candidates(String(form.dropLast(3)))
    case .vbd, .vbn:
      guard form.hasSuffix("ed"), form.count > 3 else { return form }
      stems = form.hasSuffix("ied") ? [form.dropLast(3) + "y"] : candidates(String(form.dropLast(2)))
    default: return form
    }
    return stems.first { English.possibleTags(of: $0).contains(.vb) } ?? stems.first ?? form
  }

  private static func candidates(_ stem: String) -> [String] {
    var stems = [stem, stem + "e"]
    let letters = Array(stem)
    if letters.count > 2, letters[letters.count - 1] == letters[letters.count - 2] {
      stems.append(String(stem.dropLast()))
    }
    return stems
  }
}
