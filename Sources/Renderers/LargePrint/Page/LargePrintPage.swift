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
  /// The entries of the contents; none where there are to be none.
  private(set) var entries: [ContentsItem] = []

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
    if edition.settings.edition == .easyRead { choices.addedDetails = .folded }
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
    var refinement = PageRefinement(medium: medium, words: words, settings: settings)
    var main = refinement.refined(text)
    if let notes { main += refinement.refined([notes]) }
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
    entries = contentsItems()
    if !entries.isEmpty {
      body.append(.element(contents(.contents, [:], [.element(ContentsItem.list(entries[...]))])))
    }
    body.append(
      .element(
        XMLElement(
          "main", [XMLAttribute("id", "main"), XMLAttribute("tabindex", "-1")] + pictureRows,
          main.map(XMLNode.element))))
    let root = XMLElement(
      "html", WebContentWriter.rootAttributes(of: edition.language, syntax: .html),
      [.element(head()), .element(XMLElement("body", [], body))])
    return writer.resolved(root, in: 0, paths: ["index.html"])
  }

  /// Whether ideas leave room for pictures beside them: where one has a picture, all do.
  private var pictureRows: [XMLAttribute] {
    var hasPicture = false
    for block in edition.document.blocks {
      block.walk { node in
        if case .block(.division(let division)) = node, division.role == Division.idea,
          case .figure? = division.blocks.first
        {
          hasPicture = true
        }
      }
    }
    return hasPicture ? [XMLAttribute("class", "has-pictures")] : []
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
    reportWords(to: &log)
    var decorations: [SourceRange?] = []
    edition.document.walk { node in
      if case .inline(.image(let image)) = node, image.alternative == .decorative {
        decorations.append(image.info.range)
      }
    }
    if let first = decorations.first { log.report(.decorationLeftOut(decorations.count, at: first)) }
    for link in vagueLinks { log.report(.emptyLinkWords(link.inlines.plainText, at: link.info.range)) }
  }

  /// Says which pictures have small words in them, as far as that can be known.
  private func reportWords(to log: inout DiagnosticLog) {
    var seen: Set<String> = []
    var dotted: [SourceRange?] = []
    let width = min(settings.measure, settings.upright) * Double(settings.points)
    let height = LargePrintStyle(settings: settings).imageHeight / 25.4 * 72
    edition.document.walk { node in
      guard case .inline(.image(let image)) = node, image.alternative != .decorative,
        seen.insert(image.source).inserted
      else { return }
      if let drawing = pictures.drawing(of: image) {
        let smallest = DrawingWords.smallest(in: drawing, width: width, height: height)
        if let smallest, smallest < Double(settings.points) - 0.1 {
          log.report(
            .smallWordsInDrawing(image.source, points: smallest, size: settings.points, at: image.info.range))
        }
      } else if pictures.dots(of: image) != nil {
        dotted.append(image.info.range)
      }
    }
    if let first = dotted.first { log.report(.wordsInPictures(dotted.count, at: first)) }
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

  /// The head of the page.
  ///
  /// - Parameter volume: what is in the file, where that is a volume of several.
  func head(_ volume: LargePrintVolume? = nil) -> XMLElement {
    let metadata = edition.document.metadata
    let size = words.text(settings.edition.name, ["size": "\(settings.points)"])
    let style = LargePrintStyle(settings: settings)
    let given = (metadata.title ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let name = given.isEmpty ? edition.title.text : given
    var children: [XMLNode] = [
      .html("meta", ["charset": "utf-8"]),
      .html(
        "title", medium == .html ? "\(name) – \(size)" : volume.map { "\(name) – \($0.name(words))" } ?? name),
    ]
    if medium == .html {
      children.append(.html("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]))
    }
    children.append(.html("meta", ["name": "generator", "content": "coformat"]))
    for field in HeadFields(metadata: metadata).fields(for: medium) {
      children.append(.html("meta", ["name": field.name, "content": field.content]))
    }
    children.append(.html("style", style.common.text))
    switch medium {
    case .html:
      if hasPanel {
        children.append(Self.link(to: ReaderPanel(settings: settings, words: words).style, media: "screen"))
      }
      children.append(Self.link(to: style.pages(words: words), media: "all"))
    case .pdf:
      let running = volume.map { $0.number(words) + ": " } ?? ""
      let sheet = style.pagesOfPDF(
        title: running + edition.runningTitle(longest: volume == nil ? 60 : 48), words: words,
        first: volume?.firstPage ?? 1)
      children.append(.html("style", sheet.text))
    }
    return XMLElement("head", [], children)
  }

  /// A sheet in a link, for what browsers know and checkers of HTML of 2020 do not.
  static func link(to sheet: StyleSheet, media: String) -> XMLNode {
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
    // Who publishes it is often who wrote it.
    if !metadata.authors.contains(metadata.publisher ?? "") { line(metadata.publisher) }
    line(metadata.date.map(KeptTogether.text))
    line(words.text(settings.edition.name, ["size": "\(settings.points)"]), language(settings.edition.name))
    if let contact = metadata.contact {
      line(words.text(.contact, ["contact": KeptTogether.text(contact)]), language(.contact))
    }
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

  private var notesName: String { Self.notesName }
  /// The name of the heading of the notes.
  static let notesName = "large-print-notes"

  /// The headings of the text that are in its contents.
  private func contentsItems() -> [ContentsItem] {
    // Rows of tables have headings too, which are in no source.
    let glossary = settings.edition == .easyRead ? words.text(.whatTheWordsMean) : nil
    var headings = writer.headings.filter { $0.range != nil || $0.label == glossary }
    let levels = headings.count < 10 ? 2...4 : 2...3
    headings.removeAll { !levels.contains($0.level) }
    switch settings.options.contents {
    case .auto: if headings.count < 3 { return [] }
    case .always: if headings.isEmpty { return [] }
    case .none: return []
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
    return items
  }

  /// The contents: a heading, and lists of links.
  func contents(
    _ name: ProgramWords.Name, _ values: [String: String] = [:], _ lists: [XMLNode]
  ) -> XMLElement {
    let id = "large-print-contents"
    let heading = XMLElement(
      "h2", [XMLAttribute("id", id)] + language(name), text: words.text(name, values))
    return XMLElement("nav", [XMLAttribute("aria-labelledby", id)], [.element(heading)] + lists)
  }

  func language(_ name: ProgramWords.Name) -> [XMLAttribute] {
    let phrase = words[name]
    return phrase.isStandIn ? [XMLAttribute("lang", phrase.language.tag)] : []
  }
}
