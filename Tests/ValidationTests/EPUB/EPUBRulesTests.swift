import Diagnostics
import Packaging
import Testing

@testable import Validation

/// Faults planted in a small EPUB, each found and nothing else.
@Suite struct EPUBRulesTests {
  private func findings(_ path: String = "", _ old: String = "", _ new: String = "") -> [String] {
    var files = GoodEPUB.files
    if let index = files.firstIndex(where: { $0.path == path }) {
      let text = String(decoding: files[index].bytes, as: UTF8.self)
      let changed = text.replacing(old, with: new)
      #expect(text != changed, "the fault was not planted")
      files[index].bytes = Array(changed.utf8)
    }
    let package = ZipReader.Package(files: files, beginsInPlainBytes: true)
    return EPUBRules.findings(in: package).filter { $0.severity >= .warning }.map(\.code)
  }

  @Test func `A good publication has no findings`() { #expect(findings() == []) }

  @Test(arguments: [
    ("package.opf", "<dc:title>Report</dc:title>", "", "EPR-001"),
    ("package.opf", "<dc:language>en</dc:language>", "<dc:language>en_GB!</dc:language>", "EPR-003"),
    ("package.opf", "2026-11-23T00:00:00Z", "2026-11-23", "EPR-002"),
    (
      "package.opf", #"<meta property="schema:accessibilityHazard">none</meta>"#, "", "EPR-004"
    ),
    ("package.opf", ">readingOrder<", ">readingorder<", "EPR-005"),
    (
      "package.opf", #"<meta property="schema:accessibilityHazard">none</meta>"#,
      #"<meta property="schema:accessibilityHazard">none</meta><meta property="schema:accessibilityHazard">sound</meta>"#,
      "EPR-005"
    ),
    (
      "package.opf", "</metadata>",
      #"<meta property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta></metadata>"#,
      "EPR-006"
    ),
    (
      "package.opf", "</metadata>",
      #"<meta property="dcterms:conformsTo">WCAG 2.2 AA</meta></metadata>"#, "EPR-006"
    ),
    ("package.opf", #" properties="mathml""#, "", "EPR-007"),
    ("package.opf", #"<meta property="pageBreakSource">none</meta>"#, "", "EPR-009"),
    ("package.opf", #"<meta property="media:duration">0:00:03</meta>"#, "", "EPR-010"),
    ("package.opf", #"href="c1.xhtml""#, #"href="c9.xhtml""#, "CHK-007"),
    ("nav.xhtml", ">One</a>", "></a>", "EPR-008"),
    ("nav.xhtml", #"epub:type="toc""#, #"epub:type="x""#, "EPR-008"),
    ("nav.xhtml", ##"<li><a href="c1.xhtml#p1">1</a></li>"##, "", "EPR-009"),
    ("c1.xhtml", "<title>One</title>", "<title> </title>", "EPR-007"),
    ("c1.xhtml", #" lang="en" xml:lang="en""#, "", "EPR-007"),
    ("c1.xhtml", #" alt="A bridge""#, "", "EPR-007"),
    ("c1.xhtml", #"aria-labelledby="h""#, #"aria-labelledby="nowhere""#, "EPR-007"),
    ("c1.xhtml", ##"href="#h""##, ##"href="#nowhere""##, "CHK-008"),
    ("c1.xhtml", #"<p id="s1">"#, #"<p id="h">"#, "CHK-008"),
    ("c1.xhtml", "</p>", "", "CHK-006"),
    ("o1.smil", "c1.xhtml#s1", "c1.xhtml#s9", "EPR-010"),
    ("o1.smil", "a.mp3", "b.mp3", "EPR-010"),
    ("o1.smil", #"clipEnd="3s""#, #"clipEnd="1s" clipBegin="2s""#, "EPR-010"),
  ])
  func `A planted fault is found`(path: String, old: String, new: String, code: String) {
    #expect(findings("EPUB/\(path)", old, new).contains(code))
  }

  @Test func `Entries out of order are found`() {
    let swapped = findings(
      "EPUB/nav.xhtml", ##"<li><a href="c1.xhtml#h">One</a></li>"##,
      ##"<li><a href="c1.xhtml#s1">Late</a></li><li><a href="c1.xhtml#h">One</a></li>"##)
    #expect(swapped == ["EPR-008"])
  }

  @Test(arguments: [
    ("0:00:01.500", 1_500), ("1:00:00", 3_600_000), ("01:30", 90_000), ("2.5s", 2_500), ("300ms", 300),
    ("2min", 120_000), ("1h", 3_600_000), ("7", 7_000),
  ])
  func `Times of SMIL are read`(text: String, milliseconds: Int) {
    #expect(OverlayRules.clock(text) == milliseconds)
  }
}

/// A small publication with a bit of everything the rules speak of.
private enum GoodEPUB {
  static let files: [PackageFile] = [
    ("mimetype", "application/epub+zip"),
    (
      "META-INF/container.xml",
      """
      <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
        <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
      </container>
      """
    ),
    (
      "EPUB/package.opf",
      """
      <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="uid">
        <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
          <dc:identifier id="uid">urn:uuid:7b1f2c5e-0000-4000-8000-000000000002</dc:identifier>
          <dc:title>Report</dc:title>
          <dc:language>en</dc:language>
          <meta property="dcterms:modified">2026-11-23T00:00:00Z</meta>
          <meta property="schema:accessMode">textual</meta>
          <meta property="schema:accessModeSufficient">textual</meta>
          <meta property="schema:accessibilityFeature">readingOrder</meta>
          <meta property="schema:accessibilityHazard">none</meta>
          <meta property="schema:accessibilitySummary">Words.</meta>
          <meta property="pageBreakSource">none</meta>
          <meta property="media:duration" refines="#o1">0:00:03</meta>
          <meta property="media:duration">0:00:03</meta>
        </metadata>
        <manifest>
          <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
          <item id="c1" href="c1.xhtml" media-type="application/xhtml+xml" media-overlay="o1" properties="mathml"/>
          <item id="o1" href="o1.smil" media-type="application/smil+xml"/>
          <item id="a1" href="a.mp3" media-type="audio/mpeg"/>
          <item id="p1" href="p.png" media-type="image/png"/>
        </manifest>
        <spine><itemref idref="c1"/></spine>
      </package>
      """
    ),
    (
      "EPUB/nav.xhtml",
      """
      <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
      <head><title>Contents</title></head>
      <body><nav epub:type="toc"><ol><li><a href="c1.xhtml#h">One</a></li></ol></nav>
      <nav epub:type="page-list"><ol><li><a href="c1.xhtml#p0">0</a></li>
      <li><a href="c1.xhtml#p1">1</a></li></ol></nav></body></html>
      """
    ),
    (
      "EPUB/c1.xhtml",
      """
      <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
      <head><title>One</title></head>
      <body aria-labelledby="h"><div id="p0" role="doc-pagebreak" title="0"></div><h1 id="h">One</h1>
      <p id="s1">Words <a href="#h">up</a>. <img src="p.png" alt="A bridge"/>
      <math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math></p>
      <div id="p1" epub:type="pagebreak" role="doc-pagebreak" title="1"></div></body></html>
      """
    ),
    (
      "EPUB/o1.smil",
      """
      <smil xmlns="http://www.w3.org/ns/SMIL" xmlns:epub="http://www.idpf.org/2007/ops" version="3.0">
      <body><seq epub:textref="c1.xhtml#h"><par><text src="c1.xhtml#s1"/>
      <audio src="a.mp3" clipEnd="3s"/></par></seq></body></smil>
      """
    ),
    ("EPUB/a.mp3", "sound"), ("EPUB/p.png", "picture"),
  ].map { PackageFile(path: $0.0, bytes: Array($0.1.utf8)) }
}
