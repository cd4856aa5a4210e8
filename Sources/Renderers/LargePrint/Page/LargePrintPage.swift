import Diagnostics
import DocumentModel
import FoundationEssentials
import Wording
import XMLTree

/// The page of HTML: a link past what comes first, the reader's panel, the title, the contents, the
/// text and the notes. It needs nothing besides itself and no scripts.
struct LargePrintPage {
  private let edition: LargePrintEdition
  private let medium: PageRefinement.Medium
  private var pictures: PagePictures
  private var writer: WebContentWriter
  /// The number of the first page, for a PDF in volumes.
  var firstPage = 1

  private var words: ProgramWords { edition.words }
  private var settings: LargePrintSettings { edition.settings }

  init(_ edition: LargePrintEdition, medium: PageRefinement.Medium, pictures: PagePictures) {
    self.edition = edition
    self.medium = medium
    self.pictures = pictures
    var choices = WebContentChoices()
    choices.syntax = .html
    choices.headings = .closingGaps(shift: 1)
    choices.pageBreaks = .visibleAsPrint
    choices.descriptions = .open
    choices.details = medium == .html ? .foldable : .open
    choices.picture = { pictures.choice(for: $0) }
    writer = WebContentWriter(edition.document, choices: choices)
    // A source may have these names too.
    _ = writer.anchors.reserve("main")
  }

  /// The `html` element.
  mutating func element() -> XMLElement {
    let heading = XMLElement(
      "h1", writer.attributes(of: edition.title.info), writer.nodes(for: edition.title.inlines))
    let afterHeading = writer.descriptions()
    let text = writer.elements(for: edition.document.blocks)
    let notes = notes()
    var refinement = PageRefinement(medium: medium, words: words, partsWords: settings.forcesTables)
    var main = refinement.refined(text)
    if let notes { main += refinement.refined([notes]) }
    pictures.inCharacters = refinement.pictures
    let header = XMLElement(
      "header", [], (refinement.refined([heading] + afterHeading) + titleMatter).map(XMLNode.element))
    var body: [XMLNode] = [
      .element(
        XMLElement(
          "a", [XMLAttribute("class", "skip"), XMLAttribute("href", "#main")] + language(.skipToContent),
          text: words.text(.skipToContent)))
    ]
    if medium == .pdf { body = [] }
    if hasPanel { body.append(.element(ReaderPanel(settings: settings, words: words).element)) }
    body.append(.element(header))
    if let contents = contents() { body.append(.element(contents)) }
    body.append(
      .element(
        XMLElement(
          "main", [XMLAttribute("id", "main"), XMLAttribute("tabindex", "-1")], main.map(XMLNode.element))))
    let root = XMLElement(
      "html", WebContentWriter.rootAttributes(of: edition.language, syntax: .html),
      [.element(head), .element(XMLElement("body", [], body))])
    return writer.resolved(root, in: 0, paths: ["index.html"])
  }

  /// Says what could not be kept.
  func report(to log: inout DiagnosticLog) {
    writer.report(to: &log)
    var seen: Set<String> = []
    edition.document.walk { node in
      guard case .inline(.image(let image)) = node, let size = pictures.dots(of: image),
        seen.insert(image.source).inserted
      else { return }
      // On paper 96 dots are an inch, or the width of the text where that is less.
      let inches = min(Double(size.width) / 96, settings.upright * Double(settings.points) / 72)
      let dots = Int(Double(size.width) / max(inches, 0.01))
      if dots < 150, size.width > 40 {
        let name = image.source.hasPrefix("data:") ? "data:…" : image.source
        log.report(.coarsePicture(name, dots: dots, at: image.info.range))
      }
    }
    var decorations: [SourceRange?] = []
    edition.document.walk { node in
      if case .inline(.image(let image)) = node, image.alternative == .decorative {
        decorations.append(image.info.range)
      }
    }
    if pictures.inCharacters > 0 { log.report(.picturesInCharacters(pictures.inCharacters)) }
    if let first = decorations.first { log.report(.decorationLeftOut(decorations.count, at: first)) }
    for link in vagueLinks { log.report(.emptyLinkWords(link.inlines.plainText, at: link.info.range)) }
  }

  /// Links whose words say nothing where they are read on their own.
  private var vagueLinks: [Link] {
    var links: [Link] = []
    let vague: Set<String> = [
      "click here", "here", "more", "read more", "link", "this page", "this", "download",
    ]
    edition.document.walk { node in
      if case .inline(.link(let link)) = node {
        let text = link.inlines.plainText.lowercased().split(whereSeparator: \.isWhitespace).joined(
          separator: " ")
        if vague.contains(text) { links.append(link) }
      }
    }
    return links
  }

  // MARK: - The head

  private var hasPanel: Bool { medium == .html && settings.options.panel == .shown }

  private var head: XMLElement {
    let metadata = edition.document.metadata
    let size = words.text(.largePrintSize, ["size": "\(settings.points)"])
    let style = LargePrintStyle(settings: settings)
    let given = (metadata.title ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let name = given.isEmpty ? edition.title.text : given
    var children: [XMLNode] = [
      .html("meta", ["charset": "utf-8"]),
      .html("title", medium == .pdf ? name : "\(name) – \(size)"),
      .html("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
      .html("meta", ["name": "generator", "content": "coformat"]),
    ]
    func meta(_ name: String, _ content: String?) {
      guard let content, !content.allSatisfy(\.isWhitespace) else { return }
      children.append(.html("meta", ["name": name, "content": content]))
    }
    for author in metadata.authors { meta("author", author) }
    for contributor in metadata.contributors { meta("dcterms.contributor", contributor) }
    meta("description", metadata.description)
    if !metadata.subjects.isEmpty { meta("keywords", metadata.subjects.joined(separator: ", ")) }
    meta("dcterms.identifier", metadata.identifier)
    meta("dcterms.rights", metadata.rights)
    meta("dcterms.source", metadata.sourceEdition)
    for field in metadata.other where !field.name.isEmpty { meta("source:" + field.name, field.value) }
    children.append(.html("style", style.common.text))
    switch medium {
    case .html:
      if hasPanel {
        children.append(Self.link(to: ReaderPanel(settings: settings, words: words).style, media: "screen"))
      }
      children.append(Self.link(to: style.pages(words: words), media: "all"))
    case .pdf:
      let sheet = style.pagesOfPDF(title: edition.runningTitle, words: words, first: firstPage)
      children.append(.html("style", sheet.text))
    }
    return XMLElement("head", [], children)
  }

  /// A sheet in a link, for what browsers know and checkers of HTML of 2020 do not.
  private static func link(to sheet: StyleSheet, media: String) -> XMLNode {
    let data = Data(sheet.text.utf8).base64EncodedString()
    return .html(
      "link", ["rel": "stylesheet", "media": media, "href": "data:text/css;charset=utf-8;base64,\(data)"])
  }

  // MARK: - What is around the text

  /// Who wrote it and when, and what this edition is (UKAAF G003: the title and the originator first).
  private var titleMatter: [XMLElement] {
    let metadata = edition.document.metadata
    var lines: [XMLElement] = []
    func line(_ text: String?, _ attributes: [XMLAttribute] = []) {
      guard let text, !text.allSatisfy(\.isWhitespace) else { return }
      lines.append(XMLElement("p", attributes, text: text))
    }
    line(metadata.subtitle)
    line(metadata.authors.joined(separator: ", "))
    line(metadata.publisher)
    line(metadata.date.map(KeptTogether.text))
    line(words.text(.largePrintSize, ["size": "\(settings.points)"]), language(.largePrintSize))
    if let contact = metadata.contact { line(words.text(.contact, ["contact": contact]), language(.contact)) }
    return lines
  }

  private mutating func notes() -> XMLElement? {
    let notes = writer.remainingNotes()
    guard !notes.isEmpty else { return nil }
    let heading: XMLElement
    if let own = edition.notesHeading {
      let attributes = writer.attributes(of: own.info).filter { $0.name != "id" }
      heading = XMLElement("h2", [XMLAttribute("id", notesName)] + attributes, writer.nodes(for: own.inlines))
    } else {
      heading = XMLElement(
        "h2", [XMLAttribute("id", notesName)] + language(.notes), text: words.text(.notes))
    }
    return XMLElement(
      "section", [XMLAttribute("aria-labelledby", notesName)], ([heading] + notes).map(XMLNode.element))
  }

  private let notesName = "large-print-notes"

  /// The headings of the text, as a list of links in a list for each level.
  private func contents() -> XMLElement? {
    // Rows of tables have headings too, which are in no source.
    var headings = writer.headings.filter { $0.range != nil }
    let levels = headings.count < 10 ? 2...4 : 2...3
    headings.removeAll { !levels.contains($0.level) }
    switch settings.options.contents {
    case .auto: if headings.count < 3 { return nil }
    case .always: if headings.isEmpty { return nil }
    case .none: return nil
    }
    var items = headings.map {
      ContentsItem(level: $0.level, label: $0.label, id: $0.id, language: $0.language)
    }
    if !writer.document.notes.isEmpty {
      let phrase = words[.notes]
      items.append(
        ContentsItem(
          level: 2, label: phrase.text, id: notesName, language: phrase.isStandIn ? phrase.language : nil))
    }
    let name = "large-print-contents"
    let heading = XMLElement(
      "h2", [XMLAttribute("id", name)] + language(.contents), text: words.text(.contents))
    return XMLElement(
      "nav", [XMLAttribute("aria-labelledby", name)],
      [.element(heading), .element(ContentsItem.list(items[...], level: 2))])
  }

  private func language(_ name: ProgramWords.Name) -> [XMLAttribute] {
    let phrase = words[name]
    return phrase.isStandIn ? [XMLAttribute("lang", phrase.language.tag)] : []
  }
}

/// An entry of the contents.
private struct ContentsItem {
  var level: Int
  var label: String
  var id: String
  var language: Language?

  /// Entries as a list, with those of lower levels in lists of their own.
  static func list(_ items: ArraySlice<ContentsItem>, level: Int) -> XMLElement {
    var entries: [XMLNode] = []
    var rest = items
    while let first = rest.popFirst() {
      let below = rest.prefix { $0.level > first.level }
      rest = rest.dropFirst(below.count)
      let language = first.language.flatMap(\.wellFormedTag).map { [XMLAttribute("lang", $0)] } ?? []
      let link = XMLElement(
        "a", [XMLAttribute("href", "#" + first.id)] + language, text: KeptTogether.text(first.label))
      var inside: [XMLNode] = [.element(link)]
      if !below.isEmpty { inside.append(.element(list(below, level: level + 1))) }
      entries.append(.element(XMLElement("li", [], inside)))
    }
    return XMLElement("ol", [], entries)
  }
}
