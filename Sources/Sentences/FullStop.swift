/// Decides whether a single full stop with white space after it ends a sentence.
struct FullStop {
  private let candidate: Candidate
  private let abbreviations: Abbreviations
  private let word: ArraySlice<Unicode.Scalar>
  private let next: Candidate.Next

  init(_ candidate: Candidate, _ abbreviations: Abbreviations) {
    self.candidate = candidate
    self.abbreviations = abbreviations
    word = candidate.word
    next = candidate.next
  }

  var endsSentence: Bool {
    if next.begins == .lowerCase || next.begins == .mark { return false }
    guard let last = word.last else { return true }
    if word.allSatisfy(\.isDigit) { return isNumberAnEnd }
    if candidate.isFirstWord, isEnumerator { return false }
    if word.count == 1, last.isLetter { return isLetterAnEnd(last) }
    let lowered = lowerCase(word)
    switch abbreviations.kinds[lowered] {
    case .beforeName: return false
    case .beforeNumber: return next.begins != .digit && !isRomanNumber(next.word)
    case .anywhere: return isNextCertain
    case .atEnd: return next.begins == .upperCase
    case nil: break
    }
    if word.contains("."), isAcronym { return isNextCertain }
    return true
  }

  /// `1.` before an item, ordinals such as `am 3. Mai`, and years.
  private var isNumberAnEnd: Bool {
    if candidate.isFirstWord { return false }
    if abbreviations.ordinals == .withStop, word.count <= 2 { return false }
    return true
  }

  /// `a.`, `II.` or `1.2` at the beginning of a paragraph, before what it numbers.
  private var isEnumerator: Bool {
    word.count == 1 || isRomanNumber(word) || word.allSatisfy { $0.isDigit || $0 == "." }
  }

  /// A letter is an initial, unless words say that it is a name: `plan B. The`.
  private func isLetterAnEnd(_ letter: Unicode.Scalar) -> Bool {
    guard letter.isUpperCaseLetter else { return letter.isLowerCaseLetter ? isNextCertain : false }
    let before = candidate.wordBefore
    let isAfterName = before.first?.isUpperCaseLetter ?? true
    if letter == "I", abbreviations.language == "en", !isAfterName { return true }
    return !isAfterName && isNextCertain
  }

  /// Letters with stops between them, none longer than two: `U.S`, `e.g`, `Ph.D`.
  private var isAcronym: Bool {
    word.split(separator: ".").allSatisfy { $0.count <= 2 && $0.allSatisfy(\.isLetter) }
  }

  /// Whether the next word is one that stands first in sentences and hardly in names.
  private var isNextCertain: Bool {
    next.begins == .upperCase && abbreviations.starters.contains(lowerCase(next.word))
  }

  private func isRomanNumber(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    !word.isEmpty && word.count < 8 && word.allSatisfy { "ivxlcIVXLC".unicodeScalars.contains($0) }
  }

  private func lowerCase(_ word: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: word)
    return String(text).lowercased()
  }
}
