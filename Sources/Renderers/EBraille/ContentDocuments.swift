import BrailleTranslation
import Diagnostics
import DocumentModel
import XMLTree

extension EBrailleComposer {
  /// The publication: a content document for each part of the text, one for the notes, and the entry
  /// page.
  mutating func publication(of document: Document) throws(ConversionFailure) -> Publication {
    if let language = document.metadata.language, composer.isForeign(language),
      composer.options.tables.isEmpty
    {
      composer.log.report(.otherLanguage(language.tag, code: composer.translator.code.name))
    }
    let language =
      (document.metadata.language ?? Language(composer.translator.code.language))?.brailleTag ?? "und-Brai"
    for (index, note) in document.notes.enumerated() { noteNames[note.id] = "note-\(index + 1)" }
    var parts: [[XMLElement]] = []
    for (index, blocks) in document.parts(at: document.dividingLevel).enumerated() {
      currentFile = index
      parts.append(try index == 0 ? opening(document, blocks) : elements(for: blocks))
    }
    var paths = (1...parts.count).map { "part-\($0).html" }
    if !document.notes.isEmpty {
      parts.append(try notesPart(document, &parts))
      paths = (1..<parts.count).map { "part-\($0).html" } + ["notes.html"]
    }
    if parts.allSatisfy(\.isEmpty) { composer.log.report(.nothingToBraille()) }
    composer.reportTallies()
    defer { composer.reportOwnWords() }
    var title = try braille(document.metadata.title ?? document.firstHeading ?? "")
    // Blanks, or signs that stand for no cell: HTML wants a title with something in it.
    if title.allSatisfy(\.isWhitespace) { title = try braille(composer.own(.untitled)) }
    var files: [Publication.File] = []
    for (index, elements) in parts.enumerated() {
      let heading = headings.first { $0.file == index }?.label
      let page = XHTML.page(
        title: heading ?? title, language: language, stylesheet: "style.css",
        body: elements.map(XMLNode.element))
      files.append(
        Publication.File(
          path: "ebraille/\(paths[index])",
          bytes: XMLSerializer.xhtml(anchors.resolved(page, in: index, paths: paths))))
    }
    let navigation = Navigation(
      entries: headings, pages: pages,
      words: Navigation.Words(
        title: title, contents: try braille(composer.own(.contents)),
        pages: try braille(composer.own(.printPages))),
      language: language, paths: files.map(\.path))
    return Publication(files: files, navigation: XMLSerializer.xhtml(navigation.document))
  }

  /// The first part: the print page the text begins on, the title and what goes with it, the note about
  /// signs the document defines for itself, then the text.
  private mutating func opening(
    _ document: Document, _ blocks: [Block]
  ) throws(ConversionFailure) -> [XMLElement] {
    var elements: [XMLElement] = []
    if let page = document.inferredFirstPage {
      composer.log.report(.printPageInferred(page.number, at: page.info.range))
      elements += try self.elements(for: [.pageBreak(PageBreak(number: page.number))])
    }
    let matter = TitleMatter(document)
    elements += try self.elements(for: Array(blocks.prefix(matter.blockCount)))
    for line in matter.lines {
      let builder = try builder([.text(Text(line.words))], look: InlineLook(fixedEmphasis: []))
      let id = line.role == .title ? anchors.fresh(in: currentFile) : ""
      let attributes = [XMLAttribute("class", line.role.rawValue)]
      switch line.role {
      case .title:
        headings.append(Navigation.Entry(level: 1, label: try label(builder), file: currentFile, id: id))
        elements += try self.elements("h1", [XMLAttribute("id", id)] + attributes, builder)
      case .subtitle, .author, .publisher, .date: elements += try self.elements("p", attributes, builder)
      }
    }
    if let words = composer.passageNote(of: document) { elements += try transcribersNote(words) }
    if let words = composer.modifierNote() { elements += try transcribersNote(words) }
    return elements + (try self.elements(for: Array(blocks.dropFirst(matter.blockCount))))
  }

  /// The notes, under the source's own heading for them where the text ends with one.
  private mutating func notesPart(
    _ document: Document, _ parts: inout [[XMLElement]]
  ) throws(ConversionFailure) -> [XMLElement] {
    var heading: [XMLElement] = []
    let last = parts.count - 1
    if case .heading(let node) = document.blocks.last, node.isOfNotes,
      let element = parts[last].last, element.name.first == "h", element.name != "hr"
    {
      parts[last].removeLast()
      heading = [element]
      if parts[last].isEmpty, last > 0 { parts.removeLast() }
    }
    currentFile = parts.count
    for id in heading.flatMap(\.identifiers) { move(id, to: currentFile) }
    if heading.isEmpty {
      let words = composer.context.words[.notes]
      let text = Text(composer.own(.notes).text, info: NodeInfo(language: words.language))
      heading = try elements(for: [.heading(Heading(level: 1, [.text(text)]))])
    }
    let attributes = [XMLAttribute("role", "doc-endnotes"), XMLAttribute("epub:type", "endnotes")]
    return [XMLElement("section", attributes, (heading + (try notes())).map(XMLNode.element))]
  }

  /// Takes note that an element stands in another file than where it was made.
  private mutating func move(_ id: String, to file: Int) {
    anchors.move(id, to: file)
    for index in headings.indices where headings[index].id == id { headings[index].file = file }
    for index in pages.indices where pages[index].id == id { pages[index].file = file }
  }
}

extension XMLElement {
  /// The identifiers of the element and of those in it.
  fileprivate var identifiers: [String] {
    attributes.filter { $0.name == "id" }.map(\.value)
      + children.flatMap { if case .element(let child) = $0 { child.identifiers } else { [String]() } }
  }
}
