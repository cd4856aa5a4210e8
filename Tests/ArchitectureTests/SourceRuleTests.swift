import Testing

/// Rules about how sources are written that the compiler does not check.
@Suite struct SourceRuleTests {
  @Test func `No file is longer than 600 lines`() {
    for file in SourceFile.below("Sources") + SourceFile.below("Tests") + SourceFile.below("Tables") {
      #expect(file.lines.count <= 600, "\(file.path) has \(file.lines.count) lines")
    }
  }

  @Test func `No switch over blocks or inlines has a default`() {
    for file in SourceFile.below("Sources") {
      for (line, cases) in Self.switchesWithDefault(in: file) {
        // Other enums have some of these names too, and others besides.
        let isOverNodes = cases.count > 2 && cases.allSatisfy { Self.nodeCases.contains($0) }
        #expect(!isOverNodes, "\(file.path):\(line) switches over nodes and has a default")
      }
    }
  }

  @Test func `The rule about defaults finds what it forbids`() {
    let text = """
      switch block {
      case .heading(let node): one(node)
      case .paragraph, .list: two()
      case .table:
        switch other { default: break }
      default: break
      }
      """
    let found = Self.switchesWithDefault(in: SourceFile(path: "x", text: text))
    #expect(found.map(\.cases).contains(["heading", "paragraph", "list", "table"]))
  }

  @Test func `What may end the process has a reason beside it`() {
    let forbidden = ["try!", "as!", "fatalError(", "preconditionFailure("]
    for file in SourceFile.below("Sources") {
      for (index, line) in file.lines.enumerated() where forbidden.contains(where: line.contains) {
        guard !line.drop(while: { $0 == " " }).hasPrefix("//") else { continue }
        let before = index > 0 ? file.lines[index - 1] : ""
        #expect(line.contains("//") || before.contains("//"), "\(file.path):\(index + 1): \(line)")
      }
    }
  }

  @Test func `No file names a place on somebody's machine`() {
    let places = ["/" + "work/", "/" + "tmp/", "/" + "root/", "/" + "Users/"]
    for file in SourceFile.below("Sources") + SourceFile.below("Tables")
      + SourceFile.below("Sources", suffix: ".md")
    {
      for place in places { #expect(!file.text.contains(place), "\(file.path) names \(place)") }
    }
  }

  /// The cases of `Block` and `Inline`.
  private static let nodeCases: Set<String> = [
    "heading", "paragraph", "list", "definitionList", "blockQuote", "code", "table", "figure", "aside",
    "lineGroup", "mathematics", "separator", "pageBreak", "division", "text", "styled", "span", "link",
    "crossReference", "noteReference", "abbreviation", "image", "lineBreak",
  ]

  /// The switches of a file that have a default: where they begin and the cases they name. Lines
  /// belong to the innermost switch by their indentation, which the formatter keeps in order.
  private static func switchesWithDefault(in file: SourceFile) -> [(line: Int, cases: [String])] {
    var open: [(line: Int, indent: Int, cases: [String])] = []
    var found: [(line: Int, cases: [String])] = []
    for (index, line) in file.lines.enumerated() {
      let text = line.drop { $0 == " " }
      let indent = line.count - text.count
      if text.isEmpty || text.hasPrefix("//") { continue }
      while let last = open.last, indent < last.indent || (text.hasPrefix("}") && indent == last.indent) {
        open.removeLast()
      }
      if text.hasPrefix("case "), let last = open.indices.last, open[last].indent == indent {
        open[last].cases += names(in: text)
      } else if text.hasPrefix("default:"), let last = open.last, last.indent == indent {
        found.append((last.line, last.cases))
      } else if text.contains("switch "), text.hasSuffix("{") {
        open.append((index + 1, indent, []))
      }
    }
    return found
  }

  /// The names after a full stop in a case's patterns.
  private static func names(in text: Substring) -> [String] {
    let patterns = text.dropFirst(5).split(separator: ":", maxSplits: 1)[0]
    return patterns.split(separator: ",").compactMap { pattern in
      let trimmed = pattern.drop { $0 == " " }
      guard trimmed.hasPrefix(".") else { return nil }
      return String(trimmed.dropFirst().prefix { $0.isLetter })
    }
  }
}
