import Diagnostics
import DocumentModel
import Wording
import XMLTree

/// A book as DTBook 2005-3: its content as elements, and what its head says.
struct DTBook {
  /// `book` with all that is in it.
  var book: XMLElement
  var facts: BookFacts
  /// The pictures it shows.
  var pictures: [PictureFiles.File]
  /// The nodes of the document by the identifiers of their elements, for those that links or narration
  /// speak of.
  var sources: [String: String]
  /// Whether there is MathML in it.
  var holdsFormulas = false

  /// Makes the book of a document that is rewritten for this format already.
  init(
    _ document: Document, options: DaisyOptions, pictures policy: PictureFiles.Policy,
    log: inout DiagnosticLog
  ) {
    var facts = BookFacts.gather(document, options: options, log: &log)
    let words = ProgramWords(document.metadata.language)
    let files = PictureFiles(policy, document)
    var writer = DTBookWriter(document, words: words, pictures: files, log: log)
    book = writer.book(of: document, facts: facts)
    writer.reportCounts()
    log = writer.log
    book = LinkResolution(book, renamed: writer.names.renamed).resolved(book)
    sources = writer.names.sources
    pictures = files.files
    for language in Self.languages(of: book) where !facts.languages.contains(language) {
      facts.languages.append(language)
    }
    self.facts = facts
    holdsFormulas = book.holdsFormula
    if facts.identifier.isEmpty { self.facts.identifier = identifier() }
  }

  /// An identifier made from the content.
  private func identifier() -> String {
    var fingerprint = Fingerprint()
    var facts = facts
    // The same work made on another day is the same book.
    facts.date = ""
    for (name, value) in facts.dublinCore { fingerprint.add(Array("\(name) \(value)\n".utf8)) }
    fingerprint.add(XMLSerializer.document(book))
    for picture in pictures { fingerprint.add(picture.resource.bytes) }
    return PublicationIdentifier.uuid(fingerprint.bytes)
  }

  /// The languages elements say they are in.
  private static func languages(of element: XMLElement) -> [String] {
    var found: [String] = []
    func visit(_ element: XMLElement) {
      for attribute in element.attributes where attribute.name == "xml:lang" {
        if !found.contains(attribute.value) { found.append(attribute.value) }
      }
      for case .element(let child) in element.children { visit(child) }
    }
    visit(element)
    return found
  }

  // MARK: - The file

  /// DTBook's document type (Z39.86-2005, appendix 1).
  static let documentType = XMLDocumentType(
    "-//NISO//DTD dtbook 2005-3//EN", "http://www.daisy.org/z3986/2005/dtbook-2005-3.dtd")

  /// The file.
  func bytes(_ book: XMLElement) -> [UInt8] {
    func meta(_ name: String, _ value: String) -> XMLElement {
      XMLElement("meta", [XMLAttribute("name", name), XMLAttribute("content", value)])
    }
    var head = [meta("dtb:uid", facts.identifier)]
    head += facts.dublinCore.map { meta("dc:\($0.name)", $0.value) }
    head.append(meta("dc:Identifier", facts.identifier))
    head.append(meta("dc:Format", "ANSI/NISO Z39.86-2005"))
    head += facts.otherFields.map { meta($0.name, $0.value) }
    let extensions = holdsFormulas ? [FormulaIsland.declaration] : []
    let root = XMLElement(
      "dtbook",
      [XMLAttribute("xmlns", "http://www.daisy.org/z3986/2005/dtbook/")] + extensions + [
        XMLAttribute("version", "2005-3"), XMLAttribute("xml:lang", facts.language),
      ], [.element(XMLElement("head", [], head.map(XMLNode.element))), .element(book)])
    return XMLSerializer.document(
      root, type: holdsFormulas ? FormulaIsland.documentType : Self.documentType,
      setOut: DTBookVocabulary.setOut)
  }
}

extension DTBookWriter {
  /// The whole book: the title and the authors before the text, the text in levels.
  mutating func book(of document: Document, facts: BookFacts) -> XMLElement {
    let opening = BookOpening(document, title: facts.title)
    var title: [XMLNode] = [.text(facts.title)]
    var attributes: [XMLAttribute] = []
    if let heading = opening.heading {
      attributes = self.attributes(of: heading.info)
      let nodes = inlines(heading.inlines)
      if !nodes.isEmpty { title = nodes }
      if let subtitle = document.metadata.subtitle?.nonBlank, document.narration == nil {
        title.append(.text(": \(subtitle)"))
      }
    }
    let authors = facts.creators.map { XMLElement("docauthor", [], text: $0) }
    let front = [XMLElement("doctitle", attributes, title)] + authors
    var blocks = opening.blocks
    // What waits from the title stands before the text.
    let waiting = takeWaiting() + notesReferredTo()
    var body = levels(of: blocks)
    let left = waiting + notesLeft(of: document)
    blocks = []
    if !left.isEmpty { body.append(XMLElement("level1", [], left.map(XMLNode.element))) }
    var parts = [XMLElement("frontmatter", [], front.map(XMLNode.element))]
    if !body.isEmpty { parts.append(XMLElement("bodymatter", [], body.map(XMLNode.element))) }
    return XMLElement("book", [], parts.map(XMLNode.element))
  }
}

/// The beginning of a document: the heading that is its title, which the book says in its own place, and
/// the blocks without it.
private struct BookOpening {
  var heading: Heading?
  var blocks: [Block]

  init(_ document: Document, title: String) {
    blocks = document.blocks
    let index = blocks.firstIndex { block in
      switch block {
      case .pageBreak, .separator: false
      case .heading, .paragraph, .list, .definitionList, .blockQuote, .code, .table, .figure, .aside,
        .lineGroup,
        .mathematics, .division:
        true
      }
    }
    guard let index, case .heading(let node) = blocks[index] else { return }
    let words = node.inlines.plainText.titleWords
    let names = (document.metadata.authors + [document.metadata.publisher].compactMap(\.self)).map(
      \.titleWords)
    let titles = [document.metadata.title, title].compactMap { $0?.titleWords }
    let isTitle = titles.contains { title in
      title == words || names.contains { title == words + $0 || title == $0 + words }
    }
    guard !words.isEmpty, isTitle else { return }
    // Without a title of its own the document is called by its first heading, which is the title of all
    // of it only where it stands above all others.
    if document.metadata.title?.nonBlank == nil, document.holdsOtherHeading(upTo: node.level) { return }
    heading = node
    blocks.remove(at: index)
  }
}

extension Document {
  /// Whether a heading besides the first is of a level or one above it.
  fileprivate func holdsOtherHeading(upTo level: Int) -> Bool {
    var count = 0
    walk { node in
      if case .block(.heading(let heading)) = node, heading.level <= level { count += 1 }
    }
    return count > 1
  }
}

/// Leads links where elements are; a link to nowhere gives way to what stands in it.
private struct LinkResolution {
  private var defined: Set<String> = []
  private let renamed: [String: String]

  /// Takes the identifiers there are: not all that were given out, for an empty block is no element.
  init(_ book: XMLElement, renamed: [String: String]) {
    self.renamed = renamed
    collect(book)
  }

  private mutating func collect(_ element: XMLElement) {
    if let id = element.attribute("id") { defined.insert(id) }
    for case .element(let child) in element.children { collect(child) }
  }

  func resolved(_ element: XMLElement) -> XMLElement {
    var element = element
    element.children = element.children.map { child in
      guard case .element(let inner) = child else { return child }
      var result = resolved(inner)
      if result.name == "a", let index = result.attributes.firstIndex(where: { $0.name == "href" }),
        result.attributes[index].value.hasPrefix("#")
      {
        let name = String(result.attributes[index].value.dropFirst())
        if let other = renamed[name], !defined.contains(name), defined.contains(other) {
          result.attributes[index] = XMLAttribute("href", "#\(other)")
        } else if !defined.contains(name) {
          result.name = "span"
          result.attributes.remove(at: index)
        }
      }
      return .element(result)
    }
    return element
  }
}

extension XMLElement {
  /// How much a reader can go to in a book, in words for the summary.
  var outline: String {
    var headings = 0
    var pages = 0
    func visit(_ element: XMLElement) {
      if element.name.headingLevel != nil { headings += 1 }
      if element.name == "bridgehead", element.attribute("class")?.headingLevel != nil { headings += 1 }
      if element.name == "pagenum" { pages += 1 }
      for case .element(let child) in element.children { visit(child) }
    }
    visit(self)
    return "\(headings) \(headings == 1 ? "heading" : "headings")"
      + (pages == 0 ? "" : ", \(pages) \(pages == 1 ? "print page" : "print pages")")
  }
}
