import Diagnostics
import DocumentModel
import Wording
import XMLTree

/// A large print document for Word (ISO/IEC 29500-1, WordprocessingML): styles, headings, lists, tables
/// with rows of headings, pictures with their descriptions, contents and page numbers as fields.
struct WordRendition {
  private let edition: LargePrintEdition
  private typealias W = WordElement

  init(_ edition: LargePrintEdition) { self.edition = edition }

  /// The package.
  func rendition(log: inout DiagnosticLog) throws(ConversionFailure) -> Rendition {
    var writer = WordWriter(edition)
    let body = writer.body()
    for finding in writer.findings { log.report(finding) }
    let properties = WordProperties(edition)
    let styles = WordStyles(
      settings: edition.settings, language: edition.language.wellFormedTag ?? "en")
    var parts: [(path: String, type: String, root: XMLElement)] = [
      ("word/document.xml", Self.main("document.main"), W.root("w:document", [body])),
      ("word/styles.xml", Self.main("styles"), styles.element),
      ("word/settings.xml", Self.main("settings"), settings),
      ("word/footer1.xml", Self.main("footer"), footer(writer)),
    ]
    if !writer.numbering.isEmpty {
      parts.append(("word/numbering.xml", Self.main("numbering"), writer.numbering.element))
    }
    parts.append(
      ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", properties.core))
    let custom = properties.custom
    if let custom {
      parts.append(
        (
          "docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml",
          custom
        ))
    }
    var artifacts = [
      artifact("[Content_Types].xml", types(parts.map { ($0.path, $0.type) }, writer.relations)),
      artifact("_rels/.rels", packageRelations(hasCustom: custom != nil)),
      artifact(
        "word/_rels/document.xml.rels",
        writer.relations.element(hasLists: !writer.numbering.isEmpty)),
    ]
    artifacts += parts.map { artifact($0.path, $0.root) }
    artifacts += writer.relations.pictures
    return Rendition(
      artifacts: artifacts, containment: .zip(storing: "[Content_Types].xml"),
      summary: edition.summary(kind: "Word"))
  }

  private static func main(_ name: String) -> String {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.\(name)+xml"
  }

  private func artifact(_ path: String, _ root: XMLElement) -> Artifact {
    Artifact(path: path, mediaType: "application/xml", bytes: XMLSerializer.document(root))
  }

  private func types(_ parts: [(String, String)], _ relations: WordRelations) -> XMLElement {
    let defaults =
      [
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
      ]
      + relations.extensions
    return XMLElement(
      "Types",
      [XMLAttribute("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")],
      defaults.map { .element(W.of("Default", ["Extension": $0.0, "ContentType": $0.1])) }
        + parts.map { .element(W.of("Override", ["PartName": "/" + $0.0, "ContentType": $0.1])) })
  }

  private func packageRelations(hasCustom: Bool) -> XMLElement {
    let custom = W.of(
      "Relationship",
      [
        "Id": "rId3", "Type": WordRelations.officeDocument + "custom-properties",
        "Target": "docProps/custom.xml",
      ])
    return WordRelations.list(
      [
        W.of(
          "Relationship",
          [
            "Id": "rId1", "Type": WordRelations.officeDocument + "officeDocument",
            "Target": "word/document.xml",
          ]),
        W.of(
          "Relationship",
          [
            "Id": "rId2",
            "Type":
              "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
            "Target": "docProps/core.xml",
          ]),
      ] + (hasCustom ? [custom] : []))
  }

  /// Fields are brought up to date when the document is opened, so that contents have page numbers.
  private var settings: XMLElement {
    W.root(
      "w:settings",
      [
        W.value("w:updateFields", "true"), W.value("w:autoHyphenation", "false"),
        W.of(
          "w:compat", [:],
          [
            W.of(
              "w:compatSetting",
              [
                "w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word",
                "w:val": "15",
              ])
          ]),
      ])
  }

  /// The title and the page number, in the size of the text.
  private func footer(_ writer: WordWriter) -> XMLElement {
    let width = Int(edition.settings.upright * Double(edition.settings.points * 20))
    let parts = edition.words.text(.pageNumber, ["page": "\u{1}"])
      .split(separator: "\u{1}", omittingEmptySubsequences: false).map(String.init)
    var bold = WordRunStyle()
    bold.isBold = true
    let number = W.of("w:fldSimple", ["w:instr": "PAGE"], [writer.run("1", bold)])
    let tabs = W.of("w:tabs", [:], [W.of("w:tab", ["w:val": "right", "w:pos": "\(width)"])])
    return W.root(
      "w:ftr",
      [
        W.of(
          "w:p", [:],
          [
            W.of("w:pPr", [:], [W.value("w:pStyle", "Footer"), tabs]),
            writer.run(edition.runningTitle(longest: 36) + "\t", WordRunStyle()),
            writer.run(parts[0], bold), number,
          ] + (parts.count > 1 && !parts[1].isEmpty ? [writer.run(parts[1], bold)] : []))
      ])
  }
}
