/// Capitals passages (RUEB 8.5) on the way back to print.
///
/// liblouis 3.24 reads a capitals passage as one capital. So each word of a passage gets the indicator
/// of a word in capitals, which it knows, and the passage's own signs are taken away.
enum CapitalsPassage {
  private static let indicator: [UInt8] = [0x20, 0x20, 0x20]
  private static let wordIndicator: [UInt8] = [0x20, 0x20]
  private static let terminator: [UInt8] = [0x20, 0x04]

  static func spreadOver(_ words: inout [BraillePage.Word]) {
    var isInside = false
    for index in words.indices where words[index].print == nil {
      for part in words[index].parts.indices {
        guard case .cells(var cells) = words[index].parts[part] else { continue }
        let start = cells.indices.first { cells[$0...].starts(with: indicator) }
        if let start {
          // Print that touches the letters in front is not capital.
          cells.removeSubrange(start..<(start + 3))
          cells.insert(contentsOf: wordIndicator, at: start + firstLetter(of: Array(cells[start...])))
          isInside = true
        } else if isInside {
          let place = firstLetter(of: cells)
          if place < cells.count, cells[place] != 0x3C { cells.insert(contentsOf: wordIndicator, at: place) }
        }
        if isInside, let end = cells.indices.first(where: { cells[$0...].starts(with: terminator) }) {
          isInside = false
          if !cells[(end + 2)...].contains(where: CodeRules.letters.contains) {
            cells.removeSubrange(end..<(end + 2))
          }
        }
        words[index].parts[part] = .cells(cells)
      }
    }
  }

  /// The index after opening punctuation: brackets and quotation marks.
  private static func firstLetter(of cells: [UInt8]) -> Int {
    let opening: [[UInt8]] = [
      [0x10, 0x23], [0x28, 0x23], [0x38, 0x23], [0x20, 0x26], [0x18, 0x26], [0x26],
    ]
    var index = 0
    while let sign = opening.first(where: { cells[index...].starts(with: $0) }) { index += sign.count }
    return index
  }
}
