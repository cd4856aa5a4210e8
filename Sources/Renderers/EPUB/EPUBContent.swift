import DocumentModel
import Wording
import XMLTree

/// The text of an EPUB, in the files it is divided into.
struct EPUBContent {
  /// A content document.
  struct File {
    /// The path from the folder of the content.
    var path: String
    /// Its title.
    var title: String
    /// What stands in its `main`, links not yet led anywhere.
    var elements: [XMLElement]
    var kind: Kind
  }

  /// What a file is.
  enum Kind { case titlePage, text }

  var files: [File] = []
  /// The name of the place in the last file where notes at the end of the work stand; nil when notes
  /// stand at the ends of their files.
  var endnotes: String?
  /// The name of the title on the title page; nil when there is no such page.
  var titleName: String?
  /// The names of the authors on the title page, in order.
  var authorNames: [String] = []

  /// Writes a document's title page and text.
  static func write(
    _ document: Document, options: EPUBOptions, writer: inout WebContentWriter
  ) -> EPUBContent {
    var content = EPUBContent()
    let matter = TitleMatter(document)
    var rest = document.blocks
    // A mark of the print page goes with the heading that is the title, or with the text.
    let holdsTitle = document.blocks.prefix(matter.blockCount).contains {
      if case .pageBreak = $0 { false } else { true }
    }
    if holdsTitle || !matter.lines.isEmpty {
      let head = holdsTitle ? Array(document.blocks.prefix(matter.blockCount)) : []
      rest = Array(document.blocks.dropFirst(head.count))
      content.writeTitlePage(document, head, matter.lines, &writer)
    }
    let endsWithNotes = document.notes.isEmpty ? nil : rest.last?.headingOfNotes
    let text = Document(blocks: rest)
    let parts = rest.isEmpty ? [] : Self.joined(text.parts(at: text.level(of: options.division)))
    for (index, blocks) in parts.enumerated() {
      writer.currentFile = content.files.count
      let headingsBefore = writer.headings.count
      var elements = writer.elements(for: blocks)
      let level = (writer.headings.dropFirst(headingsBefore).first?.level ?? 1) + 1
      if endsWithNotes == nil || index == parts.count - 1 {
        let isLast = index == parts.count - 1
        let notes = isLast ? writer.remainingNotes() : writer.waitingNotes()
        if !notes.isEmpty {
          elements = writer.adding(notes, to: elements, level: level, sourceHasHeading: endsWithNotes != nil)
        }
      }
      let heading = writer.headings.dropFirst(headingsBefore).first?.label
      content.files.append(
        File(
          path: "part-\(index + 1).xhtml", title: heading ?? document.metadata.title ?? "",
          elements: elements, kind: .text))
    }
    // Notes of a document that has nothing else.
    if parts.isEmpty {
      writer.currentFile = content.files.count
      let notes = writer.remainingNotes()
      if !notes.isEmpty || content.files.isEmpty {
        content.files.append(
          File(
            path: "part-1.xhtml", title: document.metadata.title ?? "",
            elements: notes.isEmpty
              ? [] : writer.adding(notes, to: [], level: 1, sourceHasHeading: false), kind: .text))
      }
    }
    return content
  }

  /// The most files text is divided into: more than any book has chapters, and fewer than trouble a
  /// reading system.
  private static let mostFiles = 1_000

  /// Parts with neighbours joined where there are more than there may be files.
  private static func joined(_ parts: [[Block]]) -> [[Block]] {
    guard parts.count > mostFiles else { return parts }
    let size = (parts.count + mostFiles - 1) / mostFiles
    return stride(from: 0, to: parts.count, by: size).map { start in
      Array(parts[start..<min(start + size, parts.count)].joined())
    }
  }

  /// The title page: the heading that is the title, and what else print has there.
  private mutating func writeTitlePage(
    _ document: Document, _ head: [Block], _ lines: [TitleMatter.Line], _ writer: inout WebContentWriter
  ) {
    writer.currentFile = 0
    var elements = writer.elements(for: head)
    titleName = elements.first { $0.name.hasPrefix("h") && $0.name != "hr" }?.attributes["id"]
    for line in lines {
      switch line.role {
      case .title:
        let name = writer.anchors.reserve("title")
        writer.anchors.define(name, in: 0)
        titleName = name
        // The title of the work is above its headings, and no part of its contents.
        elements.append(
          XMLElement("h1", [XMLAttribute("id", name), XMLAttribute("class", "title")], text: line.words))
      case .subtitle:
        elements.append(
          XMLElement(
            "p",
            [XMLAttribute("class", "subtitle"), XMLAttribute("role", "doc-subtitle")]
              + writer.type("subtitle"),
            text: line.words))
      case .author:
        let name = writer.anchors.reserve("author")
        writer.anchors.define(name, in: 0)
        authorNames.append(name)
        elements.append(
          XMLElement("p", [XMLAttribute("id", name), XMLAttribute("class", "author")], text: line.words))
      case .publisher, .date:
        elements.append(XMLElement("p", [XMLAttribute("class", line.role.rawValue)], text: line.words))
      }
    }
    if let contact = document.metadata.contact?.nonBlank {
      elements.append(
        XMLElement("p", [XMLAttribute("class", "contact")], writer.own(.contact, ["contact": contact])))
    }
    if let rights = document.metadata.rights?.nonBlank {
      elements.append(XMLElement("p", [XMLAttribute("class", "rights")], text: rights))
    }
    let section = XMLElement("section", writer.type("titlepage"), elements.map(XMLNode.element))
    files.append(
      File(
        path: "title.xhtml", title: document.metadata.title ?? document.firstHeading ?? "",
        elements: [section], kind: .titlePage))
  }
}

extension WebContentWriter {
  /// The elements of a file with its notes after them, under a heading: the source's own where the text
  /// ends with one.
  fileprivate mutating func adding(
    _ notes: [XMLElement], to elements: [XMLElement], level: Int, sourceHasHeading: Bool
  ) -> [XMLElement] {
    var elements = elements
    var heading: XMLElement
    if sourceHasHeading, let last = elements.last, last.name.first == "h", last.name != "hr" {
      heading = last
      elements.removeLast()
    } else {
      let name = anchors.reserve("notes")
      anchors.define(name, in: currentFile)
      heading = XMLElement("h\(min(level, 6))", [XMLAttribute("id", name)], own(.notes))
    }
    let label = heading.attributes["id"].map { [XMLAttribute("aria-labelledby", $0)] } ?? []
    let section = XMLElement(
      "section", [XMLAttribute("role", "doc-endnotes")] + type("endnotes") + label,
      ([heading] + notes).map(XMLNode.element))
    return elements + [section]
  }
}

extension Block {
  /// The heading the block is, when it is one that texts have before their notes.
  fileprivate var headingOfNotes: Heading? {
    if case .heading(let heading) = self, heading.isOfNotes { heading } else { nil }
  }
}

extension Document {
  /// The level of headings at which the text is divided; nil for one file.
  fileprivate func level(of division: EPUBOptions.Division) -> Int? {
    switch division {
    case .automatic: dividingLevel
    case .one: 1
    case .two: 2
    case .none: nil
    }
  }
}
