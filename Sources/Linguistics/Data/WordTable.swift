/// A table of words made by Scripts/language/wordtable.py: a hash table that is searched where it lies.
struct WordTable: Sendable {
  private let data: StaticBytes
  private let mask: Int

  init(_ data: StaticBytes) {
    self.data = data
    mask = (1 << data.word(12)) - 1
  }

  /// How many words it has.
  var count: Int { data.word(8) }

  /// Where the value of a word begins; nil for a word that is not in the table.
  func place(of key: UnsafeBufferPointer<UInt8>) -> Int? {
    let hash = Hash.of(key)
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while true {
      let entry = data.word(16 + 4 * slot)
      if entry == 0 { return nil }
      if data.byte(entry) == key.count, isEqual(key, at: entry + 1) { return entry + 1 + key.count }
      slot = (slot + 1) & mask
    }
  }

  func place(of word: String) -> Int? {
    var word = word
    return word.withUTF8 { place(of: $0) }
  }

  private func isEqual(_ key: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    for offset in 0..<key.count where data.base[place + offset] != key[offset] { return false }
    return true
  }

  func byte(_ place: Int) -> Int { data.byte(place) }

  /// Puts other bytes for the end of a word: how the tables keep lemmas and forms.
  ///
  /// - Returns: the word, and where the next value begins.
  func remade(_ word: String, at place: Int) -> (word: String, next: Int) {
    let (removed, added) = (data.byte(place), data.byte(place + 1))
    let rest = UnsafeBufferPointer(start: data.base + place + 2, count: added)
    let kept = word.utf8.dropLast(removed)
    return (String(decoding: Array(kept) + Array(rest), as: UTF8.self), place + 2 + added)
  }
}
