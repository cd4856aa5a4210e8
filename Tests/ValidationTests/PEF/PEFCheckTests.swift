import Foundation
import TestSupport
import Testing
import Validation

@Suite struct PEFCheckTests {
  private static let good = """
    <?xml version="1.0" encoding="UTF-8"?>
    <pef version="2008-1" xmlns="http://www.daisy.org/ns/2008/pef">
      <head><meta xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:format>application/x-pef+xml</dc:format><dc:identifier>x</dc:identifier></meta></head>
      <body><volume cols="3" rows="2" rowgap="0" duplex="false"><section>
        <page><row>⠁⠃⠉</row><row/></page></section></volume></body>
    </pef>
    """

  private func codes(_ change: (String) -> String) -> [String] {
    PEFCheck.faults(in: Array(change(Self.good).utf8)).map(\.code)
  }

  @Test func acceptsAGoodFile() { #expect(codes { $0 } == []) }

  @Test(arguments: [
    ("<row/>", "<row/", "PEF-001"), ("<page>", "<page><section/>", "PEF-002"),
    ("<row/>", "<line/>", "PEF-002"), ("<body>", "<body/><body>", "PEF-002"),
    ("<row/>", #"<x xmlns="urn:x"><row xmlns="http://www.daisy.org/ns/2008/pef"/></x>"#, "PEF-002"),
    ("⠁⠃⠉", #"<b xmlns="urn:x"/>"#, "PEF-002"),
    (#" duplex="false""#, "", "PEF-003"), (#" rowgap="0""#, "", "PEF-003"),
    ("⠁⠃⠉", "⠁ ⠉", "PEF-004"), ("⠁⠃⠉", "abc", "PEF-004"), ("⠁⠃⠉", "⠁⠃⠉⠁", "PEF-005"),
    ("<row/>", "<row/><row/>", "PEF-006"), (#"rowgap="0""#, #"rowgap="1""#, "PEF-006"),
    ("<page>", #"<page rowgap="4">"#, "PEF-006"), ("<row/>", #"<row rowgap="1"/>"#, "PEF-006"),
    ("dc:identifier", "dc:title", "PEF-007"), ("x-pef+xml", "pef", "PEF-007"),
    ("<dc:format>", "<dc:date>2026</dc:date><dc:format>", "PEF-007"),
    ("<dc:format>", "<dc:language>en_GB</dc:language><dc:format>", "PEF-007"),
    ("<dc:format>", "<dc:title/><dc:title/><dc:format>", "PEF-007"),
    ("<dc:format>", "<dc:author/><dc:format>", "PEF-007"),
    (#"rows="2""#, #"rows="two""#, "PEF-008"), (#"cols="3""#, #"cols="0""#, "PEF-008"),
    (#"duplex="false""#, #"duplex="no""#, "PEF-008"), ("<page>", #"<page cols="3">"#, "PEF-008"),
    ("2008-1\" xmlns", "2009\" xmlns", "PEF-008"), ("<head>", #"<head id="x">"#, "PEF-008"),
    ("<page><row>⠁⠃⠉</row><row/></page>", "", "PEF-009"),
    ("<page>", "<page>words", "PEF-010"),
  ])
  func findsEachFault(_ part: String, _ replacement: String, code: String) {
    let found = codes { $0.replacing(part, with: replacement) }
    #expect(found.contains(code), "\(found)")
  }

  @Test func sectionsMayHaveSizesOfTheirOwn() {
    #expect(codes { $0.replacing("<section>", with: #"<section cols="2">"#) } == ["PEF-005"])
    #expect(codes { $0.replacing("<section>", with: #"<section rows="1">"#) } == ["PEF-006"])
  }

  @Test func whatOthersAddIsTheirs() {
    #expect(codes { $0.replacing("<page>", with: #"<page xmlns:x="urn:x" x:n="1"><x:y>any</x:y>"#) } == [])
    #expect(codes { $0.replacing("<dc:format>", with: #"<y xmlns="urn:x">any</y><dc:format>"#) } == [])
  }

  @Test func aGapOfFourIsARow() {
    #expect(codes { $0.replacing("rows=\"2\" rowgap=\"0\"", with: "rows=\"3\" rowgap=\"2\"") } == [])
    #expect(codes { $0.replacing("rows=\"2\" rowgap=\"0\"", with: "rows=\"3\" rowgap=\"3\"") } == ["PEF-006"])
  }

  @Test func aFaultIsWhereItIs() throws {
    let text = Self.good.replacing("⠁⠃⠉", with: "⠁⠃⠉⠁")
    let fault = try #require(PEFCheck.faults(in: Array(text.utf8)).first)
    #expect(fault.range?.start.line == 6)
  }
}

/// Files the makers of PEF and of validators wrote.
@Suite(.enabled(if: SharedData.isPresent)) struct PEFSampleTests {
  @Test(arguments: ["6-dot-chart", "butterfly", "poem"]) func goodFilesAreValid(name: String) throws {
    let bytes = Array(try Data(contentsOf: SharedData.url("daisy-samples/pef/\(name).pef")))
    #expect(PEFCheck.faults(in: bytes) == [])
  }

  /// Whose pages are longer than they say, as the first Schematron rule finds too.
  @Test func aLongPageIsFound() throws {
    let bytes = Array(try Data(contentsOf: SharedData.url("daisy-samples/pef/extended.pef")))
    #expect(PEFCheck.faults(in: bytes).map(\.code) == ["PEF-006"])
  }
}
