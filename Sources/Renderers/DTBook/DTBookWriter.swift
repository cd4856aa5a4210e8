import BrailleMathematics
import Diagnostics
import DocumentModel
import Wording
import XMLTree

/// Writes the content of a document as elements of DTBook 2005-3 (ANSI/NISO Z39.86-2005, 4).
///
/// Every kind of node has an element, and each element stands where the DTD has a place for it: what
/// the source puts elsewhere is moved to the nearest lawful place, and where that can be noticed a
/// message says so. There are no empty paragraphs, and no levels that hold nothing but a heading.
struct DTBookWriter {
  var log: DiagnosticLog
  /// The words that are the program's own, in the document's language.
  let words: ProgramWords
  /// The files pictures have in the book.
  let pictures: PictureFiles
  /// The commands the document's formulas define.
  let macros: TeXMacros
  /// The nodes that are said by themselves and have sound of their own.
  let narration: Narration?
  /// The notes not yet written, by identifier.
  var notes: [String: Note] = [:]
  /// The marks of the notes, by identifier.
  let marks: [String: String]
  /// The notes referred to since the last block of a level was written, in order.
  var awaitedNotes: [String] = []
  /// The identifiers elements have.
  var names = ElementNames()
  /// What may stand where the writer is.
  var place = Place.level
  /// Descriptions of pictures that stand in a line of text: they follow the block it is in.
  var waiting: [XMLElement] = []
  /// Print pages that begin in a cell of a table, where the DTD has no place for them.
  var pagesOfCells: [XMLElement] = []
  /// The columns of the table being written.
  var columns: [TableColumn] = []
  /// Whether the document's text runs from right to left.
  let isRightToLeft: Bool
  /// The numbers print pages have had, by kind.
  var pageNumbers: Set<String> = []
  /// Whether a line between parts of the text stands before the next block.
  var isAfterSeparator = false
  /// Whether the next block stands in a link, which holds no other.
  var isInLink = false
  /// What has been said once and is not said again.
  var said = Said()

  /// What may stand where the writer is.
  enum Place {
    /// A level of the book: headings make levels.
    case level
    /// Inside a block.
    case block
    /// A cell of a table, where no print page begins.
    case cell
  }

  /// How often something was met that is reported once, at the end, and where first.
  struct Said {
    var closedLevels = Count()
    var deepHeadings = Count()
    var headingsInBlocks = Count()
    var emptySections = Count()
    var pronunciations = Count()
    var listDelimiters = Count()
    var formulas = Count()
    var formulasAsNotation = Count()

    struct Count {
      var number = 0
      var first: SourceRange?

      mutating func add(_ range: SourceRange?) {
        if number == 0 { first = range }
        number += 1
      }
    }
  }

  init(_ document: Document, words: ProgramWords, pictures: PictureFiles, log: DiagnosticLog) {
    self.words = words
    self.pictures = pictures
    self.log = log
    macros = document.formulaMacros
    narration = document.narration
    isRightToLeft = document.metadata.language?.isRightToLeft ?? false
    notes = Dictionary(document.notes.map { ($0.id, $0) }) { first, _ in first }
    marks = document.marksOfNotes
  }

  // MARK: - Attributes

  /// The attributes any element may have: identifier, language, direction.
  mutating func attributes(of info: NodeInfo) -> [XMLAttribute] {
    var attributes: [XMLAttribute] = []
    if let id = info.id, let name = names.define(id) { attributes.append(XMLAttribute("id", name)) }
    if let language = info.language { attributes.append(XMLAttribute("xml:lang", language.bookTag)) }
    switch info.direction {
    case .leftToRight, .rightToLeft: attributes.append(XMLAttribute("dir", info.direction?.rawValue ?? "ltr"))
    case .automatic, nil: break
    }
    return attributes
  }

  /// Attributes with a class; the separator before a block is one too, since DTBook has no rule.
  mutating func classed(_ names: String..., with attributes: [XMLAttribute] = []) -> [XMLAttribute] {
    var classes = names.filter { !$0.isEmpty }
    if isAfterSeparator { classes.append("precedingseparator") }
    isAfterSeparator = false
    guard !classes.isEmpty else { return attributes }
    return [XMLAttribute("class", classes.joined(separator: " "))] + attributes
  }

  /// Does something inside a block, or a cell.
  mutating func within<Result>(_ inner: Place, _ body: (inout Self) -> Result) -> Result {
    let outer = place
    place = outer == .cell ? .cell : inner
    defer { place = outer }
    return body(&self)
  }

  // MARK: - Reports

  /// Reports what was counted.
  mutating func reportCounts() {
    if said.closedLevels.number > 0 {
      log.report(.levelsClosed(said.closedLevels.number, at: said.closedLevels.first))
    }
    if said.deepHeadings.number > 0 {
      log.report(.headingsTooDeep(said.deepHeadings.number, at: said.deepHeadings.first))
    }
    if said.headingsInBlocks.number > 0 {
      log.report(.headingsInBlocks(said.headingsInBlocks.number, at: said.headingsInBlocks.first))
    }
    if said.emptySections.number > 0 {
      log.report(.emptySections(said.emptySections.number, at: said.emptySections.first))
    }
    if said.pronunciations.number > 0 {
      log.report(.pronunciationsLeftOut(said.pronunciations.number, at: said.pronunciations.first))
    }
    if said.listDelimiters.number > 0 {
      log.report(.listDelimiters(said.listDelimiters.number, at: said.listDelimiters.first))
    }
    if said.formulas.number > 0 {
      log.report(.formulasAsText(said.formulas.number, at: said.formulas.first))
    }
    if said.formulasAsNotation.number > 0 {
      log.report(.formulasInNotation(said.formulasAsNotation.number, at: said.formulasAsNotation.first))
    }
  }
}

/// The identifiers elements of a book have. They are the program's own, so that any identifier of a
/// source has one that XML takes, and no two are the same.
struct ElementNames {
  private var names: [String: String] = [:]
  private(set) var defined: Set<String> = []
  /// The identifiers of nodes by those of their elements.
  private(set) var sources: [String: String] = [:]
  /// Other names of what stands nowhere under the name that links to it have.
  private(set) var renamed: [String: String] = [:]
  private var freshCount = 0

  /// The name that links to a node use, whether the node is met or not.
  mutating func reference(to id: String) -> String {
    if let name = names[id] { return name }
    let name = "n\(names.count + 1)"
    names[id] = name
    return name
  }

  /// The name of a node that is written now; nil when another node has it.
  mutating func define(_ id: String) -> String? {
    let name = reference(to: id)
    guard defined.insert(name).inserted else { return nil }
    sources[name] = id
    return name
  }

  /// Lets one identifier stand for another's node.
  mutating func alias(_ id: String, to other: String) {
    if names[id] == nil { names[id] = reference(to: other) }
  }

  /// Says that what the source calls by an identifier has another name in the book, so that links written
  /// before lead there.
  mutating func rename(_ id: String, to name: String) {
    if let earlier = names[id] { renamed[earlier] = name } else { names[id] = name }
  }

  /// A name for an element the source gives none.
  mutating func fresh(_ prefix: String) -> String {
    freshCount += 1
    return "\(prefix)\(freshCount)"
  }
}

extension Language {
  /// The tag as `xml:lang` and metadata have it: hyphens between subtags (RFC 3066, 2.1).
  var bookTag: String { String(tag.map { $0 == "_" ? "-" : $0 }) }
}

extension Document {
  /// The marks of notes by identifier: their own, else their place in the order the text refers to them;
  /// those nothing refers to come last.
  fileprivate var marksOfNotes: [String: String] {
    guard !notes.isEmpty else { return [:] }
    let known = Set(notes.map(\.id))
    var order: [String] = []
    var met: Set<String> = []
    walk { node in
      if case .inline(.noteReference(let reference)) = node, known.contains(reference.note),
        met.insert(reference.note).inserted
      {
        order.append(reference.note)
      }
    }
    for note in notes where met.insert(note.id).inserted { order.append(note.id) }
    let labels = Dictionary(notes.map { ($0.id, $0.label) }) { first, _ in first }
    return Dictionary(
      uniqueKeysWithValues: order.enumerated().map { index, id in
        (id, (labels[id] ?? nil) ?? "\(index + 1)")
      })
  }
}
