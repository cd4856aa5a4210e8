import DocumentModel
import Sentences

/// Inlines as one text in which sentences are found: a position for every character, and for every
/// node that has none but takes a place.
struct FlatText {
  private(set) var scalars: [Unicode.Scalar] = []
  /// Stretches that stay in one piece: links, short forms, code.
  private(set) var whole: [Range<Int>] = []
  private let format: Format

  init(_ inlines: [Inline], format: Format) {
    self.format = format
    add(inlines)
  }

  private mutating func add(_ inlines: [Inline]) { for inline in inlines { add(inline) } }

  private mutating func add(_ inline: Inline) {
    guard inline.info.isSaid(in: format) else { return }
    let start = scalars.count
    switch inline {
    case .text(let node): add(node.string)
    case .styled(let node): add(node.inlines)
    case .span(let node):
      add(node.inlines)
      if node.pronunciation != nil || node.lineNumber != nil { whole.append(start..<scalars.count) }
    case .link(let node):
      add(node.inlines)
      whole.append(start..<scalars.count)
    case .crossReference(let node):
      add(node.inlines)
      whole.append(start..<scalars.count)
    case .abbreviation(let node):
      add(node.inlines)
      whole.append(start..<scalars.count)
    case .code(let node):
      add(node.text)
      whole.append(start..<scalars.count)
    case .lineBreak: scalars.append("\n")
    case .noteReference, .image, .mathematics, .pageBreak: scalars.append(SentenceSegmenter.object)
    }
  }

  private mutating func add(_ text: String) {
    for scalar in text.unicodeScalars {
      scalars.append(scalar == SentenceSegmenter.object ? "\u{FFFD}" : scalar)
    }
  }

  /// The sentences, none of which ends within what stays whole, each without nodes that have no
  /// characters at its ends.
  func sentences(_ segmenter: SentenceSegmenter) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    let whole = whole.sorted { $0.lowerBound < $1.lowerBound }
    var next = 0
    var reach = 0
    for range in segmenter.ranges(in: scalars) {
      while next < whole.count, whole[next].lowerBound < range.lowerBound {
        reach = max(reach, whole[next].upperBound)
        next += 1
      }
      if let last = sentences.last, reach > range.lowerBound {
        sentences[sentences.count - 1] = last.lowerBound..<range.upperBound
      } else {
        sentences.append(range)
      }
    }
    return sentences.map(trimmed).filter { !$0.isEmpty }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (first, last) = (range.lowerBound, range.upperBound)
    while first < last, isAround(scalars[first]) { first += 1 }
    while last > first, isAround(scalars[last - 1]) { last -= 1 }
    return first..<last
  }

  private func isAround(_ scalar: Unicode.Scalar) -> Bool {
    scalar == SentenceSegmenter.object || scalar.properties.isWhitespace
  }
}

/// Parts inlines at positions of their flat text.
struct InlineParting {
  private let cuts: [Int]
  private let format: Format
  private var position = 0

  private init(cuts: [Int], format: Format) {
    self.cuts = cuts
    self.format = format
  }

  /// The inlines in one more part than there are cuts. What is parted keeps its id in its first part.
  static func parts(of inlines: [Inline], at cuts: [Int], format: Format) -> [[Inline]] {
    var parting = InlineParting(cuts: cuts, format: format)
    var parts = [[Inline]](repeating: [], count: cuts.count + 1)
    for (part, inlines) in parting.part(inlines) { parts[part] += inlines }
    return parts
  }

  private var current: Int {
    var (low, high) = (0, cuts.count)
    while low < high {
      let middle = (low + high) / 2
      if cuts[middle] <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func part(_ inlines: [Inline]) -> [(Int, [Inline])] {
    var result: [(Int, [Inline])] = []
    func add(_ part: Int, _ inline: Inline) {
      if result.last?.0 == part {
        result[result.count - 1].1.append(inline)
      } else {
        result.append((part, [inline]))
      }
    }
    for inline in inlines {
      guard inline.info.isSaid(in: format) else {
        add(current, inline)
        continue
      }
      switch inline {
      case .text(let node):
        let scalars = Array(node.string.unicodeScalars)
        var start = 0
        while start < scalars.count {
          let part = current
          let end = part < cuts.count ? min(scalars.count, start + cuts[part] - position) : scalars.count
          var text = node
          var view = String.UnicodeScalarView()
          view.append(contentsOf: scalars[start..<end])
          text.string = String(view)
          add(part, .text(text))
          position += end - start
          start = end
        }
        if scalars.isEmpty { add(current, inline) }
      case .styled(let node):
        for (index, piece) in part(node.inlines).enumerated() {
          var copy = node
          copy.inlines = piece.1
          if index > 0 { copy.info.id = nil }
          add(piece.0, .styled(copy))
        }
        if node.inlines.isEmpty { add(current, inline) }
      case .span(let node):
        guard node.pronunciation == nil, node.lineNumber == nil, !node.inlines.isEmpty else {
          addWhole(inline)
          continue
        }
        for (index, piece) in part(node.inlines).enumerated() {
          var copy = node
          copy.inlines = piece.1
          if index > 0 { copy.info.id = nil }
          add(piece.0, .span(copy))
        }
      case .link, .crossReference, .abbreviation, .code, .lineBreak, .noteReference, .image, .mathematics,
        .pageBreak:
        addWhole(inline)
      }
    }
    func addWhole(_ inline: Inline) {
      add(current, inline)
      position += FlatText([inline], format: format).scalars.count
    }
    return result
  }
}

extension NodeInfo {
  /// Whether the format has the node at all.
  func isSaid(in format: Format) -> Bool { audience?.includes(format) ?? true }
}
