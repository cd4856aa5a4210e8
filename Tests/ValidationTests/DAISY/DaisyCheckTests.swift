import Foundation
import Packaging
import TestSupport
import Testing
import Validation

/// Books without fault, and one for each rule that breaks it. The books are small ones written for this
/// project, with sound; what a fault is found as is its code.
@Suite(.enabled(if: SharedData.isPresent)) struct DaisyCheckTests {
  /// A fault, planted by changing a part of a file.
  struct Fault: CustomTestStringConvertible, Sendable {
    var file: String
    var part: String
    var replacement: String
    var code: String

    init(_ file: String, _ part: String, _ replacement: String, _ code: String) {
      self.file = file
      self.part = part
      self.replacement = replacement
      self.code = code
    }

    var testDescription: String { "\(code) in \(file): \(part.prefix(40)) → \(replacement.prefix(40))" }
  }

  private func files(_ folder: String) throws -> [PackageFile] {
    let root = SharedData.url("daisy-samples/\(folder)")
    let names = try FileManager.default.contentsOfDirectory(atPath: root.path).sorted()
    return try names.map {
      PackageFile(path: $0, bytes: [UInt8](try Data(contentsOf: root.appending(path: $0))))
    }
  }

  private func planted(_ fault: Fault, in folder: String) throws -> [PackageFile] {
    try files(folder).map { file in
      guard file.path == fault.file else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self)
      try #require(text.contains(fault.part), "\(fault.part) is not in \(fault.file)")
      return PackageFile(
        path: file.path,
        bytes: Array(text.replacing(fault.part, with: fault.replacement, maxReplacements: 1).utf8))
    }
  }

  // MARK: - DAISY 3

  @Test(arguments: ["daisy3-minimal-text", "daisy3-minimal-audio", "daisy3-dontworrybehappy"])
  func validBooksHaveNoFault(folder: String) throws {
    #expect(Daisy3Check.findings(in: try files(folder)).filter { $0.severity == .error } == [])
  }

  static let faults3: [Fault] = [
    Fault("book.opf", "<dc:Publisher>coformat</dc:Publisher>", "", "DSR-004"),
    Fault("book.opf", "ANSI/NISO Z39.86-2005", "ANSI/NISO Z39.86-2002", "DSR-004"),
    Fault("book.opf", "dc:Creator>A. Author</dc:Creator", "dc:creator>A. Author</dc:creator", "DSR-003"),
    Fault("book.opf", "<dc:Date>2026-11-23", "<dc:Date>23 November", "DSR-004"),
    Fault("book.opf", #"unique-identifier="uid""#, #"unique-identifier="other""#, "DSR-004"),
    Fault("book.opf", "audioFullText", "audioFullest", "DSR-004"),
    Fault("book.opf", #"content="audio,text,image""#, #"content="audio,text,image,video""#, "DSR-004"),
    Fault(
      "book.opf", #"name="dtb:totalTime" content="0:00:16"#, #"name="dtb:totalTime" content="0:09:16"#,
      "DSR-009"),
    Fault("book.opf", #"href="resources.res""#, #"href="gone.res""#, "DSR-005"),
    Fault("book.opf", #"<item id="opf" href="book.opf" media-type="text/xml"/>"#, "", "DSR-005"),
    Fault("book.opf", #"id="ncx""#, #"id="nav""#, "DSR-005"),
    Fault("book.opf", #"media-type="image/png""#, #"media-type="image/gif""#, "DSR-005"),
    Fault("book.opf", #"<itemref idref="smil1"/>"#, #"<itemref idref="text"/>"#, "DSR-006"),
    Fault("book.opf", "<!DOCTYPE package PUBLIC", "<!DOCTYPE package SYSTEM", "CHK-006"),
    Fault("book.opf", "<meta name=\"dtb:totalTime\"", "<meta name=\"dtb:wholeTime\"", "DSR-004"),
    Fault("nav.ncx", "urn:uuid:7b1f", "urn:uuid:0000", "DSR-007"),
    Fault("nav.ncx", #"name="dtb:depth" content="2""#, #"name="dtb:depth" content="3""#, "DSR-004"),
    Fault(
      "nav.ncx", #"name="dtb:totalPageCount" content="1""#, #"name="dtb:totalPageCount" content="2""#,
      "DSR-004"),
    Fault(
      "nav.ncx", #"name="dtb:maxPageNumber" content="1""#, #"name="dtb:maxPageNumber" content="7""#, "DSR-004"
    ),
    Fault("nav.ncx", #"playOrder="4""#, #"playOrder="9""#, "DSR-012"),
    Fault("nav.ncx", #"playOrder="4""#, #"playOrder="3""#, "DSR-012"),
    Fault("nav.ncx", #" playOrder="4""#, "", "DSR-003"),
    Fault("nav.ncx", "s1.smil#p_h2", "s1.smil#p_h9", "DSR-008"),
    Fault("nav.ncx", #"value="1""#, #"value="-1""#, "DSR-013"),
    Fault("nav.ncx", #"id="pagenum" defaultState="false""#, #"id="pagenum" defaultState="true""#, "DSR-010"),
    Fault("nav.ncx", #" bookStruct="NOTE_REFERENCE""#, #" bookStruct="NOTE""#, "DSR-010"),
    Fault("nav.ncx", #" version="2005-1""#, "", "DSR-002"),
    Fault("s1.smil", #"clipEnd="0:00:01.982""#, #"clipEnd="0:00:01.000""#, "DSR-009"),
    Fault("s1.smil", #"clipEnd="0:00:16.433""#, #"clipEnd="0:01:16.433""#, "DSR-009"),
    Fault("s1.smil", #"clipBegin="0:00:15.796""#, "", "DSR-003"),
    Fault(
      "s1.smil", #"<customTest id="pagenum" defaultState="false" override="visible"/>"#,
      #"<customTest id="pagenum" defaultState="false"/>"#, "DSR-010"),
    Fault("s1.smil", #"class="pagenum" customTest="pagenum""#, #"class="pagenum""#, "DSR-010"),
    Fault("s1.smil", #"customTest="note""#, #"customTest="notes""#, "DSR-010"),
    Fault("s1.smil", "DTBuserEscape;p_li2.end", "DTBuserEscape;p_li1.end", "DSR-011"),
    Fault("s1.smil", #"class="table""#, #"class="tables""#, "DSR-011"),
    Fault("s1.smil", "book.xml#p9", "book.xml#p99", "DSR-008"),
    Fault("s1.smil", ##"href="#p_n1""##, ##"href="#p_n9""##, "DSR-008"),
    Fault(
      "s1.smil", #"name="dtb:totalElapsedTime" content="0:00:00.000""#,
      #"name="dtb:totalElapsedTime" content="0:00:05.000""#, "DSR-009"),
    Fault("s1.smil", #"xmlns="http://www.w3.org/2001/SMIL20/""#, "", "DSR-002"),
    Fault(
      "s1.smil", #"<par id="p_h3"><text src="book.xml#h3"/>"#,
      #"<par id="p_h3"><text src="book.xml#h3"/><text src="book.xml#h3"/>"#, "DSR-003"),
    Fault("book.xml", "<p id=\"p9\" smilref=\"s1.smil#p_p9\">None.</p>", "", "DTR-002"),
    Fault("book.xml", ##"idref="#n1""##, ##"idref="n1""##, "DTR-006"),
    Fault("book.xml", ##"idref="#n1""##, ##"idref="#n7""##, "DTR-006"),
    Fault("book.xml", #"smilref="s1.smil#p_pg1">1<"#, #"smilref="s1.smil#p_pg1">one<"#, "DTR-005"),
    Fault("book.xml", #"<prodnote id="pn1" render="optional""#, #"<prodnote id="pn1""#, "DTR-002"),
    Fault("book.xml", #"<list type="ul""#, "<list", "DTR-002"),
    Fault("book.xml", #"<list type="ul""#, #"<list type="ul" enum="a""#, "DTR-008"),
    Fault("book.xml", #"<td headers="c1">"#, #"<td headers="c9">"#, "DTR-009"),
    Fault("book.xml", #"<td headers="c1">"#, #"<td headers="c1" rowspan="3">"#, "DTR-009"),
    Fault("book.xml", #"imgref="im1" smilref"#, #"imgref="im9" smilref"#, "DTR-010"),
    Fault("book.xml", #" alt="A red square""#, "", "DTR-002"),
    Fault("book.xml", #"src="pic.png""#, #"src="gone.png""#, "DSR-008"),
    Fault("book.xml", #"<p id="p9""#, #"<p id="p1""#, "DTR-003"),
    Fault("book.xml", #"name="dc:Title""#, #"name="dc:title""#, "DTR-004"),
    Fault("book.xml", #"name="dtb:uid""#, #"name="dtb:id""#, "DTR-004"),
    Fault("book.xml", "</head>", ##"<meta name="my field" content="x"/></head>"##, "DTR-004"),
    Fault("book.xml", #"xml:lang="en-GB""#, #"xml:lang="English language""#, "DTR-011"),
    Fault("book.xml", "s1.smil#p_h2", "s1.smil#p_h8", "DSR-008"),
    Fault("book.xml", "<level2 id=\"l2\">", "<level3 id=\"l2\">", "CHK-006"),
    Fault("resources.res", #"xml:lang="en""#, "", "DSR-003"),
    Fault("resources.res", "//seq[@class='table']", "//seq[@class='tables']", "DSR-014"),
    Fault("resources.res", "[@bookStruct='PAGE_NUMBER']", "[@bookStruct='PAGES']", "DSR-014"),
  ]

  @Test(arguments: faults3) func eachFaultOfDAISY3IsFound(fault: Fault) throws {
    let found = Daisy3Check.findings(in: try planted(fault, in: "daisy3-minimal-audio"))
    #expect(found.map(\.code).contains(fault.code), "\(found.map { "\($0.code) \($0.message)" })")
  }

  @Test func aFileNotInTheManifestIsSaid() throws {
    let more = try files("daisy3-minimal-text") + [PackageFile(path: "över sikt.txt", bytes: [1])]
    #expect(Daisy3Check.findings(in: more).map(\.code).contains("DSR-005"))
  }

  @Test(arguments: [("daisy3-minimal-audio", "DSR-015"), ("daisy202-minimal", "DNR-009")])
  func whatIsNoSoundIsSaid(folder: String, code: String) throws {
    func codes(_ change: ([UInt8]) -> [UInt8]) throws -> [String] {
      let changed = try files(folder).map { file in
        file.path.hasSuffix(".mp3") ? PackageFile(path: file.path, bytes: change(file.bytes)) : file
      }
      return (Daisy3Check.findings(in: changed) + Daisy202Check.findings(in: changed)).map(\.code)
    }
    #expect(try codes { _ in Array("RIFF....WAVE".utf8) }.contains(code))
    #expect(try !codes { $0 }.contains(code))
    // A frame of another bit rate: 48 or 64 kbit/s and then 32.
    let other: [UInt8] = [0xFF, 0xF3, 0x40, 0xC4] + [UInt8](repeating: 0, count: 200)
    #expect(try codes { $0 + other }.contains(code))
  }

  @Test func namesPlayersMayNotFindAreSaid() throws {
    let renamed = try files("daisy3-minimal-text").map { file in
      let text = String(decoding: file.bytes, as: UTF8.self).replacing("pic.png", with: "my pic.png")
      return PackageFile(
        path: file.path.replacing("pic.png", with: "my pic.png"),
        bytes: file.path == "pic.png" ? file.bytes : Array(text.utf8))
    }
    #expect(Daisy3Check.findings(in: renamed).map(\.code).contains("DSR-001"))
  }

  // MARK: - DAISY 2.02

  @Test(arguments: ["daisy202-minimal", "daisy202-dontworrybehappy"])
  func validOldBooksHaveNoFault(folder: String) throws {
    #expect(Daisy202Check.findings(in: try files(folder)).filter { $0.severity == .error } == [])
  }

  static let faults202: [Fault] = [
    Fault("ncc.html", #"<meta name="dc:title" content="Annual Report"/>"#, "", "DNR-001"),
    Fault("ncc.html", #"<meta name="dc:creator" content="A. Author"/>"#, "", "DNR-001"),
    Fault("ncc.html", #"content="Daisy 2.02""#, #"content="Daisy 3""#, "DNR-001"),
    Fault("ncc.html", #"name="dc:identifier""#, #"name="dc:Identifier""#, "DNR-001"),
    Fault("ncc.html", #"name="ncc:charset""#, #"name="ncc:set""#, "DNR-001"),
    Fault("ncc.html", #"name="ncc:depth" content="2""#, #"name="ncc:depth" content="1""#, "DNR-002"),
    Fault("ncc.html", #"name="ncc:tocItems" content="5""#, #"name="ncc:tocItems" content="4""#, "DNR-002"),
    Fault(
      "ncc.html", #"name="ncc:pageNormal" content="1""#, #"name="ncc:pageNormal" content="2""#, "DNR-002"),
    Fault("ncc.html", #"name="ncc:footnotes" content="1""#, #"name="ncc:footnotes" content="0""#, "DNR-002"),
    Fault(
      "ncc.html", #"name="ncc:maxPageNormal" content="1""#, #"name="ncc:maxPageNormal" content="5""#,
      "DNR-002"),
    Fault(
      "ncc.html", #"name="ncc:totalTime" content="0:00:02""#, #"name="ncc:totalTime" content="0:10:02""#,
      "DNR-007"),
    Fault("ncc.html", #"<h1 class="title""#, "<h1", "DNR-003"),
    Fault("ncc.html", #"<span class="noteref""#, #"<span class="reference""#, "DNR-003"),
    Fault(
      "ncc.html", #"<h2 id="n5"><a href="s1.smil#t7">Data</a></h2>"#,
      #"<h3 id="n5"><a href="s1.smil#t7">Data</a></h3>"#, "DNR-004"),
    Fault("ncc.html", "s1.smil#t7", "s1.smil#t70", "DNR-005"),
    Fault("ncc.html", #"<h1 id="n2">"#, "<h1>", "DNR-003"),
    Fault(
      "ncc.html", #"<h1 id="n2"><a href="s1.smil#t2">Introduction</a>"#, #"<h1 id="n2">Introduction"#,
      "DNR-003"),
    Fault(
      "s1.smil", #"name="dc:format" content="Daisy 2.02""#, #"name="dc:format" content="Daisy 2""#, "DNR-001"),
    Fault(
      "s1.smil", #"name="dc:identifier" content="cof-0001""#, #"name="dc:identifier" content="cof-0002""#,
      "DNR-001"),
    Fault("s1.smil", "content.html#c7", "content.html#c77", "DNR-005"),
    Fault("s1.smil", #"src="s1.mp3""#, #"src="s9.mp3""#, "DNR-005"),
    Fault("s1.smil", #"clip-end="npt=0.657s""#, #"clip-end="npt=0.100s""#, "DNR-007"),
    Fault("s1.smil", #"clip-end="npt=2.301s""#, #"clip-end="npt=9.301s""#, "DNR-007"),
    Fault("s1.smil", #"system-required="pagenumber-on""#, #"system-required="pages-on""#, "DNR-006"),
    Fault("s1.smil", #"<seq dur="2.301s">"#, #"<seq dur="22.301s">"#, "DNR-007"),
    Fault("s1.smil", #"content="0:00:02"/>"#, #"content="0:00:32"/>"#, "DNR-007"),
    Fault("s1.smil", #"<layout><region id="txtView"/></layout>"#, "", "DNR-006"),
    Fault("content.html", "s1.smil#t2", "s1.smil#t20", "DNR-005"),
    Fault("content.html", #"src="pic.png""#, #"src="gone.png""#, "DNR-005"),
    Fault("content.html", #"id="c4""#, #"id="c2""#, "DNR-008"),
    Fault("content.html", "</body>", "", "CHK-006"),
  ]

  @Test(arguments: faults202) func eachFaultOfDAISY202IsFound(fault: Fault) throws {
    let found = Daisy202Check.findings(in: try planted(fault, in: "daisy202-minimal"))
    #expect(found.map(\.code).contains(fault.code), "\(found.map { "\($0.code) \($0.message)" })")
  }

  // MARK: - DTBook

  @Test(arguments: ["hauy_valid", "hauy-2005-1", "dtbook_valid_2005-3", "great_painters/greatpainters"])
  func validDTBooksHaveNoFault(name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: SharedData.url("daisy-samples/dtbook/\(name).xml")))
    #expect(DTBookCheck.findings(in: bytes).filter { $0.severity == .error } == [])
  }

  @Test(arguments: ["hauy_invalid", "dtbookfix-example-2-invalid", "mixed-content-torture"])
  func invalidDTBooksHaveFaults(name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: SharedData.url("daisy-samples/dtbook/\(name).xml")))
    #expect(DTBookCheck.findings(in: bytes).contains { $0.severity == .error })
  }
}
