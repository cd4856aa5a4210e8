import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel
import Wording
import XMLTree

/// Turns a document into the XHTML of an eBraille publication: the tree a screen would have, with
/// braille for its words (eBraille 1.0, 6; eBraille Tagging Best Practices).
///
/// Words go through the same composer as the braille of pages, so that both say the same in the same
/// cells. Nothing is skipped: a `switch` over nodes without `default` is what makes sure.
struct EBrailleComposer {
  /// What gathers inlines and translates them; it lays nothing out here.
  var composer: Composer
  /// The names of places links lead to.
  var anchors = Anchors()
  /// The file being written: an index into the publication's files.
  var currentFile = 0
  /// The headings, for the table of contents.
  var headings: [Navigation.Entry] = []
  /// The print pages, for the page list.
  var pages: [Navigation.Page] = []
  /// How many print pages have no number.
  var unnumberedPages = 0
  /// The names of notes, by their identifiers in the document.
  var noteNames: [String: String] = [:]
  /// The names of the first references to notes, by the note's name.
  var referenceNames: [String: String] = [:]
  /// What the blocks being composed stand in.
  var place = Place.text
  /// The languages met, besides the document's own, in order.
  var languages: [String] = []

  /// What blocks stand in, as far as elements mind.
  enum Place {
    /// The text itself.
    case text
    /// A quotation, an aside or a cell: its headings are not the document's.
    case setApart
    /// The heading of a row or a column, where HTML has no headings.
    case headingCell
  }

  // MARK: - Blocks

  /// Elements for blocks, in order.
  mutating func elements(for blocks: [Block]) throws(ConversionFailure) -> [XMLElement] {
    guard !composer.context.isInPassage else { return try plainElements(for: blocks) }
    var elements: [XMLElement] = []
    var rest = blocks[...]
    while let first = rest.first {
      let translator = try translator(of: first)
      guard translator !== composer.context.translator, !first.isDivision else {
        elements += try self.elements(for: first)
        rest = rest.dropFirst()
        continue
      }
      var count = 0
      for block in rest {
        guard try self.translator(of: block) === translator else { break }
        count += 1
      }
      elements += try self.elements(forPassage: Array(rest.prefix(count)), translator)
      rest = rest.dropFirst(count)
    }
    return elements
  }

  private mutating func plainElements(for blocks: [Block]) throws(ConversionFailure) -> [XMLElement] {
    var elements: [XMLElement] = []
    for block in blocks { elements += try self.elements(for: block) }
    return elements
  }

  private mutating func translator(of block: Block) throws(ConversionFailure) -> Translator {
    try composer.translators.translator(for: block.ownLanguage ?? composer.context.language)
  }

  /// Blocks in another language in its own code; in UEB between non-UEB passage indicators (RUEB
  /// 14.3.7).
  private mutating func elements(
    forPassage blocks: [Block], _ translator: Translator
  ) throws(ConversionFailure) -> [XMLElement] {
    let language = (blocks[0].ownLanguage ?? composer.context.language)?.tag ?? translator.code.language
    let key = Composer.PassageKey(
      language: language, code: translator.code.name, grade: translator.grade.grade)
    for block in blocks { composer.tallies.passages.add(key, at: block.info.range) }
    return try passage(language, translator) { (inner) throws(ConversionFailure) in
      try inner.plainElements(for: blocks)
    }
  }

  /// What is composed in another code; in UEB between the indicators.
  mutating func passage(
    _ language: String, _ translator: Translator,
    _ body: (inout EBrailleComposer) throws(ConversionFailure) -> [XMLElement]
  ) throws(ConversionFailure) -> [XMLElement] {
    let outer = composer.context
    composer.context.words = try ProgramWords.chosen(for: Language(language), translator)
    composer.context.translator = translator
    composer.context.isInPassage = true
    let elements = try body(&self)
    composer.context = outer
    guard composer.isMarkedUEB, !elements.isEmpty else { return elements }
    func indicator(_ cells: [UInt8]) -> XMLElement {
      XMLElement("p", [XMLAttribute("class", "passage")], text: cells.brailleCharacters)
    }
    return [indicator(NonUEBPassage.open(translator.code.passageIdentifier))] + elements
      + [indicator(NonUEBPassage.close)]
  }

  private mutating func elements(for block: Block) throws(ConversionFailure) -> [XMLElement] {
    let outer = composer.context.language
    let attributes = attributes(of: block.info)
    if let language = block.ownLanguage { composer.context.language = language }
    defer { composer.context.language = outer }
    switch block {
    case .heading(let node): return try heading(node, attributes)
    case .paragraph(let node): return try paragraph(node, attributes)
    case .list(let node): return try list(node, attributes)
    case .definitionList(let node): return try definitionList(node, attributes)
    case .blockQuote(let node): return try quotation(node, attributes)
    case .code(let node): return try code(node, attributes)
    case .table(let node): return try table(node, attributes)
    case .figure(let node): return try figure(node, attributes)
    case .aside(let node): return try aside(node, attributes)
    case .lineGroup(let node): return try lineGroup(node, attributes)
    case .mathematics(let node): return try mathematics(node, attributes)
    case .separator: return [XMLElement("hr", attributes)]
    case .pageBreak(let node): return try pageBreak(node, attributes)
    case .division(let node): return try division(node, attributes)
    }
  }

  /// An element around what a builder gathered, then the long descriptions of the pictures in it.
  /// Nothing when there is nothing to read and no link leads there.
  mutating func elements(
    _ name: String, _ attributes: [XMLAttribute] = [], _ builder: RunBuilder
  ) throws(ConversionFailure) -> [XMLElement] {
    let nodes = try markup(builder)
    var elements: [XMLElement] = []
    if !nodes.isEmpty || attributes.contains(where: { $0.name == "id" }) {
      elements.append(XMLElement(name, attributes, nodes))
    }
    return elements + (try waitingDescriptions())
  }

  /// A builder for text that is marked up.
  func builder() -> RunBuilder { RunBuilder(markup: .nodes) }

  /// A builder that holds inlines.
  mutating func builder(
    _ inlines: [Inline], look: InlineLook = InlineLook()
  ) throws(ConversionFailure) -> RunBuilder {
    var builder = builder()
    try composer.append(inlines, to: &builder, look: look)
    return builder
  }

  /// A transcriber's note of the program's own words.
  mutating func transcribersNote(_ words: OwnPhrase) throws(ConversionFailure) -> [XMLElement] {
    var builder = builder()
    builder.append(words, emphasis: .transcribersNote)
    return try elements("p", [XMLAttribute("class", "transcriber-note")], builder)
  }

  /// The long descriptions of the pictures met, each between notes that say where it begins and ends.
  mutating func waitingDescriptions() throws(ConversionFailure) -> [XMLElement] {
    let waiting = composer.waitingDescriptions
    composer.waitingDescriptions = []
    var elements: [XMLElement] = []
    for blocks in waiting {
      let outer = place
      if place == .text { place = .setApart }
      let inside =
        try transcribersNote(composer.own(.pictureDescription)) + self.elements(for: blocks)
        + transcribersNote(composer.own(.endOfDescription))
      place = outer
      elements.append(
        XMLElement("div", [XMLAttribute("class", "transcriber-note")], inside.map(XMLNode.element)))
    }
    return elements
  }

  /// Composes in another place, and goes back.
  mutating func within<Value>(
    _ inner: Place, _ body: (inout EBrailleComposer) throws(ConversionFailure) -> Value
  ) throws(ConversionFailure) -> Value {
    let outer = place
    place = outer == .headingCell ? outer : inner
    let value = try body(&self)
    place = outer
    return value
  }

  // MARK: - Attributes

  /// The identifier and the language of a node, where it has them.
  mutating func attributes(of info: NodeInfo) -> [XMLAttribute] {
    var attributes: [XMLAttribute] = []
    if let id = info.id {
      let name = anchors.name(for: id)
      if anchors.define(name, in: currentFile) { attributes.append(XMLAttribute("id", name)) }
    }
    if let language = info.language, language.tag != composer.context.language?.tag {
      let tag = language.brailleTag
      if !languages.contains(tag) { languages.append(tag) }
      attributes += [XMLAttribute("lang", tag), XMLAttribute("xml:lang", tag)]
    }
    return attributes
  }
}

extension Language {
  /// The tag of the language written in braille: the script becomes `Brai` (ISO 15924), and what comes
  /// after regions and variants is left out. `en-GB` is `en-Brai-GB`.
  var brailleTag: String {
    let parts = tag.split { $0 == "-" || $0 == "_" }.map(String.init)
    var tag = parts.first?.lowercased() ?? "und"
    var rest = parts.dropFirst()
    while let part = rest.first, part.count == 3, part.allSatisfy({ $0.isASCII && $0.isLetter }),
      tag.count < 16
    {
      tag += "-" + part.lowercased()
      rest.removeFirst()
    }
    if let part = rest.first, part.count == 4, part.allSatisfy({ $0.isASCII && $0.isLetter }) {
      rest.removeFirst()
    }
    tag += "-Brai"
    if let part = rest.first, part.isRegion {
      tag += "-" + part.uppercased()
      rest.removeFirst()
    }
    var variants: Set<String> = []
    while let part = rest.first, part.isVariant, variants.insert(part.lowercased()).inserted {
      tag += "-" + part.lowercased()
      rest.removeFirst()
    }
    return tag
  }
}

extension String {
  /// Two letters or three digits (BCP 47, 2.1).
  fileprivate var isRegion: Bool {
    (count == 2 && allSatisfy { $0.isASCII && $0.isLetter })
      || (count == 3 && allSatisfy { $0.isASCII && $0.isNumber })
  }

  /// Five to eight letters and digits, or four that begin with a digit.
  fileprivate var isVariant: Bool {
    guard allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else { return false }
    return (5...8).contains(count) || (count == 4 && first?.isNumber == true)
  }
}
