/// Parts a sentence into tokens as the English Web Treebank does.
///
/// White space parts; marks at the ends of what it parted are tokens of their own; hyphens, slashes and
/// brackets within are too, and so are the endings `n't`, `'s`, `'re`, `'ve`, `'ll`, `'d` and `'m`.
/// Addresses, numbers and abbreviations stay whole. Every byte that is not white space is in a token.
struct Tokenizer {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var tokens: [Range<Int>] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The tokens, as offsets in UTF-8, in order.
  func ranges() -> [Range<Int>] {
    var copy = self
    copy.run()
    return copy.tokens
  }

  private mutating func run() {
    tokens.reserveCapacity(bytes.count / 5 + 4)
    var place = 0
    while place < bytes.count {
      let blank = blankLength(place)
      if blank > 0 {
        place += blank
        continue
      }
      var end = place
      while end < bytes.count, blankLength(end) == 0 { end += 1 }
      part(place..<end, isLast: isBlank(from: end))
      place = end
    }
  }

  private func isBlank(from start: Int) -> Bool {
    var place = start
    while place < bytes.count {
      let blank = blankLength(place)
      if blank == 0 { return false }
      place += blank
    }
    return true
  }

  /// The bytes of the white space at a place; 0 where there is none.
  private func blankLength(_ place: Int) -> Int {
    switch bytes[place] {
    case 0x20, 0x09...0x0D: return 1
    case 0xC2:
      guard place + 1 < bytes.count else { return 0 }
      return bytes[place + 1] == 0xA0 || bytes[place + 1] == 0x85 ? 2 : 0
    case 0xE2:
      guard place + 2 < bytes.count, bytes[place + 1] == 0x80 else {
        return place + 2 < bytes.count && bytes[place + 1] == 0x81 && bytes[place + 2] == 0x9F ? 3 : 0
      }
      return (0x80...0x8A).contains(bytes[place + 2]) || [0xA8, 0xA9, 0xAF].contains(bytes[place + 2]) ? 3 : 0
    case 0xE3:
      guard place + 2 < bytes.count else { return 0 }
      return bytes[place + 1] == 0x80 && bytes[place + 2] == 0x80 ? 3 : 0
    default: return 0
    }
  }

  // MARK: Between white space

  /// Parts what stands between white space: marks at its ends first, then what is left.
  private mutating func part(_ range: Range<Int>, isLast: Bool) {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, let mark = openingMark(start, end) {
      tokens.append(start..<start + mark)
      start += mark
    }
    var closing: [Range<Int>] = []
    while start < end, let mark = closingMark(start, end, isLast: isLast && closing.isEmpty) {
      closing.append(end - mark..<end)
      end -= mark
    }
    if start < end { inside(start..<end) }
    tokens += closing.reversed()
  }

  /// The length of a mark that stands before words, at the beginning of what is left.
  private func openingMark(_ start: Int, _ end: Int) -> Int? {
    let length = characterLength(start)
    switch bytes[start] {
    case 0x28, 0x5B, 0x7B, 0x3C, 0x22, 0x60, 0x2A, 0x5F, 0x7E, 0x3D, 0x7C, 0x26: return run(of: start, end)
    case 0x24: return 1  // $
    case 0x23: return end - start > 1 && isDigit(start + 1) ? 1 : nil  // #5; #tag is one
    case 0x2D:  // a dash; but -5 is a number
      let dashes = run(of: start, end)
      return dashes == 1 && start + 1 < end && isDigit(start + 1) ? nil : dashes
    case 0x2E where end - start > 1 && bytes[start + 1] == 0x2E: return run(of: start, end)  // ...
    case 0x27:  // 'quoted', but not 's, 'em, 'tis
      return isEnding(start, end) ? nil : 1
    case 0xC2 where length == 2:
      return [0xA3, 0xA5, 0xA7, 0xAB, 0xB6, 0xB7].contains(bytes[start + 1]) ? 2 : nil
    case 0xE2 where length == 3:
      if bytes[start + 1] == 0x80 {
        switch bytes[start + 2] {
        case 0x98: return 3
        case 0x99: return isEnding(start, end) ? nil : 3
        case 0x9A, 0x9C, 0x9D, 0x9E, 0xA0, 0xA1, 0xA2, 0xA6, 0xB9, 0x93, 0x94, 0x95: return 3
        default: return nil
        }
      }
      if bytes[start + 1] == 0x82, bytes[start + 2] == 0xAC { return 3 }  // €
      return bytes[start + 1] >= 0x86 && bytes[start + 1] < 0xB0 ? 3 : nil  // arrows, boxes, signs
    case 0xEF where length == 3: return bytes[start + 1] == 0xBF ? 3 : nil  // the stand-in of an object
    default: return nil
    }
  }

  /// The length of a mark that stands after words, at the end of what is left.
  private func closingMark(_ start: Int, _ end: Int, isLast: Bool) -> Int? {
    let last = bytes[end - 1]
    switch last {
    case 0x29, 0x5D, 0x7D, 0x3E, 0x22, 0x2C, 0x3B, 0x3A, 0x2A, 0x5F, 0x7C, 0x3D, 0x25, 0x60, 0x7E:
      // person(s) is one word, and www.example.org/page_(thing) keeps what it opened.
      if last == 0x29, end - start > 3, isOptionalEnding(end - 1, in: start..<end) { return nil }
      if last == 0x29, isAddress(start..<end), bytes[start..<end].contains(0x28) { return nil }
      return runBack(end, start)
    case 0x21, 0x3F: return marksBack(end, start)  // ! ?
    case 0x2D: return end - start > 1 ? runBack(end, start) : nil
    case 0x27: return end - start > 1 ? 1 : nil
    case 0x2E:
      let stops = runBack(end, start)
      if stops > 1 { return stops }
      return isAbbreviation(start..<end, isLast: isLast) ? nil : 1
    default: break
    }
    if end - start > 3, bytes[end - 3] == 0xE2 {
      let (second, third) = (bytes[end - 2], bytes[end - 1])
      if second == 0x80,
        [0x99, 0x9D, 0x9C, 0x98, 0xA6, 0x93, 0x94, 0x95, 0xBA, 0xB0, 0xB3, 0xA0].contains(third)
      {
        return 3
      }
      if second >= 0x84, second < 0xB0, !(second == 0x82) { return second >= 0x86 || third == 0xA2 ? 3 : nil }
    }
    if end - start > 3, bytes[end - 3] == 0xEF, bytes[end - 2] == 0xBF { return 3 }
    if end - start > 2, bytes[end - 2] == 0xC2, [0xBB, 0xA9, 0xAE, 0xB0, 0xB7].contains(last) { return 2 }
    return nil
  }

  /// `s`, `em`, `tis` and the like after an apostrophe.
  private func isEnding(_ start: Int, _ end: Int) -> Bool {
    let length = bytes[start] == 0x27 ? 1 : 3
    let rest = lowered(start + length..<end)
    return ["s", "re", "ve", "ll", "d", "m", "em", "tis", "twas", "til", "cause", "n"].contains(rest)
      || rest.first?.isNumber == true
  }

  // MARK: Within a word

  private mutating func inside(_ range: Range<Int>) {
    if isAddress(range) {
      tokens.append(range)
      return
    }
    var start = range.lowerBound
    var place = start
    while place < range.upperBound {
      let length = place > range.lowerBound || place == start ? parting(place, in: range, from: start) : 0
      if length > 0 {
        if start < place { word(start..<place) }
        tokens.append(place..<place + length)
        place += length
        start = place
      } else {
        place += characterLength(place)
      }
    }
    if start < range.upperBound { word(start..<range.upperBound) }
  }

  /// The length of a mark within a word that parts it; 0 where nothing does.
  private func parting(_ place: Int, in range: Range<Int>, from start: Int) -> Int {
    let next = place + characterLength(place)
    let isBetweenDigits =
      place > range.lowerBound && next < range.upperBound && isDigit(place - 1) && isDigit(next)
    switch bytes[place] {
    case 0x2D:  // -
      let dashes = run(of: place, range.upperBound)
      if dashes > 1 { return dashes }
      if place == range.lowerBound || next == range.upperBound { return place == range.lowerBound ? 0 : 1 }
      return keepsHyphen(start..<place, after: next..<range.upperBound) ? 0 : 1
    case 0x2F:  // /
      return isBetweenDigits ? 0 : 1
    case 0x2C, 0x3A: return isBetweenDigits ? 0 : 1  // , :
    case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0x22, 0x3B, 0x21, 0x3F, 0x3D, 0x3C, 0x3E, 0x2B, 0x25, 0x7C, 0x24:
      if bytes[place] == 0x2B, start == place { return 0 }  // +44
      // person(s) stays a word, as it is read as one.
      if bytes[place] == 0x28 || bytes[place] == 0x29 {
        return isOptionalEnding(place, in: range) ? 0 : 1
      }
      return 1
    case 0x2E:  // word.Word, ...
      let stops = run(of: place, range.upperBound)
      return stops > 1 ? stops : 0
    case 0xE2 where next - place == 3:
      guard bytes[place + 1] == 0x80 else { return bytes[place + 1] == 0x86 ? 3 : 0 }
      switch bytes[place + 2] {
      case 0x93...0x95, 0xA6, 0x9C, 0x9D, 0xA2: return 3
      case 0x90, 0x91: return 3
      default: return 0
      }
    case 0xC2 where next - place == 2: return bytes[place + 1] == 0xA3 ? 2 : 0
    default: return 0
    }
  }

  /// Whether a bracket at a place is one of those of `person(s)`.
  private func isOptionalEnding(_ place: Int, in range: Range<Int>) -> Bool {
    if bytes[place] == 0x28 {
      return place > range.lowerBound && isLetter(place - 1) && place + 2 < range.upperBound
        && bytes[place + 1] == 0x73 && bytes[place + 2] == 0x29
    }
    return place >= range.lowerBound + 3 && bytes[place - 1] == 0x73 && bytes[place - 2] == 0x28
      && isLetter(place - 3)
  }

  /// Whether a hyphen stays in its word: after a prefix that is no word, in numbers and codes.
  private func keepsHyphen(_ before: Range<Int>, after: Range<Int>) -> Bool {
    if isDigit(before.upperBound - 1) && isDigit(after.lowerBound) {
      // A range of two numbers, 5-10 or 2019-2020, is parted; dates and numbers of telephones are not.
      if bytes[before].contains(0x2D) || bytes[after].contains(0x2D) { return true }
      return after.count == 4 && (before.count == 3 || before.count == 5)
    }
    return EnglishWords.prefixes.contains(lowered(before))
  }

  /// A word without marks around it: endings are taken off.
  private mutating func word(_ range: Range<Int>) {
    if let cut = endingLength(range), cut < range.count {
      let middle = range.upperBound - cut
      // I'd've and shouldn't've have two.
      word(range.lowerBound..<middle)
      tokens.append(middle..<range.upperBound)
      return
    }
    if let cut = joined(range) {
      tokens.append(range.lowerBound..<range.lowerBound + cut)
      tokens.append(range.lowerBound + cut..<range.upperBound)
      return
    }
    tokens.append(range)
  }

  /// The bytes of `n't`, `'s` and the like at the end of a word.
  private func endingLength(_ range: Range<Int>) -> Int? {
    let end = range.upperBound
    // The last apostrophe, within the last six bytes.
    var place = end - 1
    while place > range.lowerBound, end - place <= 5 {
      let isStraight = bytes[place] == 0x27
      let isCurved =
        place + 2 < end && bytes[place] == 0xE2 && bytes[place + 1] == 0x80 && bytes[place + 2] == 0x99
      if isStraight || isCurved {
        let length = isStraight ? 1 : 3
        let rest = lowered(place + length..<end)
        if rest == "t", bytes[place - 1] | 0x20 == 0x6E { return end - place + 1 }
        return ["s", "re", "ve", "ll", "d", "m"].contains(rest) ? end - place : nil
      }
      place -= 1
    }
    return nil
  }

  /// Whether letters alone are two tokens: cannot, gonna.
  static func isTwoWords(_ word: String) -> Bool {
    ["cannot", "gonna", "wanna", "gotta"].contains(word.lowercased())
  }

  /// Where words that are written together are parted: cannot, gonna, 10am.
  private func joined(_ range: Range<Int>) -> Int? {
    if range.count == 5 || range.count == 6, [0x63, 0x67, 0x77].contains(bytes[range.lowerBound] | 0x20),
      Self.isTwoWords(lowered(range))
    {
      return 3
    }
    guard isDigit(range.lowerBound), range.count >= 3 else { return nil }
    var place = range.lowerBound
    while place < range.upperBound, isDigit(place) || bytes[place] == 0x2E || bytes[place] == 0x3A {
      place += 1
    }
    if bytes[place - 1] == 0x2E { place -= 1 }
    let rest = lowered(place..<range.upperBound)
    return ["am", "pm", "a.m.", "p.m."].contains(rest) ? place - range.lowerBound : nil
  }

  // MARK: What bytes are

  /// An address of the web or of mail, or the name of a file.
  private func isAddress(_ range: Range<Int>) -> Bool {
    guard range.count > 4 else { return false }
    var at = false
    for place in range {
      if bytes[place] == 0x40, place > range.lowerBound, place < range.upperBound - 1 { at = true }
      if bytes[place] == 0x3A, place + 2 < range.upperBound, bytes[place + 1] == 0x2F,
        bytes[place + 2] == 0x2F
      {
        return true
      }
    }
    if at { return bytes[range].contains(0x2E) }
    if range.count > 5, bytes[range.lowerBound + 3] == 0x2E,
      lowered(range.lowerBound..<range.lowerBound + 4) == "www."
    {
      return true
    }
    return bytes[range].contains(0x2E) && EnglishWords.hasDomain(lowered(range))
  }

  /// Whether a full stop at the end belongs to the word.
  private func isAbbreviation(_ range: Range<Int>, isLast: Bool) -> Bool {
    let core = range.lowerBound..<range.upperBound - 1
    if core.isEmpty { return true }
    if core.count == 1 { return isLetter(core.lowerBound) && bytes[core.lowerBound] != 0x49 && !isLast }
    let word = lowered(core)
    if bytes[core].contains(0x2E) {
      // Letters with stops between them: U.S., e.g.
      return word.split(separator: ".").allSatisfy { $0.utf8.count <= 2 && $0.allSatisfy(\.isLetter) }
    }
    return EnglishWords.abbreviations.contains(word)
      && (!isLast || EnglishWords.abbreviationsAtEnd.contains(word))
  }

  private func isDigit(_ place: Int) -> Bool { (0x30...0x39).contains(bytes[place]) }
  private func isLetter(_ place: Int) -> Bool {
    (0x61...0x7A).contains(bytes[place] | 0x20) || bytes[place] >= 0x80
  }

  private func characterLength(_ place: Int) -> Int {
    let length =
      switch bytes[place] {
      case ..<0xC0: 1
      case ..<0xE0: 2
      case ..<0xF0: 3
      default: 4
      }
    return min(length, bytes.count - place)
  }

  private func run(of place: Int, _ end: Int) -> Int {
    var last = place
    while last < end, bytes[last] == bytes[place] { last += 1 }
    return last - place
  }

  private func runBack(_ end: Int, _ start: Int) -> Int {
    var first = end
    while first > start, bytes[first - 1] == bytes[end - 1] { first -= 1 }
    return end - first
  }

  private func marksBack(_ end: Int, _ start: Int) -> Int {
    var first = end
    while first > start, bytes[first - 1] == 0x21 || bytes[first - 1] == 0x3F { first -= 1 }
    return end - first
  }

  /// A few bytes as text in small letters.
  private func lowered(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
