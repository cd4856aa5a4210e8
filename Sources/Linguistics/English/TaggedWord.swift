/// A token and what the tagger sees of it.
struct TaggedWord {
  let text: String
  let range: Range<Int>
  let lowered: String
  let traits: WordTraits

  init(_ sentence: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.range = range
    let written = UnsafeBufferPointer(rebasing: sentence[range])
    text = String(decoding: written, as: UTF8.self)
    if written.allSatisfy({ $0 < 0x80 }) {
      (lowered, traits) = Self.seen(written)
    } else {
      // Letters beyond ASCII keep their case in the tables; as words are compared they lose it.
      let plain = WordTraits.plain(written)
      let (small, traits) = plain.withUnsafeBufferPointer { Self.seen($0) }
      lowered =
        plain.allSatisfy { $0 < 0x80 } ? small : text.lowercased().replacing("\u{2019}", with: "'")
      self.traits = traits
    }
  }

  /// A word with ASCII in small letters, and its traits.
  private static func seen(_ plain: UnsafeBufferPointer<UInt8>) -> (small: String, traits: WordTraits) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: plain.count) { small in
      for place in plain.indices {
        let byte = plain[place]
        small[place] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      }
      let lowered = String(decoding: small, as: UTF8.self)
      return (lowered, WordTraits(plain: plain, small: small))
    }
  }
}

/// All that features of the tagger are made of, as numbers. The same as class `Word` of
/// Scripts/language/train-tagger.py: what one changes, the other must.
struct WordTraits {
  /// The hash of the word in small letters, numbers without their digits.
  let key: UInt64
  /// The hashes of its last 1, 2, 3 and 4 bytes; 0 where the word is no longer than that.
  let suffixes: (UInt64, UInt64, UInt64, UInt64)
  /// The hashes of its first 1, 2 and 3 bytes.
  let prefixes: (UInt64, UInt64, UInt64)
  /// What letters it is made of, as bits, but for bit 7: whether it is the first of its sentence.
  let shape: UInt64
  /// What the lexicon has it for, as bits in the order of `WordClass`.
  let classes: UInt64

  /// What stands before and after a sentence.
  static let outside = WordTraits()

  private init() {
    let mark: [UInt8] = [1]
    key = mark.withUnsafeBufferPointer { Hash.of($0) }
    suffixes = (0, 0, 0, 0)
    prefixes = (0, 0, 0)
    shape = 0
    classes = 0
  }

  /// - Parameters:
  ///   - plain: the word, with the marks of a typewriter.
  ///   - small: the same in small letters; its digits are hidden.
  init(plain: UnsafeBufferPointer<UInt8>, small: UnsafeMutableBufferPointer<UInt8>) {
    shape = Self.shape(of: plain)
    var classes = WordClass.bits(of: UnsafeBufferPointer(small))
    if !small.elementsEqual(plain), WordClass.isKnown(plain) { classes |= WordClass.name }
    self.classes = classes
    let count = Self.hideDigits(small)
    let word = UnsafeBufferPointer(rebasing: small[..<count])
    func last(_ count: Int) -> UInt64 {
      word.count > count ? Hash.of(UnsafeBufferPointer(rebasing: word[(word.count - count)...])) : 0
    }
    func first(_ count: Int) -> UInt64 {
      word.count > count ? Hash.of(UnsafeBufferPointer(rebasing: word[..<count])) : 0
    }
    key = Hash.of(word)
    suffixes = (last(1), last(2), last(3), last(4))
    prefixes = (first(1), first(2), first(3))
  }

  /// Typographic marks as a typewriter has them.
  fileprivate static func plain(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard bytes.contains(0xE2) else { return Array(bytes) }
    var plain: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if bytes[place] == 0xE2, place + 2 < bytes.count, bytes[place + 1] == 0x80 {
        let replacement: [UInt8]? =
          switch bytes[place + 2] {
          case 0x98, 0x99: [0x27]
          case 0x9C, 0x9D: [0x22]
          case 0x93: [0x2D]
          case 0x94: [0x2D, 0x2D]
          case 0xA6: [0x2E, 0x2E, 0x2E]
          default: nil
          }
        if let replacement {
          plain += replacement
          place += 3
          continue
        }
      }
      plain.append(bytes[place])
      place += 1
    }
    return plain
  }

  /// Digits as zeros, all of them in a number of digits alone as one, or as four when it may be a year.
  ///
  /// - Returns: how many bytes are left.
  private static func hideDigits(_ word: UnsafeMutableBufferPointer<UInt8>) -> Int {
    guard let first = word.first, (0x30...0x39).contains(first) else { return word.count }
    let isNumber = word.allSatisfy { (0x30...0x39).contains($0) }
    for place in word.indices where (0x30...0x39).contains(word[place]) { word[place] = 0x30 }
    return isNumber && word.count != 4 ? 1 : word.count
  }

  private static func shape(of word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var (upper, lower, characters) = (0, 0, 0)
    var bits: UInt64 = 0
    for byte in word {
      if byte & 0xC0 != 0x80 { characters += 1 }
      switch byte {
      case 0x41...0x5A: upper += 1
      case 0x61...0x7A: lower += 1
      case 0x30...0x39: bits |= 8
      case 0x2D: bits |= 16
      case 0x2E: bits |= 32
      case 0x80...: bits |= 256
      default: break
      }
    }
    if let first = word.first, (0x41...0x5A).contains(first) { bits |= 1 }
    if upper > 0, lower == 0 { bits |= 2 }
    if upper > 1 { bits |= 4 }
    if upper == 0, lower == 0 { bits |= 64 }
    if characters == 1 { bits |= 512 }
    return bits
  }
}
