import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel

/// How inlines look because of what they stand in.
struct InlineLook {
  var emphasis: Emphasis = []
  /// Emphasis that replaces all that print shows, as in headings; nil where print's is shown.
  var fixedEmphasis: Emphasis?
  var language: Language?
  /// How many quotations the text is in; every second has single quotation marks.
  var quotationDepth = 0
  /// Where the numbers of print's lines go.
  var lineNumbers = LineNumbers.inText

  /// Where the numbers of print's lines go.
  enum LineNumbers {
    case atMargin
    case inText
  }

  init(emphasis: Emphasis = [], fixedEmphasis: Emphasis? = nil, language: Language? = nil) {
    self.emphasis = emphasis
    self.fixedEmphasis = fixedEmphasis
    self.language = language
  }

  var shown: Emphasis { fixedEmphasis ?? emphasis }

  func adding(_ emphasis: Emphasis) -> InlineLook {
    var look = self
    look.emphasis.formUnion(emphasis)
    return look
  }
}

extension Composer {
  /// Adds inlines to a builder.
  mutating func append(
    _ inlines: [Inline], to builder: inout RunBuilder, look: InlineLook = InlineLook()
  ) throws(ConversionFailure) {
    for inline in inlines { try append(inline, to: &builder, look: look) }
  }

  private mutating func append(
    _ inline: Inline, to builder: inout RunBuilder, look: InlineLook
  ) throws(ConversionFailure) {
    var look = look
    if let language = inline.info.language { look.language = language }
    let range = inline.info.range
    if let id = inline.info.id, survey.targets.contains(id) { builder.anchor(Anchor(id: id)) }
    let node = builder.begin(inline)
    defer { builder.end(node) }
    switch inline {
    case .text(let node): append(node.string, to: &builder, look: look, range: range)
    case .styled(let node): try append(node, to: &builder, look: look)
    case .span(let node):
      if let number = node.lineNumber, look.lineNumbers == .atMargin {
        builder.mark(.printLine(try translator.translate([TextRun(number)]).text.cells))
      } else {
        try append(node.inlines, to: &builder, look: look)
      }
    case .link(let node): try append(node, to: &builder, look: look)
    case .crossReference(let node): try append(node, to: &builder, look: look)
    case .noteReference(let node): try append(node, to: &builder, look: look)
    case .abbreviation(let node):
      if let expansion = node.expansion, beyondWords == .reported {
        tallies.expansions.add(expansion, at: range)
      }
      try append(node.inlines, to: &builder, look: look)
    case .image(let node): try append(node, to: &builder)
    case .code(let node): append(node.text, to: &builder, look: look, range: range)
    case .mathematics(let node): try append(node.mathematics, to: &builder, look: look, range: range)
    case .lineBreak:
      builder.append(" ", range: range)
      builder.mark(.lineEnd)
    case .pageBreak(let node): try mark(node, in: &builder)
    }
  }

  /// Adds characters, uncontracted where they are in a language the code does not contract.
  mutating func append(_ text: String, to builder: inout RunBuilder, look: InlineLook, range: SourceRange?) {
    var treatment = TextRun.Treatment.text
    if let language = look.language ?? context.language, isForeign(language) {
      treatment = .uncontracted
      tallies.languages.add(language.tag, at: range)
    }
    let unseen = look.shown.subtracting(context.translator.shownEmphasis).subtracting(.transcribersNote)
    if !unseen.isEmpty { tallies.emphasis.add(context.translator.code.name, at: range) }
    builder.append(text, emphasis: look.shown, treatment: treatment, range: range)
  }

  /// The primary language of the braille code of the block being composed.
  var codeLanguage: String { Language(context.translator.code.language)?.primary ?? "und" }

  /// Whether a language is another than that of the block's code.
  func isForeign(_ language: Language) -> Bool {
    language.primary != codeLanguage
      && BrailleCodes.serving(language.tag)?.id != context.translator.code.id
  }

  // MARK: - Styles

  private mutating func append(
    _ node: Styled, to builder: inout RunBuilder, look: InlineLook
  ) throws(ConversionFailure) {
    switch node.style {
    case .emphasis, .citation: try append(node.inlines, to: &builder, look: look.adding(.italic))
    case .strong: try append(node.inlines, to: &builder, look: look.adding(.bold))
    case .underline: try append(node.inlines, to: &builder, look: look.adding(.underline))
    case .quotation:
      var inner = look
      inner.quotationDepth += 1
      builder.append(look.quotationDepth.isMultiple(of: 2) ? "“" : "‘", emphasis: look.shown)
      try append(node.inlines, to: &builder, look: inner)
      builder.append(look.quotationDepth.isMultiple(of: 2) ? "”" : "’", emphasis: look.shown)
    case .superscript: try append(raised: node.inlines, .superscript, to: &builder, look: look)
    case .subscript: try append(raised: node.inlines, .subscript, to: &builder, look: look)
    case .strikethrough, .deleted:
      builder.append(own(.crossedOut), emphasis: .transcribersNote)
      builder.append(" ")
      try append(node.inlines, to: &builder, look: look)
      builder.space()
      builder.append(own(.endOfCrossedOut), emphasis: .transcribersNote)
    case .inserted, .highlight, .smallCapitals, .small, .keyboard, .sample, .variable, .definition:
      tallies.styles.add(node.style, at: node.info.range)
      try append(node.inlines, to: &builder, look: look)
    }
  }

  private mutating func append(
    raised inlines: [Inline], _ position: ScriptPosition, to builder: inout RunBuilder, look: InlineLook
  ) throws(ConversionFailure) {
    let text = inlines.plainText
    if position == .superscript, OrdinalEnding.isOne(text, after: builder.lastScalar) {
      // The raised letters of 1st and 2nd are set on the line (RUEB 3.24 is for true superscripts).
      return try append(inlines, to: &builder, look: look)
    }
    builder.separateRaised()
    if let script = position.scalars(for: text) {
      return append(script, to: &builder, look: look, range: inlines.first?.info.range)
    }
    let isOneItem = text.unicodeScalars.count == 1
    builder.append(position.indicator + (isOneItem ? "" : "⠣"))
    try append(inlines, to: &builder, look: look)
    if !isOneItem { builder.append("⠜") }
  }

  // MARK: - Links

  private mutating func append(
    _ link: Link, to builder: inout RunBuilder, look: InlineLook
  ) throws(ConversionFailure) {
    let start = builder.length
    try append(link.inlines, to: &builder, look: look)
    let words = link.inlines.plainText
    if builder.length == start {
      return append(link.target, to: &builder, look: look, range: link.info.range)
    }
    guard !link.target.isEmpty, !link.shows(words) else { return }
    switch options.links {
    case .text where beyondWords == .inMarkup && link.webAddress != nil: break
    case .text: tallies.links.add("", at: link.info.range)
    case .addresses:
      builder.space()
      builder.append(link.address, emphasis: .transcribersNote, range: link.info.range)
    }
  }
}

/// The characters of a serialised element, without its tags.
enum MarkupText {
  static func of(_ markup: String) -> String {
    var text = ""
    var inTag = false
    for character in markup {
      switch character {
      case "<":
        inTag = true
        if let last = text.last, !last.isWhitespace { text.append(" ") }
      case ">" where inTag: inTag = false
      default: if !inTag { text.append(character) }
      }
    }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }
}

extension Link {
  /// The address as a reader would type it.
  var address: String {
    for prefix in ["mailto:", "tel:"] where target.lowercased().hasPrefix(prefix) {
      return String(target.dropFirst(prefix.count))
    }
    return target
  }

  /// Whether the words of the link say where it leads.
  func shows(_ words: String) -> Bool {
    let words = words.lowercased()
    var address = self.address.lowercased()
    for prefix in ["https://", "http://"] where address.hasPrefix(prefix) {
      address.removeFirst(prefix.count)
    }
    if address.hasSuffix("/") { address.removeLast() }
    return words.contains(address)
  }
}

/// Where raised or lowered text stands.
enum ScriptPosition {
  case superscript
  case `subscript`

  /// The UEB indicator with its grade 1 symbol (RUEB 3.24).
  var indicator: String {
    switch self {
    case .superscript: "⠰⠔"
    case .subscript: "⠰⠢"
    }
  }

  /// The same text in Unicode's own raised or lowered characters; nil when one is lacking.
  func scalars(for text: String) -> String? {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard let position = Self.plain.firstIndex(of: scalar) else { return nil }
      let list = self == .superscript ? Self.raised : Self.lowered
      result.append(list[position])
    }
    return result.isEmpty ? nil : String(result)
  }

  private static let plain = Array("0123456789".unicodeScalars)
  private static let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars)
  private static let lowered = Array("₀₁₂₃₄₅₆₇₈₉".unicodeScalars)
}

/// The raised endings of ordinal numbers.
enum OrdinalEnding {
  static func isOne(_ text: String, after scalar: Unicode.Scalar?) -> Bool {
    guard let scalar, scalar.properties.numericType != nil else { return false }
    return ["st", "nd", "rd", "th"].contains(text.lowercased())
  }
}
