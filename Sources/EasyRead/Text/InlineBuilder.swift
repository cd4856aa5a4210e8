import DocumentModel

/// Makes inlines of lines again, each in the nodes its bytes came from.
struct InlineBuilder {
  let flat: FlatText
  /// Identifiers given out already: a node in two lines is named in the first.
  private var usedIDs: Set<String> = []
  /// Whole nodes given out already: each stands once.
  private var given: Set<Int> = []

  init(_ flat: FlatText) { self.flat = flat }

  private struct Piece {
    var path: [Int]
    var inline: Inline
  }

  mutating func inlines(of line: Line) -> [Inline] {
    var pieces: [Piece] = []
    var position = 0
    while position < line.count {
      let leaf = leafIndex(line.origins[position])
      var end = position + 1
      while end < line.count, leafIndex(line.origins[end]) == leaf { end += 1 }
      append(line, position..<end, leaf, to: &pieces)
      position = end
    }
    return nest(pieces[...], depth: 0)
  }

  private func leafIndex(_ origin: Int32) -> Int { origin < 0 ? -1 : flat.leaf(at: Int(origin)) }

  private mutating func append(_ line: Line, _ range: Range<Int>, _ leaf: Int, to pieces: inout [Piece]) {
    guard leaf >= 0 else {
      pieces.append(Piece(path: [], inline: .text(Text(line.text(range)))))
      return
    }
    switch flat.leaves[leaf].content {
    case .text(let info):
      pieces.append(Piece(path: flat.leaves[leaf].path, inline: .text(Text(line.text(range), info: info))))
    case .whole(let inline):
      if given.insert(leaf).inserted {
        pieces.append(Piece(path: flat.leaves[leaf].path, inline: inline))
      } else {
        pieces.append(Piece(path: [], inline: .text(Text(line.text(range)))))
      }
    }
  }

  private mutating func nest(_ pieces: ArraySlice<Piece>, depth: Int) -> [Inline] {
    var result: [Inline] = []
    var position = pieces.startIndex
    while position < pieces.endIndex {
      let path = pieces[position].path
      guard path.count > depth else {
        result.append(pieces[position].inline)
        position += 1
        continue
      }
      var end = position + 1
      while end < pieces.endIndex, pieces[end].path.count > depth, pieces[end].path[depth] == path[depth] {
        end += 1
      }
      var wrapper = flat.wrappers[path[depth]].withChildren(nest(pieces[position..<end], depth: depth + 1))
      if let id = wrapper.info.id, !usedIDs.insert(id).inserted { wrapper.info.id = nil }
      result.append(wrapper)
      position = end
    }
    return result.joiningText()
  }
}

extension [Inline] {
  /// The inlines with neighbouring texts joined, so that a document is the same however often it is made.
  func joiningText() -> [Inline] {
    var result: [Inline] = []
    for inline in self {
      if case .text(let next) = inline, case .text(var last)? = result.last {
        last.string += next.string
        last.info.range = last.info.range ?? next.info.range
        result[result.count - 1] = .text(last)
      } else {
        result.append(inline)
      }
    }
    return result
  }
}
