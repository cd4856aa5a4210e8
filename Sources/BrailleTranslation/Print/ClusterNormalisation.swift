internal import Diagnostics

extension Normaliser {
  /// A letter any code has signs with marks for. UEB's tables treat it as a modified letter: it is
  /// capitalised and never part of a contraction, which is what a stand-in needs (RUEB 4.2.5).
  private static let standIn = (small: UInt32(0x115), capital: UInt32(0x114), cells: [UInt8]([0x08, 0x2C, 0x11]))

  /// Handles a character and the marks that belong to it; returns the index after it.
  mutating func cluster(
    _ range: Range<Int>, before limit: Int, _ repertoire: inout Repertoire
  ) throws(ConversionFailure) -> Int {
    let kept = range.prefix(CanonicalForm.marksLimit + 1)
    let scalars = CanonicalForm.composed(source.scalars[kept])
    var end = range.upperBound
    if scalars.count == 1 {
      end = try single(scalars[0], at: range.lowerBound, end: end, before: limit, &repertoire)
    } else {
      try marked(scalars, at: range.lowerBound, unchanged: Array(source.scalars[kept]) == scalars, &repertoire)
    }
    if range.count > kept.count {
      let more = "\(range.count - kept.count) more marks"
      report(source.scalars[kept.count + range.lowerBound], at: range.lowerBound + kept.count, .named(more))
      unnamed.append(Unnamed(offset: range.lowerBound + kept.count, name: more))
    }
    return end
  }

  // MARK: One character

  private mutating func single(
    _ scalar: UInt32, at offset: Int, end: Int, before limit: Int, _ repertoire: inout Repertoire
  ) throws(ConversionFailure) -> Int {
    if (0x2800...0x28FF).contains(scalar) {
      try braille(scalar, at: offset, before: limit, &repertoire)
      return end
    }
    if rules.isUEB, CanonicalForm.position(scalar) != nil {
      let after = try raised(from: offset, before: limit, &repertoire)
      if after > offset { return after }
    }
    let always = Equivalents.shared.always.contains(scalar)
    if !always, try repertoire.knows(scalar) {
      try nameUnnamed(before: offset, &repertoire)
      print.append(scalar, origin: offset)
      separateLetter(after: scalar, at: end)
      return end
    }
    if scalar < 0x80, try latin(scalar, at: offset, &repertoire) { return end }
    if rules.isUEB, ScalarKinds.isQuotationMark(scalar) {
      // A later step writes all quotation marks, known to the table or not.
      try nameUnnamed(before: offset, &repertoire)
      print.append(scalar, origin: offset)
      return end
    }
    if rules.isUEB, let cells = Equivalents.shared.ueb[scalar] {
      try nameUnnamed(before: offset, &repertoire)
      for cell in cells { print.append(0x2800 + UInt32(cell), origin: offset) }
      report(scalar, at: offset, .equivalent(cells.map(Dots.numbers).joined(separator: "-")))
      return end
    }
    if let text = Equivalents.shared.text[scalar],
      try append(text.unicodeScalars.map(\.value), for: scalar, at: offset, &repertoire)
    {
      return end
    }
    let parts = CanonicalForm.decomposed([scalar])
    if parts.count > 1, try modified(parts, for: scalar, at: offset, &repertoire) { return end }
    let compatible = CanonicalForm.compatible([scalar])
    if compatible != [scalar], try append(compatible, for: scalar, at: offset, &repertoire) { return end }
    if parts.count > 1, try baseOnly(parts, for: scalar, at: offset, &repertoire) { return end }
    if let digit = Unicode.Scalar(scalar)?.properties, digit.generalCategory == .decimalNumber,
      let value = digit.numericValue, try append([0x30 + UInt32(value)], for: scalar, at: offset, &repertoire)
    {
      return end
    }
    name(scalar, at: offset)
    return end
  }

  /// A small letter a to j just after digits that liblouis does not know for digits (`½a`, `x²a`)
  /// would read as another digit: the grade 1 indicator goes between (RUEB 6.5.2).
  private mutating func separateLetter(after scalar: UInt32, at next: Int) {
    guard rules.isUEB, next < source.scalars.count, (0x61...0x6A).contains(source.scalars[next]),
      Unicode.Scalar(scalar)?.properties.generalCategory == .otherNumber
    else { return }
    print.insertions.append(
      .init(index: print.characters.count, cells: [CodeRules.grade1], ends: true))
  }

  /// Cells in the source stay as they are; a cell a six-dot code cannot have is named.
  private mutating func braille(
    _ scalar: UInt32, at offset: Int, before limit: Int, _ repertoire: inout Repertoire
  ) throws(ConversionFailure) {
    guard scalar < 0x2840 || !repertoire.hasSixDots else { return name(scalar, at: offset) }
    try nameUnnamed(before: offset, &repertoire)
    guard scalar != 0x2800 else { return print.append(0x20, origin: offset) }
    let cell = UInt8(truncatingIfNeeded: scalar)
    // liblouis passes a cell through, but spells out the word it touches; put in afterwards it leaves
    // the word alone. Inside a word it must go through, or the word would close up over it.
    let touchesBefore = print.characters.last.map { !ScalarKinds.isBlank($0) } ?? false
    let touchesAfter = offset + 1 < limit && !ScalarKinds.isSpace(source.scalars[offset + 1])
    if touchesBefore, touchesAfter, try repertoire.knows(scalar) {
      print.append(scalar, origin: offset)
    } else {
      print.insertions.append(
        .init(index: print.characters.count, cells: [cell], ends: !touchesAfter && touchesBefore))
    }
  }

  /// Writes equivalent characters when the table knows them all.
  private mutating func append(
    _ scalars: [UInt32], for scalar: UInt32, at offset: Int, _ repertoire: inout Repertoire
  ) throws(ConversionFailure) -> Bool {
    var characters: [UInt32] = []
    for part in scalars {
      if ScalarKinds.isSpace(part) {
        characters.append(0x20)
      } else {
        guard try repertoire.knows(part) else { return false }
        characters.append(part)
      }
    }
    try nameUnnamed(before: offset, &repertoire)
    for character in characters { print.append(character, origin: offset) }
    let text = String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
    report(scalar, at: offset, .equivalent(text))
    return true
  }

  /// Writes a Latin letter or digit a table of another script lacks: a capital as the small letter it
  /// knows, the rest by the cells letters and digits have in every code.
  private mutating func latin(
    _ scalar: UInt32, at offset: Int, _ repertoire: inout Repertoire
  ) throws(ConversionFailure) -> Bool {
    if ScalarKinds.isCapital(scalar), try repertoire.knows(scalar | 0x20) {
      return try append([scalar | 0x20], for: scalar, at: offset, &repertoire)
    }
    var before: UInt32 = 0
    if offset > 0 { before = source.scalars[offset - 1] }
    guard let cells = CodeRules.plainCells(of: scalar, after: before) else { return false }
    try nameUnnamed(before: offset, &repertoire)
    print.insertions.append(.init(index: print.characters.count, cells: cells, ends: false))
    let small = ScalarKinds.isCapital(scalar) ? scalar | 0x20 : scalar
    report(scalar, at: offset, .equivalent(String(Unicode.Scalar(small) ?? " ")))
    return true
  }

  // MARK: Letters with marks

  private mutating func marked(
    _ scalars: [UInt32], at offset: Int, unchanged: Bool, _ repertoire: inout Repertoire
  ) throws(ConversionFailure) {
    let parts = CanonicalForm.decomposed(scalars[...])
    if rules.isUEB, try modified(parts, for: nil, at: offset, &repertoire) { return }
    var known = true
    for scalar in scalars where known { known = try repertoire.knows(scalar) }
    if known, !rules.isUEB {
      try nameUnnamed(before: offset, &repertoire)
      for (index, scalar) in scalars.enumerated() {
        print.append(scalar, origin: unchanged ? offset + index : offset)
      }
      return
    }
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

  /// Writes a letter with its modifiers in front (RUEB 4.2.1), when UEB or the document's notes
  /// define a modifier for each mark. Several are written in Unicode's order, the marks below first,
  /// those nearest the letter before those farther off.
  private mutating func modified(
    _ parts: [UInt32], for scalar: UInt32?, at offset: Int, _ repertoire: inout Repertoire
  ) throws(ConversionFailure) -> Bool {
    guard rules.isUEB, (2...4).contains(parts.count), let base = parts.first, let letter = Unicode.Scalar(base),
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
  private mutating func baseOnly(
    _ parts: [UInt32], for scalar: UInt32, at offset: Int, _ repertoire: inout Repertoire
  ) throws(ConversionFailure) -> Bool {
    guard let base = parts.first, ScalarKinds.isLetter(base), try repertoire.knows(base) else { return false }
    try nameUnnamed(before: offset, &repertoire)
    guard rules.isUEB else {
      print.append(base, origin: offset)
      report(scalar, at: offset, .equivalent(String(Unicode.Scalar(base) ?? " ")))
      return true
    }
    var modifiable: [UInt32] = []
    var left: [UInt32] = []
    for mark in parts.dropFirst() {
      if rules.modifiers[mark] != nil, modifiable.count < 3 { modifiable.append(mark) } else { left.append(mark) }
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
