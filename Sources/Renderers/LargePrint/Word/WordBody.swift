import Diagnostics
import DocumentModel
import Wording
import XMLTree

extension WordWriter {
  /// The body: title and what is said of the document, contents, text, notes.
  mutating func body() -> XMLElement {
    var context = Context(isRightToLeft: edition.language.isRightToLeft)
    note(edition.title.info.id)
    let title = paragraph("Title", runs(for: edition.title.inlines, WordRunStyle()), in: &context)
    let matter = titleMatter(in: &context)
    let text = elements(for: edition.document.blocks, in: &context)
    let notes = notes(in: &context)
    var end: [XMLElement] = []
    if !waitingNames.isEmpty { end.append(paragraph(nil, [], in: &context)) }
    return W.of(
      "w:body", [:],
      [title] + matter + contents(in: &context) + text + notes + end + [section(isSideways: false)])
  }

  private mutating func titleMatter(in context: inout Context) -> [XMLElement] {
    let metadata = edition.document.metadata
    var lines: [XMLElement] = []
    let texts: [String?] = [
      metadata.subtitle, metadata.authors.joined(separator: ", "),
      metadata.authors.contains(metadata.publisher ?? "") ? nil : metadata.publisher,
      metadata.date,
    ]
    for text in texts {
      if let text, !text.allSatisfy(\.isWhitespace) {
        lines.append(paragraph(nil, [run(KeptTogether.text(text), context.run)], in: &context))
      }
    }
    lines.append(
      paragraph(
        nil, [own(settings.edition.name, context.run, ["size": "\(settings.points)"])], in: &context))
    if let contact = metadata.contact {
      let words = own(.contact, context.run, ["contact": KeptTogether.text(contact)])
      lines.append(paragraph(nil, [words], in: &context))
    }
    return lines
  }

  /// The contents as a field, with entries in it for programs that do not bring fields up to date.
  private mutating func contents(in context: inout Context) -> [XMLElement] {
    let entries = headings.filter { $0.level <= 3 && $0.isFromSource }
    switch settings.options.contents {
    case .auto: if entries.count < 3 { return [] }
    case .always: if entries.isEmpty { return [] }
    case .none: return []
    }
    func field(_ type: String) -> XMLElement {
      W.of("w:r", [:], [W.of("w:fldChar", ["w:fldCharType": type])])
    }
    func instruction(_ text: String) -> XMLElement {
      W.of(
        "w:r", [:], [XMLElement("w:instrText", [XMLAttribute("xml:space", "preserve")], text: text)]
      )
    }
    var elements = [paragraph("ContentsHeading", [own(.contents, context.run)], in: &context)]
    for (index, entry) in entries.enumerated() {
      var runs: [XMLElement] = []
      if index == 0 {
        runs += [field("begin"), instruction(#" TOC \o "1-3" \h \z \u "#), field("separate")]
      }
      let page = [
        field("begin"), instruction(" PAGEREF \(entry.bookmark) \\h "), field("separate"),
        run("–", context.run), field("end"),
      ]
      runs.append(
        W.of(
          "w:hyperlink", ["w:anchor": entry.bookmark], [run(entry.text + "\t", context.run)] + page)
      )
      if index == entries.count - 1 { runs.append(field("end")) }
      elements.append(paragraph("TOC\(entry.level)", runs, in: &context))
    }
    elements.append(W.of("w:p", [:], [W.of("w:r", [:], [W.of("w:br", ["w:type": "page"])])]))
    return elements
  }

  private mutating func notes(in context: inout Context) -> [XMLElement] {
    guard !edition.document.notes.isEmpty else { return [] }
    let heading = Block.heading(
      edition.notesHeading ?? DocumentModel.Heading(level: 1, [.text(Text(words.text(.notes)))]))
    var elements = self.elements(for: [heading], in: &context)
    func write() {
      while let next = marks.next() {
        elements += self.note(next.note, mark: next.mark, in: &context)
      }
    }
    write()
    while let id = marks.unreferenced() {
      _ = marks.mark(of: id)
      write()
    }
    return elements
  }

  private mutating func note(_ note: Note, mark: String, in context: inout Context) -> [XMLElement] {
    self.note(note.info.id)
    var lead = bookmark("n_" + Self.bookmarkName(note.id))
    var bold = context.run
    bold.isBold = true
    if writtenNames.contains("r:" + note.id) {
      lead.append(
        W.of(
          "w:hyperlink", ["w:anchor": "r_" + Self.bookmarkName(note.id)], [run(mark, bold.asLink)]))
    } else {
      lead.append(run(mark, bold))
    }
    lead.append(run(". ", bold))
    var inner = context
    inner.isFlow = false
    inner.take(note.info)
    var rest = note.blocks[...]
    var first = lead
    if case .paragraph(let paragraph) = rest.first {
      self.note(paragraph.info.id)
      var style = inner.run
      style.take(paragraph.info)
      first += runs(for: paragraph.inlines, style)
      rest = rest.dropFirst()
    }
    return [paragraph(nil, first, in: &inner)] + elements(for: Array(rest), in: &inner)
  }

  // MARK: - Pictures

  /// A picture, with its description; one that is not there, or is a drawing Word knows only through
  /// another picture, stands as its words.
  mutating func picture(_ node: Image, _ style: WordRunStyle) -> [XMLElement] {
    let words: String
    var description: [Block] = []
    switch node.alternative {
    case .decorative:
      decorations.add("", at: node.info.range)
      return []
    case .missing:
      tallies.undescribed.add(node.source, at: node.info.range)
      words = self.words.text(.pictureWithoutDescription) + (node.fileName.map { ": " + $0 } ?? "")
    case .text(let text, let long): (words, description) = (text, long)
    }
    let after =
      description.isEmpty
      ? [] : [run(" " + description.map(\.allWords).joined(separator: " "), style)]
    guard let resource = resources[node.source], let size = resource.size, size.width > 0,
      size.height > 0,
      resource.mediaType != "image/svg+xml"
    else {
      if resources[node.source] == nil {
        tallies.absent.add("", at: node.info.range)
      } else {
        drawings += 1
      }
      let title = node.title?.nonBlank.map { $0 == words ? "" : " (\($0))" } ?? ""
      return [run("[\(self.words.text(.picture)): \(words)\(title)]", style)] + after
    }
    let (id, number) = relations.picture(resource)
    // 9525 English Metric Units are a pixel, 12700 a point.
    let widest = Int(settings.upright * Double(settings.points) * 12_700)
    let tallest = widest * 5 / 4
    var (width, height) = (size.width * 9_525, size.height * 9_525)
    if width > widest { (width, height) = (widest, height * widest / width) }
    if height > tallest { (width, height) = (width * tallest / height, tallest) }
    let extent: KeyValuePairs<String, String> = ["cx": "\(width)", "cy": "\(height)"]
    func properties(_ name: String) -> XMLElement {
      var element = W.of(name, ["id": "\(number)", "name": "Picture \(number)", "descr": words])
      if let title = node.title?.nonBlank { element.attributes.append(XMLAttribute("title", title)) }
      return element
    }
    let fill = W.of(
      "pic:blipFill", [:],
      [W.of("a:blip", ["r:embed": id]), W.of("a:stretch", [:], [W.of("a:fillRect")])])
    let shape = W.of(
      "pic:spPr", [:],
      [
        W.of("a:xfrm", [:], [W.of("a:off", ["x": "0", "y": "0"]), W.of("a:ext", extent)]),
        W.of("a:prstGeom", ["prst": "rect"], [W.of("a:avLst")]),
      ])
    let picture = W.of(
      "pic:pic", [:],
      [
        W.of("pic:nvPicPr", [:], [properties("pic:cNvPr"), W.of("pic:cNvPicPr")]), fill,
        shape,
      ])
    let graphic = W.of(
      "a:graphic", [:],
      [
        W.of(
          "a:graphicData", ["uri": "http://schemas.openxmlformats.org/drawingml/2006/picture"],
          [picture])
      ])
    let inline = W.of(
      "wp:inline", ["distT": "0", "distB": "0", "distL": "0", "distR": "0"],
      [W.of("wp:extent", extent), properties("wp:docPr"), graphic])
    return [W.of("w:r", [:], [W.of("w:drawing", [:], [inline])])] + after
  }

  /// What could not be kept.
  var findings: [Diagnostic] {
    var findings: [Diagnostic] = []
    for (source, _, range) in tallies.undescribed.entries {
      findings.append(.undescribedPicture(source, at: range))
    }
    for (_, count, range) in tallies.absent.entries { findings.append(.absentPictures(count, at: range)) }
    if let first = tallies.lostLinks.entries.first {
      let count = tallies.lostLinks.entries.reduce(0) { $0 + $1.count }
      findings.append(.linksNotKept(first.key, count: count, at: first.range))
    }
    for (note, _, range) in tallies.missingNotes.entries { findings.append(.noteNotThere(note, at: range)) }
    if drawings > 0 { findings.append(.drawingsInWords(drawings)) }
    for (_, count, range) in decorations.entries {
      findings.append(.decorationLeftOut(count, at: range))
    }
    for (fault, count, range) in tallies.unreadFormulas.entries {
      findings.append(.formulaNotRead(fault, count: count, at: range))
    }
    return findings
  }
}
