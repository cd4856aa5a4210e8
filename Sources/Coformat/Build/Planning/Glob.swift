/// A pattern for paths: `*` and `?` within a name, `[…]` for one of some characters, `**` for any number
/// of folders.
struct Glob: Hashable, Sendable {
  private let pieces: [[Character]]

  init(_ pattern: String) {
    pieces = pattern.split(separator: "/").filter { $0 != "." }.map(Array.init)
  }

  /// Whether text is a pattern, and not the path of one file.
  static func isPattern(_ text: String) -> Bool { text.contains { "*?[".contains($0) } }

  /// The folders before the first piece that is a pattern.
  static func fixedFolder(of pattern: String) -> String {
    var fixed = pattern.split(separator: "/", omittingEmptySubsequences: false).prefix {
      !isPattern(String($0))
    }
    if fixed.count == pattern.split(separator: "/", omittingEmptySubsequences: false).count {
      fixed.removeLast()
    }
    let folder = fixed.joined(separator: "/")
    return folder.isEmpty ? (pattern.hasPrefix("/") ? "/" : ".") : folder
  }

  /// Whether a path fits.
  func matches(_ path: String) -> Bool {
    let names = path.split(separator: "/").filter { $0 != "." }.map(Array.init)
    // The rows of a table: whether the first pieces fit the first names. Nothing is tried twice, so
    // that no pattern takes long.
    var fits = [Bool](repeating: false, count: names.count + 1)
    fits[0] = true
    for piece in pieces {
      var next = [Bool](repeating: false, count: names.count + 1)
      if piece == ["*", "*"] {
        var before = false
        for index in 0...names.count {
          before = before || fits[index]
          next[index] = before
        }
      } else {
        for index in names.indices where fits[index] && Self.fits(piece, names[index]) {
          next[index + 1] = true
        }
      }
      fits = next
    }
    return fits[names.count]
  }

  private static func fits(_ pattern: [Character], _ name: [Character]) -> Bool {
    var (place, position) = (0, 0)
    var star: (place: Int, position: Int)?
    while position < name.count {
      if place < pattern.count, pattern[place] == "*" {
        star = (place, position)
        place += 1
      } else if place < pattern.count, let length = fits(pattern, at: place, name[position]) {
        place += length
        position += 1
      } else if let last = star {
        star = (last.place, last.position + 1)
        place = last.place + 1
        position = last.position + 1
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == "*" }
  }

  /// How much of the pattern stands for the character; nil when it does not fit.
  private static func fits(_ pattern: [Character], at place: Int, _ character: Character) -> Int? {
    if pattern[place] == "?" { return 1 }
    guard pattern[place] == "[", let close = pattern[(place + 1)...].dropFirst().firstIndex(of: "]") else {
      return pattern[place] == character ? 1 : nil
    }
    var set = pattern[(place + 1)..<close]
    let isNegated = set.first == "!" || set.first == "^"
    if isNegated { set = set.dropFirst() }
    var isIn = false
    var index = set.startIndex
    while index < set.endIndex {
      if index + 2 < set.endIndex, set[index + 1] == "-" {
        isIn = isIn || (set[index] <= character && character <= set[index + 2])
        index += 3
      } else {
        isIn = isIn || set[index] == character
        index += 1
      }
    }
    return isIn != isNegated ? close - place + 1 : nil
  }
}
