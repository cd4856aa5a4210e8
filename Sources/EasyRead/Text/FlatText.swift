import DocumentModel
import Linguistics

/// The text of a block in one piece, with a map back to its inlines.
struct FlatText {
  /// One stretch that stands in one innermost node.
  struct Leaf {
    /// Where its bytes are.
    var range: Range<Int>
    /// The nodes around it, outermost first: indices into `wrappers`.
    var path: [Int]
    /// What it is.
    var content: Content
    /// Whether words in it stay as they are: in links, quotations, titles of works, code.
    var isProtected: Bool
    /// Whether it is in another language than the document, or in none: the marks of a formula.
    var isForeign: Bool
  }

  enum Content {
    case text(NodeInfo)
    /// Kept whole.
    case whole(Inline)
  }

  private(set) var bytes: [UInt8] = []
  private(set) var leaves: [Leaf] = []
  /// Nodes with children, without them.
  private(set) var wrappers: [Inline] = []

  init(_ inlines: [Inline], baseLanguage: String) {
    self.baseLanguage = baseLanguage
    append(inlines, path: [], isProtected: false, isForeign: false)
  }

  private let baseLanguage: String

  private mutating func append(_ inlines: [Inline], path: [Int], isProtected: Bool, isForeign outside: Bool) {
    for inline in inlines {
      let foreign = inline.info.language.map { $0.primary != baseLanguage } ?? outside
      let isProtected = isProtected || foreign
      switch inline {
      case .text(let node):
        add(node.string, path, .text(node.info), isProtected, foreign)
      case .styled(let node):
        let isTitle = node.style == .emphasis && inlines.count > 1 && Self.isTitle(node.inlines)
        wrap(inline, node.inlines, path, isProtected || node.style.keepsWords || isTitle, foreign)
      case .span(let node):
        wrap(
          inline, node.inlines, path, isProtected || node.pronunciation != nil || node.lineNumber != nil,
          foreign)
      case .link(let node):
        if node.inlines.isEmpty {
          add(node.target, path, .whole(inline), true, foreign)
        } else {
          wrap(inline, node.inlines, path, true, foreign)
        }
      case .crossReference(let node):
        wrap(inline, node.inlines, path, true, foreign)
      case .abbreviation(let node):
        wrap(inline, node.inlines, path, isProtected, foreign)
      case .code(let node):
        add(node.text, path, .whole(inline), true, foreign)
      case .mathematics(let node):
        let alternative = node.mathematics.alternative
        add(
          alternative ?? node.mathematics.tex ?? "", path, .whole(inline), true, foreign || alternative == nil
        )
      case .lineBreak:
        add("\n", path, .whole(inline), true, foreign)
      case .noteReference, .image, .pageBreak:
        add("\u{FFFC}", path, .whole(inline), true, foreign)
      }
    }
  }

  /// Whether emphasis may be the title of a work: words that begin with a capital and are no sentence, as in
  /// "the survey *Condition of eight centres*".
  private static func isTitle(_ inlines: [Inline]) -> Bool {
    let text = inlines.plainText
    guard text.contains(" "), let last = text.last(where: { $0 != " " }), !".!?:".contains(last) else {
      return false
    }
    return text.first?.isUppercase == true
  }

  private mutating func wrap(
    _ inline: Inline, _ children: [Inline], _ path: [Int], _ isProtected: Bool, _ isForeign: Bool
  ) {
    guard !children.isEmpty else {
      return add("\u{FFFC}", path, .whole(inline), true, isForeign)
    }
    wrappers.append(inline.withChildren([]))
    append(children, path: path + [wrappers.count - 1], isProtected: isProtected, isForeign: isForeign)
  }

  private mutating func add(
    _ string: String, _ path: [Int], _ content: Content, _ isProtected: Bool, _ isForeign: Bool
  ) {
    let start = bytes.count
    bytes += string.isEmpty ? Line.object : Array(string.utf8)
    leaves.append(
      Leaf(
        range: start..<bytes.count, path: path, content: content, isProtected: isProtected,
        isForeign: isForeign))
  }

  /// The leaf a byte stands in.
  func leaf(at position: Int) -> Int {
    var (low, high) = (0, leaves.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if leaves[middle].range.lowerBound <= position { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The tokens of a line that are in the language of the document.
  func native(_ tokens: [Token], of line: Line) -> [Token] {
    guard leaves.contains(where: \.isForeign) else { return tokens }
    let map = line.mapped.map
    return tokens.filter { token in
      let origin = line.origins[map.position(token.range.lowerBound)]
      return origin < 0 || !leaves[leaf(at: Int(origin))].isForeign
    }
  }

  /// Whether words at a byte stay as they are.
  func isProtected(_ origin: Int32) -> Bool {
    origin >= 0 && !leaves.isEmpty && leaves[leaf(at: Int(origin))].isProtected
  }
}

extension TextStyle {
  /// Whether words marked so are somebody else's, or are names.
  fileprivate var keepsWords: Bool {
    switch self {
    case .quotation, .citation, .deleted, .keyboard, .sample, .variable, .definition, .superscript,
      .subscript, .strikethrough:
      true
    case .emphasis, .strong, .underline, .smallCapitals, .highlight, .inserted, .small: false
    }
  }
}

extension Inline {
  /// The node with other children; what has none is left as it is.
  func withChildren(_ children: [Inline]) -> Inline {
    switch self {
    case .styled(var node):
      node.inlines = children
      return .styled(node)
    case .span(var node):
      node.inlines = children
      return .span(node)
    case .link(var node):
      node.inlines = children
      return .link(node)
    case .crossReference(var node):
      node.inlines = children
      return .crossReference(node)
    case .abbreviation(var node):
      node.inlines = children
      return .abbreviation(node)
    case .text, .noteReference, .image, .code, .mathematics, .lineBreak, .pageBreak: return self
    }
  }
}
