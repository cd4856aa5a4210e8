import Diagnostics
import DocumentModel
import XMLTree

/// Sets the characters of a document and of a page as they are printed, and keeps what no typeface has,
/// to be said.
struct PaperCharacters: Rewriter {
  let text: PaperText
  /// How many pictures in characters stand as their names.
  private(set) var pictures = 0
  private var lacking: [CharacterKind: Tally] = [:]
  /// Whether there is something outside what every typeface has.
  private var isUncommon = false

  /// What no typeface has of a script.
  private struct Tally {
    var characters: [Unicode.Scalar] = []
    var seen: Set<Unicode.Scalar> = []
    var places = 0
    var first: SourceRange?
  }

  init(_ coverage: CharacterCoverage?) { text = PaperText(coverage: coverage) }

  private mutating func set(_ string: String, at range: SourceRange?) -> String {
    let printed = text.printed(string)
    pictures += printed.pictures
    if !isUncommon { isUncommon = printed.text.unicodeScalars.contains { $0.value > 0x24F } }
    for scalar in printed.lacking {
      var tally = lacking[CharacterKind(scalar)] ?? Tally()
      tally.places += 1
      if tally.seen.insert(scalar).inserted { tally.characters.append(scalar) }
      tally.first = tally.first ?? range
      lacking[CharacterKind(scalar)] = tally
    }
    return printed.text
  }

  // MARK: - The document

  mutating func replacement(for block: Block) -> Block {
    guard case .code(var code) = block else { return block }
    code.text = set(code.text, at: code.info.range)
    return .code(code)
  }

  mutating func replacement(for inline: Inline) -> Inline {
    switch inline {
    case .text(var node):
      node.string = set(node.string, at: node.info.range)
      return .text(node)
    case .code(var node):
      node.text = set(node.text, at: node.info.range)
      return .code(node)
    case .styled, .span, .link, .crossReference, .noteReference, .abbreviation, .image, .mathematics,
      .lineBreak, .pageBreak:
      return inline
    }
  }

  // MARK: - The page

  /// Looks through a page for what was in no text of the document, such as who wrote it.
  mutating func survey(_ element: XMLElement) {
    guard !["style", "title"].contains(element.name) else { return }
    for attribute in element.attributes where attribute.name == "data-address" {
      _ = set(attribute.value, at: nil)
    }
    for child in element.children {
      switch child {
      case .text(let text): _ = set(text, at: nil)
      case .element(let child): survey(child)
      }
    }
  }

  // MARK: - What is said

  /// Says what could not be printed as it is.
  func report(to log: inout DiagnosticLog) {
    if pictures > 0 { log.report(.picturesInCharacters(pictures)) }
    if text.coverage == nil, isUncommon { log.report(.typefacesUnknown) }
    let tallies = lacking.sorted { $0.key.rawValue < $1.key.rawValue }
    for (script, tally) in tallies {
      log.report(
        .noTypeface(script, characters: tally.characters, places: tally.places, at: tally.first))
    }
  }
}

extension Diagnostic {
  static var typefacesUnknown: Diagnostic {
    Diagnostic(
      "LPR-026", .note,
      "whether there are typefaces for all the characters of the report cannot be found out: there is no 'fc-list'",
      hint: "look for empty boxes in the PDF, or install fontconfig ('apt-get install fontconfig')")
  }

  fileprivate static func noTypeface(
    _ kind: CharacterKind, characters: [Unicode.Scalar], places: Int, at range: SourceRange?
  ) -> Diagnostic {
    let shown = characters.prefix(5).map { scalar in
      let number = PaperText.codePoint(scalar)
      return kind == .control || kind == .privateUse ? number : "'\(scalar)' (\(number))"
    }
    let list =
      shown.joined(separator: ", ") + (characters.count > 5 ? " and \(characters.count - 5) more" : "")
    let (what, hint): (String, String) =
      switch kind {
      case .control:
        (
          "characters that nothing shows, or that are none,",
          "take them out of the source, or write what they were meant to be"
        )
      case .privateUse:
        (
          "characters of private use, which each typeface has for something else,",
          "write in the source what they were meant to be, or show a picture of it"
        )
      case .cjk:
        (
          "characters of \(kind.rawValue) text that no typeface here has",
          "install one that has them, such as 'apt-get install fonts-noto-cjk'"
        )
      case .other:
        (
          "characters that no typeface here has",
          "install one that has them, such as 'apt-get install fonts-noto-core fonts-symbola'"
        )
      default:
        (
          "characters of \(kind == .mathematics ? "mathematics" : "\(kind.rawValue) text") that no typeface here has",
          "install one that has them, such as 'apt-get install fonts-noto-core'"
        )
      }
    return Diagnostic(
      "LPR-025", .warning,
      "\(what) stand as their numbers in \(places) \(places == 1 ? "place" : "places") of the PDF: \(list)",
      hint: hint, at: range)
  }
}
