import Diagnostics
import DocumentModel

// Content for some formats only: `data-coformat="only: braille, daisy"`, `"not: braille"`,
// `"instead: easy-read"`.

extension DocumentBuilder {
  /// The audience a `data-coformat` attribute asks for. `instead` also takes what stands just before
  /// out of these formats. What is not understood shows in all formats and is reported.
  mutating func audience(_ value: String, _ node: MarkupTree.NodeID) -> Audience? {
    let range = tree.range(of: node)
    let parts = value.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let verb = String(parts[0]).collapsed.lowercased()
    guard parts.count == 2, ["only", "not", "instead"].contains(verb) else {
      let known = closest(to: verb, in: ["only", "not", "instead"])
      log.report(.unknownFormatInstruction(value, suggestion: known, at: range))
      return nil
    }
    var formats: Set<Format> = []
    for word in parts[1].split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
      if let format = Format(rawValue: word.lowercased()) {
        formats.insert(format)
      } else {
        let known = closest(to: word.lowercased(), in: Format.allCases.map(\.rawValue))
        log.report(.unknownFormat(String(word), suggestion: known, at: range))
        return nil
      }
    }
    guard !formats.isEmpty else {
      log.report(.unknownFormatInstruction(value, suggestion: nil, at: range))
      return nil
    }
    switch verb {
    case "not": return .except(formats)
    case "instead":
      if !replacePrevious(in: formats) { log.report(.nothingToReplace(at: range)) }
      return .only(formats)
    default: return .only(formats)
    }
  }

  /// Takes the node just before the current place out of these formats.
  private mutating func replacePrevious(in formats: Set<Format>) -> Bool {
    guard let frame = frames.last else { return false }
    if frame.hasContent {
      flushText()
      let level = levels.count - 1
      guard var index = levels[level].indices.last else { return false }
      if levels[level][index].isSpace, index > 0 { index -= 1 }
      if case .text = levels[level][index] { return false }
      levels[level][index].info.exclude(formats)
      return true
    }
    switch frame.kind {
    case .list:
      guard let last = lists.last?.items.indices.last else { return false }
      lists[lists.count - 1].items[last].info.exclude(formats)
    case .table, .rows, .row, .definitionList: return false
    case .body, .group, .division, .paragraph, .heading, .blockQuote, .attribution, .item, .term,
      .definition, .cell, .caption, .figure, .aside, .summary, .lineGroup, .note:
      guard let last = frame.blocks.indices.last else { return false }
      frames[frames.count - 1].blocks[last].info.exclude(formats)
    }
    return true
  }
}

extension NodeInfo {
  fileprivate mutating func exclude(_ formats: Set<Format>) {
    switch audience {
    case nil: audience = .except(formats)
    case .except(let others): audience = .except(others.union(formats))
    case .only(let others): audience = .only(others.subtracting(formats))
    }
  }
}

/// The known word that differs least from `word`, when it differs in at most two letters.
func closest(to word: String, in known: [String]) -> String? {
  guard word.count <= 40 else { return nil }
  return known.map { ($0, distance(Array(word), Array($0))) }
    .filter { $0.1 <= 2 }.min { $0.1 < $1.1 }?.0
}

/// How many letters must be put in, taken out, changed or swapped with the next to make one word of
/// the other.
private func distance(_ left: [Character], _ right: [Character]) -> Int {
  var before: [Int] = []
  var previous = Array(0...right.count)
  for (row, letter) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      var cost = min(previous[column + 1], current[column]) + 1
      cost = min(cost, previous[column] + (letter == other ? 0 : 1))
      if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
        cost = min(cost, before[column - 1] + 1)
      }
      current.append(cost)
    }
    before = previous
    previous = current
  }
  return previous[right.count]
}
