import BrailleMathematics
import Diagnostics
import DocumentModel
import Wording
import XMLTree

/// Turns blocks and inlines into the elements of HTML that mean what they mean: the content of EPUB,
/// of large print on a screen, and of other pages.
///
/// One writer writes one publication, of one file or of several; `currentFile` is moved on by who
/// divides it. Links within the document are led to their ends by ``resolved(_:in:paths:)`` when all is
/// written. Nothing is skipped: a `switch` over nodes without `default` is what makes sure, and what
/// cannot be kept is reported.
struct WebContentWriter {
  /// A heading of the text itself, for tables of contents.
  struct Heading: Hashable {
    /// The level as it is written, from 1.
    var level: Int
    /// Its words.
    var label: String
    /// The language, when it is not the document's.
    var language: Language?
    var file: Int
    var id: String
    /// Where it came from.
    var range: SourceRange?
  }

  /// The beginning of a print page.
  struct Page: Hashable {
    var number: String
    var file: Int
    var id: String
  }

  let document: Document
  let choices: WebContentChoices
  /// The program's own words, in the document's language.
  let words: ProgramWords
  /// The commands the document's formulas define.
  let macros: TeXMacros
  /// The names of places links lead to.
  var anchors = Anchors(naming: .source)
  /// The file being written: an index into the publication's files.
  var currentFile = 0
  /// The headings met in the text itself, in order.
  var headings: [Heading] = []
  /// The print pages met that have a number, in order.
  var pages: [Page] = []
  /// What is around what is being written.
  var context: Context
  /// Marks of notes, and which notes wait to be written.
  var marks: NoteMarks
  /// The names of notes by their index.
  var noteNames: [Int: String] = [:]
  /// The names of the references to each note, by the note's index, in order.
  var noteReferences: [Int: [String]] = [:]
  /// The long descriptions of pictures met, each with the name of its place, that wait for the end of
  /// the block they are in.
  var waitingDescriptions: [(name: String, image: Image, blocks: [Block])] = []
  /// What has to follow the link being written: links do not stand in links.
  var afterLink: [XMLNode] = []
  /// The levels of the headings a heading now would stand under.
  var openLevels: [Int] = []
  /// What was met that is reported once.
  var tallies = Tallies()
  /// What the written pages hold, for metadata that must be true.
  var facts = Facts()
  /// The languages met, besides the document's own, in order.
  var languages: [Language] = []

  /// What is around a node.
  struct Context {
    var language: Language?
    var direction: TextDirection
    var place = Place.text
    var isInLink = false
    var isInDefinition = false
  }

  /// What blocks stand in, as far as elements mind.
  enum Place {
    /// The text itself.
    case text
    /// A quotation, an aside, a note or a cell: its headings are not the document's.
    case setApart
    /// The heading of a row or a column, or a term: HTML has no headings and no sections there.
    case headingCell
  }

  /// What the written pages hold.
  struct Facts: Hashable {
    /// Pictures that are shown and say something.
    var pictures = 0
    /// Pictures shown that nothing describes.
    var undescribedPictures = 0
    /// Pictures with a long description.
    var longDescriptions = 0
    /// Formulas written as MathML.
    var formulas = 0
    /// Formulas that stand as their source or in words.
    var unreadFormulas = 0
    /// Files that hold MathML.
    var filesWithFormulas: Set<Int> = []
  }

  init(_ document: Document, choices: WebContentChoices) {
    self.document = document
    self.choices = choices
    words = ProgramWords(document.metadata.language)
    macros = document.formulaMacros
    marks = NoteMarks(document)
    let language = document.metadata.language
    context = Context(
      language: language, direction: language?.isRightToLeft == true ? .rightToLeft : .leftToRight)
  }

  // MARK: - Blocks

  /// Elements for blocks, in order.
  mutating func elements(for blocks: [Block]) -> [XMLElement] {
    var elements: [XMLElement] = []
    for block in blocks { elements += self.elements(for: block) }
    return elements
  }

  private mutating func elements(for block: Block) -> [XMLElement] {
    let attributes = attributes(of: block.info)
    let outer = enter(block.info)
    defer { context = outer }
    switch block {
    case .heading(let node): return heading(node, attributes)
    case .paragraph(let node): return paragraph(node, attributes)
    case .list(let node): return list(node, attributes)
    case .definitionList(let node): return definitionList(node, attributes)
    case .blockQuote(let node): return quotation(node, attributes)
    case .code(let node): return code(node, attributes)
    case .table(let node): return table(node, attributes)
    case .figure(let node): return figure(node, attributes)
    case .aside(let node): return aside(node, attributes)
    case .lineGroup(let node): return lineGroup(node, attributes)
    case .mathematics(let node): return mathematics(node, attributes)
    case .separator: return [XMLElement("hr", attributes)]
    case .pageBreak(let node): return [pageBreak("div", node, attributes)]
    case .division(let node): return division(node, attributes)
    }
  }

  /// An element around what stands in a line, then the long descriptions of the pictures in it.
  /// Nothing when there is nothing to read and no link leads there.
  mutating func elements(
    _ name: String, _ attributes: [XMLAttribute], _ nodes: [XMLNode]
  ) -> [XMLElement] {
    guard nodes.holdSomething || attributes.contains(where: { $0.name == "id" }) else {
      return descriptions()
    }
    return [XMLElement(name, attributes, nodes)] + descriptions()
  }

  /// An element around other elements; nothing when there are none and no link leads there.
  func wrapped(_ name: String, _ attributes: [XMLAttribute], _ inside: [XMLElement]) -> [XMLElement] {
    if inside.isEmpty, !attributes.contains(where: { $0.name == "id" }) { return [] }
    let sections: Set<String> = ["aside", "section", "nav", "article"]
    let isForbidden = context.place == .headingCell && sections.contains(name)
    return [XMLElement(isForbidden ? "div" : name, attributes, inside.map(XMLNode.element))]
  }

  /// What stands in a cell, an item or the like: the words of a lone paragraph, else elements.
  mutating func content(of blocks: [Block]) -> [XMLNode] {
    guard blocks.count == 1, case .paragraph(let paragraph) = blocks[0], paragraph.isBare else {
      return elements(for: blocks).map(XMLNode.element)
    }
    let nodes = nodes(for: paragraph.inlines)
    return (nodes.holdSomething ? nodes : []) + descriptions().map(XMLNode.element)
  }

  // MARK: - Context

  /// Takes a node's language and direction for those around what is written next.
  ///
  /// - Returns: what was around it, to go back to.
  mutating func enter(_ info: NodeInfo, place: Place? = nil) -> Context {
    let outer = context
    if let language = info.language {
      context.language = language
      context.direction = language.isRightToLeft ? .rightToLeft : .leftToRight
    }
    if let direction = info.direction { context.direction = direction }
    if let place, outer.place != .headingCell { context.place = place }
    return outer
  }

  /// Writes something in another place, and goes back.
  mutating func within<Value>(_ place: Place, _ body: (inout WebContentWriter) -> Value) -> Value {
    let outer = context
    let levels = openLevels
    if outer.place != .headingCell { context.place = place }
    let value = body(&self)
    context = outer
    openLevels = levels
    return value
  }

  // MARK: - Links within the document

  /// The element with its links led where their ends are; `paths` are the publication's files.
  func resolved(_ element: XMLElement, in file: Int, paths: [String]) -> XMLElement {
    anchors.resolved(element, in: file, paths: paths)
  }
}

extension Paragraph {
  /// Whether the paragraph says nothing of itself, so that its words may stand without it.
  var isBare: Bool {
    kind == .plain && alignment == nil && info.id == nil && info.language == nil && info.direction == nil
      && info.pageTurns.isEmpty
  }
}

extension Collection<XMLNode> {
  /// Whether there is anything to read, to see or to lead to.
  var holdSomething: Bool {
    contains { node in
      switch node {
      case .text(let text): !text.allSatisfy(\.isWhitespace)
      case .element(let element):
        ["img", "math", "hr"].contains(element.name) || element.attributes.contains { $0.name == "id" }
          || element.children.holdSomething
      }
    }
  }

  /// The characters in it, and the alternatives of pictures.
  var text: String {
    reduce(into: "") { result, node in
      switch node {
      case .text(let text): result += text
      case .element(let element):
        result += element.attributes.first { $0.name == "alt" }?.value ?? ""
        result += element.children.text
      }
    }
  }
}
