import Synchronization

/// A tagger of English: goes through a sentence from left to right and gives each word the tag whose
/// features weigh most. The weights are those Scripts/language/train-tagger.py found.
struct Tagger: Sendable {
  private static let model = TaggerModel(EnglishData.tagger)
  private static let memory = Mutex(WordWeights())
  /// The tags before the first word.
  private static let start: UInt64 = 62
  private static let beforeStart: UInt64 = 63

  func tags(of words: [WordTraits]) -> [Tag] {
    Self.memory.withLock { memory in Self.tags(of: words, &memory) }
  }

  private static func tags(of words: [WordTraits], _ memory: inout WordWeights) -> [Tag] {
    var tags: [Tag] = []
    tags.reserveCapacity(words.count)
    var (before, beforeThat) = (start, beforeStart)
    let outside = WordTraits.outside
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: WordWeights.width) { scores in
      words.withUnsafeBufferPointer { words in
        func at(_ index: Int) -> WordTraits {
          index >= 0 && index < words.count ? words[index] : outside
        }
        for place in 0..<words.count {
          let word = words[place]
          let allowed = model.allowed(word.key)
          var best = 0
          if allowed & (allowed - 1) == 0 {
            best = allowed.trailingZeroBitCount
          } else {
            scores.initialize(repeating: 0)
            let (previous, next) = (at(place - 1), at(place + 1))
            let form = word.shape | (place == 0 ? 128 : 0)
            if place == 0 {
              TaggerFeatures.itself(word, form: form) { model.add($0, to: scores) }
            } else {
              memory.add(word, as: .itself, to: scores, model)
            }
            memory.add(previous, as: .before, to: scores, model)
            memory.add(next, as: .after, to: scores, model)
            memory.add(at(place + 2), as: .secondAfter, to: scores, model)
            TaggerFeatures.together(at(place - 2), previous, word, next, form: form, before, beforeThat) {
              model.add($0, to: scores)
            }
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
}
