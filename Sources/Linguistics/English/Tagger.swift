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
    memory.begin(words.count + 1)
    let places = words.map { memory.place(of: $0, model) }
    let outside = (word: WordTraits.outside, place: memory.place(of: .outside, model))
    Workspace.use { scores, features, lookups in
      words.withUnsafeBufferPointer { words in
        func at(_ index: Int) -> (word: WordTraits, place: Int) {
          index >= 0 && index < words.count ? (words[index], places[index]) : outside
        }
        for index in 0..<words.count {
          let word = words[index]
          let allowed = memory.allowed(places[index])
          var best = 0
          if allowed & (allowed - 1) == 0 {
            best = allowed.trailingZeroBitCount
          } else {
            scores.initialize(repeating: 0)
            let (previous, next, second) = (at(index - 1), at(index + 1), at(index + 2))
            let form = word.shape | (index == 0 ? 128 : 0)
            if index == 0 {
              TaggerFeatures.itself(word, form: form) { model.add($0, to: scores) }
            } else {
              memory.add(word, at: places[index], as: .itself, to: scores, model)
            }
            memory.add(previous.word, at: previous.place, as: .before, to: scores, model)
            memory.add(next.word, at: next.place, as: .after, to: scores, model)
            memory.add(second.word, at: second.place, as: .secondAfter, to: scores, model)
            var count = 0
            TaggerFeatures.together(
              at(index - 2).word, previous.word, word, next.word, form: form, before, beforeThat
            ) { feature in
              features.initializeElement(at: count, to: feature)
              count += 1
            }
            model.add(UnsafeBufferPointer(rebasing: features[..<count]), lookups, to: scores)
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

  /// Memory that is used for each word anew.
  private enum Workspace {
    static func use(
      _ body: (
        _ scores: UnsafeMutableBufferPointer<Int32>, _ features: UnsafeMutableBufferPointer<UInt64>,
        _ lookups: UnsafeMutableBufferPointer<(place: Int, end: Int)>
      ) -> Void
    ) {
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: WordWeights.width) { scores in
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: TaggerFeatures.togetherCount) { features in
          withUnsafeTemporaryAllocation(
            of: (place: Int, end: Int).self, capacity: TaggerFeatures.togetherCount
          ) { lookups in body(scores, features, lookups) }
        }
      }
    }
  }
}
