/// A place where a sentence may end, and what stands around it.
struct Candidate {
  let text: [Unicode.Scalar]
  /// Where the sentence begins.
  let start: Int
  /// Where its first stop is.
  let stop: Int
  /// After the last of the stops.
  let afterStops: Int
  /// After closing marks.
  let end: Int

  /// How many full stops stand here.
  var periods: Int { text[stop..<afterStops].count { $0 == "." } }

  /// The word the stop is at the end of, without opening marks: `Dr`, `U.S`, `12`.
  var word: ArraySlice<Unicode.Scalar> {
    var first = stop
    while first > start, !text[first - 1].isBlank, text[first - 1] != SentenceSegmenter.object,
      text[first - 1] != "\u{2014}", text[first - 1] != "/"
    {
      first -= 1
    }
    while first < stop, text[first].opensQuotation { first += 1 }
    return text[first..<stop]
  }

  /// The word before that; empty at the beginning of the sentence.
  var wordBefore: ArraySlice<Unicode.Scalar> {
    var last = word.startIndex
    while last > start, text[last - 1].isBlank || text[last - 1].opensQuotation { last -= 1 }
    var first = last
    while first > start, !text[first - 1].isBlank { first -= 1 }
    while first < last, text[first].opensQuotation { first += 1 }
    return text[first..<last]
  }

  /// Whether the word is the first of the sentence.
  var isFirstWord: Bool { !text[start..<word.startIndex].contains(where: \.isSpoken) }

  /// How what follows begins.
  enum Beginning {
    case upperCase
    case lowerCase
    case digit
    /// A letter of a script that has no capitals.
    case uncased
    /// A dash, a comma or another mark.
    case mark
  }

  /// The word after the stop, without opening marks.
  var next: Next { Next(text, from: end) }

  struct Next {
    let word: ArraySlice<Unicode.Scalar>
    let begins: Beginning

    init(_ text: [Unicode.Scalar], from end: Int) {
      var first = end
      while first < text.count, text[first].isBlank || text[first].opensQuotation { first += 1 }
      var last = first
      while last < text.count, text[last].isLetter || text[last].isDigit || text[last] == "." { last += 1 }
      word = text[first..<last]
      guard first < text.count else {
        begins = .upperCase
        return
      }
      let letter = text[first]
      if letter.isUpperCaseLetter {
        begins = .upperCase
      } else if letter.isLowerCaseLetter {
        // iPhone and eBay begin sentences as they are.
        let second = first + 1
        begins = second < text.count && text[second].isUpperCaseLetter ? .upperCase : .lowerCase
      } else if letter.isDigit {
        begins = .digit
      } else if letter.isLetter {
        begins = .uncased
      } else if letter.isSpoken {
        begins = .upperCase
      } else {
        begins = .mark
      }
    }
  }

  /// Whether words that go on with a sentence follow a quotation at once: 「何？」と.
  var isQuotationContinued: Bool {
    guard end > afterStops, end < text.count else { return false }
    return "とっての、，は".unicodeScalars.contains(text[end])
  }
}
