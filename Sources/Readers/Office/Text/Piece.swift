import Diagnostics
import DocumentModel

/// A stretch of a paragraph that is marked the same all through.
struct Piece {
  enum Content {
    case text(String)
    case inline(Inline)
    /// A formula on lines of its own, which parts the paragraph.
    case block(Block)
  }

  var content: Content
  var marks: Marks = []
  var language: Language?
  var isRightToLeft = false
  /// An index into the links of the reading; 0 is none.
  var link = 0
  var isCode = false
  var range: SourceRange?

  /// What text is marked as.
  struct Marks: OptionSet, Hashable {
    let rawValue: UInt16
    static let deleted = Marks(rawValue: 1 << 0)
    static let inserted = Marks(rawValue: 1 << 1)
    static let strong = Marks(rawValue: 1 << 2)
    static let emphasis = Marks(rawValue: 1 << 3)
    static let underline = Marks(rawValue: 1 << 4)
    static let strikethrough = Marks(rawValue: 1 << 5)
    static let smallCapitals = Marks(rawValue: 1 << 6)
    static let highlight = Marks(rawValue: 1 << 7)
    static let superscript = Marks(rawValue: 1 << 8)
    static let `subscript` = Marks(rawValue: 1 << 9)

    /// From the outermost in.
    static let order: [(Marks, TextStyle)] = [
      (.deleted, .deleted), (.inserted, .inserted), (.strong, .strong), (.emphasis, .emphasis),
      (.underline, .underline), (.strikethrough, .strikethrough), (.highlight, .highlight),
      (.smallCapitals, .smallCapitals), (.superscript, .superscript), (.subscript, .subscript),
    ]
  }

  /// The characters, where it is text.
  var text: String? { if case .text(let text) = content { text } else { nil } }

  var isSpace: Bool { text?.allSatisfy(\.isWhitespace) ?? false }

  /// Whether it says anything of its language.
  var hasLetters: Bool { text?.contains(where: \.isLetter) ?? false }

  /// Whether another piece is marked the same.
  func isMarkedLike(_ other: Piece) -> Bool {
    marks == other.marks && language == other.language && link == other.link && isCode == other.isCode
      && isRightToLeft == other.isRightToLeft
  }
}

extension [Piece] {
  /// The same with neighbours that are marked alike joined, and white space as print has it: one
  /// space between words and none at the ends of lines.
  func settled(keepingSpace: Bool = false) -> [Piece] {
    var result: [Piece] = []
    result.reserveCapacity(Swift.min(count, 64))
    var afterSpace = true
    for var piece in self {
      guard case .text(let text) = piece.content else {
        if case .inline(let inline) = piece.content {
          switch inline {
          case .lineBreak:
            if !keepingSpace {
              result.trimSpace()
              // A line that ends before anything stands on it is room above, as in HTML.
              if result.allSatisfy(\.isMark) { continue }
            }
            afterSpace = true
          case .text, .styled, .span, .link, .crossReference, .noteReference, .abbreviation, .image, .code,
            .mathematics:
            afterSpace = false
          case .pageBreak: break
          }
        } else {
          if !keepingSpace { result.trimSpace() }
          afterSpace = true
        }
        result.append(piece)
        continue
      }
      let own = keepingSpace || piece.isCode ? text : text.collapsingSpace(after: &afterSpace)
      if piece.isCode { afterSpace = false }
      if own.isEmpty { continue }
      piece.content = .text(own)
      result.append(piece)
    }
    if !keepingSpace { result.trimSpace() }
    return result.languagesSettled().joined()
  }

  /// Takes spaces off the end.
  fileprivate mutating func trimSpace() {
    while let last = indices.last, case .text(let text) = self[last].content, !self[last].isCode {
      let trimmed = text.trimmingTrailingSpaces
      if trimmed.isEmpty {
        removeLast()
        continue
      }
      self[last].content = .text(String(trimmed))
      return
    }
  }

  /// Gives digits and spaces between two pieces in one language that language.
  private func languagesSettled() -> [Piece] {
    guard contains(where: { $0.language != nil }) else { return self }
    var result = self
    var after = [Language?](repeating: nil, count: count)
    var next: Language?
    for index in indices.reversed() {
      after[index] = next
      if self[index].hasLetters { next = self[index].language }
    }
    var before: Language?
    for index in result.indices {
      if result[index].hasLetters {
        before = result[index].language
      } else {
        result[index].language = before == after[index] ? before : nil
      }
    }
    return result
  }

  /// Joins neighbours that are texts marked alike.
  private func joined() -> [Piece] {
    var result: [Piece] = []
    result.reserveCapacity(Swift.min(count, 64))
    for piece in self {
      guard let last = result.indices.last, let own = piece.text, result[last].isMarkedLike(piece),
        case .text(var text) = result[last].content
      else {
        result.append(piece)
        continue
      }
      result[last].content = .text("")  // so that the characters before are not copied
      text += own
      result[last].content = .text(text)
      result[last].range = result[last].range.joined(piece.range)
    }
    return result
  }
}

extension String {
  /// The characters with each run of spaces, tabs and line ends as one space; none where the text
  /// before ends in one already.
  fileprivate func collapsingSpace(after isAfterSpace: inout Bool) -> String {
    var result = ""
    result.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      if scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" {
        if !isAfterSpace { result.unicodeScalars.append(" ") }
        isAfterSpace = true
      } else {
        result.unicodeScalars.append(scalar)
        isAfterSpace = false
      }
    }
    return result
  }

  fileprivate var trimmingTrailingSpaces: Substring {
    var slice = self[...]
    while slice.last == " " { slice.removeLast() }
    return slice
  }
}
