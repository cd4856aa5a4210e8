import Diagnostics
import DocumentModel
import Renderers
import TestSupport
import Testing
import Validation

/// The checks of formulas in DAISY 3 books, held against a book of ours and against one with faults.
@Suite struct FormulaCheckTests {
  /// A fault, planted by changing a part of a file.
  struct Fault: CustomTestStringConvertible, Sendable {
    var file: String
    var part: String
    var replacement: String
    var code: String

    init(_ file: String, _ part: String, _ replacement: String, _ code: String) {
      (self.file, self.part, self.replacement, self.code) = (file, part, replacement, code)
    }

    var testDescription: String { "\(code) in \(file): \(part.prefix(40))" }
  }

  private func codes(_ fault: Fault?) throws -> [String] {
    var document = Document(blocks: [
      .heading(Heading(level: 1, [SampleNodes.text("Sums")])),
      .mathematics(MathematicsBlock(Mathematics(tex: "x^2", alternative: "x squared"))),
    ])
    document.metadata.title = "Report"
    document.metadata.publisher = "Us"
    document.metadata.language = .english
    var log = DiagnosticLog()
    let rendition = try Daisy3Renderer().render(document, log: &log)
    let files = try rendition.artifacts.map { artifact -> (path: String, bytes: [UInt8]) in
      guard let fault, artifact.path == fault.file else { return (artifact.path, artifact.bytes) }
      let text = String(decoding: artifact.bytes, as: UTF8.self)
      try #require(text.contains(fault.part), "\(fault.part) is not in \(fault.file)")
      return (artifact.path, Array(text.replacing(fault.part, with: fault.replacement).utf8))
    }
    return Daisy3Check.findings(in: files.map { .init(path: $0.path, bytes: $0.bytes) }).map(\.code)
  }

  @Test func aBookOfOursHasNoFault() throws { #expect(try codes(nil) == []) }

  static let faults: [Fault] = [
    Fault("book.xml", #" alttext="x squared""#, "", "DTR-014"),
    Fault("book.xml", #"alttext="x squared""#, #"alttext=" ""#, "DTR-014"),
    Fault("book.xml", #" altimg="formula1.svg""#, "", "DTR-014"),
    Fault("book.xml", #"altimg="formula1.svg""#, #"altimg="""#, "DTR-014"),
    Fault("book.xml", " dtbook:smilref=", " dtbook:other=", "DSR-016"),
    Fault("book.xml", "dtbook:smilref=\"s0002.smil#q-", "dtbook:smilref=\"s0002.smil#z-", "DSR-008"),
    Fault("s0002.smil", #" type="http://www.w3.org/1998/Math/MathML""#, "", "DSR-016"),
    Fault("s0002.smil", "DTBuserEscape;", "", "DSR-016"),
    Fault("package.opf", "z39-86-extension-version", "z39-86-version", "DSR-016"),
    Fault("package.opf", "DTBook-XSLTFallback", "DTBook-XSLT", "DSR-016"),
    Fault("package.opf", #"content="formulas.xsl""#, #"content="gone.xsl""#, "DSR-008"),
    Fault("package.opf", #"content="formulas.xsl""#, #"content="resources.res""#, "DSR-016"),
    Fault("resources.res", "'math'", "'maths'", "DSR-014"),
  ]

  @Test(arguments: faults) func eachFaultIsFound(fault: Fault) throws {
    #expect(try codes(fault).contains(fault.code))
  }
}
