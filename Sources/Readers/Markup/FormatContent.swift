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
    if verb == "instead", !replacePrevious(in: formats) { log.report(.nothingToReplace(at: range)) }
    let audience: Audience = verb == "not" ? .except(formats) : .only(formats)
    if !Format.allCases.contains(where: { audience.includes($0) && isShown(in: $0) }) {
      log.report(.shownNowhere(at: range))
    }
    return audience
  }

  private mutating func reportIfShownNowhere(_ info: NodeInfo) {
    if case .only(let formats) = info.audience, formats.isEmpty {
      log.report(.shownNowhere(at: info.range))
    }
  }

  /// Whether the elements around the current place are all shown in a format.
  private func isShown(in format: Format) -> Bool {
    frames.allSatisfy { $0.info.audience?.includes(format) ?? true }
      && active.allSatisfy { $0.info.audience?.includes(format) ?? true }
  }

  /// Takes the node just before the current place out of these formats; false when there is none.
  ///
  /// Wordings follow one another (`instead: easy-read`, then `instead: audio`): each stands for what
  /// the first of them stands for, and takes nothing away from the others.
  private mutating func replacePrevious(in formats: Set<Format>) -> Bool {
    guard let frame = frames.last else { return false }
    let top = frames.count - 1
    if frame.hasContent {
      flushText()
      let level = levels.count - 1
      guard let last = levels[level].lastIndex(where: { !$0.isSpace }) else { return false }
      let place = frame.replaced.original(before: last + 1, level: level)
      if case .text = levels[level][place] { return false }
      levels[level][place].info.exclude(formats)
      reportIfShownNowhere(levels[level][place].info)
      frames[top].replaced = Replaced(original: place, end: levels[level].count + 1, level: level)
      return true
    }
    switch frame.kind {
    case .list:
      guard let count = lists.last?.items.count, count > 0 else { return false }
      let place = frame.replaced.original(before: count, level: nil)
      lists[lists.count - 1].items[place].info.exclude(formats)
      reportIfShownNowhere(lists[lists.count - 1].items[place].info)
      frames[top].replaced = Replaced(original: place, end: count + 1)
    case .table, .rows, .row, .definitionList: return false
    case .body, .group, .division, .paragraph, .heading, .blockQuote, .attribution, .item, .term,
      .definition, .cell, .caption, .figure, .aside, .summary, .lineGroup, .note:
      guard !frame.blocks.isEmpty else { return false }
      let place = frame.replaced.original(before: frame.blocks.count, level: nil)
      frames[top].blocks[place].info.exclude(formats)
      reportIfShownNowhere(frames[top].blocks[place].info)
      frames[top].replaced = Replaced(original: place, end: frame.blocks.count + 1)
    }
    return true
  }
}

/// What a wording that was just read stands instead of, among the nodes around it.
struct Replaced {
  /// The place of what is replaced.
  var original: Int
  /// The place after the wording.
  var end: Int
  /// The inline level both stand in; nil for blocks and items.
  var level: Int?
}

extension Replaced? {
  /// The place of what a wording at `place` stands for: what comes just before, or, when that is
  /// itself such a wording, what it stands for.
  fileprivate func original(before place: Int, level: Int?) -> Int {
    guard let self, self.level == level, self.end == place else { return place - 1 }
    return self.original
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
