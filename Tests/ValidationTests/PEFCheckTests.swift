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
    (#" duplex="false""#, "", "PEF-003"), (#"rows="2""#, #"rows="two""#, "PEF-003"),
    ("⠁⠃⠉", "⠁ ⠉", "PEF-004"), ("⠁⠃⠉", "abc", "PEF-004"), ("⠁⠃⠉", "⠁⠃⠉⠁", "PEF-005"),
    ("<row/>", "<row/><row/>", "PEF-006"), ("dc:identifier", "dc:title", "PEF-007"),
    ("x-pef+xml", "pef", "PEF-007"),
  ])
  func findsEachFault(_ part: String, _ replacement: String, code: String) {
    let found = codes { $0.replacing(part, with: replacement) }
    #expect(found.contains(code), "\(found)")
  }

  @Test func sectionsMayHaveSizesOfTheirOwn() {
    #expect(codes { $0.replacing("<section>", with: #"<section cols="2">"#) } == ["PEF-005"])
    #expect(codes { $0.replacing("<section>", with: #"<section rows="1">"#) } == ["PEF-006"])
  }
}
