/// What those features of the tagger weigh that depend on one word alone, remembered by the word: the
/// words of a text come again and again, and adding up what is known is quicker than looking it up.
///
/// The sums are the same with it as without: integers, in whatever order.
struct WordWeights {
  /// Where a word stands, seen from the one that is tagged.
  enum Role: Int, CaseIterable {
    case itself, before, after, secondAfter
  }

  /// As many as there may be tags.
  static let width = 64
  /// How many words are remembered before it begins anew, but for those of one sentence: some megabytes.
  private static let limit = 12_000

  private var places: [UInt64: Int] = [:]
  private var weights: [Int16] = []
  /// Which roles of a word are there, as bits.
  private var filled: [UInt8] = []
  /// The tags a word may have.
  private var tags: [UInt64] = []

  /// Makes room for the words of a sentence; places given before count no longer.
  mutating func begin(_ count: Int) {
    guard filled.count + count > Self.limit else { return }
    places.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
    filled.removeAll(keepingCapacity: true)
    tags.removeAll(keepingCapacity: true)
  }

  /// Where a word is remembered.
  mutating func place(of word: WordTraits, _ model: TaggerModel) -> Int {
    // All traits but these follow from the key, which is of the whole word.
    let key = Hash.mix(Hash.mix(word.key, word.shape), word.classes)
    if let place = places[key] { return place }
    let place = filled.count
    places[key] = place
    filled.append(0)
    tags.append(model.allowed(word.key))
    weights.append(contentsOf: repeatElement(0, count: Role.allCases.count * Self.width))
    return place
  }

  /// The tags the word at a place may have, as bits.
  func allowed(_ place: Int) -> UInt64 { tags[place] }

  /// Adds to scores what a word weighs in a role.
  mutating func add(
    _ word: WordTraits, at place: Int, as role: Role, to scores: UnsafeMutableBufferPointer<Int32>,
    _ model: TaggerModel
  ) {
    let start = (place * Role.allCases.count + role.rawValue) * Self.width
    if filled[place] & (1 << role.rawValue) == 0 {
      filled[place] |= 1 << role.rawValue
      fill(start, word, role, model)
    }
    weights.withUnsafeBufferPointer { weights in
      for index in 0..<Self.width { scores[index] &+= Int32(weights[start &+ index]) }
    }
  }

  private mutating func fill(_ start: Int, _ word: WordTraits, _ role: Role, _ model: TaggerModel) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.width) { sums in
      sums.initialize(repeating: 0)
      func add(_ feature: UInt64) { model.add(feature, to: sums) }
      switch role {
      case .itself: TaggerFeatures.itself(word, form: word.shape, add)
      case .before: TaggerFeatures.before(word, add)
      case .after: TaggerFeatures.after(word, add)
      case .secondAfter: TaggerFeatures.secondAfter(word, add)
      }
      for index in 0..<Self.width { weights[start + index] = Int16(clamping: sums[index]) }
    }
  }
}
