/// Where volumes begin and end, decided by how many pages what is in them takes.
struct VolumePlan {
  /// For each piece, how good it is that a volume begins with it.
  let ranks: [VolumePieces.Rank]
  /// For each piece, how many pages it takes, with the notes it refers to first.
  let lengths: [Double]

  /// The pieces of each volume.
  ///
  /// - Parameter room: how many pages of text each volume has room for; those past its end have as many
  ///   as the last.
  func volumes(room: [Double]) -> [Range<Int>] {
    var volumes: [Range<Int>] = []
    var first = 0
    while first < ranks.count {
      let own = max(room[min(volumes.count, room.count - 1)], 0.1)
      let next = end(of: first, room: own, rest: max(room[room.count - 1], 0.1))
      volumes.append(first..<next)
      first = next
    }
    return volumes
  }

  /// The piece the next volume begins with, when this one begins with `first`.
  ///
  /// As few volumes as there can be, of about the same size; but before a heading of a high level rather
  /// than of a size, then before a lower one, then between blocks, as braille's volumes are parted.
  private func end(of first: Int, room: Double, rest: Double) -> Int {
    let left = lengths[first...].reduce(0, +)
    guard left > room else { return ranks.count }
    let volumes = 1 + max(1, ((left - room) / rest).rounded(.up))
    let size = left * room / (room + (volumes - 1) * rest)
    let least = max(left - (volumes - 1) * rest, size / 2)
    var best: (index: Int, score: Score)?
    var length = 0.0
    for index in (first + 1)..<max(first + 2, ranks.count) {
      length += lengths[index - 1]
      if length > room { break }
      guard index < ranks.count else { return ranks.count }
      let score =
        ranks[index] == .keptTogether
        ? Score(group: 2, rank: .keptTogether, distance: -length)
        : length < least
          ? Score(group: 1, rank: .heading(0), distance: -length)
          : Score(group: 0, rank: ranks[index], distance: abs(length - size))
      if best.map({ score < $0.score }) ?? true { best = (index, score) }
    }
    // A piece longer than a volume is one, with no more than belongs to it.
    guard let best else {
      var index = first + 1
      while index < ranks.count, ranks[index] == .keptTogether { index += 1 }
      return index
    }
    return best.index
  }

  /// How good a place is for a volume of a size; the lowest is the best.
  private struct Score: Comparable {
    var group: Int
    var rank: VolumePieces.Rank
    var distance: Double

    static func < (left: Score, right: Score) -> Bool {
      (left.group, left.rank, left.distance) < (right.group, right.rank, right.distance)
    }
  }
}
