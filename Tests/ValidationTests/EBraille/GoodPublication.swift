import Packaging
import Testing

/// A small publication with a bit of everything the rules speak of.
enum GoodPublication {
  static let package = ZipReader.Package(files: files, beginsInPlainBytes: true)

  static let files: [PackageFile] = [
    ("mimetype", "application/epub+zip"),
    (
      "META-INF/container.xml",
      """
      <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
        <rootfiles><rootfile full-path="package.opf" media-type="application/oebps-package+xml"/></rootfiles>
      </container>
      """
    ),
    (
      "package.opf",
      """
      <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="uid">
        <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
          <dc:identifier id="uid">urn:uuid:7b1f2c5e-0000-4000-8000-000000000002</dc:identifier>
          <dc:title>Report</dc:title>
          <dc:creator>A. Author</dc:creator>
          <dc:date>2026-11-23</dc:date>
          <dc:format>eBraille 1.0</dc:format>
          <dc:language>en-Brai-GB</dc:language>
          <dc:source id="work">urn:isbn:9780000000000</dc:source>
          <meta property="dcterms:date" refines="#work">2025</meta>
          <meta property="dcterms:modified">2026-11-23T00:00:00Z</meta>
          <meta property="dcterms:dateCopyrighted">2026-05</meta>
          <meta property="a11y:brailleCellType"> 6, 8 </meta>
          <meta property="a11y:brailleSystem">UEB grade 2</meta>
          <meta property="a11y:completeTranscription">true</meta>
          <meta property="a11y:producer">coformat</meta>
          <meta property="a11y:tactileGraphics">none</meta>
        </metadata>
        <manifest>
          <item id="nav" href="index.html" media-type="application/xhtml+xml" properties="nav"/>
          <item id="c1" href="ebraille/c1.html" media-type="application/xhtml+xml"/>
          <item id="css" href="ebraille/style.css" media-type="text/css"/>
        </manifest>
        <spine><itemref idref="c1"/></spine>
      </package>
      """
    ),
    (
      "index.html",
      """
      <!DOCTYPE html>
      <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
      <head><title>⠠⠗</title><link rel="publication" href="package.opf" type="application/oebps-package+xml"/></head>
      <body><nav epub:type="toc" role="doc-toc"><ol><li><a href="ebraille/c1.html#h">⠠⠗</a></li></ol></nav>
      <nav epub:type="page-list" role="doc-pagelist"><ol>
      <li><a href="ebraille/c1.html#p1" title="1">⠼⠁</a></li></ol></nav></body></html>
      """
    ),
    (
      "ebraille/c1.html",
      """
      <!DOCTYPE html>
      <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
      <head><title>⠠⠗</title><link rel="stylesheet" href="style.css" media="(min-width: 20ch)"/></head>
      <body><h1 id="h">⠠⠗</h1><span id="p1" epub:type="pagebreak" role="doc-pagebreak">⠼⠁</span>
      <p style="margin: 1ch">⠠⠁ <abbr title="⠃">⠃</abbr>&#xA0;⠉&#xAD;⠙ <a href="https://example.org/">⠺</a></p>
      <p>⠃⠗⠇ <a href="#h">⠓</a> <img alt="⠏" src="data:image/png;base64,AAAA"/></p>
      <math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math></body></html>
      """
    ),
    (
      "ebraille/style.css",
      """
      @import url("data:text/css,") (min-width: 10ch);
      /* 3px, screen and color are words here */
      @media (max-width: 30ch) { p { margin: 0 } }
      li::before { content: "⠸⠲ "; margin: calc(1ch + 50%) } a { background: url(a/1px.png) }
      """
    ),
  ].map { PackageFile(path: $0, bytes: Array($1.utf8)) }
}

/// A change to the good publication, and the finding it must bring.
struct PlantedFault: CustomTestStringConvertible, Sendable {
  var code: String
  var file: String
  var part: String
  var replacement: String

  var testDescription: String { "\(code): \(replacement)" }

  private init(_ code: String, _ file: String, _ part: String, _ replacement: String) {
    self.code = code
    self.file = file
    self.part = part
    self.replacement = replacement
  }

  private static let page = "ebraille/c1.html"
  private static let style = "ebraille/style.css"

  /// A change to the package document's metadata.
  private static func opf(_ code: String, _ part: String, _ replacement: String) -> PlantedFault {
    PlantedFault(code, "package.opf", part, replacement)
  }

  private static let modified = #"<meta property="dcterms:modified">2026-11-23T00:00:00Z</meta>"#

  static let all: [PlantedFault] =
    package + metadata + [
      PlantedFault("EBR-030", page, "⠃⠗⠇", "braille"),
      PlantedFault("EBR-030", page, #"title="⠃""#, #"title="b""#),
      PlantedFault("EBR-030", page, #"alt="⠏""#, #"alt="a picture""#),
      PlantedFault("EBR-030", page, "<title>⠠⠗", "<title>R"),
      PlantedFault("EBR-030", page, "⠃⠗⠇", "⠃\u{200B}⠇"), PlantedFault("EBR-030", style, "⠸⠲ ", "• "),
      PlantedFault("EBR-040", page, "</body>", "<script>1</script></body>"),
      PlantedFault("EBR-040", page, "<p>", #"<p onclick="x()">"#),
      PlantedFault("EBR-041", page, "</body>", #"<form action="a"></form></body>"#),
      PlantedFault("EBR-050", style, "margin: 0", "-epub-hyphens: auto"),
      PlantedFault("EBR-050", style, "margin: 0", "writing-mode: -epub-x"),
      PlantedFault("EBR-051", style, "margin: 0", "font-weight: bold"),
      PlantedFault("EBR-051", style, "margin: 0", "color: red"),
      PlantedFault("EBR-051", page, "margin: 1ch", "text-decoration-line: none"),
      PlantedFault("EBR-051", page, "</head>", "<style>p { font: 1em serif }</style></head>"),
      PlantedFault("EBR-052", style, "margin: 0", "margin: 1ch 3.5px"),
      PlantedFault("EBR-052", style, "30ch", "400PX"),
      PlantedFault("EBR-052", page, "margin: 1ch", "margin: calc(1rem - 2pt)"),
      PlantedFault("EBR-052", page, "20ch", "20vw"),
      PlantedFault("EBR-060", style, "(max-width: 30ch)", "braille"),
      PlantedFault("EBR-060", style, "(min-width: 10ch)", "braille and (min-width: 10ch)"),
      PlantedFault("EBR-061", style, "(max-width: 30ch)", "(grid)"),
      PlantedFault("EBR-062", style, "(max-width: 30ch)", "only screen"),
      PlantedFault("EBR-062", page, #"media="("#, #"media="screen and ("#),
      PlantedFault("CHK-004", "mimetype", "epub+zip", "ebrl+zip"),
      PlantedFault("CHK-005", "META-INF/container.xml", "full-path", "path"),
      PlantedFault("CHK-006", page, "</p>", "</q>"), PlantedFault("CHK-006", "package.opf", "</spine>", ""),
      PlantedFault("CHK-008", page, ##"href="#h""##, ##"href="#nowhere""##),
      PlantedFault("CHK-008", page, ##"href="#h""##, ##"href="c2.html""##),
      PlantedFault("CHK-008", page, ##"href="#h""##, ##"href="/etc/passwd""##),
      PlantedFault("CHK-008", page, ##"href="#h""##, ##"href="../../x""##),
      PlantedFault("CHK-008", page, #"src="data:"#, #"src="https://example.org/"#),
      PlantedFault("CHK-008", page, #"<p>"#, #"<p id="h">"#),
      PlantedFault("CHK-008", "index.html", "#p1", "#p2"),
      PlantedFault("CHK-009", "index.html", #"rel="publication""#, #"rel="x""#),
      PlantedFault("CHK-009", "index.html", #" role="doc-toc""#, ""),
      PlantedFault("CHK-009", "index.html", #"epub:type="toc""#, #"epub:type="landmarks""#),
      PlantedFault("CHK-009", "index.html", #" role="doc-pagelist""#, ""),
      PlantedFault("CHK-009", "index.html", #" title="1""#, ""),
    ]

  private static let package: [PlantedFault] = [
    opf("EBR-002", #"properties="nav""#, #"properties="nav remote-resources""#),
    opf("EBR-020", "</package>", "<guide/></package>"), opf("EBR-020", "<spine>", #"<spine toc="c1">"#),
    opf("EBR-020", "</metadata>", #"<meta name="cover" content="c1"/></metadata>"#),
    opf("EBR-021", "</package>", #"<collection role="index"/></package>"#),
    opf("EBR-022", #"<item id="c1""#, #"<item fallback="css" id="c1""#),
    opf("EBR-070", "</metadata>", #"<meta property="rendition:layout">pre-paginated</meta></metadata>"#),
    opf("EBR-071", #"idref="c1""#, #"idref="c1" properties="rendition:layout-pre-paginated""#),
    opf("EBR-072", "</metadata>", #"<meta property="rendition:spread">none</meta></metadata>"#),
    opf("EBR-072", #"idref="c1""#, #"idref="c1" properties="rendition:page-spread-center""#),
    opf("CHK-007", #"version="3.0""#, #"version="2.0""#),
    opf("CHK-007", #"identifier="uid""#, #"identifier="x""#),
    opf("CHK-007", "ebraille/c1.html", "ebraille/c2.html"), opf("CHK-007", #" properties="nav""#, ""),
    opf("CHK-007", #"<itemref idref="c1"/>"#, ""), opf("CHK-007", #"idref="c1""#, #"idref="c9""#),
    opf("CHK-007", #"idref="c1"/>"#, #"idref="c1"/><itemref idref="css"/>"#),
    opf("CHK-007", #"id="css""#, #"id="c1""#), opf("CHK-009", "<spine>", #"<spine><itemref idref="nav"/>"#),
  ]

  private static let metadata: [PlantedFault] = [
    opf("EBR-007", "<dc:creator>A. Author</dc:creator>", ""), opf("EBR-007", "Report", " "),
    opf("EBR-007", "<dc:date>2026-11-23</dc:date>", ""),
    opf("EBR-008", "<dc:title>", "<dc:format>eBraille 1.0</dc:format><dc:title>"),
    opf("EBR-009", modified, ""), opf("EBR-009", #"<meta property="a11y:producer">coformat</meta>"#, ""),
    opf("EBR-009", "a11y:brailleSystem", "a11y:brailleCode"), opf("EBR-010", modified, modified + modified),
    opf("EBR-011", ">2026-11-23<", ">23 November 2026<"), opf("EBR-011", ">2026-11-23<", ">2026-13-23<"),
    opf("EBR-011", ">2026-11-23<", ">2026-11-23T25:00Z<"), opf("EBR-012", "eBraille 1.0", "ebraille 1.0"),
    opf("EBR-013", "urn:uuid:7b1f2c5e-0000-4000-8000-000000000002", "report-7"),
    opf("EBR-014", "en-Brai-GB", "en-GB"), opf("EBR-015", "2026-05", "May 2026"),
    opf("EBR-016", " 6, 8 ", "six"), opf("EBR-017", ">true<", ">yes<"), opf("EBR-018", ">none<", ">false<"),
    opf("EBR-018", ">none<", ">PNG, PNG<"),
  ]
}
