#if canImport(Glibc)
  import Glibc  // square roots are of the C library in builds without optimisation
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How hard a word is: a logistic model over its frequency, its length, its syllables, how complex people
/// rated it, and the level at which learners know it.
///
/// The weights are in Tables/english/hard-words.tsv, which Scripts/language/train-hard-words.py makes. On the
/// development sets of the CWI 2018 shared task the model has a macro-F1 of 0.81.
public enum HardWords {
  private struct Model: Sendable {
    var weights: [Double] = []
    var threshold = 0.0
    var phrase = 0.0

    init() {
      for row in TabSeparated.rows(EnglishData.hardWords) {
        let value = Double(row[1]) ?? 0
        switch row[0] {
        case "threshold": threshold = value
        case "phrase": phrase = value
        default: weights.append(value)
        }
      }
    }
  }

  private static let model = Model()

  /// How hard a word is: a log-odds value, above 0 for words that people are likely to mark as complex.
  ///
  /// - Parameter word: as it is written; capitals count, as names are seldom marked.
  public static func score(_ word: String) -> Double {
    let model = model
    return zip(model.weights, features(word)).reduce(-model.threshold) { $0 + $1.0 * $1.1 }
  }

  /// What `score` says of several words together: of the hardest of them, and more as they are several.
  public static func score(phrase words: [String]) -> Double {
    (words.map(score).max() ?? 0) + (words.count > 1 ? model.phrase : 0)
  }

  /// Whether a token needs an explanation in easy read (rules W1 and W2): a noun, verb, adjective or adverb
  /// the model has for hard, and that is neither a basic word nor a form of one, nor a name.
  public static func isHard(_ token: Token) -> Bool {
    guard token.tag.isContent, !token.tag.isName, token.lowered.utf8.count > 2 else { return false }
    guard
      token.lowered.unicodeScalars.allSatisfy({
        $0.properties.isAlphabetic || $0 == "'" || $0 == "-" || $0 == "."
      })
    else { return false }
    if BasicWords.contains(token) { return false }
    return score(token.lowered) > 0
  }

  /// The features of a word; the same as `Words.features` in Scripts/language/train-hard-words.py.
  static func features(_ word: String) -> [Double] {
    let low = word.lowercased()
    let lemmas = English.lemmas(of: low)
    let own = English.zipf(of: low)
    let most = lemmas.compactMap { English.zipf(of: $0) }.reduce(own ?? 0, max)
    let zipf = own ?? 1
    let lemma = most > 0 ? most : 1
    let rating = ([low] + lemmas).lazy.compactMap { English.complexity(of: $0) }.first
    let level = ([low] + lemmas).compactMap { English.level(of: $0)?.rawValue }.min() ?? 5
    let letters = String(low.unicodeScalars.filter { ("a"..."z").contains($0) })
    let syllables =
      EnglishData.syllables.place(of: low).map { EnglishData.syllables.byte($0) }
      ?? Syllables.byRule(letters.isEmpty ? "a" : letters)
    let centred = rating.map { $0 - 3 } ?? 0
    let length = Double(low.unicodeScalars.count)
    let capital = word.first?.isUppercase == true ? 1.0 : 0
    let known = EnglishData.forms.place(of: low) == nil ? 0.0 : 1
    func flag(_ condition: Bool) -> Double { condition ? 1 : 0 }
    let isCapitals = word.count > 1 && word == word.uppercased() && word != low
    return [
      1, zipf, lemma, min(length, 15), length.squareRoot(), Double(min(syllables, 6)), centred,
      flag(rating == nil),
      flag(level == 1), flag(level == 2), flag(level == 3), flag(level == 4), flag(level == 5) * known,
      (zipf - 4) * (zipf - 4), capital, capital * (zipf - 4), flag(isCapitals), known, flag((own ?? 0) == 0),
      flag(word.contains("-")), flag(word.first?.isLetter != true), capital * known, max(0, zipf - 5),
      centred * (zipf - 4),
    ]
  }
}
