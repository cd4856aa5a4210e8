import BrailleTranslation
import Diagnostics

@testable import Renderers

/// Takes the words off an example's lines, for its recipe.
///
/// Words are given back as print where liblouis reads them back to print that is brailled the same,
/// and as Unicode braille where it does not; either way they have lost the lines they stood on.
struct ExampleText {
  let file: BrailleFile
  let translator: Translator

  /// The words a reference stands for, as HTML.
  ///
  /// A reference is `2`, `2-5`, or `1.24-2.3` with pages; `:2-` or `:1-3` after it chooses words; `|in`
  /// takes emphasis indicators or transcriber's note signs off both ends, `|stop` the sign at the end.
  func html(_ reference: Substring) throws -> String {
    var parts = reference.split(separator: "|")
    let trimming = parts.count > 1 ? parts[1] : ""
    parts = parts[0].split(separator: ":")
    let ends = parts[0].split(separator: "-").map { Place($0) }
    if ends.count > 1, ends[1].page < ends[0].page { throw RecipeError.unreadable(String(reference)) }
    var words = try words(from: ends[0], to: ends[ends.count - 1])
    if parts.count > 1 {
      let range = parts[1].split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      words = Array(words[((range[0] ?? 1) - 1)..<(range[range.count - 1] ?? words.count)])
    }
    if trimming == "in" { words = Self.withoutIndicators(words) }
    if trimming == "stop", let last = words.indices.last { words[last].removeLast() }
    guard !words.isEmpty else { throw RecipeError.empty(String(reference)) }
    let text = try print(words)
    return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }

  /// A line of a page, counted from 1.
  struct Place {
    var page = 1
    var line: Int

    init(_ text: Substring) {
      let numbers = text.split(separator: ".").map { Int($0) ?? 0 }
      line = numbers[numbers.count - 1]
      if numbers.count > 1 { page = numbers[0] }
    }
  }

  private func words(from first: Place, to last: Place) throws -> [[UInt8]] {
    var words: [[UInt8]] = []
    guard 1...file.pages.count ~= first.page, first.page...file.pages.count ~= last.page else {
      throw RecipeError.unreadable("page \(last.page)")
    }
    for page in first.page...last.page {
      let lines = file.pages[page - 1]
      let start = page == first.page ? first.line : 1
      let end = page == last.page ? last.line : lines.count
      guard 1...lines.count ~= start, start...lines.count ~= end else {
        throw RecipeError.unreadable("line \(end)")
      }
      for line in start...end {
        var cells = lines[line - 1]
        if line == 1 || line == 25 { cells = Self.withoutPageNumber(cells) }
        words += cells.split(separator: 0).map(Array.init)
      }
    }
    return words
  }

  /// A line without the number that shares it: what follows three blanks and holds a numeric indicator.
  static func withoutPageNumber(_ cells: [UInt8]) -> [UInt8] {
    guard let blank = cells.lastIndex(of: 0), cells[blank...].contains(0x3C),
      blank < 2 || cells[(blank - 2)...blank] == [0, 0, 0]
    else { return cells }
    return BrailleFile.trimmed(Array(cells[..<blank]))
  }

  private static let openings: [[UInt8]] = ["@.<", "^7", ".7", "_7", "^1", ".1"].map { BrailleFile.cells($0) }
  private static let closings: [[UInt8]] = ["@.>", "^'", ".'", "_'"].map { BrailleFile.cells($0) }

  private static func withoutIndicators(_ words: [[UInt8]]) -> [[UInt8]] {
    var words = words
    if let opening = openings.first(where: { words[0].starts(with: $0) }) {
      words[0].removeFirst(opening.count)
    }
    let last = words.count - 1
    if let closing = closings.first(where: { words[last].suffix($0.count).elementsEqual($0) }) {
      words[last].removeLast(closing.count)
    }
    return words.filter { !$0.isEmpty }
  }

  /// Words as print where they can be, the others as braille.
  private func print(_ words: [[UInt8]]) throws -> String {
    let read = try translator.backTranslate(Array(words.joined(separator: [0])))
      .split(separator: " ").map(String.init)
    var texts = read.count == words.count ? read : words.map { BrailleFile.unicode($0) }
    // A word that turns out differently is put as braille, which may change its neighbours.
    for _ in 0..<6 {
      let translated = try translator.translate([TextRun(texts.joined(separator: " "))]).text.cells
        .split(separator: 0).map(Array.init)
      if translated == words { return texts.joined(separator: " ") }
      guard translated.count == words.count else { break }
      for index in words.indices where translated[index] != words[index] {
        texts[index] = BrailleFile.unicode(words[index])
      }
    }
    return words.map { BrailleFile.unicode($0) }.joined(separator: " ")
  }
}

enum RecipeError: Error {
  case unreadable(String)
  case empty(String)
}
