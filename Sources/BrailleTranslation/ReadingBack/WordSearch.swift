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
  private var trials = 0
  private var steps = 0

  /// The most words that are translated to find one.
  private static let trialLimit = 60
  private static let stepLimit = 4_000
  /// Longer ones have too many ways to be put together.
  private static let longestWord = 28

  init(translator: Translator, repair: PrintRepair) {
    self.translator = translator
    self.repair = repair
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
      for candidate in repaired == text ? [text] : [repaired, text] where try isRight(candidate, cells) {
        return candidate
      }
      return nil
    }
    for (characters, length) in try candidates(text, cells, from: start, signs) {
      steps += 1
      guard trials < Self.trialLimit, steps < Self.stepLimit else { return nil }
      if let found = try extend(text + characters, cells, from: start + length, signs) { return found }
    }
    return nil
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
    let isAfterDigit = text.unicodeScalars.last.map { ScalarKinds.isDigit($0.value) } ?? false
    if isAfterDigit, let digit = signs.digits.firstIndex(of: cells[start]) { add("\(digit)", 1) }
    for length in [1, 2, 3, 4] where start + length <= cells.count {
      let sign = Array(cells[start..<(start + length)])
      for characters in signs.characters[sign] ?? [] { add(characters, length) }
    }
    for length in [1, 2, 3] where start + length <= cells.count {
      let sign = Array(cells[start..<(start + length)])
      let read = try Liblouis.shared.backTranslate(sign, tables: translator.tables)
      if !read.contains(" "), !read.contains("\\") { add(read, length) }
    }
    return found
  }
}

/// The signs characters have in a code, found out by translating each.
struct CharacterSigns: Sendable {
  /// The characters each sign stands for, those of ASCII first.
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
    self.characters = characters
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
