import TestSupport

/// Treebanks of Universal Dependencies.
enum Treebank {
  struct Word {
    var form: String
    var lemma: String
    var tag: String
    var head: Int
    var relation: String
  }

  /// The sentences of a CoNLL-U file.
  static func sentences(_ path: String) throws -> [[Word]] {
    var all: [[Word]] = []
    var words: [Word] = []
    for line in try SharedData.text(path).utf8.split(separator: 10, omittingEmptySubsequences: false) {
      if line.isEmpty {
        if !words.isEmpty { all.append(words) }
        words = []
      } else if line.first != 0x23 {
        let cells = line.split(separator: 9, omittingEmptySubsequences: false).map { String(Substring($0)) }
        if cells.count > 7, Int(cells[0]) != nil {
          words.append(
            Word(form: cells[1], lemma: cells[2], tag: cells[4], head: Int(cells[6]) ?? 0, relation: cells[7])
          )
        }
      }
    }
    return all
  }
}
