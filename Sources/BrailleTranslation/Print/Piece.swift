/// A part of a paragraph that is given to liblouis by itself.
struct Piece {
  var range: Range<Int>
  var tables: String

  /// The parts inside `inner` with other tables than the parts between them.
  static func split(_ whole: Range<Int>, at inner: [Range<Int>], tables: String, other: String) -> [Piece] {
    var pieces: [Piece] = []
    var start = whole.lowerBound
    for range in inner {
      pieces.append(Piece(range: start..<range.lowerBound, tables: tables))
      pieces.append(Piece(range: range, tables: other))
      start = range.upperBound
    }
    pieces.append(Piece(range: start..<whole.upperBound, tables: tables))
    return pieces
  }

  /// Cuts pieces before and after each of the ranges.
  static func cut(_ pieces: [Piece], around ranges: [Range<Int>]) -> [Piece] {
    let cuts = ranges.flatMap { [$0.lowerBound, $0.upperBound] }
    return pieces.flatMap { piece -> [Piece] in
      var parts: [Piece] = []
      var start = piece.range.lowerBound
      for cut in cuts where cut > start && cut < piece.range.upperBound {
        parts.append(Piece(range: start..<cut, tables: piece.tables))
        start = cut
      }
      return parts + [Piece(range: start..<piece.range.upperBound, tables: piece.tables)]
    }
  }

  /// Cuts before each word of each passage and after the last of each.
  static func splitIntoWords(_ passages: [Range<Int>], of characters: [UInt32], tables: String) -> [Piece] {
    var pieces: [Piece] = []
    var start = 0
    func cut(_ end: Int) {
      pieces.append(Piece(range: start..<end, tables: tables))
      start = end
    }
    for passage in passages {
      for index in passage
      where !ScalarKinds.isBlank(characters[index])
        && (index == passage.lowerBound || ScalarKinds.isBlank(characters[index - 1]))
      {
        cut(index)
      }
      cut(passage.upperBound)
    }
    cut(characters.count)
    return pieces
  }
}
