import Diagnostics
import DocumentModel

/// Text that holds a place in a layout until somebody writes what belongs there: *Lorem ipsum* and its like.
///
/// Left in a report it is read out, brailled and printed as if it said something.
enum FillerText {
  /// Words that generators of filler make it of. Some are Latin, so that one of them says little.
  private static let words: Set<String> = Set(
    """
    lorem ipsum dolor sit amet consectetur consectetuer adipiscing elit sed eiusmod tempor incididunt labore \
    dolore magna aliqua minim veniam quis nostrud exercitation ullamco laboris nisi aliquip commodo consequat \
    duis aute irure reprehenderit voluptate velit esse cillum fugiat nulla pariatur excepteur sint occaecat \
    cupidatat proident culpa officia deserunt mollit anim laborum pellentesque vestibulum vivamus fusce donec \
    mauris curabitur suspendisse phasellus aliquam ullamcorper malesuada habitant tristique senectus netus \
    fames turpis egestas vulputate scelerisque bibendum faucibus condimentum
    """.split(separator: " ").map(String.init))
  /// What at least one in every stretch of filler begins a word with, made up or rare in real Latin.
  private static let signs = ["ipsum", "adipisc"].map { Array($0.utf8) }
  /// How many of the words, each counted once, are no chance and no quotation of the phrase.
  private static let fewest = 8

  /// Where filler stands: its texts' places in the source, nil for one that is not known.
  static func places(in document: Document) -> [SourceRange?] {
    var places: [SourceRange?] = []
    document.walk { node in
      guard case .inline(.text(let text)) = node, isFiller(text.string) else { return }
      places.append(text.info.range)
    }
    return places
  }

  static func isFiller(_ text: String) -> Bool {
    guard text.utf8.count >= 40, hasSign(text) else { return false }
    var found: Set<String> = []
    for word in text.lowercased().split(whereSeparator: { !$0.isLetter }) where words.contains(String(word)) {
      found.insert(String(word))
    }
    return found.count >= fewest
  }

  /// Every text of every report is looked at, so that most are done with after one pass over their bytes.
  private static func hasSign(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      for start in bytes.indices.dropLast(6) {
        let small = bytes[start] | 0x20
        guard small == 0x69 || small == 0x61 else { continue }
        for sign in signs where start + sign.count <= bytes.count {
          if sign.indices.allSatisfy({ bytes[start + $0] | 0x20 == sign[$0] }) { return true }
        }
      }
      return false
    }
  }
}

extension Diagnostic {
  static func fillerText(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "ACC-008", .warning,
      "filler such as \u{201C}Lorem ipsum\u{201D} stands in \(count == 1 ? "one place" : "\(count) places"): it is read out and brailled as if it said something",
      hint: "write what belongs there, or take it out", at: range)
  }
}
