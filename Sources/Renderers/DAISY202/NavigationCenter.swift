import XMLTree

/// The navigation control centre of a DAISY 2.02 book, `ncc.html`: metadata, and what a reader can go to
/// (DAISY 2.02, 2.1).
struct NavigationCenter {
  static let setOut: Set<String> = ["html", "head", "body"]

  var facts: BookFacts
  var book: TimedBook
  /// The part each note is read in.
  var partsOfNotes: [String: String]
  /// How many files there are.
  var fileCount: Int
  /// How large they are together, in bytes.
  var size: Int
  /// How long the book is, in milliseconds.
  var milliseconds: Int
  var narrators: [String]
  var hasSound: Bool

  var bytes: [UInt8] {
    let entries = self.entries
    let head: [XMLElement] =
      [
        XMLElement(
          "meta",
          [
            XMLAttribute("http-equiv", "Content-Type"), XMLAttribute("content", "text/html; charset=utf-8"),
          ]),
        XMLElement("title", text: facts.title),
      ]
      + fields(entries).map { name, value in
        var attributes = [XMLAttribute("name", name), XMLAttribute("content", value)]
        if name == "dc:date" { attributes.append(XMLAttribute("scheme", "yyyy-mm-dd")) }
        if name == "dc:language" { attributes.append(XMLAttribute("scheme", "ISO 639")) }
        return XMLElement("meta", attributes)
      }
    let root = XMLElement(
      "html",
      [
        XMLAttribute("xmlns", "http://www.w3.org/1999/xhtml"), XMLAttribute("lang", facts.language),
        XMLAttribute("xml:lang", facts.language),
      ],
      [
        .element(XMLElement("head", [], head.map(XMLNode.element))),
        .element(XMLElement("body", [], entries.map(XMLNode.element))),
      ])
    return XMLSerializer.document(root, type: ContentPage.documentType, setOut: Self.setOut)
  }

  // MARK: - Entries

  /// What a reader can go to, the title first.
  private var entries: [XMLElement] {
    let firstPieces = self.firstPieces
    var entries: [XMLElement] = []
    for place in book.places {
      let (name, role): (String, String?)
      switch place.kind {
      case .title: (name, role) = ("h1", "title")
      case .heading(let level): (name, role) = ("h\(level)", nil)
      case .page(let kind): (name, role) = ("span", "page-\(kind.rawValue)")
      case .noteReference: (name, role) = ("span", "noteref")
      case .box: (name, role) = ("span", "sidebar")
      case .producersNote: (name, role) = ("span", "optional-prodnote")
      case .note, .table, .figure: continue
      }
      guard let step = firstPieces[place.step] else { continue }
      let isOptional =
        place.kind != .box && place.kind != .producersNote || optionalGroups.contains(place.step)
      guard isOptional else { continue }
      let label = place.label.nonBlank?.shortened(to: name == "span" ? 80 : 400) ?? facts.title
      // A note is one step, in the part its mark is in.
      let part = step.hasPrefix("q-") ? partsOfNotes[String(step.dropFirst(2))] ?? place.part : place.part
      let link = XMLElement("a", [XMLAttribute("href", "\(part).smil#\(step)")], text: label)
      entries.append(
        XMLElement(
          name,
          (role.map { [XMLAttribute("class", $0)] } ?? []) + [XMLAttribute("id", "ncc-\(place.element)")],
          [.element(link)]))
    }
    return entries
  }

  /// The first piece of each step; notes are one piece.
  private var firstPieces: [String: String] {
    var result: [String: String] = [:]
    @discardableResult
    func visit(_ step: TimedBook.Step, in note: String?) -> String? {
      switch step {
      case .piece(let piece): result[piece.id] = note ?? piece.id
      case .group(let group):
        let outer = note ?? (group.kind == "note" ? group.id : nil)
        let firsts = group.steps.map { visit($0, in: outer) }
        result[group.id] = outer ?? firsts.compactMap(\.self).first
      }
      return result[step.id]
    }
    for part in book.parts { part.steps.forEach { visit($0, in: nil) } }
    return result
  }

  /// The groups a listener may leave out.
  private var optionalGroups: Set<String> {
    var result: Set<String> = []
    func visit(_ step: TimedBook.Step) {
      guard case .group(let group) = step else { return }
      if group.skipped != nil { result.insert(group.id) }
      group.steps.forEach(visit)
    }
    for part in book.parts { part.steps.forEach(visit) }
    return result
  }

  // MARK: - Metadata

  private func fields(_ entries: [XMLElement]) -> [(String, String)] {
    func count(_ role: String) -> Int { entries.count { $0.attribute("class") == role } }
    let depth = entries.compactMap { $0.name.headingLevel }.max() ?? 1
    let pages = book.places.compactMap { $0.kind == .page(.normal) ? Int($0.label) : nil }
    var fields: [(String, String?)] = [("dc:title", facts.title)]
    let creators = facts.creators.isEmpty ? [facts.publisher] : facts.creators
    fields += creators.map { ("dc:creator", $0) }
    fields += facts.source.contributors.map { ("dc:contributor", $0) }
    fields += [
      ("dc:date", facts.date), ("dc:format", "Daisy 2.02"), ("dc:identifier", facts.identifier),
    ]
    fields += facts.languages.map { ("dc:language", $0) }
    fields.append(("dc:publisher", facts.publisher))
    fields += facts.source.subjects.map { ("dc:subject", $0) }
    fields += [
      ("dc:description", facts.source.description), ("dc:rights", facts.source.rights),
      ("dc:source", facts.workIdentifier), ("ncc:charset", "utf-8"), ("ncc:generator", BookProgram.name),
    ]
    if let narrator = narrators.first { fields.append(("ncc:narrator", narrator)) }
    fields += [
      ("ncc:producer", facts.producer), ("ncc:producedDate", facts.date), ("ncc:depth", "\(depth)"),
      ("ncc:files", "\(fileCount)"), ("ncc:kByteSize", "\((size + 1023) / 1024)"),
      ("ncc:footnotes", "\(count("noteref"))"), ("ncc:prodNotes", "\(count("optional-prodnote"))"),
      ("ncc:sidebars", "\(count("sidebar"))"), ("ncc:maxPageNormal", "\(pages.max() ?? 0)"),
      ("ncc:multimediaType", hasSound ? "audioFullText" : "textNcc"),
      ("ncc:pageFront", "\(count("page-front"))"), ("ncc:pageNormal", "\(count("page-normal"))"),
      ("ncc:pageSpecial", "\(count("page-special"))"), ("ncc:setInfo", "1 of 1"),
      ("ncc:sourceDate", facts.source.publicationDate), ("ncc:sourceEdition", facts.source.sourceEdition),
      ("ncc:sourcePublisher", facts.source.publisher), ("ncc:sourceTitle", facts.source.title),
      ("ncc:tocItems", "\(entries.count)"), ("ncc:totalTime", Timeline202.wholeSeconds(milliseconds)),
    ]
    return fields.compactMap { name, value in value?.collapsedBlanks.nonBlank.map { (name, $0) } }
  }
}
