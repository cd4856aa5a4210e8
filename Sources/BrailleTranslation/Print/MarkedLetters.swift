internal import Diagnostics

extension Normaliser {
  /// A letter any code has signs with marks for. UEB's tables treat it as a modified letter: it is
  /// capitalised and never part of a contraction, which is what a stand-in needs (RUEB 4.2.5).
  private static let standIn = (
    small: UInt32(0x115), capital: UInt32(0x114), cells: [UInt8]([0x08, 0x2C, 0x11])
  )

  /// Writes a letter and the marks that follow it.
  mutating func marked(
    _ scalars: [UInt32], at offset: Int, unchanged: Bool, _ repertoire: inout Repertoire
  ) throws(ConversionFailure) {
    guard rules.isUEB else {
      return try markedInOtherCodes(scalars, at: offset, unchanged: unchanged, &repertoire)
    }
    let parts = CanonicalForm.decomposed(scalars[...])
    if try modified(parts, for: nil, at: offset, &repertoire) { return }
    if try baseOnly(parts, for: parts[parts.count - 1], at: offset, &repertoire) { return }
    for (index, scalar) in scalars.enumerated() {
      if try repertoire.knows(scalar), !ScalarKinds.extends(scalar) {
        try nameUnnamed(before: offset, &repertoire)
        print.append(scalar, origin: offset)
      } else {
        name(scalar, at: unchanged ? offset + index : offset)
      }
    }
  }

  /// Codes of other scripts have signs for marks: vowels, nasals. Each that is known is written; of
  /// the rest the letter is kept and the mark reported.
  private mutating func markedInOtherCodes(
    _ scalars: [UInt32], at offset: Int, unchanged: Bool, _ repertoire: inout Repertoire
  ) throws(ConversionFailure) {
    for (index, scalar) in scalars.enumerated() {
      let place = unchanged ? offset + index : offset
      if try repertoire.knows(scalar) {
        try nameUnnamed(before: place, &repertoire)
        if index > 0, let letter = print.characters.last,
          Unicode.Scalar(letter)?.properties.isAlphabetic == true,
          try repertoire.isSilent(scalar, on: letter)
        {
          report(scalar, at: place, .equivalent(String(Unicode.Scalar(letter) ?? " ")))
        }
        print.append(scalar, origin: place)
      } else if index == 0 {
        let parts = CanonicalForm.decomposed([scalar])
        let written = parts.count > 1 ? try baseOnly(parts, for: scalar, at: place, &repertoire) : false
        if !written { name(scalar, at: place) }
      } else if unnamed.isEmpty, let last = print.characters.last {
        // Letters with a nukta are kept decomposed by NFC, yet tables know them composed.
        if let whole = CanonicalForm.excluded[[last, scalar]], try repertoire.knows(whole) {
          print.characters[print.characters.count - 1] = whole
        } else {
          report(scalar, at: place, .equivalent(String(Unicode.Scalar(last) ?? " ")))
        }
      } else {
        name(scalar, at: place)
      }
    }
  }

  /// Writes a letter with its modifiers in front (RUEB 4.2.1), when UEB or the document's notes
  /// define a modifier for each mark. Several are written in Unicode's order, the marks below first,
  /// those nearest the letter before those farther off.
  mutating func modified(
    _ parts: [UInt32], for scalar: UInt32?, at offset: Int, _ repertoire: inout Repertoire
  ) throws(ConversionFailure) -> Bool {
    guard rules.isUEB, (2...4).contains(parts.count), let base = parts.first,
      let letter = Unicode.Scalar(base),
      ScalarKinds.isLetter(base), try repertoire.knows(base)
    else { return false }
    var cells: [UInt8] = []
    for mark in parts.dropFirst() {
      guard let modifier = rules.modifiers[mark] else { return false }
      cells += modifier
    }
    let small = letter.properties.lowercaseMapping.unicodeScalars.first ?? letter
    cells += try Self.cells(of: small, tables: repertoire.tables)
    try nameUnnamed(before: offset, &repertoire)
    let capital = ScalarKinds.isCapital(base)
    print.patches.append(.init(index: print.characters.count, find: Self.standIn.cells, replace: cells))
    print.append(capital ? Self.standIn.capital : Self.standIn.small, origin: offset)
    return true
  }

  /// The cells of a small letter, without what marks it as standing alone.
  private static func cells(
    of letter: Unicode.Scalar, tables: String
  ) throws(ConversionFailure) -> [UInt8] {
    if ScalarKinds.isASCIILetter(letter.value) { return [CodeRules.letters[Int(letter.value - 0x61)]] }
    var cells = try Liblouis.shared.translate([letter.value], tables: tables).cells
    if cells.count > 1, cells[0] == CodeRules.grade1 { cells.removeFirst() }
    return cells
  }

  /// Writes the letter without marks the table has no sign for. In UEB the marks are named after it;
  /// other codes write foreign letters without their marks, which is reported.
  mutating func baseOnly(
    _ parts: [UInt32], for scalar: UInt32, at offset: Int, _ repertoire: inout Repertoire
  ) throws(ConversionFailure) -> Bool {
    guard let base = parts.first, ScalarKinds.isLetter(base), try repertoire.knows(base) else { return false }
    try nameUnnamed(before: offset, &repertoire)
    guard rules.isUEB else {
      // ế as ê where that is known, and as e where it is not.
      var best = base
      for count in 2..<max(parts.count, 2) {
        let fewer = CanonicalForm.composed(parts[..<count])
        if fewer.count == 1, try repertoire.knows(fewer[0]) { best = fewer[0] }
      }
      print.append(best, origin: offset)
      report(scalar, at: offset, .equivalent(String(Unicode.Scalar(best) ?? " ")))
      return true
    }
    var modifiable: [UInt32] = []
    var left: [UInt32] = []
    for mark in parts.dropFirst() {
      if rules.modifiers[mark] != nil, modifiable.count < 3 {
        modifiable.append(mark)
      } else {
        left.append(mark)
      }
    }
    let written = try modified([base] + modifiable, for: nil, at: offset, &repertoire)
    if !written { print.append(base, origin: offset) }
    // More marks than any language uses on one letter are decoration; their number says enough.
    if left.count > 3 {
      let name = "\(left.count) marks"
      report(left[0], at: offset, .named(name))
      unnamed.append(Unnamed(offset: offset, name: name))
      left = []
    }
    for mark in left { name(mark, at: offset) }
    return true
  }
}
