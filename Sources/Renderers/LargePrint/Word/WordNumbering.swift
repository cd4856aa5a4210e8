import DocumentModel
import XMLTree

/// The lists of a document, as `numbering.xml` defines them: one definition for each list, so that each
/// counts from its own start.
struct WordNumbering {
  let points: Int
  private var definitions: [XMLElement] = []

  private typealias W = WordElement

  init(points: Int) { self.points = points }

  /// Whether there are no lists.
  var isEmpty: Bool { definitions.isEmpty }

  /// Defines a list and gives its number.
  ///
  /// - Parameters:
  ///   - level: how many lists it is in.
  ///   - indent: where its text begins, in twentieths of a point.
  mutating func add(_ kind: ListKind, level: Int, indent: Int, start: Int? = nil) -> Int {
    let number = definitions.count + 1
    let (format, text, first): (String, String, Int) =
      switch kind {
      case .bulleted: ("bullet", "•", 1)
      case .unmarked: ("none", "", 1)
      case .numbered(let first, let style, let delimiter):
        (style.format, delimiter.text(level: level + 1), start ?? first)
      }
    let hanging = points * 32
    definitions.append(
      W.of(
        "w:abstractNum", ["w:abstractNumId": "\(number)"],
        [
          W.value("w:multiLevelType", "multilevel"),
          W.of(
            "w:lvl", ["w:ilvl": "\(level)"],
            [
              W.value("w:start", max(0, first)), W.value("w:numFmt", format),
              W.value("w:lvlText", text),
              W.value("w:lvlJc", "left"),
              W.of(
                "w:pPr", [:], [W.of("w:ind", ["w:left": "\(indent)", "w:hanging": "\(hanging)"])]),
            ]),
        ]))
    return number
  }

  /// `numbering.xml`.
  var element: XMLElement {
    let numbers = definitions.indices.map { index in
      W.of("w:num", ["w:numId": "\(index + 1)"], [W.value("w:abstractNumId", index + 1)])
    }
    return W.root("w:numbering", definitions + numbers)
  }
}

extension NumberStyle {
  /// Word's word for it (ISO/IEC 29500-1, 17.18.59).
  fileprivate var format: String {
    switch self {
    case .decimal: "decimal"
    case .lowerLetter: "lowerLetter"
    case .upperLetter: "upperLetter"
    case .lowerRoman: "lowerRoman"
    case .upperRoman: "upperRoman"
    }
  }
}

extension NumberDelimiter {
  /// The mark of an item on a level, which is counted from 1.
  fileprivate func text(level: Int) -> String {
    switch self {
    case .period: "%\(level)."
    case .parenthesis: "%\(level))"
    case .parentheses: "(%\(level))"
    case .none: "%\(level)"
    }
  }
}
