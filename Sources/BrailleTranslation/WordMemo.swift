internal import Diagnostics

/// Remembers what words translate to, so that each is given to liblouis once.
///
/// In UEB a word's braille depends on its neighbours in three cases only, and a paragraph with any of
/// them goes to liblouis whole: digits joined over a space, three or more words of capitals in a row,
/// and straight quotation marks. A test compares both ways on real text. It must not be used for
/// codes that join words, as British Braille before UEB does.
struct WordMemo: Sendable {
  /// Words kept; when there are more, all are forgotten and it starts again.
  private let capacity: Int
  /// Longer words are not kept: they hardly come twice.
  private static let longestWord = 64

  /// The space that joins digits, which is not a word's end between them.
  let joiningSpace: UInt32
  private let tables: String

  /// Indices into `entries` plus 1, by hash; 0 is free. A power of two, at most half full.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)
  private var entries: [Entry] = []
  private var characters: [UInt32] = []
  private var cells: [UInt8] = []
  private var origins: [UInt8] = []

  private struct Entry {
    var hash: UInt64
    var characterStart: UInt32
    var cellStart: UInt32
    var characterCount: UInt16
    var cellCount: UInt16
  }

  init(tables: String, joiningSpace: UInt32, capacity: Int = 1 << 16) {
    self.capacity = capacity
    self.tables = tables
    self.joiningSpace = joiningSpace
  }

  /// Translates a text without typeforms, word by word where that gives the same.
  mutating func translate(_ text: [UInt32]) throws(ConversionFailure) -> RawBraille {
    guard Self.isSafe(text, joiningSpace: joiningSpace) else {
      return try Liblouis.shared.translate(text, tables: tables)
    }
    var result = RawBraille(cells: [], origins: [])
    result.cells.reserveCapacity(text.count + 16)
    result.origins.reserveCapacity(text.count + 16)
    var index = 0
    while index < text.count {
      if ScalarKinds.isBlank(text[index]) {
        result.cells.append(0)
        result.origins.append(Int32(truncatingIfNeeded: index))
        index += 1
        continue
      }
      let start = index
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      while index < text.count, !ScalarKinds.isBlank(text[index]) {
        hash = (hash ^ UInt64(text[index])) &* 0x0000_0100_0000_01B3
        index += 1
      }
      try append(text, start..<index, hash: hash ^ (hash >> 29), to: &result)
    }
    return result
  }

  private mutating func append(
    _ text: [UInt32], _ word: Range<Int>, hash: UInt64, to result: inout RawBraille
  ) throws(ConversionFailure) {
    guard word.count <= Self.longestWord else {
      let raw = try Liblouis.shared.translate(Array(text[word]), tables: tables)
      result.cells += raw.cells
      for origin in raw.origins { result.origins.append(origin + Int32(truncatingIfNeeded: word.lowerBound)) }
      return
    }
    let entry: Entry
    if let known = find(text, word, hash: hash) {
      entry = entries[known]
    } else {
      entry = try learn(text, word, hash: hash)
    }
    let first = Int(entry.cellStart)
    for place in first..<(first + Int(entry.cellCount)) {
      result.cells.append(cells[place])
      result.origins.append(Int32(truncatingIfNeeded: word.lowerBound + Int(origins[place])))
    }
  }

  private func find(_ text: [UInt32], _ word: Range<Int>, hash: UInt64) -> Int? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if entries[index].hash == hash, matches(entries[index], text, word) { return index }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func matches(_ entry: Entry, _ text: [UInt32], _ word: Range<Int>) -> Bool {
    guard Int(entry.characterCount) == word.count else { return false }
    var place = Int(entry.characterStart)
    for index in word {
      if characters[place] != text[index] { return false }
      place += 1
    }
    return true
  }

  private mutating func learn(
    _ text: [UInt32], _ word: Range<Int>, hash: UInt64
  ) throws(ConversionFailure) -> Entry {
    let raw = try Liblouis.shared.translate(Array(text[word]), tables: tables)
    if entries.count >= capacity { forget() }
    let entry = Entry(
      hash: hash, characterStart: UInt32(characters.count), cellStart: UInt32(cells.count),
      characterCount: UInt16(word.count), cellCount: UInt16(raw.cells.count))
    characters += text[word]
    cells += raw.cells
    // Origins lie within the word, so that a byte holds them.
    for origin in raw.origins { origins.append(UInt8(truncatingIfNeeded: origin)) }
    entries.append(entry)
    if entries.count * 2 > slots.count { grow() } else { place(entries.count - 1) }
    return entry
  }

  private mutating func place(_ index: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: entries[index].hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt32(index) + 1
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for index in entries.indices { place(index) }
  }

  private mutating func forget() {
    slots = [UInt32](repeating: 0, count: 1 << 12)
    entries.removeAll(keepingCapacity: true)
    characters.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
  }

  // MARK: Guards

  /// Whether the words of a text can be translated one by one.
  static func isSafe(_ text: [UInt32], joiningSpace: UInt32) -> Bool {
    var previous: UInt32 = 0x20
    var hasCapital = false
    var hasSmall = false
    var capitalWords = 0
    for (index, character) in text.enumerated() {
      if ScalarKinds.isBlank(character) {
        if character == joiningSpace, ScalarKinds.isDigit(previous), index + 1 < text.count,
          ScalarKinds.isDigit(text[index + 1])
        {
          return false
        }
        // Words without letters do not end a passage of capitals.
        if hasSmall { capitalWords = 0 } else if hasCapital { capitalWords += 1 }
        if capitalWords >= 3 { return false }
        (hasCapital, hasSmall) = (false, false)
      } else if character < 0x80 {
        if character == 0x22 { return false }
        if character &- 0x61 < 26 { hasSmall = true } else if character &- 0x41 < 26 { hasCapital = true }
      } else if ScalarKinds.isCapital(character) {
        hasCapital = true
      } else if ScalarKinds.isSmall(character) {
        hasSmall = true
      }
      previous = character
    }
    return !(hasCapital && !hasSmall && capitalWords >= 2)
  }
}
