internal import Diagnostics

extension Normaliser {
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
      try marked(
        scalars, at: range.lowerBound, unchanged: Array(source.scalars[kept]) == scalars, &repertoire)
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
      if try groupedCapital(at: offset, before: limit, &repertoire) { return offset + 3 }
      try braille(scalar, at: offset, before: limit, &repertoire)
      return end
    }
    if rules.isUEB, CanonicalForm.position(scalar) != nil {
      let after = try raised(from: offset, before: limit, &repertoire)
      if after > offset { return after }
    }
    if rules.isUEB, scalar == 0x2044 {
      let after = try fraction(at: offset, before: limit, &repertoire)
      if after > offset { return after }
    }
    let always =
      Equivalents.shared.always.contains(scalar)
      || rules.isUEB && Equivalents.shared.alwaysUEB.contains(scalar)
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
}
