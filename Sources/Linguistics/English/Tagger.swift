/// A tagger of English: goes through a sentence from left to right and gives each word the tag whose
/// features weigh most. The weights are those Scripts/language/train-tagger.py found.
struct Tagger: Sendable {
  private static let model = TaggerModel(EnglishData.tagger)
  /// The tags before the first word.
  private static let start: UInt64 = 62
  private static let beforeStart: UInt64 = 63

  func tags(of words: [TaggedWord]) -> [Tag] {
    let model = Self.model
    var tags: [Tag] = []
    tags.reserveCapacity(words.count)
    var (before, beforeThat) = (Self.start, Self.beforeStart)
    let outside = TaggedWord.outside
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 64) { scores in
      words.withUnsafeBufferPointer { words in
        for place in 0..<words.count {
          let allowed = model.allowed(words[place].key)
          var best = 0
          if allowed & (allowed - 1) == 0 {
            best = allowed.trailingZeroBitCount
          } else {
            scores.initialize(repeating: 0)
            func at(_ index: Int) -> TaggedWord {
              index >= 0 && index < words.count ? words[index] : outside
            }
            Self.features(
              at(place - 2), at(place - 1), words[place], at(place + 1), at(place + 2), place == 0, before,
              beforeThat
            ) { model.add($0, to: scores) }
            var most = Int32.min
            var rest = allowed
            while rest != 0 {
              let tag = rest.trailingZeroBitCount
              rest &= rest - 1
              if scores[tag] > most { (best, most) = (tag, scores[tag]) }
            }
          }
          tags.append(Tag(rawValue: UInt8(best)) ?? .xx)
          (before, beforeThat) = (UInt64(best), before)
        }
      }
    }
    return tags
  }

  /// The features of a word: those of `static_features` and `dynamic_features` in train-tagger.py.
  @inline(__always)
  private static func features(
    _ b: TaggedWord, _ a: TaggedWord, _ w: TaggedWord, _ c: TaggedWord, _ d: TaggedWord, _ isFirst: Bool,
    _ t1: UInt64, _ t2: UInt64, _ add: (UInt64) -> Void
  ) {
    let form = w.shape | (isFirst ? 128 : 0)
    @inline(__always) func one(_ template: UInt64, _ part: UInt64) { add(Hash.mix(template, part)) }
    @inline(__always) func two(_ template: UInt64, _ first: UInt64, _ second: UInt64) {
      add(Hash.mix(Hash.mix(template, first), second))
    }
    @inline(__always) func three(_ template: UInt64, _ first: UInt64, _ second: UInt64, _ third: UInt64) {
      add(Hash.mix(Hash.mix(Hash.mix(template, first), second), third))
    }
    one(1, w.key)
    one(2, w.suffixes.0)
    one(3, w.suffixes.1)
    one(4, w.suffixes.2)
    one(5, w.suffixes.3)
    one(6, w.prefixes.0)
    one(7, w.prefixes.1)
    one(8, w.prefixes.2)
    one(9, form)
    one(10, w.classes)
    one(11, a.key)
    one(12, b.key)
    one(13, c.key)
    one(14, d.key)
    one(15, a.suffixes.2)
    one(16, c.suffixes.2)
    one(17, c.suffixes.1)
    one(18, c.classes)
    one(19, d.classes)
    two(20, w.classes, c.classes)
    two(21, w.classes, form)
    two(22, a.key, w.key)
    two(23, w.key, c.key)
    two(24, a.classes, w.classes)
    two(25, c.shape, form)
    two(26, form, w.suffixes.2)
    two(27, a.key, c.key)
    two(28, w.classes, w.suffixes.2)
    one(40, t1)
    two(41, t1, t2)
    two(42, t1, w.key)
    two(43, t1, w.classes)
    three(44, t1, t2, w.classes)
    three(45, t1, w.classes, c.classes)
    two(46, t1, c.key)
    two(47, t1, w.suffixes.2)
    three(48, t1, t2, w.key)
  }
}
