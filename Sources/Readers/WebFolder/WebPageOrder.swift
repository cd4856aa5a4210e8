/// The order in which the pages of a folder are read: the index, then the pages it leads to, each followed
/// by those that it alone leads to; then the others by name, as a person sorts names with numbers in them.
struct WebPageOrder {
  /// The pages by number, in order.
  private(set) var order: [Int] = []
  /// How many of them the index leads to, itself included.
  private(set) var linked = 0
  /// Whether there is an index.
  private(set) var hasIndex = false

  init(_ pages: [BookPage]) {
    var numbers: [String: Int] = [:]
    for (number, page) in pages.enumerated() { numbers[page.path.lowercased()] = number }
    let sorted = pages.indices.sorted { pages[$0].path.isBefore(pages[$1].path) }
    let index = sorted.filter { Self.isIndex(pages[$0].path) }.min {
      pages[$0].path.utf8.count { $0 == 0x2F } < pages[$1].path.utf8.count { $0 == 0x2F }
    }
    hasIndex = index != nil
    var placed: Set<Int> = []
    if let index {
      // Breadth first: what a page leads to comes after the pages that were already to come.
      var queue = [index]
      placed.insert(index)
      var next = 0
      while next < queue.count {
        let page = pages[queue[next]]
        next += 1
        for target in Self.targets(of: page, numbers) where placed.insert(target).inserted {
          queue.append(target)
        }
      }
      order = queue
      linked = queue.count
    }
    order += sorted.filter { placed.insert($0).inserted }
  }

  private static func isIndex(_ path: String) -> Bool {
    ["index", "default", "home", "toc", "contents", "start"].contains(path.fileStem.lowercased())
      && (path.fileStem.lowercased() == "index" || !path.contains("/"))
  }

  /// The pages a page leads to, in the order of its links.
  private static func targets(of page: BookPage, _ numbers: [String: Int]) -> [Int] {
    page.tree.nodes.compactMap { node in
      guard case .element(let element) = node.content,
        element.name == "a" || element.name == "frame" || element.name == "area",
        let address = element["href"] ?? element["src"],
        case .file(let path, _) = PackageAddress(address, from: page.path)
      else { return nil }
      if let number = numbers[path.lowercased()] { return number }
      // A link to a folder leads to its index.
      let folder = path.hasSuffix("/") || path.isEmpty ? path : path + "/"
      return numbers[folder.lowercased() + "index.html"] ?? numbers[folder.lowercased() + "index.htm"]
    }
  }
}

extension String {
  /// Whether a name comes before another where numbers in names are numbers: `part2` before `part10`.
  func isBefore(_ other: String) -> Bool {
    let left = sortKeys
    let right = other.sortKeys
    for (one, two) in zip(left, right) where one != two {
      switch (one, two) {
      case (.number(let one), .number(let two)): return one < two
      case (.text(let one), .text(let two)): return one < two
      case (.number, .text): return true
      case (.text, .number): return false
      }
    }
    return left.count != right.count ? left.count < right.count : self < other
  }

  private enum SortKey: Equatable {
    case number(Int)
    case text(String)
  }

  private var sortKeys: [SortKey] {
    var keys: [SortKey] = []
    var digits = ""
    var letters = ""
    for character in lowercased() {
      if character.isASCII, character.isNumber, digits.count < 18 {
        if !letters.isEmpty { keys.append(.text(letters)) }
        letters = ""
        digits.append(character)
      } else {
        if !digits.isEmpty { keys.append(.number(Int(digits) ?? 0)) }
        digits = ""
        letters.append(character)
      }
    }
    if !digits.isEmpty { keys.append(.number(Int(digits) ?? 0)) }
    if !letters.isEmpty { keys.append(.text(letters)) }
    return keys
  }
}
