import Sentences

extension FlatText {
  /// Whether there are letters or digits.
  var hasWords: Bool {
    bytes.contains { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || (byte >= 0xC3 && byte != 0xEF)
    }
  }

  /// The sentences, as ranges of bytes without the white space around them. A line end that print keeps
  /// always ends one: what stands on lines of its own is not joined.
  func sentences(_ segmenter: SentenceSegmenter) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for leaf in leaves {
      guard case .whole(.lineBreak) = leaf.content else { continue }
      result += sentences(in: start..<leaf.range.lowerBound, segmenter)
      start = leaf.range.upperBound
    }
    return result + sentences(in: start..<bytes.count, segmenter)
  }

  /// Whether print keeps a line end in it.
  var hasLineEnds: Bool {
    leaves.contains { if case .whole(.lineBreak) = $0.content { true } else { false } }
  }

  /// The sentences as they are read, over line ends, as `sentences(_:)` gives them.
  func sentencesOverLineEnds(_ segmenter: SentenceSegmenter) -> [Range<Int>] {
    sentences(in: 0..<bytes.count, segmenter)
  }

  private func sentences(in range: Range<Int>, _ segmenter: SentenceSegmenter) -> [Range<Int>] {
    guard !range.isEmpty else { return [] }
    let scalars = Array(String(decoding: bytes[range], as: UTF8.self).unicodeScalars)
    var position = range.lowerBound
    var scalar = 0
    return segmenter.ranges(in: scalars).map { stretch in
      while scalar < stretch.lowerBound {
        position += UTF8.width(scalars[scalar])
        scalar += 1
      }
      let start = position
      while scalar < stretch.upperBound {
        position += UTF8.width(scalars[scalar])
        scalar += 1
      }
      return start..<position
    }
  }
}
