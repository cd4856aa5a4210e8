extension PreparedPrint {
  /// Gives each quotation mark the sign UEB has for it (RUEB 7.6): the one-cell signs for the marks
  /// that are outermost in the document, two cells for those inside.
  ///
  /// Straight double marks become opening or closing ones where their surroundings say which; where
  /// they do not (inches, a lone mark) they stay. Of `’` the apostrophes are told from the closing
  /// marks. liblouis is given one kind of mark for all, the one it writes in one cell in any place.
  mutating func resolveQuotationMarks(_ style: QuotationStyle) {
    var resolver = QuotationMarkResolver(characters: characters, style: style)
    var found: [Patch] = []
    for index in characters.indices where ScalarKinds.isQuotationMark(characters[index]) {
      guard let mark = resolver.resolve(at: index) else { continue }
      characters[index] = mark.character
      if let find = mark.find, let replace = mark.replace {
        found.append(Patch(index: index, find: find, replace: replace))
      }
    }
    guard !found.isEmpty else { return }
    patches = patches.isEmpty ? found : (patches + found).sorted { $0.index < $1.index }
  }
}

/// Decides what each quotation mark of a paragraph is, from left to right.
private struct QuotationMarkResolver {
  /// What liblouis is given for a mark, and the change to its cells.
  struct Mark {
    var character: UInt32
    var find: [UInt8]?
    var replace: [UInt8]?
  }

  private enum Side {
    case opening
    case closing
  }

  private let characters: [UInt32]
  private let style: QuotationStyle
  private var openDoubles = 0
  private var openSingles = 0
  private var openLow = 0

  init(characters: [UInt32], style: QuotationStyle) {
    self.characters = characters
    self.style = style
  }

  mutating func resolve(at index: Int) -> Mark? {
    switch characters[index] {
    case 0x22: return straight(at: index)
    case 0x2018, 0x201B: return openingSingle(at: index)
    case 0x2019: return closingSingle(at: index)
    case 0x201A: return single(.opening)
    case 0x201E:
      openLow += 1
      return double(.opening)
    case 0x201C:
      // German print closes with the mark English opens with.
      if openLow > 0, !isBlankOrEnd(index - 1), endsWord(index + 1) {
        openLow -= 1
        return double(.closing)
      }
      openDoubles += 1
      return double(.opening)
    case 0x201F:
      openDoubles += 1
      return double(.opening)
    case 0x201D:
      openDoubles = max(0, openDoubles - 1)
      return double(.closing)
    default: return nil
    }
  }

  private mutating func straight(at index: Int) -> Mark? {
    if beginsWord(index - 1), !isBlankOrEnd(index + 1) {
      openDoubles += 1
      return double(.opening)
    }
    if openDoubles > 0, !isBlankOrEnd(index - 1), endsWord(index + 1) {
      openDoubles -= 1
      return double(.closing)
    }
    return nil
  }

  private mutating func openingSingle(at index: Int) -> Mark {
    // Word processors turn the apostrophe of ’90s the wrong way.
    if index + 1 < characters.count, ScalarKinds.isDigit(characters[index + 1]), !hasClosing(after: index) {
      return Mark(character: 0x27)
    }
    openSingles += 1
    return single(.opening)
  }

  private mutating func closingSingle(at index: Int) -> Mark {
    let before = index > 0 ? characters[index - 1] : 0x20
    let after = index + 1 < characters.count ? characters[index + 1] : 0x20
    let joins = ScalarKinds.isLetter(after) || ScalarKinds.isDigit(after)
    if joins, ScalarKinds.isLetter(before) || ScalarKinds.isDigit(before) || beginsWord(index - 1) {
      return Mark(character: 0x27)  // it’s, ’tis, the ’90s
    }
    if openSingles > 0 {
      // ‘the dogs’ tails’: the possessive is followed by a blank and by another closing mark.
      let possessive = before | 0x20 == 0x73 && ScalarKinds.isBlank(after) && hasClosing(after: index)
      if possessive { return Mark(character: 0x27) }
      openSingles -= 1
      return single(.closing)
    }
    return ScalarKinds.isLetter(before) ? Mark(character: 0x27) : single(.closing)
  }

  /// Whether another `’` that can close stands after `index` and before the next `‘`.
  private func hasClosing(after index: Int) -> Bool {
    for place in characters.indices.dropFirst(index + 1).prefix(400) {
      if characters[place] == 0x2018 { return false }
      if characters[place] == 0x2019, endsWord(place + 1), !isBlankOrEnd(place - 1) { return true }
    }
    return false
  }

  private func double(_ side: Side) -> Mark {
    // Double marks inside single ones take dots 45 before the sign.
    mark(side, prefix: style == .double ? nil : 0x18)
  }

  private func single(_ side: Side) -> Mark {
    mark(side, prefix: style == .single ? nil : 0x20)
  }

  private func mark(_ side: Side, prefix: UInt8?) -> Mark {
    let cell: UInt8 = side == .opening ? 0x26 : 0x34
    let character: UInt32 = side == .opening ? 0x201C : 0x201D
    guard let prefix else { return Mark(character: character) }
    return Mark(character: character, find: [cell], replace: [prefix, cell])
  }

  private func isBlankOrEnd(_ index: Int) -> Bool {
    guard characters.indices.contains(index) else { return true }
    return ScalarKinds.isBlank(characters[index])
  }

  /// Whether a word may begin after the character at `index`.
  private func beginsWord(_ index: Int) -> Bool {
    guard characters.indices.contains(index) else { return true }
    let value = characters[index]
    return ScalarKinds.isBlank(value) || ScalarKinds.opensBracket(value) || ScalarKinds.isDash(value)
      || value == 0x2F || value == 0x201C || value == 0x2018
  }

  /// Whether a word may end before the character at `index`.
  private func endsWord(_ index: Int) -> Bool {
    guard characters.indices.contains(index) else { return true }
    let value = characters[index]
    return !ScalarKinds.isLetter(value) && !ScalarKinds.isDigit(value)
  }
}
