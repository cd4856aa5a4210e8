/// Braille among print: formulas, which are written by rules of their own.
///
/// liblouis is given a full cell in the place of each, as a braille character, which passes through it
/// and stands for something that is no word. The word it is in is translated by itself, so that no
/// capitals passage goes over it: its capitals would be taken for part of the passage.
extension PreparedPrint {
  /// The full cell.
  static let inlayCell: UInt8 = 0x3F

  mutating func inlay(_ braille: BrailleText, origin: Int) {
    inlays.append(Inlay(index: characters.count, origin: origin, braille: braille))
    append(0x2800 + UInt32(Self.inlayCell), origin: origin)
  }

  /// What stands between blanks and holds an inlay.
  var wordsWithInlays: [Range<Int>] {
    var words: [Range<Int>] = []
    for inlay in inlays where words.last.map({ $0.upperBound <= inlay.index }) ?? true {
      var start = inlay.index
      while start > 0, !ScalarKinds.isBlank(characters[start - 1]) { start -= 1 }
      var end = inlay.index + 1
      while end < characters.count, !ScalarKinds.isBlank(characters[end]) { end += 1 }
      words.append(start..<end)
    }
    return words
  }

  /// Marks what must not be contracted because a formula stands before it in the word: letters that
  /// touch it, up to a hyphen, and where the formula set grade 1 mode for the word, all of the rest
  /// (RUEB 5.3, 6.5).
  mutating func markWhatFollowsInlays(_ words: [Range<Int>]) {
    var word = 0
    for inlay in inlays {
      while !words[word].contains(inlay.index) { word += 1 }
      var end = words[word].upperBound
      if !inlay.braille.leavesGrade1Word {
        end = characters[inlay.index..<end].firstIndex { ScalarKinds.isHyphenOrDash($0) } ?? end
      }
      mark((inlay.index + 1)..<max(inlay.index + 1, end), Liblouis.Typeform.noContract)
    }
  }

  /// The cells of an inlay with the grade 1 indicators its neighbours ask for: letters from a to j read
  /// as digits right after digits (RUEB 6.5).
  func cells(of inlay: Inlay) -> BrailleText {
    var text = inlay.braille
    if let first = text.cells.first, Self.digits.contains(first), inlay.index > 0,
      ScalarKinds.isDigit(characters[inlay.index - 1])
    {
      text.insertGrade1(at: 0)
    }
    let next = inlay.index + 1 < characters.count ? characters[inlay.index + 1] : 0
    if (0x61...0x6A).contains(next), Self.endsInNumber(text.cells) { text.insertGrade1(at: text.cells.count) }
    return text
  }

  private static func endsInNumber(_ cells: [UInt8]) -> Bool {
    var end = cells.count
    while end > 0, digits.contains(cells[end - 1]) || [0x02, 0x32, 0x0C].contains(cells[end - 1]) { end -= 1 }
    return end < cells.count && end > 0 && cells[end - 1] == 0x3C
  }

  /// The cells of the letters a to j.
  private static let digits: Set<UInt8> = [0x01, 0x03, 0x09, 0x19, 0x11, 0x0B, 0x1B, 0x13, 0x0A, 0x1A]
}

extension BrailleText {
  /// Whether the last word is in grade 1 mode as a word, which only a blank ends.
  fileprivate var leavesGrade1Word: Bool {
    let word = cells.lastIndex(of: 0).map { cells[($0 + 1)...] } ?? cells[...]
    return word.starts(with: [0x30, 0x30]) && !word.starts(with: [0x30, 0x30, 0x30])
  }

  fileprivate mutating func insertGrade1(at index: Int) {
    cells.insert(0x30, at: index)
    origins.insert(index == 0 ? 0 : origins[index - 1], at: index)
    breaks.insert(.never, at: index)
  }
}
