/// The weights of the tagger, read where they lie (tagger.bin).
///
/// "CFTG", version 1 and three zero bytes; four 32-bit numbers: the bits of a bucket's number, the bytes of the
/// rows, the number of frequent words, the number of sets of tags; where the rows of each bucket begin, and
/// the end of the last; the sets, 64 bits each; the hashes of the frequent words in order; the set of each,
/// 16 bits; the rows. A row is the second highest 16 bits of the feature, the number of its weights, the
/// tags, the weights (signed bytes).
struct TaggerModel: Sendable {
  private let data: StaticBytes
  private let shift: UInt64
  private let starts: Int
  private let sets: Int
  private let frequent: Int
  private let frequentCount: Int
  private let setOfFrequent: Int
  private let rows: Int
  /// All tags.
  private static let all: UInt64 = (1 << UInt64(Tag.allCases.count)) - 1

  init(_ data: StaticBytes) {
    self.data = data
    let bits = data.word(8)
    frequentCount = data.word(16)
    let setCount = data.word(20)
    shift = UInt64(64 - bits)
    starts = 24
    sets = starts + 4 * ((1 << bits) + 1)
    frequent = sets + 8 * setCount
    setOfFrequent = frequent + 8 * frequentCount
    rows = setOfFrequent + 2 * frequentCount
  }

  /// The tags a word may have, as bits: those it had in the treebanks for a frequent word, else all.
  func allowed(_ key: UInt64) -> UInt64 {
    var (low, high) = (0, frequentCount)
    while low < high {
      let middle = (low + high) / 2
      let value = data.long(frequent + 8 * middle)
      if value == key { return data.long(sets + 8 * data.half(setOfFrequent + 2 * middle)) }
      if value < key { low = middle + 1 } else { high = middle }
    }
    return Self.all
  }

  /// Adds the weights of several features. All are looked up before the first is added: so the processor
  /// waits for memory once and not for each.
  ///
  /// - Parameter lookups: room for as many numbers as there are features.
  func add(
    _ features: UnsafeBufferPointer<UInt64>, _ lookups: UnsafeMutableBufferPointer<(place: Int, end: Int)>,
    to scores: UnsafeMutableBufferPointer<Int32>
  ) {
    for index in features.indices {
      let bucket = starts + 4 * Int(features[index] >> shift)
      lookups.initializeElement(at: index, to: (data.word(bucket), data.word(bucket + 4)))
    }
    for index in features.indices { add(features[index], from: lookups[index], to: scores) }
  }

  /// Adds the weights of a feature.
  @inline(__always)
  func add(_ feature: UInt64, to scores: UnsafeMutableBufferPointer<Int32>) {
    let bucket = starts + 4 * Int(feature >> shift)
    add(feature, from: (data.word(bucket), data.word(bucket + 4)), to: scores)
  }

  @inline(__always)
  private func add(
    _ feature: UInt64, from bucket: (place: Int, end: Int), to scores: UnsafeMutableBufferPointer<Int32>
  ) {
    var (place, end) = bucket
    let mark = Int((feature >> 32) & 0xFFFF)
    while place < end {
      let count = data.byte(rows + place + 2)
      if data.half(rows + place) == mark {
        let tags = data.base + rows + place + 3
        for index in 0..<count {
          scores[Int(tags[index])] += Int32(Int8(bitPattern: tags[count + index]))
        }
        return
      }
      place += 3 + 2 * count
    }
  }
}
