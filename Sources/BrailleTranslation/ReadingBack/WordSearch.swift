internal import Diagnostics
internal import Synchronization

/// Searches for print that is brailled in given cells.
///
/// Tables read some signs back as what they mean elsewhere: the full stop after a figure as a 4, the
/// letters `ae` as a ligature. So a word is put together of characters whose signs are known from the
/// way there, and of what the table says of its parts, until translating it gives the very cells.
struct WordSearch {
  private let translator: Translator
  private let repair: PrintRepair
  private let script: Script
  private var trials = 0
  private var steps = 0
  /// The likeliest found so far, when the first is not good enough.
  private var best: String?
  private var takesFirst = true

  /// The most words that are translated to find one.
  private static let trialLimit = 60
  private static let stepLimit = 1_500
  /// Longer ones have too many ways to be put together.
  private static let longestWord = 28

  init(translator: Translator, repair: PrintRepair, script: Script) {
    self.translator = translator
    self.repair = repair
    self.script = script
  }

  /// The likeliest print for the cells: `known`, which gives them, or better.
  func best(_ cells: [UInt8], otherThan known: String) throws(ConversionFailure) -> String {
    guard cells.count <= Self.longestWord else { return known }
    let signs = try CharacterSigns.of(translator)
    var search = self
    search.best = known
    search.takesFirst = false
    _ = try search.extend("", cells, from: 0, signs)
    return search.best ?? known
  }

  /// Print for the cells, or nil when none was found.
  func find(_ cells: [UInt8]) throws(ConversionFailure) -> String? {
    guard cells.count <= Self.longestWord else { return nil }
    let signs = try CharacterSigns.of(translator)
    var search = self
    if let found = try search.extend("", cells, from: 0, signs) { return found }
    // A word of capitals: its letters are found without the indicator.
    guard let prefix = signs.capitalsPrefix, cells.starts(with: prefix) else { return nil }
    search = self
    let small = Array(cells.dropFirst(prefix.count))
    guard let found = try search.extend("", small, from: 0, signs) else { return nil }
    let capitals = found.uppercased()
    return try isRight(capitals, cells) ? capitals : nil
  }

  private mutating func extend(
    _ text: String, _ cells: [UInt8], from start: Int, _ signs: CharacterSigns
  ) throws(ConversionFailure) -> String? {
    guard start < cells.count else {
      trials += 1
      let repaired = repair.apply(text)
      for candidate in repaired == text ? [text] : [repaired, text] {
        if let best, Plausibility(of: candidate) >= Plausibility(of: best) { continue }
        guard try isRight(candidate, cells) else { continue }
        if takesFirst { return candidate }
        best = candidate
        break
      }
      return nil
    }
    for (characters, length) in try candidates(text, cells, from: start, signs) {
      steps += 1
      guard trials < Self.trialLimit, steps < Self.stepLimit else { return nil }
      guard try begins(text + characters, cells, start + length) else { continue }
      if let found = try extend(text + characters, cells, from: start + length, signs) { return found }
    }
    return nil
  }

  /// Whether the cells of a beginning are those of the word so far. In contracted braille that says
  /// nothing, since the letters to come may change them.
  private func begins(
    _ text: String, _ cells: [UInt8], _ length: Int
  ) throws(ConversionFailure) -> Bool {
    guard translator.grade.contraction == .none, length < cells.count else { return true }
    let beginning = Array(cells[..<length])
    if try isRight(text, beginning) { return true }
    let repaired = repair.apply(text)
    guard repaired != text else { return false }
    return try isRight(repaired, beginning)
  }

  private func isWord(_ text: String) -> Bool {
    script.holds(text) && text.unicodeScalars.allSatisfy { Plausibility.isInWords($0) }
  }

  private func isRight(_ text: String, _ cells: [UInt8]) throws(ConversionFailure) -> Bool {
    try translator.translate([TextRun(text)]).text.cells == cells
  }

  /// What the next cells may be, the likeliest first.
  private func candidates(
    _ text: String, _ cells: [UInt8], from start: Int, _ signs: CharacterSigns
  ) throws(ConversionFailure) -> [(characters: String, length: Int)] {
    var found: [(String, Int)] = []
    func add(_ characters: String, _ length: Int) {
      guard !characters.isEmpty, !found.contains(where: { $0 == (characters, length) }) else { return }
      found.append((characters, length))
    }
    let last = text.unicodeScalars.last
    let isInWord = last?.properties.isAlphabetic ?? false
    if !isInWord, cells[start] == 0x3C, start + 1 < cells.count,
      let digit = signs.digits.firstIndex(of: cells[start + 1])
    {
      add("\(digit)", 2)
    }
    let isAfterDigit = text.unicodeScalars.last.map { ScalarKinds.isDigit($0.value) } ?? false
    if isAfterDigit, let digit = signs.digits.firstIndex(of: cells[start]) { add("\(digit)", 1) }
    let slices = (1...4).filter { start + $0 <= cells.count }.map { Array(cells[start..<(start + $0)]) }
    var read: [(String, Int)] = []
    for slice in slices.prefix(3) {
      let text = try Liblouis.shared.backTranslate(slice, tables: translator.tables)
      if !text.contains(" "), !text.contains("\\") { read.append((text, slice.count)) }
    }
    // A consonant without its vowel comes before the sign for that by itself.
    for slice in slices.reversed() where !script.isLatin {
      for pair in signs.characters[slice] ?? [] where pair.unicodeScalars.count > 1 && script.holds(pair) {
        add(pair, slice.count)
      }
    }
    // What the table itself reads comes next, then other letters of the script, then all else.
    for (text, length) in read where isWord(text) { add(text, length) }
    for slice in slices {
      for character in signs.characters[slice] ?? [] where isWord(character) { add(character, slice.count) }
    }
    for (text, length) in read { add(text, length) }
    for slice in slices {
      for character in signs.characters[slice] ?? [] where script.holds(character) {
        add(character, slice.count)
      }
    }
    for slice in slices {
      for character in signs.characters[slice] ?? [] { add(character, slice.count) }
    }
    return found
  }
}

/// The signs characters have in a code, found out by translating each.
struct CharacterSigns: Sendable {
  /// The characters each sign stands for, letters first.
  let characters: [[UInt8]: [String]]
  /// The last cells of the digits, 0 to 9.
  let digits: [UInt8]
  /// What goes before a word of capitals; nil where a code has no such indicator.
  let capitalsPrefix: [UInt8]?

  private static let kept = Mutex<[String: CharacterSigns]>([:])

  /// The signs of a translator's tables, made once for each.
  static func of(_ translator: Translator) throws(ConversionFailure) -> CharacterSigns {
    if let signs = kept.withLock({ $0[translator.tables] }) { return signs }
    let signs = try CharacterSigns(translator)
    kept.withLock { $0[translator.tables] = signs }
    return signs
  }

  private init(_ translator: Translator) throws(ConversionFailure) {
    var characters: [[UInt8]: [String]] = [:]
    for value in Self.scalars {
      guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory != .unassigned else {
        continue
      }
      let translation = try translator.translate([TextRun(String(scalar))])
      guard translation.substitutions.isEmpty, !translation.text.cells.isEmpty,
        translation.text.cells.count <= 4
      else { continue }
      var sign = translation.text.cells
      characters[sign, default: []].append(String(scalar))
      // A letter by itself may have a sign before it that it has not in a word.
      if sign.count > 1, sign[0] == CodeRules.grade1 {
        sign.removeFirst()
        characters[sign, default: []].append(String(scalar))
      }
    }
    func rank(_ character: String) -> Int {
      guard let scalar = character.unicodeScalars.first else { return 2 }
      return ScalarKinds.isLetter(scalar.value) ? 0 : scalar.properties.numericType != nil ? 2 : 1
    }
    for (letters, virama) in Self.lettersWithVirama {
      let text = String(String.UnicodeScalarView([letters, virama]))
      let translation = try translator.translate([TextRun(text)])
      guard translation.substitutions.isEmpty, translation.text.cells.count > 1 else { continue }
      characters[translation.text.cells, default: []].append(text)
    }
    self.characters = characters.mapValues { list in
      // Sorting is stable: within a rank the order of Unicode stays.
      list.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(
        \.element)
    }
    var digits: [UInt8] = []
    for digit in 0...9 {
      digits.append(try translator.translate([TextRun("\(digit)")]).text.cells.last ?? 0)
    }
    self.digits = digits
    let capitals = try translator.translate([TextRun("XQ")]).text.cells
    let small = try translator.translate([TextRun("xq")]).text.cells
    let isPrefixed = capitals.count > small.count && capitals.suffix(small.count) == small[...]
    capitalsPrefix = isPrefixed ? Array(capitals.dropLast(small.count)) : nil
  }

  /// Consonants of the scripts of India without their vowel: braille has the sign for that before the
  /// letter.
  private static var lettersWithVirama: [(Unicode.Scalar, Unicode.Scalar)] {
    stride(from: UInt32(0x900), to: 0xD80, by: 0x80).flatMap { block in
      (UInt32(0x15)...0x39).compactMap { offset -> (Unicode.Scalar, Unicode.Scalar)? in
        guard let letter = Unicode.Scalar(block + offset), let virama = Unicode.Scalar(block + 0x4D),
          letter.properties.generalCategory != .unassigned
        else { return nil }
        return (letter, virama)
      }
    }
  }

  /// ASCII, Latin, Greek, Cyrillic, Hebrew, Arabic, the scripts of India, and punctuation.
  private static var scalars: [UInt32] {
    let ranges: [ClosedRange<UInt32>] = [
      0x21...0x7E, 0xA1...0x24F, 0x370...0x556, 0x5D0...0x6FF, 0x900...0xDFF, 0x1E00...0x1EFF,
      0x2010...0x2044,
      0x20AC...0x20BF,
    ]
    return ranges.flatMap(Array.init)
  }
}
