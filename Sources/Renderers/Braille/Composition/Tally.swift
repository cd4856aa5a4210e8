import Diagnostics

/// Things that happen often and are said once, with where first and how many times.
struct Tally<Key: Hashable> {
  private(set) var entries: [(key: Key, count: Int, range: SourceRange?)] = []
  private var index: [Key: Int] = [:]

  mutating func add(_ key: Key, at range: SourceRange?) {
    if let position = index[key] {
      entries[position].count += 1
    } else {
      index[key] = entries.count
      entries.append((key, 1, range))
    }
  }
}
