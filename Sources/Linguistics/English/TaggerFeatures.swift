/// The features of a word: those of `static_features` and `dynamic_features` in train-tagger.py, by what
/// they depend on. `a` and `b` stand before the word, `c` and `d` after it.
enum TaggerFeatures {
  @inline(__always)
  private static func one(_ template: UInt64, _ part: UInt64) -> UInt64 { Hash.mix(template, part) }

  @inline(__always)
  private static func two(_ template: UInt64, _ first: UInt64, _ second: UInt64) -> UInt64 {
    Hash.mix(Hash.mix(template, first), second)
  }

  @inline(__always)
  private static func three(_ template: UInt64, _ first: UInt64, _ second: UInt64, _ third: UInt64) -> UInt64
  {
    Hash.mix(Hash.mix(Hash.mix(template, first), second), third)
  }

  /// Of the word alone. Its form is its shape, with bit 7 where it is the first of its sentence.
  @inline(__always)
  static func itself(_ w: WordTraits, form: UInt64, _ add: (UInt64) -> Void) {
    add(one(1, w.key))
    add(one(2, w.suffixes.0))
    add(one(3, w.suffixes.1))
    add(one(4, w.suffixes.2))
    add(one(5, w.suffixes.3))
    add(one(6, w.prefixes.0))
    add(one(7, w.prefixes.1))
    add(one(8, w.prefixes.2))
    add(one(9, form))
    add(one(10, w.classes))
    add(two(21, w.classes, form))
    add(two(26, form, w.suffixes.2))
    add(two(28, w.classes, w.suffixes.2))
  }

  /// Of the word before.
  @inline(__always)
  static func before(_ a: WordTraits, _ add: (UInt64) -> Void) {
    add(one(11, a.key))
    add(one(15, a.suffixes.2))
  }

  /// Of the word after.
  @inline(__always)
  static func after(_ c: WordTraits, _ add: (UInt64) -> Void) {
    add(one(13, c.key))
    add(one(16, c.suffixes.2))
    add(one(17, c.suffixes.1))
    add(one(18, c.classes))
  }

  /// Of the second word after.
  @inline(__always)
  static func secondAfter(_ d: WordTraits, _ add: (UInt64) -> Void) {
    add(one(14, d.key))
    add(one(19, d.classes))
  }

  /// How many there are of several words, or of the tags before.
  static let togetherCount = 16

  /// Of several words, or of the tags before.
  @inline(__always)
  static func together(
    _ b: WordTraits, _ a: WordTraits, _ w: WordTraits, _ c: WordTraits, form: UInt64, _ t1: UInt64,
    _ t2: UInt64, _ add: (UInt64) -> Void
  ) {
    add(one(12, b.key))
    add(two(20, w.classes, c.classes))
    add(two(22, a.key, w.key))
    add(two(23, w.key, c.key))
    add(two(24, a.classes, w.classes))
    add(two(25, c.shape, form))
    add(two(27, a.key, c.key))
    add(one(40, t1))
    add(two(41, t1, t2))
    add(two(42, t1, w.key))
    add(two(43, t1, w.classes))
    add(three(44, t1, t2, w.classes))
    add(three(45, t1, w.classes, c.classes))
    add(two(46, t1, c.key))
    add(two(47, t1, w.suffixes.2))
    add(three(48, t1, t2, w.key))
  }
}
