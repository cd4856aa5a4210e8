import XMLTree

/// The styles of a large print document: body text, headings, lists, captions and the rest, so that
/// whoever edits the document changes one style and not every paragraph.
struct WordStyles {
  let settings: LargePrintSettings
  let language: String

  private typealias W = WordElement

  /// `styles.xml`.
  var element: XMLElement {
    W.root("w:styles", [defaults] + paragraphs + characters + [table])
  }

  /// The distance of lines as Word counts it: 240 is what the typeface itself asks for, 1.15 of its size
  /// in Arial.
  private var line: Int { Int((settings.paperLeading / 1.15 * 240).rounded()) }

  private var halfPoints: Int { settings.points * 2 }

  private var defaults: XMLElement {
    let family = settings.options.typeface.family
    return W.of(
      "w:docDefaults", [:],
      [
        W.of(
          "w:rPrDefault", [:],
          [
            W.of(
              "w:rPr", [:],
              [
                W.of(
                  "w:rFonts",
                  ["w:ascii": family, "w:hAnsi": family, "w:eastAsia": family, "w:cs": family]),
                W.value("w:color", "000000"), W.value("w:sz", halfPoints),
                W.value("w:szCs", halfPoints),
                W.of("w:lang", ["w:val": language, "w:bidi": language]),
              ])
          ]),
        W.of(
          "w:pPrDefault", [:],
          [
            W.of(
              "w:pPr", [:],
              [
                W.of("w:widowControl"),
                W.of(
                  "w:spacing",
                  ["w:after": "\(settings.points * 20)", "w:line": "\(line)", "w:lineRule": "auto"]),
                W.value("w:jc", "left"),
              ])
          ]),
      ])
  }

  private func paragraph(
    _ id: String, _ name: String, basedOn base: String? = "Normal", next: String? = nil,
    _ properties: [XMLElement] = [], _ run: [XMLElement] = []
  ) -> XMLElement {
    var children = [W.value("w:name", name)]
    if let base { children.append(W.value("w:basedOn", base)) }
    if let next { children.append(W.value("w:next", next)) }
    children.append(W.of("w:qFormat"))
    if !properties.isEmpty { children.append(W.of("w:pPr", [:], properties)) }
    if !run.isEmpty { children.append(W.of("w:rPr", [:], run)) }
    return base == nil
      ? W.of("w:style", ["w:type": "paragraph", "w:default": "1", "w:styleId": id], children)
      : W.of("w:style", ["w:type": "paragraph", "w:styleId": id], children)
  }

  private let bold = [WordElement.of("w:b"), WordElement.of("w:bCs")]

  private func size(_ ratio: Double) -> [XMLElement] {
    let half = Int((Double(halfPoints) * ratio).rounded())
    return [W.value("w:sz", half), W.value("w:szCs", half)]
  }

  private var paragraphs: [XMLElement] {
    let points = settings.points * 20
    let kept = [W.of("w:keepNext"), W.of("w:keepLines")]
    func spacing(_ before: Int, _ after: Int) -> XMLElement {
      W.of("w:spacing", ["w:before": "\(before)", "w:after": "\(after)"])
    }
    var styles = [
      paragraph("Normal", "Normal", basedOn: nil),
      paragraph(
        "Title", "Title", next: "Normal", kept + [spacing(0, points)],
        bold + size(settings.profile.headings[0])),
    ]
    for level in 1...9 {
      // The title has the size of the first level.
      let ratio = settings.profile.headings[min(level, settings.profile.headings.count - 1)]
      styles.append(
        paragraph(
          "Heading\(level)", "heading \(level)", next: "Normal",
          kept + [spacing(points, points / 2), W.value("w:outlineLvl", level - 1)],
          bold + size(ratio)))
    }
    styles.append(
      paragraph(
        "ContentsHeading", "TOC Heading", next: "Normal", kept + [spacing(points, points / 2)],
        bold + size(settings.profile.headings[1])))
    for level in 1...3 {
      let width = Int(settings.upright * Double(points))
      let leader = settings.profile.contents == .dots ? "dot" : "none"
      styles.append(
        paragraph(
          "TOC\(level)", "toc \(level)", next: "Normal",
          [
            W.of(
              "w:tabs", [:],
              [W.of("w:tab", ["w:val": "right", "w:leader": leader, "w:pos": "\(width)"])]),
            spacing(0, points / 2),
            W.of("w:ind", ["w:left": "\((level - 1) * points)", "w:right": "\(points * 2)"]),
          ]))
    }
    styles += [
      paragraph("ListParagraph", "List Paragraph", [spacing(0, points / 2)]),
      paragraph("Caption", "caption", kept, bold),
      // Word's own name for quotations of whole paragraphs. LibreOffice makes tags of the names of styles,
      // and PDF/UA forbids to give the standard ones, such as Quote and Code, another meaning.
      paragraph("BlockText", "Block Text", [bar, W.of("w:ind", ["w:left": "\(points)"])]),
      paragraph(
        "ProgramCode", "Program Code", [],
        WordRunStyle(isCode: true).properties(points: settings.points)?.inner ?? []),
      paragraph("Term", "Term", [W.of("w:keepNext"), spacing(0, points / 4)], bold),
      paragraph("Definition", "Definition", [W.of("w:ind", ["w:left": "\(points * 3 / 2)"])]),
      paragraph("Box", "Box", [bar, W.of("w:ind", ["w:left": "\(points)"])]),
      paragraph("BoxTitle", "Box Title", basedOn: "Box", next: "Box", [W.of("w:keepNext")], bold),
      paragraph("PrintPage", "Print Page", [W.of("w:keepNext")], bold),
      paragraph("TableText", "Table Text", [spacing(0, 0)]),
      paragraph("Footer", "footer", [spacing(0, 0)]),
    ]
    return styles
  }

  /// The line at the left of what is set apart.
  private var bar: XMLElement {
    W.of(
      "w:pBdr", [:],
      [W.of("w:left", ["w:val": "single", "w:sz": "24", "w:space": "8", "w:color": "000000"])])
  }

  private var characters: [XMLElement] {
    [
      W.of(
        "w:style", ["w:type": "character", "w:default": "1", "w:styleId": "DefaultParagraphFont"],
        [W.value("w:name", "Default Paragraph Font")]),
      W.of(
        "w:style", ["w:type": "character", "w:styleId": "Hyperlink"],
        [
          W.value("w:name", "Hyperlink"),
          W.of("w:rPr", [:], [W.value("w:color", "00308F"), W.value("w:u", "single")]),
        ]),
    ]
  }

  private var table: XMLElement {
    let line: KeyValuePairs<String, String> = [
      "w:val": "single", "w:sz": "8", "w:space": "0", "w:color": "000000",
    ]
    let sides = ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"].map {
      W.of($0, line)
    }
    func margin(_ name: String) -> XMLElement {
      W.of(name, ["w:w": "\(settings.points * 10)", "w:type": "dxa"])
    }
    return W.of(
      "w:style", ["w:type": "table", "w:styleId": "LargePrintTable"],
      [
        W.value("w:name", "Large Print Table"),
        W.of(
          "w:tblPr", [:],
          [
            W.of("w:tblBorders", [:], sides),
            W.of("w:tblCellMar", [:], [margin("w:left"), margin("w:right")]),
          ]),
      ])
  }
}

extension XMLElement {
  /// The elements in it.
  fileprivate var inner: [XMLElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }
}
