internal import Diagnostics

/// Turns source characters into characters the table knows, keeping count of where each came from.
///
/// In order of preference a character is brailled as itself in NFC; as what our own table says; as
/// its parts; as the characters it is compatible with; and at last by its name in transcriber's note
/// signs. None is left out unless it carries nothing to braille.
struct Normaliser {
  let source: PrintSource
  let rules: CodeRules
  var print = PreparedPrint()
  /// Characters waiting to be named together.
  var unnamed: [Unnamed] = []
  private var insideNote = false
  /// Where the text of one look that is being read ends.
  private var spanEnd = 0

  struct Unnamed {
    var offset: Int
    var name: String
  }

  init(_ source: PrintSource, rules: CodeRules) {
    self.source = source
    self.rules = rules
  }

  mutating func run(_ repertoire: inout Repertoire) throws(ConversionFailure) -> PreparedPrint {
    let scalars = source.scalars
    print.characters.reserveCapacity(scalars.count)
    print.origins.reserveCapacity(scalars.count)
    var span = 0
    var index = 0
    while index < scalars.count {
      if span < source.spans.count, source.spans[span].start <= index {
        try turn(to: source.spans[span], at: index, &repertoire)
        span += 1
        if case .braille(let braille) = source.spans[span - 1].treatment {
          try nameUnnamed(before: index, &repertoire)
          print.inlay(braille, origin: index)
          index = span < source.spans.count ? source.spans[span].start : scalars.count
          continue
        }
      }
      let limit = span < source.spans.count ? source.spans[span].start : scalars.count
      spanEnd = limit
      index = try step(at: index, before: limit, &repertoire)
    }
    try nameUnnamed(before: index, &repertoire)
    if insideNote { endNote(at: index, origin: scalars.count - 1) }
    return print
  }

  /// Handles what stands at `index` and returns the index after it.
  private mutating func step(
    at index: Int, before limit: Int, _ repertoire: inout Repertoire
  ) throws(ConversionFailure) -> Int {
    let scalar = source.scalars[index]
    let verdict = try repertoire.verdict(scalar)
    let next = index + 1 < limit ? source.scalars[index + 1] : 0
    let single = next < 0x300 || !ScalarKinds.extends(next)
    if verdict == .plain, single {
      try nameUnnamed(before: index, &repertoire)
      print.append(scalar, origin: index)
      return index + 1
    }
    if ScalarKinds.isSpace(scalar) {
      try nameUnnamed(before: index, &repertoire)
      return blank(at: index, before: limit)
    }
    if ScalarKinds.isIgnorable(scalar) {
      // Some tables for languages that write with joiners have a use for them.
      if scalar == 0x200C || scalar == 0x200D, !rules.isUEB, verdict == .known, unnamed.isEmpty {
        print.append(scalar, origin: index)
      }
      return index + 1
    }
    if ScalarKinds.isControl(scalar) {
      report(scalar, at: index, .removed)
      return index + 1
    }
    if verdict == .unknown, let emoji = EmojiSequence(in: source.scalars[..<limit], at: index),
      emoji.length > 1
    {
      // Pictures are named one by one: a list of two families would be ambiguous.
      try nameUnnamed(before: index, &repertoire)
      report(scalar, at: index, .named(emoji.name))
      unnamed = [Unnamed(offset: index, name: emoji.name)]
      let end = index + emoji.length
      try nameUnnamed(before: end, &repertoire)
      return end
    }
    var end = index + 1
    while end < limit, ScalarKinds.extends(source.scalars[end]) { end += 1 }
    return try cluster(index..<end, before: limit, &repertoire)
  }

  /// One blank for a space, and for any number of tabs and line ends together.
  private mutating func blank(at index: Int, before limit: Int) -> Int {
    print.append(0x20, origin: index)
    var end = index + 1
    guard ScalarKinds.isControl(source.scalars[index]) else { return end }
    while end < limit, (0x09...0x0D).contains(source.scalars[end]) { end += 1 }
    return end
  }

  // MARK: Transcriber's notes

  /// Begins or ends a transcriber's note where the look of the text says so.
  private mutating func turn(
    to span: PrintSource.Span, at index: Int, _ repertoire: inout Repertoire
  ) throws(ConversionFailure) {
    let note = span.emphasis.contains(.transcribersNote)
    guard note != insideNote else { return }
    try nameUnnamed(before: index, &repertoire)
    if note { beginNote(origin: index) } else { endNote(at: index, origin: max(0, index - 1)) }
    insideNote = note
  }

  /// Writes the sign that begins a note. Where print touches it, the sign goes through liblouis as
  /// cells, so that the words on both sides are not taken for one; elsewhere it is put in afterwards,
  /// so that a word just inside it is contracted as if it stood alone (RUEB 2.6.3).
  mutating func beginNote(origin: Int) {
    let touched = print.characters.last.map { !ScalarKinds.isBlank($0) } ?? false
    write(rules.noteSigns.open, touched: touched, ends: false, origin: origin)
  }

  mutating func endNote(at index: Int, origin: Int) {
    let touched = index < source.scalars.count && !ScalarKinds.isSpace(source.scalars[index])
    write(rules.noteSigns.close, touched: touched, ends: true, origin: origin)
  }

  private mutating func write(_ sign: [UInt8], touched: Bool, ends: Bool, origin: Int) {
    if touched, rules.isUEB {
      for cell in sign { print.append(0x2800 + UInt32(cell), origin: origin) }
    } else {
      print.insertions.append(.init(index: print.characters.count, cells: sign, ends: ends))
    }
  }

  // MARK: Names

  /// Writes the names of the characters waiting for it, in one pair of note signs.
  ///
  /// Letters of a script the table does not know come many at a time: named together they take one
  /// pair of signs, and words all names share are said once.
  mutating func nameUnnamed(
    before index: Int, _ repertoire: inout Repertoire
  ) throws(ConversionFailure) {
    guard let first = unnamed.first, let last = unnamed.last else { return }
    if insideNote { partNameFromWord(before: first.offset) } else { beginNote(origin: first.offset) }
    for (position, name) in CharacterName.list(unnamed.map(\.name)).enumerated() {
      try write(position > 0 ? ", " + name : name, origin: unnamed[position].offset, &repertoire)
    }
    unnamed = []
    if !insideNote { return endNote(at: index, origin: last.offset) }
    // In a note no signs set the name apart: a blank must, where a word touches it.
    if index < spanEnd, isWord(source.scalars[index]) { print.append(0x20, origin: last.offset) }
  }

  private mutating func partNameFromWord(before offset: Int) {
    if let last = print.characters.last, isWord(last) { print.append(0x20, origin: offset) }
  }

  private func isWord(_ scalar: UInt32) -> Bool {
    ScalarKinds.isLetter(scalar) || ScalarKinds.isDigit(scalar)
  }

  /// Writes a name, letter by letter in plain cells where the table has no Latin letters.
  private mutating func write(
    _ name: String, origin: Int, _ repertoire: inout Repertoire
  ) throws(ConversionFailure) {
    var known = true
    for scalar in name.unicodeScalars where known { known = try repertoire.knows(scalar.value) }
    guard !known else { return print.append(name, origin: origin) }
    var cells: [UInt8] = []
    var previous: UInt32 = 0
    for scalar in name.unicodeScalars {
      cells += CodeRules.plainCells(of: scalar.value, after: previous) ?? (previous == 0x20 ? [] : [0])
      previous = scalar.value
    }
    print.insertions.append(.init(index: print.characters.count, cells: cells, ends: false))
  }

  mutating func name(_ scalar: UInt32, at offset: Int) {
    let name = CharacterName.of(scalar)
    report(scalar, at: offset, .named(name))
    unnamed.append(Unnamed(offset: offset, name: name))
  }

  mutating func report(_ value: UInt32, at offset: Int, _ outcome: Substitution.Outcome) {
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    print.substitutions.append(Substitution(offset: offset, scalar: scalar, outcome: outcome))
  }
}
